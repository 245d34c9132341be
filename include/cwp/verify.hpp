#pragma once
// verify: a receipt held against its rulebook and inputs, and against what comes out when they are scored again.

#include <string>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/progress.hpp"
#include "cwp/result.hpp"

namespace CWP_API cwp {

/// Where to look for what a receipt names. Folders may have moved since: a file is looked for under the end of its name
/// (`/home/a/data/roster.csv` as `home/a/data/roster.csv`, `a/data/roster.csv` … `roster.csv`), the longest that is
/// there.
struct VerifyOptions {
  std::string inputs;      ///< the folder that holds the inputs
  std::string rulebook;    ///< empty: under its name, else beside the receipt or in the folder above it
  int threads = 1;         ///< what comes out does not depend on it
  Progress progress = {};  ///< told while it reads and scores
};

/// What differs, one diagnostic a difference.
struct Verification {
  std::vector<Diagnostic> differences;  ///< in the order of the receipt
  /// Whether nothing differs.
  bool equal() const { return differences.empty(); }
};

/// Reads the receipt at `path`, scores again with its span, dialect and options, and compares every output byte for
/// byte: with the digests of the receipt, and with the files beside it that are there. The differences are
/// `verify-version`, `verify-file-missing`, `verify-file-changed`, `verify-output-differs`, `verify-output-changed`,
/// `verify-output-unlisted`, `verify-output-gone`. What cannot be read or scored at all is among them with its own
/// diagnostics; other files than those of the receipt are not looked at. The figures of the receipt itself
/// (`published`, `issues`) are counts of the outputs and not compared. Error: `receipt-unreadable`. Time: that of
/// scoring.
Result<Verification> verify(const std::string& path, const VerifyOptions& options);

}  // namespace cwp
