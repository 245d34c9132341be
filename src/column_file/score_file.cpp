#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>

#include "column_file/column_file_state.hpp"
#include "engine/officer_threads.hpp"
#include "standing/score_problems.hpp"
#include "stream/score_run.hpp"

namespace cwp {
namespace {

/// Wants nothing and keeps nothing.
class Nowhere : public ScoreSink {
 public:
  bool in_order() const override { return false; }
  bool wants(PartKind) const override { return false; }
  void block(const ScoreBlock&) override {}
};

/// The reports of all months as one.
class MonthlyReports {
 public:
  void add(const ScoringReport& month) {
    report_.judged += month.judged;
    report_.steps = std::max(report_.steps, month.steps);
    report_.block = std::max(report_.block, month.block);
    report_.bytes_live = std::max(report_.bytes_live, month.bytes_live);
    report_.bind += month.bind;
    report_.gather += month.gather;
    report_.figures += month.figures;
    report_.rank += month.rank;
    // A month that looks back at another finds what was wrong there again.
    std::set<std::string> fresh;
    for (const RowIssue& issue : month.issues) {
      std::string text = text_of(issue);
      if (known_.count(text) > 0) continue;
      fresh.insert(std::move(text));
      issues_.push_back(issue);
    }
    known_.merge(fresh);
  }

  /// What was wrong, by officer.
  std::vector<RowIssue> issues(const OfficerKeys& keys) const {
    std::vector<RowIssue> sorted = issues_;
    if (sorted.empty()) return sorted;
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (std::uint32_t i = 0; i < keys.size(); ++i) numbers.emplace(keys.key(i), i);
    std::stable_sort(sorted.begin(), sorted.end(), [&](const RowIssue& a, const RowIssue& b) {
      return numbers.at(a.officer) < numbers.at(b.officer);
    });
    return sorted;
  }
  const ScoringReport& report() const { return report_; }

 private:
  /// What tells a fault from another. A formula that several items have is one, and named by the item from which it was
  /// met first: for another month that may be another item.
  static std::string text_of(const RowIssue& issue) {
    std::string text(issue.reason);
    for (const std::string* part : {&issue.file, &issue.officer, &issue.date, &issue.value, &issue.expected})
      text += '\n' + *part;
    return text += '\n' + std::to_string(issue.line);
  }

  ScoringReport report_;
  std::vector<RowIssue> issues_;
  std::set<std::string> known_;
};

/// Whose figures before a run are still looked for, column by column backwards: those who are there in it, and for whom
/// no figure has been met.
class WithoutFigure {
 public:
  WithoutFigure(const ColumnStore& people, DayRange looked_at) : people_(people), looked_at_(looked_at) {}

  /// Whether somebody's may be in a column before this one, which begins on `first`.
  bool any_before(Day first, const StoredFigures& figures) {
    std::vector<std::uint32_t> lacking, both;
    std::set_union(figures.absent.begin(), figures.absent.end(), figures.refused.begin(), figures.refused.end(),
                   std::back_inserter(lacking));
    if (officers_)
      std::set_intersection(officers_->begin(), officers_->end(), lacking.begin(), lacking.end(),
                            std::back_inserter(both));
    else
      both = std::move(lacking);
    std::erase_if(both, [&](std::uint32_t officer) {
      return !people_.is_there(officer, looked_at_) || !people_.is_there(officer, {kFirstDay, first + -1});
    });
    officers_ = std::move(both);
    return !officers_->empty();
  }

 private:
  const ColumnStore& people_;
  DayRange looked_at_;
  std::optional<std::vector<std::uint32_t>> officers_;  ///< ascending; nothing: no column was looked at
};

/// The columns that a run looks at, and where figures are carried, those from which they may be.
std::vector<Diagnostic> add_looked_at(const ColumnFileState& file, const DayRange& days, ColumnStore& store,
                                      int threads) {
  std::vector<RowIssue> known;  // the file has them
  if (auto problems = file.add_figures(file.columns_within(days), store, known, threads); !problems.empty())
    return problems;
  const auto& metrics = file.rules.rulebook().metrics;
  for (std::uint32_t m = 0; m < metrics.size(); ++m) {
    if (metrics[m].absent != AbsentRule::carry) continue;
    const Period before = file.rules.calendar().containing(days.first, metrics[m].per.value);
    auto column = file.columns.lower_bound({m, before});
    // The nearest column before, and further back as long as somebody has had no figure.
    WithoutFigure without(*file.people->columns, days);
    while (column != file.columns.begin() && std::prev(column)->first.first == m) {
      --column;
      if (auto problems = file.add_figures({&column->second}, store, known, threads); !problems.empty())
        return problems;
      if (!without.any_before(file.rules.calendar().first_day(column->first.second), store.figures.at(column->first)))
        break;
    }
  }
  return {};
}

/// All months, one by one; what was wrong is in `reports`.
std::vector<Diagnostic> score_months(ScoreSink& sink, const Plan& plan, const ColumnFileState& file,
                                     const ScoreOptions& options, MonthlyReports& reports) {
  const OfficerTeam team(options.threads);
  const Calendar& calendar = file.rules.calendar();
  const Period last = calendar.containing(file.span->last, Grain::month);
  for (Period month = calendar.containing(file.span->first, Grain::month); month <= last; month = month + 1) {
    const Stopwatch watch;
    std::shared_ptr<ColumnStore> store;
    const Dataset data(file.begun(file.span, store));
    Run run(plan, data, options, {calendar.days(month), false});
    const std::optional<DayRange>& days = run.schedule().looked_at();
    if (!days) continue;
    const DayRange around{days->first + -Schedule::kDaysAround, days->last + Schedule::kDaysAround};
    if (auto problems = file.add_days(around, *store); !problems.empty()) return problems;
    if (auto problems = add_looked_at(file, *days, *store, options.threads); !problems.empty()) return problems;
    const Result<ScoringReport> scored = score_run(sink, run, options, watch);
    if (!scored.ok()) return scored.diagnostics();
    reports.add(scored.value());
  }
  return {};
}

}  // namespace

Result<ScoringReport> score_into(ScoreSink& sink, const Plan& plan, const ColumnFile& file,
                                 const ScoreOptions& options) {
  const ColumnFileState& state = file.state();
  std::shared_ptr<ColumnStore> store;
  const auto all = state.begun(state.span, store);
  all->issues = state.issues;
  if (auto problems = score_problems(plan, Dataset(all), options); !problems.empty()) return problems;
  const OfficerKeys& keys = store->keys;
  ScoreOptions lenient = fitted(options, file.officer_count());
  lenient.strict = false;
  if (options.strict) {
    Nowhere nowhere;
    MonthlyReports before;
    if (auto problems = score_months(nowhere, plan, state, lenient, before); !problems.empty()) return problems;
    if (const auto issues = before.issues(keys); !issues.empty()) return strict_issue(issues.front());
  }
  MonthlyReports reports;
  if (auto problems = score_months(sink, plan, state, lenient, reports); !problems.empty()) return problems;
  ScoringReport report = reports.report();
  report.officers = file.officer_count();
  report.issues = state.issues;
  const std::vector<RowIssue> of_officers = reports.issues(keys);
  report.issues.insert(report.issues.end(), of_officers.begin(), of_officers.end());
  return report;
}

}  // namespace cwp
