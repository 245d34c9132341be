#pragma once
// The word of the language that somebody meant who wrote another: by what other tools or Chinese call it, or by
// spelling.

#include <string>
#include <string_view>
#include <vector>

namespace cwp {

struct Rulebook;

/// The word of `known` that another tool or Chinese calls so; empty where none does. O(known).
std::string foreign_word(std::string_view written, const std::vector<std::string>& known);

/// The id of the metric or attribute that people call so; empty where none has this title. O(rulebook).
std::string id_titled(const Rulebook& rulebook, std::string_view title);

/// One of `known`, or nothing. O(known).
std::string word_meant(std::string_view written, const std::vector<std::string>& known);

}  // namespace cwp
