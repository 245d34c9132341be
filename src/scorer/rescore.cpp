#include "scorer/rescore.hpp"

#include <algorithm>
#include <tuple>

#include "moved/moved_between.hpp"
#include "scorer/gather_anew.hpp"
#include "scorer/officers_anew.hpp"
#include "scorer/rankings_anew.hpp"

namespace cwp {
namespace {

bool same_ranked(const RankedPeriod& a, const RankedPeriod& b) {
  return a.period == b.period && a.published == b.published && a.complete == b.complete;
}

bool same_standing_periods(const StandingNeeds& a, const StandingNeeds& b) {
  const auto same = [](const auto& one, const auto& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), same_ranked);
  };
  return std::equal(a.rankings.begin(), a.rankings.end(), b.rankings.begin(), b.rankings.end(), same) &&
         a.promises == b.promises;
}

bool same_issue(const RowIssue& a, const RowIssue& b) {
  const auto parts = [](const RowIssue& one) {
    return std::tie(one.reason, one.file, one.line, one.officer, one.date, one.metric, one.value, one.expected);
  };
  return parts(a) == parts(b);
}

class Rescoring {
 public:
  Rescoring(LiveScoring& live, const DataChange& change, const FormerRun& before, UpdateReport& report)
      : live_(live), change_(change), before_(before), report_(report), state_(*live.whole.state) {}

  Movement make() {
    const Run& run = *live_.whole.run;
    const std::set<Period> published = published_periods(Scores(live_.whole.state));
    was_ = parts_of_state();
    now_ = parts_of_state();
    const DayRange span = *state_.data.span();
    std::optional<Day> last_day;
    if (span.last != before_.span.last) last_day = std::min(span.last, before_.span.last);
    Stale stale(run, *live_.needs, change_, last_day);
    CellsAnew cells(run);
    GatherAnew(run, live_.whole.entries, *live_.tables, stale, cells).make();
    same_periods_ = same_standing_periods(before_.standing, run.standing());
    Anew anew = OfficersAnew(live_, stale, cells, same_periods_).make();
    report_.officers = stale.officers().size();
    report_.cells = cells.evaluated();
    for (const auto& rows : anew.rows) report_.rows += rows.size();
    state_.span = span;
    put_rows(anew);
    rank(anew);
    if (honour(anew) || anew.issues) list_issues(live_.whole);
    return moved_between(Scores(was_), Scores(now_), published, published_periods(Scores(live_.whole.state)));
  }

 private:
  /// The same plan and data, and nothing published.
  std::shared_ptr<ScoresState> parts_of_state() const {
    auto parts = std::make_shared<ScoresState>(ScoresState{state_.plan, state_.data, state_.options, {}, {}, {}, {}});
    for (const ScoreTable& table : state_.tables)
      parts->tables.push_back({table.grain, table.ids, table.kinds, {}, table.veto_ids});
    for (const RankingTable& table : state_.rankings) parts->rankings.push_back({table.id, table.every, {}});
    return parts;
  }

  void put_rows(Anew& anew) {
    for (std::size_t g = 0; g < anew.rows.size(); ++g) {
      const auto& periods = live_.whole.run->published()[g].periods;
      now_->tables[g].rows = anew.rows[g];
      if (anew.whole.empty() && periods == before_.published[g].periods)
        exchange_rows(state_.tables[g], anew.rows[g], was_->tables[g]);
      else
        merge_rows(state_.tables[g], anew.rows[g], was_->tables[g], anew.whole, periods);
    }
  }

  /// Each row is there already.
  static void exchange_rows(ScoreTable& table, std::vector<ScoreRow>& rows, ScoreTable& was) {
    for (ScoreRow& row : rows) {
      const ScoreRow* found = table.find(row.period, row.officer);
      ScoreRow& place = table.rows[std::size_t(found - table.rows.data())];
      was.rows.push_back(std::move(place));
      place = std::move(row);
    }
  }

  static void merge_rows(ScoreTable& table, std::vector<ScoreRow>& rows, ScoreTable& was,
                         const std::set<std::size_t>& whole, const std::vector<Period>& periods) {
    const auto key = [](const ScoreRow& row) { return std::pair(row.period, row.officer); };
    std::vector<ScoreRow> merged;
    merged.reserve(table.rows.size() + rows.size());
    auto next = rows.begin();
    for (ScoreRow& old : table.rows) {
      for (; next != rows.end() && key(*next) < key(old); ++next) merged.push_back(std::move(*next));
      const bool replaced = next != rows.end() && key(*next) == key(old);
      if (replaced) merged.push_back(std::move(*next++));
      const bool gone = whole.contains(old.officer) || !std::binary_search(periods.begin(), periods.end(), old.period);
      (replaced || gone ? was.rows : merged).push_back(std::move(old));
    }
    std::move(next, rows.end(), std::back_inserter(merged));
    table.rows = std::move(merged);
  }

  void rank(const Anew& anew) {
    const Run& run = *live_.whole.run;
    if (!same_periods_) {
      for (std::size_t r = 0; r < state_.rankings.size(); ++r) was_->rankings[r].rows = state_.rankings[r].rows;
      live_.whole.standings = make_standings(run, live_.whole.results);
      state_.rankings = make_rankings(run, live_.whole.standings);
      for (std::size_t r = 0; r < state_.rankings.size(); ++r) now_->rankings[r].rows = state_.rankings[r].rows;
      for (const auto& standings : live_.whole.standings) report_.rankings += standings.size();
      return;
    }
    std::size_t table = 0;
    for (std::size_t r = 0; r < run.card().rankings.size(); ++r) {
      for (std::size_t i = 0; i < run.standing().rankings[r].size(); ++i) {
        const RankedPeriod& at = run.standing().rankings[r][i];
        const auto found = anew.ranked.find({r, at.period});
        if (found == anew.ranked.end()) continue;
        PeriodStanding& standing = live_.whole.standings[r][i];
        const bool listed = at.published && run.standing().wanted[r];
        ++report_.rankings;
        if (!run.card().rankings[r].unit && !found->second.members) {
          std::vector<RankedOfficer> nobody;
          rank_again({run, r, standing, listed ? rows_of(table, at.period) : std::span<RankedOfficer>()},
                     live_.whole.results, found->second.officers, listed ? was_->rankings[table].rows : nobody,
                     listed ? now_->rankings[table].rows : nobody);
          continue;
        }
        standing = make_standing(run, live_.whole.results, r, at);
        if (listed) exchange_ranks(table, r, standing);
      }
      if (run.standing().wanted[r]) ++table;
    }
  }

  std::span<RankedOfficer> rows_of(std::size_t table, Period period) {
    std::vector<RankedOfficer>& rows = state_.rankings[table].rows;
    const auto [first, last] = std::equal_range(rows.begin(), rows.end(), period, ByPeriod{});
    return {first, last};
  }

  void exchange_ranks(std::size_t table, std::size_t ranking, const PeriodStanding& standing) {
    std::vector<RankedOfficer>& rows = state_.rankings[table].rows;
    const auto [first, last] = std::equal_range(rows.begin(), rows.end(), standing.at.period, ByPeriod{});
    std::vector<RankedOfficer>& was = was_->rankings[table].rows;
    std::move(first, last, std::back_inserter(was));
    std::vector<RankedOfficer> now = listed(*live_.whole.run, ranking, standing);
    now_->rankings[table].rows.insert(now_->rankings[table].rows.end(), now.begin(), now.end());
    if (std::size_t(last - first) == now.size())
      std::move(now.begin(), now.end(), first);
    else
      rows.insert(rows.erase(first, last), std::move_iterator(now.begin()), std::move_iterator(now.end()));
  }
  struct ByPeriod {
    bool operator()(const RankedOfficer& row, Period period) const { return row.period < period; }
    bool operator()(Period period, const RankedOfficer& row) const { return period < row.period; }
  };

  /// True where issues of awards are others than before.
  bool honour(const Anew& anew) {
    if (same_periods_ && anew.ranked.empty() && !anew.promises) return false;
    const auto copy = [&](ScoresState& parts) {
      parts.grades = state_.grades;
      parts.awards = state_.awards;
      parts.broken_expectations = state_.broken_expectations;
    };
    copy(*was_);
    const std::vector<RowIssue> issues = live_.whole.award_issues;
    make_honours(live_.whole);
    copy(*now_);
    return !std::equal(issues.begin(), issues.end(), live_.whole.award_issues.begin(), live_.whole.award_issues.end(),
                       same_issue);
  }

  LiveScoring& live_;
  const DataChange& change_;
  const FormerRun& before_;
  UpdateReport& report_;
  ScoresState& state_;
  bool same_periods_ = true;
  std::shared_ptr<ScoresState> was_, now_;  ///< what was replaced, and by what
};

}  // namespace

LiveScoring::LiveScoring(WholeScoring scoring) : whole(std::move(scoring)) {
  tables = std::make_shared<GatherTables>(whole.run->gathers());
  whole.run->set_gathers(tables);
  whole.state->gathers = tables;
  const Run& run = *whole.run;
  needs.emplace(run.schedule(), run.graph(), run.card(), run.timeline());
}

void LiveScoring::plan_anew() {
  whole.run = std::make_unique<Run>(whole.state->plan, whole.state->data, whole.state->options);
  whole.run->set_gathers(tables);
  const Run& run = *whole.run;
  needs.emplace(run.schedule(), run.graph(), run.card(), run.timeline());
}

Movement rescore(LiveScoring& live, const DataChange& change, const FormerRun& before, UpdateReport& report) {
  return Rescoring(live, change, before, report).make();
}

}  // namespace cwp
