#pragma once
// What cwp says of an example of the catalogue of diagnostics.

#include <set>
#include <string>

#include "cwp/diagnostic.hpp"

namespace cwp {

struct Said {
  std::string text;             ///< what has the row's slug, in English and then in Chinese; empty: nothing has
  std::set<std::string> slugs;  ///< of all that was said, notes included
};

/// Runs the example of a row: a rulebook is loaded and checked, data are read, the rows of scoring are scored. Texts
/// that cannot stand in a table of rows (bytes that are no text, thousands of lines) are made here. `runnable` is false
/// for a row without either, and for commands.
struct Example {
  bool runnable = false;
  Said said;
};
Example run_example(const DiagnosticRow& row);

}  // namespace cwp
