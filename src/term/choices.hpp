#pragma once
// The places of a formula where one of several ways is taken: cases, and the bands of a table.

#include <vector>

#include "graph/scorecard.hpp"

namespace cwp {

/// What must be so on the way to a choice that stands inside of another.
struct Guard {
  TermPtr condition;
  bool wanted = true;
};

enum class ChoiceKind : std::uint8_t {
  first,  ///< `cases`, `if`: of the ways the first that holds
  best,   ///< `highest`: of those that hold the one with most points
  table   ///< bands: the last whose edge is reached
};

struct Choice {
  ChoiceKind kind = ChoiceKind::first;
  Grain place = Grain::month;
  std::vector<Guard> path;
  std::vector<TermPtr> conditions;  ///< of a table the edges
  std::vector<TermPtr> values;      ///< by condition
  TermPtr rest;                     ///< what else there is; null in a table, and where `highest` has none
  bool rest_written = false;        ///< somebody wrote `otherwise`
  TermPtr figure;                   ///< of a table: what its edges are held against
  bool above = false;               ///< of a table: its bands begin just above their edges
  bool cumulative = false;          ///< of a table: `marginal`, its bands lie one upon the other
  bool rest_is_path = false;        ///< of a table: `outside` says what stands below its edges
  Span form;                        ///< of a table: where what its form makes by itself stands
};

/// Those of a formula, and of what is in it. What a form makes by itself (`all_gone_at`) is none; nor what is asked of
/// other periods or officers, but for days inside of a longer period. O(size of the formula).
std::vector<Choice> choices_of(const TermPtr& formula);

/// The text of a band's edge or a case's condition; of one that is multiplied by a share of the period without that.
const Place& written_place(const Term& term);

}  // namespace cwp
