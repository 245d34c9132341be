#pragma once
// read_csv: roster, metric and duty files to a Dataset.

#include <optional>
#include <string>
#include <vector>

#include "cwp/dataset.hpp"

namespace cwp {

/// Which files to read. `directory` stands for its roster.csv, metrics.csv and duty.csv (the last two may be absent).
struct CsvInputs {
  std::string directory;
  std::string roster;
  std::vector<std::string> metrics;  ///< wide (`officer,date,entries,…`) or long (`officer,date,metric,value`)
  std::vector<std::string> duty;
  std::optional<DayRange> span;
};

/// Reads and checks the files. Errors (all of them at once, with file and line): unreadable files, a header without
/// `officer`, an unknown column or one that stands twice, text that is not UTF-8, an unclosed quote. What is wrong with
/// single rows becomes row issues.
Result<Dataset> read_csv(const CsvInputs& inputs, const CheckedRulebook& rules);

}  // namespace cwp
