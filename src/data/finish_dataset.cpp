#include "data/finish_dataset.hpp"

#include <algorithm>
#include <tuple>

namespace cwp {
namespace {

auto order_of(const RowIssue& issue) {
  return std::tie(issue.file, issue.line, issue.metric, issue.officer, issue.date, issue.reason, issue.value,
                  issue.expected);
}

/// By place, whatever the order in which rows were given. What a wide row says of all its figures is said once.
void sort_issues(std::vector<RowIssue>& issues) {
  std::sort(issues.begin(), issues.end(),
            [](const RowIssue& a, const RowIssue& b) { return order_of(a) < order_of(b); });
  const auto same = [](const RowIssue& a, const RowIssue& b) { return order_of(a) == order_of(b); };
  issues.erase(std::unique(issues.begin(), issues.end(), same), issues.end());
}

}  // namespace

Result<Dataset> finish_dataset(const CheckedRulebook& rules, InputRows rows) {
  auto state = std::make_shared<DatasetState>(DatasetState{rules, {}, {}, {}, {}, {}});
  std::vector<Diagnostic> problems;
  if (rows.span && rows.span->last < rows.span->first) {
    Diagnostic backwards;
    backwards.slug = "span-backwards";
    backwards.arguments = {rows.span->first.to_text(), rows.span->last.to_text()};
    problems.push_back(std::move(backwards));
    rows.span.reset();
  }
  DatasetMaking making{rules.rulebook(), rules.calendar(), rows, *state, {}};
  take_roster(making);
  take_duty(making);
  std::vector<Diagnostic> duplicates = take_figures(making);
  problems.insert(problems.end(), duplicates.begin(), duplicates.end());
  state->files = std::move(rows.files);
  state->issues = std::move(rows.issues);
  sort_issues(state->issues);
  if (has_error(problems)) return problems;
  return Dataset(std::move(state));
}

}  // namespace cwp
