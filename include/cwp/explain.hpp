#pragma once
// explain: why somebody got 87.35, as a tree from the total down to the raw rows and the lines of the rulebook.

#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/score.hpp"

namespace CWP_API cwp {

/// One step of a reason.
struct Explanation {
  std::string label;               ///< `household_visits`, `min(visits, 10)`, `metrics.csv:17`
  std::string value;               ///< `12.00`, `25/2`, `exempt`
  std::string remark;              ///< in words: what was done, or why there is no value; may be empty
  Place rule;                      ///< the line of the rulebook; empty for raw rows
  std::vector<Explanation> steps;  ///< what it was made from, in the order in which it was used
  std::vector<Place> also = {};    ///< of a formula that several lines say, some of the others
};

/// Explains the total, or one item or category, of an officer in a period of an assessed grain. Below a total stand his
/// ranks, grades and awards of that period, where the scores have them. Errors:
/// `unknown-officer`, `unknown-item`, `period-not-published`.
Result<Explanation> explain(const Scores& scores, std::string_view officer, Period period, std::string_view item = {},
                            Language language = Language::en);

/// The one formula that the form of each item stands for, with the limits of its points, then those of the adjustments
/// with their caps: `label` is the id with the title, `value` the formula, `min(2 * citations, 10)`. Nothing is scored
/// for it.
std::vector<Explanation> explain_formulas(const CheckedRulebook& rules, Language language = Language::en);
/// That of one item or adjustment. Error: `unknown-item`.
Result<Explanation> explain_formula(const CheckedRulebook& rules, std::string_view id,
                                    Language language = Language::en);

/// As an indented text for people; as JSON for programs.
std::string to_text(const Explanation& explanation);
/// The same as JSON for programs: `label`, `value`, `remark`, `rule`, `also`, `steps`; what is empty is left out.
std::string to_json(const Explanation& explanation);

}  // namespace cwp
