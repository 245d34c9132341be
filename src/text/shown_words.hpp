#pragma once
// shown_words: words of the rule language as a sentence says them: `week` is 周（week） in Chinese.

#include <string>
#include <string_view>

#include "cwp/diagnostic.hpp"

namespace cwp {

/// A kind of period or of value, or several with commas between them, in words of `language`. A kind of period keeps
/// its key behind the Chinese word, because that is what one writes. Other words stay as they are.
std::string shown_words(std::string_view words, Language language);

}  // namespace cwp
