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

namespace CWP_API cwp {

/// final: nothing is missing; incomplete: a refused row or an incomplete earlier score went into it; provisional: the
/// period is not over yet (stronger than incomplete).
enum class State : std::uint8_t { final, provisional, incomplete };
std::string_view to_text(State state);

/// What kind of line of the scorecard a part is.
enum class PartKind : std::uint8_t { item, category, total, adjustment };

/// Why a part has the points it has, when that is not simply its formula.
enum class Reason : std::uint8_t {
  none,
  not_held,         ///< the assessment does not hold it
  before_data,      ///< the period begins before the data
  not_begun,        ///< the period has not begun
  out_of_force,     ///< outside `effective`
  not_present,      ///< the officer was not present in the period
  no_duty_day,      ///< exempt: present, but without a duty day
  exempt,           ///< exempt by `exempt:` or by its figures
  not_applicable,   ///< dropped, full or zero by `applies:`
  missing_as_zero,  ///< `if_missing: zero`
  missing_as_full,
  missing_dropped,
  missing,           ///< missing, and nothing stands in for it
  nothing_counted,   ///< none of its parts counted
  missing_as_peers,  ///< `if_missing: peers`
  vetoed,            ///< a veto took its score
};
std::string_view to_text(Reason reason);

/// One figure of one officer and period. `points` is what is printed; nothing where there are none.
struct Part {
  std::optional<Decimal> points;
  std::optional<Decimal> full, reachable;  ///< nothing for parts without full marks
  std::optional<Decimal> coverage;         ///< 0 to 1, four places
  State state = State::final;
  Reason reason = Reason::none;
};

/// One officer in one period: `parts` has one entry for each id of ScoreTable::ids, the total last.
struct ScoreRow {
  Period period;
  std::size_t officer = 0;
  std::vector<Part> parts;
  State state = State::final;
  std::vector<std::uint32_t> vetoes = {};  ///< in force, into ScoreTable::veto_ids
  const Part& total() const { return parts.back(); }
};

/// All published rows of one grain, by period, then officer.
struct ScoreTable {
  Grain grain = Grain::month;
  std::vector<std::string> ids;  ///< items, categories and adjustments in file order, then `total`
  std::vector<PartKind> kinds;
  std::vector<ScoreRow> rows;
  std::vector<std::string> veto_ids = {};  ///< of the rulebook's vetoes, in file order
  /// The row, or null. O(log rows).
  const ScoreRow* find(Period period, std::size_t officer) const;
};

/// Why somebody listed in a ranking has no rank.
enum class Unranked : std::uint8_t { none, no_total, not_eligible, excluded };
std::string_view to_text(Unranked reason);

struct RankedOfficer {
  Period period;
  std::string group;             ///< values of the `by` attributes joined by `/`; empty for all
  std::optional<Decimal> rank;   ///< fractional ranks have one place
  std::size_t officer = 0;       ///< in a ranking of units one of its officers
  std::optional<Decimal> value;  ///< as printed
  bool eligible = true;
  Unranked reason = Unranked::none;
  std::string veto = {};     ///< excluded: by which
  std::string subject = {};  ///< in a ranking of units the value of the attribute; else empty
};
struct RankingTable {
  std::string id;
  Grain every = Grain::month;
  std::vector<RankedOfficer> rows;  ///< by period, group, rank, officer; the unranked last
};

/// Why a ranked officer, or one without rank, has no grade.
enum class Ungraded : std::uint8_t { none, not_ranked, condition_unknown, no_level };
std::string_view to_text(Ungraded reason);
struct GradedOfficer {
  Period period;
  std::size_t officer = 0;
  std::string subject;  ///< as in the ranking
  std::string grade;    ///< the id of the level; empty: none
  Ungraded reason = Ungraded::none;
};
struct GradeTable {
  std::string id;
  Grain every = Grain::year;
  std::vector<GradedOfficer> rows;  ///< by period, then as in the ranking
};

struct AwardedOfficer {
  Period period;
  std::string group;
  std::size_t officer = 0;
  std::string subject;
  std::optional<Decimal> rank;
  std::optional<Decimal> amount;  ///< two places; nothing for an award that pays nothing
};
struct AwardTable {
  std::string id;
  Grain every = Grain::month;
  std::vector<AwardedOfficer> rows;  ///< by period, group, rank, officer
};

/// A promise that does not hold.
struct BrokenExpectation {
  std::string id;
  Period period;
  std::string group;                   ///< of a promise about groups
  std::optional<std::size_t> officer;  ///< of one about officers
};

struct ScoresState;

/// The in-memory result. Immutable and cheap to copy; it keeps plan and data, so that explaining needs nothing else.
class Scores {
 public:
  /// The table of a grain; null when it was not asked for or is not assessed.
  const ScoreTable* table(Grain grain) const;
  const std::vector<ScoreTable>& tables() const;  ///< finest grain first
  const std::vector<RankingTable>& rankings() const;
  const RankingTable* ranking(std::string_view id) const;
  const std::vector<GradeTable>& grades() const;
  const std::vector<AwardTable>& awards() const;
  /// By period, promise, group, officer.
  const std::vector<BrokenExpectation>& broken_expectations() const;
  /// Issues of the input rows, then those that arose in scoring.
  const std::vector<RowIssue>& issues() const;
  const Dataset& data() const;
  /// How the work was done.
  const EngineReport& engine() const;

  explicit Scores(std::shared_ptr<const ScoresState> state) : state_(std::move(state)) {}
  const ScoresState& state() const { return *state_; }

 private:
  std::shared_ptr<const ScoresState> state_;
};

}  // namespace cwp
