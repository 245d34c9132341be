#include "cli/bom_option.hpp"

#include <CLI/CLI.hpp>

#include "cwp/diagnostic.hpp"

namespace cwp {

CLI::Option* add_bom_option(CLI::App& app, bool& bom) {
  return app.add_flag("--bom", bom, "CSV begins with a byte order mark: Excel shows Chinese rightly at a double click");
}

std::string bom_refusal(bool bom, const std::string& format) {
  return !bom || format.empty() || format == "csv" ? "" : wording("usage-bom", {format});
}

std::string as_csv(std::string text, bool bom) {
  if (bom) text.insert(0, kCsvMark);
  return text;
}

std::vector<OutputFile> as_csv(std::vector<OutputFile> files, bool bom) {
  for (auto& [name, text] : files)
    if (name.ends_with(".csv")) text = as_csv(std::move(text), bom);
  return files;
}

}  // namespace cwp
