#pragma once
// Rows through a DatasetBuilder, and what the dataset holds of them, as text.

#include "checked_text.hpp"
#include "data/dataset_state.hpp"

namespace cwp {

struct BuiltData {
  explicit BuiltData(std::string_view more = "")
      : rules(checked_text(
            "cwp: 1\nid: built\n" + std::string(more) +
            "attributes: {area: {one_of: [urban, rural], default: urban}, years: {type: number}}\n"
            "duty: {leave: exempt}\n"
            "metrics:\n"
            "  visits: {type: u16}\n"
            "  hours: {on_duplicate: sum}\n"
            "  level: {fold: last, on_duplicate: last}\n"
            "  best: {fold: max, on_duplicate: max}\n"
            "  survey: {per: month, fold: last}\n"
            "categories:\n"
            "  - id: work\n"
            "    items:\n"
            "      - {id: a, per: month, points: visits + hours + level + best + survey + years, if_missing: zero,\n"
            "         applies: area = 'urban'}\n")),
        builder(rules) {
    builder.add_file("roster.csv");   // 0
    builder.add_file("metrics.csv");  // 1
  }

  void officer(const std::string& key, const char* from = "", const char* to = "",
               std::map<std::string, std::string> attributes = {}) {
    builder.add_officer(key, Day::parse(from), Day::parse(to), std::move(attributes), {0, ++roster_line});
  }
  void duty(const std::string& key, const char* from, const char* to, const char* status) {
    builder.add_duty(key, Day::parse(from), Day::parse(to), status, {0, ++roster_line});
  }
  void figure(const char* key, const char* date, const char* metric, const char* value) {
    builder.add_metric(key, date, metric, value, {1, ++metrics_line});
  }

  /// `FILE:LINE REASON [EXPECTED]` for each issue.
  static std::string issues(const Dataset& data) {
    std::string text;
    for (const RowIssue& issue : data.issues())
      text += issue.file + ":" + std::to_string(issue.line) + " " + std::string(issue.reason) +
              (issue.expected.empty() ? "" : " [" + issue.expected + "]") + "\n";
    return text;
  }
  /// The cells of an officer and metric: `VALUE from LINE,LINE` or `refused from …`.
  static std::string cells(const Dataset& data, std::size_t officer, std::size_t metric) {
    std::string text;
    for (const MetricCell& cell : data.state().officers[officer].metrics[metric]) {
      text += (cell.refused ? "refused" : cell.value.to_text()) + " from ";
      for (const Origin& origin : cell.origins) text += std::to_string(origin.line) + ",";
      text.back() = ';';
    }
    return text;
  }

  CheckedRulebook rules;
  DatasetBuilder builder;
  std::uint32_t roster_line = 1, metrics_line = 1;
};

}  // namespace cwp
