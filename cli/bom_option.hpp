#pragma once
// --bom: CSV files that Excel opens rightly at a double click.

#include <string>
#include <vector>

#include "cwp/write.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace cwp {

CLI::Option* add_bom_option(CLI::App& app, bool& bom);
/// Why `--bom` cannot be used with this `--format`; empty: it can. No format is CSV.
std::string bom_refusal(bool bom, const std::string& format);

/// The text of a CSV file, as `--bom` wants it.
std::string as_csv(std::string text, bool bom);
/// Of files, those that are CSV.
std::vector<OutputFile> as_csv(std::vector<OutputFile> files, bool bom);

}  // namespace cwp
