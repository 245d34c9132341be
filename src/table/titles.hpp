#pragma once
// Titles: what the lines of a rulebook are called in a bulletin, and the words around them, in English and Chinese.

#include <string>
#include <string_view>

#include "cwp/rulebook.hpp"
#include "cwp/scores.hpp"

namespace cwp {

/// The title in this language, or the other one; the id where there is none.
std::string title_or_id(const Title& title, std::string_view id, Language language);
/// The same for an item, category, ranking, or `total`.
std::string title_of(const Rulebook& rulebook, std::string_view id, Language language);

std::string_view title_of(Grain grain, Language language);
std::string_view title_of(State state, Language language);
std::string_view title_of(Unranked reason, Language language);

}  // namespace cwp
