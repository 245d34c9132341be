#pragma once
// The word of the language that somebody meant who wrote another: by what other tools or Chinese call it, or by
// spelling.

#include <string>
#include <string_view>
#include <vector>

namespace cwp {

/// The word of `known` that another tool or Chinese calls so; empty where none does. O(known).
std::string foreign_word(std::string_view written, const std::vector<std::string>& known);

/// One of `known`, or nothing. O(known).
std::string word_meant(std::string_view written, const std::vector<std::string>& known);

}  // namespace cwp
