#pragma once
// read_table: one file's records into the builder.

#include <string>
#include <vector>

#include "cwp/read_csv.hpp"
#include "io/csv_header.hpp"
#include "io/opened_input.hpp"
#include "io/stage_progress.hpp"

namespace cwp {

/// What is read, and what becomes of it. `file.path` is what the file is called, wherever it lies.
struct TableReading {
  const InputFile& file;
  OpenedInput& input;
  const CsvInputs& inputs;
  const CheckedRulebook& rules;
  DatasetBuilder& builder;
  std::vector<Diagnostic>& problems;
  StageProgress& progress;
};

/// Rows that are plain in passing, all others one by one; what is wrong with one is a row issue, what is wrong with the
/// file a problem.
void read_table(const TableReading& reading);

}  // namespace cwp
