#pragma once
// Scores of a rulebook on texts of CSV, or on made data.

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "cwp/read_csv.hpp"
#include "cwp/sample.hpp"
#include "cwp/score.hpp"
#include "this_build.hpp"

namespace cwp {

inline Dataset data_of(const CheckedRulebook& rules, const std::vector<OutputFile>& files, DayRange span,
                       const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / ("cwp_reasons_" + name);
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (const auto& [file, text] : files) std::ofstream(folder / file, std::ios::binary) << text;
  CsvInputs inputs;
  inputs.directory = folder.string();
  inputs.span = span;
  return read_csv(inputs, rules).value();
}

inline Dataset made_data(const CheckedRulebook& rules, std::uint32_t officers, DayRange span, std::uint64_t seed) {
  SampleOptions options;
  options.officers = officers;
  options.span = span;
  options.seed = seed;
  options.wrong_rows = seed % 2 == 0;
  return data_of(rules, make_sample(rules, options).value(), span, "made");
}

inline CheckedRulebook rules_in_tree(const std::string& name, const std::vector<Source>& settings = {}) {
  return load_and_check(read_source(root_dir() + "/rules/" + name + ".yaml").value(), {}, settings).value();
}

inline DayRange days_of(std::string_view first, std::string_view last) {
  return {*Day::parse(first), *Day::parse(last)};
}

}  // namespace cwp
