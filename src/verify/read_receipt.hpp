#pragma once
// ReadReceipt: a receipt, read back.

#include <optional>
#include <string>
#include <vector>

#include "cwp/csv_dialect.hpp"
#include "cwp/output_format.hpp"
#include "cwp/result.hpp"
#include "cwp/score.hpp"

namespace cwp {

/// A file that a receipt names. `holds` is what an input was read as.
struct ReceiptFile {
  std::string name, sha256, holds;
};

struct ReadReceipt {
  std::string version;
  ReceiptFile rulebook;
  std::vector<ReceiptFile> bases;  ///< the rulebooks that it is built on, the nearest first
  std::vector<ReceiptFile> inputs, outputs;
  CsvDialect dialect;
  DayRange span;
  std::optional<Day> known_at;
  ScoreOptions options;
  OutputOptions output;
};

/// The receipt that is the text of the file `path`. Error: `receipt-unreadable`, which names what is wrong.
Result<ReadReceipt> read_receipt(const std::string& path, const std::string& text);

}  // namespace cwp
