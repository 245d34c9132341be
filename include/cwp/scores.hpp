#pragma once
// Scores: what came out: a table for each grain, the rankings, and what was wrong with the rows.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cwp/calendar.hpp"
#include "cwp/dataset.hpp"
#include "cwp/decimal.hpp"
#include "cwp/engine_report.hpp"
#include "cwp/export.hpp"
#include "cwp/score_parts.hpp"

namespace CWP_API cwp {

/// One officer in one period: `parts` has one entry for each id of ScoreTable::ids, the total last.
struct ScoreRow {
  Period period;                           ///< of the row
  std::size_t officer = 0;                 ///< position in the Dataset
  Parts parts;                             ///< by ScoreTable::ids
  State state = State::final;              ///< that of the total
  std::vector<std::uint32_t> vetoes = {};  ///< in force, into ScoreTable::veto_ids
  /// The last part.
  const Part total() const { return parts.back(); }
};

/// All published rows of one grain, by period, then officer.
struct ScoreTable {
  Grain grain = Grain::month;              ///< of all rows
  std::vector<std::string> ids;            ///< items, categories and adjustments in file order, then `total`
  std::vector<PartKind> kinds;             ///< what each of `ids` is
  std::vector<ScoreRow> rows;              ///< by period, then officer
  std::vector<std::string> veto_ids = {};  ///< of the rulebook's vetoes, in file order
  /// The row, or null. O(log rows).
  const ScoreRow* find(Period period, std::size_t officer) const;
};

/// Why somebody listed in a ranking has no rank.
enum class Unranked : std::uint8_t { none, no_total, not_eligible, excluded };
/// `no total`, `not eligible`, `excluded by veto`: as results write it; of `none` nothing.
std::string_view to_text(Unranked reason);

/// One row of a ranking.
struct RankedOfficer {
  Period period;                     ///< of the row
  std::string group;                 ///< values of the `by` attributes joined by `/`; empty for all
  std::optional<Decimal> rank;       ///< fractional ranks have one place
  std::size_t officer = 0;           ///< in a ranking of units one of its officers
  std::optional<Decimal> value;      ///< as printed
  bool eligible = true;              ///< by the ranking's condition
  Unranked reason = Unranked::none;  ///< why there is no rank
  std::string veto = {};             ///< excluded: by which
  std::string subject = {};          ///< in a ranking of units the value of the attribute; else empty
};
/// One ranking in all published periods.
struct RankingTable {
  std::string id;                   ///< of the ranking
  Grain every = Grain::month;       ///< the grain of its periods
  std::vector<RankedOfficer> rows;  ///< by period, group, rank, officer; the unranked last
};

/// Why a ranked officer, or one without rank, has no grade.
enum class Ungraded : std::uint8_t { none, not_ranked, condition_unknown, no_level };
/// `no rank`, `condition unknown`, `no level holds`: as results write it; of `none` nothing.
std::string_view to_text(Ungraded reason);
/// One row of a grade set.
struct GradedOfficer {
  Period period;                     ///< of the row
  std::size_t officer = 0;           ///< position in the Dataset
  std::string subject;               ///< as in the ranking
  std::string grade;                 ///< the id of the level; empty: none
  Ungraded reason = Ungraded::none;  ///< why there is no grade
};
/// One grade set in all published periods.
struct GradeTable {
  std::string id;                   ///< of the grade set
  Grain every = Grain::year;        ///< the grain of its periods
  std::vector<GradedOfficer> rows;  ///< by period, then as in the ranking
};

/// Somebody whom an award names.
struct AwardedOfficer {
  Period period;                  ///< of the row
  std::string group;              ///< as in the ranking
  std::size_t officer = 0;        ///< position in the Dataset
  std::string subject;            ///< as in the ranking
  std::optional<Decimal> rank;    ///< as in the ranking
  std::optional<Decimal> amount;  ///< two places; nothing for an award that pays nothing
};
/// One award in all published periods.
struct AwardTable {
  std::string id;                    ///< of the award
  Grain every = Grain::month;        ///< the grain of its periods
  std::vector<AwardedOfficer> rows;  ///< by period, group, rank, officer
};

/// A promise that does not hold.
struct BrokenExpectation {
  std::string id;                      ///< of the promise
  Period period;                       ///< in which it does not hold
  std::string group;                   ///< of a promise about groups
  std::optional<std::size_t> officer;  ///< of one about officers
};

struct ScoresState;

/// The in-memory result. Immutable and cheap to copy; it keeps plan and data, so that explaining needs nothing else.
class Scores {
 public:
  /// The table of a grain; null when it was not asked for or is not assessed.
  const ScoreTable* table(Grain grain) const;
  const std::vector<ScoreTable>& tables() const;      ///< finest grain first
  const std::vector<RankingTable>& rankings() const;  ///< in file order; a ranking that was not made has no table
  /// The ranking with this id, or null. O(rankings).
  const RankingTable* ranking(std::string_view id) const;
  const std::vector<GradeTable>& grades() const;  ///< in file order
  const std::vector<AwardTable>& awards() const;  ///< in file order
  /// By period, promise, group, officer.
  const std::vector<BrokenExpectation>& broken_expectations() const;
  /// Issues of the input rows, then those that arose in scoring.
  const std::vector<RowIssue>& issues() const;
  const Dataset& data() const;  ///< what was scored
  /// Whether the data end before this period is over: whatever is published of it, ranks, grades and awards too, is
  /// provisional. O(items).
  bool is_provisional(Period period) const;
  /// How the work was done.
  const EngineReport& engine() const;

  /// For the library itself.
  explicit Scores(std::shared_ptr<const ScoresState> state) : state_(std::move(state)) {}
  /// For the library itself.
  const ScoresState& state() const { return *state_; }

 private:
  std::shared_ptr<const ScoresState> state_;
};

}  // namespace cwp
