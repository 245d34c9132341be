#pragma once
// The functions of formulas, one row each: what they mean, what they do with absent values, an example with its answer.

#include <string_view>
#include <vector>

#include "cwp/export.hpp"

namespace CWP_API cwp {

/// What a person needs to know about a function. The same rows drive the parser, the checker and the evaluators.
struct FunctionDoc {
  std::string_view name;       ///< `ratio`, `+`
  std::string_view family;     ///< arithmetic, choice, rates, tables, over time, across officers, absent, dates, forms
  std::string_view signature;  ///< `ratio(a, b, v)`
  std::string_view absent;     ///< what absent operands do, in English
  std::string_view en, zh;     ///< one sentence
  std::string_view example;    ///< `ratio(1, 4, 0)`; tests evaluate it
  std::string_view answer;     ///< `0.25`; `missing`, `exempt`, `true`, `'text'`, `2026-03-01` where it is not a number
};

/// All functions, by family.
std::vector<FunctionDoc> functions();

}  // namespace cwp
