#include "data/finish_dataset.hpp"

#include <algorithm>
#include <tuple>

#include "check/checked_state.hpp"
#include "data/make_columns.hpp"
#include "row/known_rows.hpp"
#include "row/spread_sheets.hpp"

namespace cwp {
namespace {

auto order_of(const RowIssue& issue) {
  return std::tie(issue.file, issue.line, issue.metric, issue.officer, issue.date, issue.reason, issue.value,
                  issue.expected);
}

}  // namespace

void sort_issues(std::vector<RowIssue>& issues) {
  std::sort(issues.begin(), issues.end(),
            [](const RowIssue& a, const RowIssue& b) { return order_of(a) < order_of(b); });
  const auto same = [](const RowIssue& a, const RowIssue& b) { return order_of(a) == order_of(b); };
  issues.erase(std::unique(issues.begin(), issues.end(), same), issues.end());
}

std::optional<Refusal> too_late(const Rulebook& rulebook, const std::optional<DayRange>& span, Day day) {
  const auto& end = rulebook.effective_to;
  if (end && end->value < day) return Refusal{"after-effective-end", end->value.to_text()};
  if (span && span->last < day) return Refusal{"after-span", span->last.to_text()};
  return std::nullopt;
}

std::uint32_t DatasetMaking::officer_number(const std::string& key) const {
  const std::uint32_t number = rows.keys.number(key);
  return number < officer_of_key.size() ? officer_of_key[number] : kNotInRoster;
}

std::optional<Refusal> DatasetMaking::too_late(Day day) const { return cwp::too_late(rulebook, rows.span, day); }

std::optional<Refusal> DatasetMaking::not_counted(std::uint32_t officer, Period period) const {
  const DayRange days = calendar.days(period);
  if (officer == kNotInRoster) return Refusal{"officer-not-in-roster", ""};
  if (!always_present && !present_within(state.officers[officer], days))
    return Refusal{"officer-not-present", calendar.label(period)};
  return too_late(days.first);
}

bool DatasetMaking::counts(const FigureInput& figure) {
  const Period period{rulebook.metrics[figure.metric].per.value, figure.period};
  const auto refusal = not_counted(officer_of_key[figure.officer], period);
  if (!refusal) {
    widen_span(period);
    return true;
  }
  rows.issues.push_back(rows.issue(refusal->reason, figure.origin, rows.keys.key(figure.officer),
                                   rows.written_date(figure, rulebook, calendar), refusal->expected));
  return false;
}

void DatasetMaking::widen_span(Period period) {
  const DayRange days = calendar.days(period);
  first = std::min(first.value_or(days.first), days.first);
  last = std::max(last.value_or(days.last), days.last);
  if (period.grain == Grain::day) last_of_days = std::max(last_of_days.value_or(days.last), days.last);
}

std::optional<DayRange> DatasetMaking::span() const {
  if (rows.span) return rows.span;
  if (!first) return std::nullopt;
  return DayRange{*first, last_of_days ? *last_of_days : *last};
}

std::optional<Diagnostic> span_problem(DayRange span) {
  constexpr std::int32_t kSpare = 366;  // a year, week or month at the ends may begin before and end behind
  if (span.first < kFirstDay + -kSpare || kLastDay + kSpare < span.last || span.last < kFirstDay + -kSpare ||
      kLastDay + kSpare < span.first)
    return Diagnostic{"span-far-outside"};
  if (span.last < span.first) return Diagnostic{"span-backwards", {}, {span.first.to_text(), span.last.to_text()}};
  return std::nullopt;
}

Result<Dataset> finish_dataset(const CheckedRulebook& rules, InputRows rows) {
  auto state = std::make_shared<DatasetState>(DatasetState{rules, {}, {}, {}, {}, {}});
  std::vector<Diagnostic> problems;
  if (auto problem = rows.span ? span_problem(*rows.span) : std::nullopt) {
    problems.push_back(std::move(*problem));
    rows.span.reset();
  }
  DatasetMaking making{rules.rulebook(), rules.state().scorecard, rules.calendar(), rows, *state, {}, {}, {}, {}};
  std::vector<Diagnostic> duplicates;
  if (can_be_columns(making)) {
    duplicates = make_columns(making);
  } else {
    spread_sheets(rows);
    keep_known(rows, rules.rulebook());
    take_roster(making);
    take_duty(making);
    duplicates = take_figures(making);
    take_facts(making);
  }
  problems.insert(problems.end(), duplicates.begin(), duplicates.end());
  state->span = making.span();
  state->files = std::move(rows.files);
  state->holds = std::move(rows.holds);
  state->digests = std::move(rows.digests);
  state->known_at = rows.known_at;
  state->dialect = rows.dialect;
  state->issues = std::move(rows.issues);
  sort_issues(state->issues);
  if (has_error(problems)) return problems;
  return Dataset(std::move(state));
}

}  // namespace cwp
