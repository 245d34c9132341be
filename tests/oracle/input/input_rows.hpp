#pragma once
// InputRows: what is handed both to cwp and to the oracle, as written; and the folder of files it can be kept in.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cwp/dataset.hpp"

namespace cwp::oracle {

struct OfficerRow {
  std::string officer;
  std::optional<Day> from, to;
  std::map<std::string, std::string> attributes;
};
struct DutyRow {
  std::string officer;
  std::optional<Day> from, to;
  std::string status;
};
struct MetricRow {
  std::string officer, date, metric, value;
};
/// A row of a table of facts.
struct FactRow {
  std::string table, officer, date;
  std::map<std::string, std::string> values;
};
struct InputRows {
  std::vector<OfficerRow> roster;
  std::vector<DutyRow> duty;
  std::vector<MetricRow> metrics;  ///< `officer` is the value of the attribute that the metric is about, if it is
  std::vector<FactRow> facts;
  DayRange span;
};

/// A rulebook with its rows, and how it is scored.
struct OracleCase {
  std::string rulebook;
  InputRows rows;
  bool provisional = false;
};

/// The rows as a Dataset of cwp.
Result<Dataset> to_dataset(const InputRows& rows, const CheckedRulebook& rules);

/// rulebook.yaml, roster.csv, metrics.csv, duty.csv, facts.csv (all but the last in the formats of the command line)
/// and case.txt (span, provisional, and what differed).
void save_case(const std::string& folder, const OracleCase& one, const std::string& difference);
OracleCase load_case(const std::string& folder);

}  // namespace cwp::oracle
