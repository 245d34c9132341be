#pragma once
// The holes of wordings, `{0}`, and what is put into them.

#include <string>
#include <string_view>
#include <vector>

#include "cwp/diagnostic.hpp"

namespace cwp {

/// `{0}`, `{w0}` or `{s0}` at the head of a text.
struct WordingHole {
  std::size_t size = 0;  ///< 0: there is none
  std::size_t number = 0;
  char kind = ' ';  ///< w: a word of the rule language, s: the ending of a plural
};
WordingHole hole_at(std::string_view text);

/// Fills the holes; a remark in brackets that ends with a hole for which there is nothing is left out. A wording that
/// asks for an argument that is not given is a broken invariant: std::logic_error.
std::string with_arguments(std::string_view wording, const std::vector<std::string>& arguments, Language language);

}  // namespace cwp
