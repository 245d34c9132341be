#pragma once
// compare_rules: what two rulebooks say differently, by meaning: not how it is written.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/check.hpp"
#include "cwp/export.hpp"
#include "cwp/rule_text.hpp"

namespace CWP_API cwp {

/// What became of a part of the rules.
enum class RuleChangeKind : std::uint8_t {
  added,      ///< only the newer rulebook has the part
  removed,    ///< only the older one has it
  changed,    ///< a key of it says something else
  moved,      ///< an item or category stands in another category
  reordered,  ///< levels of a grade set are tried in another order
};
/// Its name in the CSV.
std::string_view to_text(RuleChangeKind kind);

/// One difference.
struct RuleChange {
  RuleChangeKind kind = RuleChangeKind::changed;  ///< what became of the part
  std::string section;                            ///< `items`, `metrics`, `rulebook`: a section of the language
  std::string id;                  ///< of the part; `year_grade.good` for a level; empty for the rulebook itself
  Title title;                     ///< as the newer rulebook has it; may be empty
  std::string key;                 ///< `target.at`; empty: the part as a whole, or the only value it has
  std::string before;              ///< as written in the older rulebook, on one line; empty: not said
  std::string after;               ///< the same of the newer one
  std::optional<Place> old_place;  ///< where that stands; nothing where the part is not there at all
  std::optional<Place> new_place;  ///< the same in the newer one
};

/// All differences in meaning: parts that are only in one of them, and the keys that two parts with one id have with
/// other figures, formulas, words, titles. Not reported: order, layout, comments, quotes, anchors; formulas and numbers
/// that are spelt otherwise (`95%` and `0.95`); a default that one of them writes; `range` for `min` and `max`; what is
/// inherited by `extends` in one and written in the other; forms that come to the same formula. In the order of the
/// older rulebook, then what is new. O(size of both · log).
std::vector<RuleChange> compare_rules(const CheckedRulebook& before, const CheckedRulebook& after);

/// A line for each difference with its place in both; where there is none, a sentence that says so.
std::string to_text(const std::vector<RuleChange>& changes, Language language = Language::en);
/// `change,section,id,key,before,after,old_file,old_line,new_file,new_line`. CSV as in write.hpp.
std::string to_csv(const std::vector<RuleChange>& changes);

}  // namespace cwp
