#pragma once
// The functions of formulas, one row each: what they mean, what they do with absent values, an example with its answer.

#include <string_view>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// What a person needs to know about a function. The same rows drive the parser, the checker and the evaluators.
struct FunctionDoc {
  std::string_view name;       ///< `ratio`, `+`
  std::string_view family;     ///< arithmetic, choice, rates, tables, over time, across officers, absent, dates, forms
  std::string_view signature;  ///< `ratio(a, b, v)`
  std::string_view absent;     ///< what absent operands do, in English
  std::string_view en;         ///< one sentence in English
  std::string_view zh;         ///< the same in Chinese
  std::string_view example;    ///< `ratio(1, 4, 0)`; tests evaluate it
  std::string_view answer;     ///< `0.25`; `missing`, `exempt`, `true`, `'text'`, `2026-03-01` where it is not a number
};

/// All functions, by family.
std::vector<FunctionDoc> functions();
/// The name of a family as people read it: `across officers`, 跨人员. Of an unknown family the word itself.
std::string_view family_title(std::string_view family, Language language);

/// What may stand behind the arguments of an aggregate.
struct ClauseDoc {
  std::string_view form;     ///< `over last N`
  std::string_view en;       ///< one sentence in English
  std::string_view zh;       ///< the same in Chinese
  std::string_view example;  ///< a formula that has it
};

/// All clauses, in the order in which they are written.
std::vector<ClauseDoc> clauses();

}  // namespace cwp
