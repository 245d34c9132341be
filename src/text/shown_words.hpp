#pragma once
// shown_words: words of the rule language as a sentence says them: `week` is 周（week） in Chinese.

#include <string>
#include <string_view>

#include "cwp/diagnostic.hpp"

namespace cwp {

/// A kind of period or of value, or several with commas between them, in words of `language`. A kind of period keeps
/// its key behind the Chinese word, because that is what one writes. What the system says of files, and yaml-cpp of
/// texts, is known by its English sentence. Other words stay as they are.
std::string shown_words(std::string_view words, Language language);

/// The row `FAMILY-WORD` of the catalogue, with hyphens for blanks: ("unranked", "no total").
std::string word_of(std::string_view family, std::string_view word, Language language);

}  // namespace cwp
