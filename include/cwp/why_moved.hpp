#pragma once
// why_moved: why somebody's rank is not what it was in an earlier period: what his value gained and lost, line by line
// and to the last digit, and who passed him.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/result.hpp"
#include "cwp/scores.hpp"

namespace CWP_API cwp {

/// What a line of a changed value is about.
enum class ValueLineKind : std::uint8_t {
  item,        ///< the points of an item
  category,    ///< those of a category whose parts do not add up: `geometric`, `min`, or without points
  adjustment,  ///< a bonus or penalty
  formula,     ///< a piece of a formula of the rulebook that is no sum
  base,        ///< base marks of a category
  factor,      ///< scale, coefficient, or what a category's points are divided by
  veto,        ///< what vetoes took
  limits,      ///< caps, floors, group caps and rounding: all that is left
};
/// `item`, `category` …: as JSON writes it.
std::string_view to_text(ValueLineKind kind);

/// One line of what a value gained or lost.
struct ValueLine {
  ValueLineKind kind = ValueLineKind::item;  ///< what it is about
  /// Of the part; of a formula its text; of `base`, `factor`, `veto` the category they act on, or `total`; of `limits`
  /// empty.
  std::string id;
  std::optional<Decimal> before;  ///< points (or value of the formula) then, as published; nothing: none
  std::optional<Decimal> after;   ///< now
  Decimal change;                 ///< what of the value's change comes from it
};

/// Somebody who stands on another side of the one who asks than before.
enum class Passing : std::uint8_t {
  passed_me,     ///< stood level or behind, and is now ahead, or level
  i_passed,      ///< stood ahead or level, and is now behind, or level
  joined_above,  ///< was not ranked in the group, and is now ahead, or level
  left_above,    ///< was ahead or level, and is no longer ranked in the group
};
/// `passed_me`, `i_passed` …: as JSON writes it.
std::string_view to_text(Passing passing);

/// One of the others, with what he did to the rank.
struct PassingOne {
  std::string who;                       ///< the officer's key, or the unit
  Passing passing = Passing::passed_me;  ///< which way
  std::optional<Decimal> rank_before;    ///< his own rank in the earlier period
  std::optional<Decimal> rank_after;     ///< his own rank in the later one
  std::optional<Decimal> value_before;   ///< his own value in the earlier period, as published
  std::optional<Decimal> value_after;    ///< his own value in the later one, as published
  Decimal by;  ///< how much that moved the rank of the one who asks: 1, -1; with `fractional` also 0.5, -0.5
};

/// One side of the comparison: somebody in a ranking, in a period.
struct RankedThen {
  Period period;                     ///< of the ranking
  std::string group;                 ///< in which he stands
  std::optional<Decimal> rank;       ///< nothing: `reason` says why
  std::optional<Decimal> value;      ///< as published
  Unranked reason = Unranked::none;  ///< why there is no rank
  std::size_t ranked = 0;            ///< how many of the group have a rank
};

/// Why a rank moved.
struct RankMove {
  std::string ranking;  ///< its id
  std::string who;      ///< the officer's key, or the unit
  RankedThen before;    ///< in the earlier period
  RankedThen after;     ///< in the later one
  /// After less before, as published; nothing where one of them is missing, and then there are no `lines`.
  std::optional<Decimal> value_change;
  /// They add up to `value_change`, exactly. The largest first, `limits` last; lines that changed nothing and are 0 are
  /// left out.
  std::vector<ValueLine> lines;
  /// After less before; nothing where one of them is missing, and then there are no `others`.
  std::optional<Decimal> rank_change;
  /// Everybody who moved the rank: their `by`, less `level`, add up to `rank_change`. By `passing`, then rank now.
  std::vector<PassingOne> others;
  /// `dense` counts those who stand level once: by how many more of the ones ahead do so than before. Else 0.
  Decimal level;
};

/// Why the rank in `ranking` of an officer (or unit) in `period` is not what it was in the earlier period `since`. Both
/// must be among the scores. Errors: `ranking-not-there`, `not-in-ranking` (of either period).
///
/// The value is taken apart where it is a sum: totals and categories into their items and adjustments, formulas at
/// their + and -, and at factors that are the same in both periods. A part counts with the factor of the later period
/// (scale ÷ reachable, coefficient); what the factor itself changed is a line of its own, as is what vetoes took. Lines
/// are rounded to the places of the value and its parts; what that leaves over, and what caps and floors hold back, is
/// the line `limits`.
/// Time: two scorings of one officer, and O(n) in the rows of the ranking.
Result<RankMove> why_moved(const Scores& scores, std::string_view ranking, std::string_view who, Period since,
                           Period period);

/// For people: the rank, the value line by line, and the others, with the titles of the rulebook.
std::string to_text(const RankMove& move, const Scores& scores, Language language = Language::en);
/// For programs: an object with the members of RankMove; figures are texts, as in write.hpp.
std::string to_json(const RankMove& move, const Scores& scores);

}  // namespace cwp
