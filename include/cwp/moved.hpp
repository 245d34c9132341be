#pragma once
// what_moved: whose points, ranks, grades and awards differ between two scores of one rulebook: after a correction, or
// between two deliveries of data.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/decimal.hpp"
#include "cwp/export.hpp"
#include "cwp/scores.hpp"

namespace CWP_API cwp {

/// What of the published can move. Each is a cell of the files that `cwp score` writes.
enum class Moving : std::uint8_t {
  points,      ///< of an item, category, adjustment or `total`
  reachable,   ///< of the total, as is its coverage
  coverage,    ///<
  state,       ///< of the officer's period
  vetoes,      ///< in force, joined by `;`
  group,       ///< in which a ranking has the officer
  rank,        ///< in a ranking
  value,       ///< by which a ranking ranks
  eligible,    ///< `true` or `false`
  no_rank,     ///< why a ranking gives no rank
  grade,       ///< the id of the level
  no_grade,    ///< why there is none
  award,       ///< its amount; `true` where it pays nothing
  award_rank,  ///< the rank it was given for
  promise,     ///< `broken` where an expectation does not hold
};
/// Its name in the CSV: `points`, `no_rank` …
std::string_view to_text(Moving what);

/// A cell that is not the same before and after.
struct MovedFigure {
  Period period;                 ///< in which it stands
  std::string who;               ///< the officer's key; a unit in a ranking of units; a group in a promise about groups
  bool unit = false;             ///< `who` is a unit or a group
  Moving what = Moving::points;  ///< which cell
  std::string id;             ///< of the part, ranking, grade set, award or promise; empty for what a period has once
  std::string before;         ///< as printed; empty: there was nothing
  std::string after;          ///< as printed; empty: there is nothing
  std::optional<Decimal> by;  ///< after less before, where both are numbers and the difference fits
  friend bool operator==(const MovedFigure&, const MovedFigure&) = default;  ///< in all of it
};

/// All that moved, in one list.
struct Movement {
  /// By period (finer grains first), then officer, then in the order of the files: points, ranks, grades, awards.
  std::vector<MovedFigure> figures;
  /// Periods of which only the earlier scores publish anything. Nothing moved in them: they are not in `figures`.
  std::vector<Period> only_before;
  std::vector<Period> only_after;  ///< likewise, of the later scores
};

/// What is published differently in `after` than in `before`: every cell of the tables, rankings, grades, awards and
/// broken promises that is not the same, for every period that both publish. Officers are told by their keys, parts and
/// rankings by their ids; who stands in one of the two only has nothing in the other. Both should be scored by one
/// rulebook with the same options; otherwise what differs for that reason is listed, too.
/// Time: O(n log n) in what both publish. Memory: that of the list.
Movement what_moved(const Scores& before, const Scores& after);

/// `period,officer,what,id,before,after,by`; `officer` is the unit or group where it is about one. CSV as in write.hpp.
std::string to_csv(const Movement& movement, const Scores& after);
/// As a table for people, with a sentence above it that counts: points, states, vetoes, ranks, grades, awards and
/// promises, with the titles of the rulebook. What else moved stands in the CSV.
std::string to_markdown(const Movement& movement, const Scores& after, Language language = Language::en);

}  // namespace cwp
