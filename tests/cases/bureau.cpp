#include "bureau.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "cwp/read_csv.hpp"
#include "cwp/sample.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

Dataset made(const CheckedRulebook& rules) {
  SampleOptions options;
  options.officers = 200;
  options.stations = 10;
  options.seed = 7;
  options.span = {*Day::parse("2025-12-21"), *Day::parse("2026-09-20")};
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / ("cwp-bureau-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder);
  EXPECT_TRUE(write_output(folder.string(), make_sample(rules, options).value()).empty());
  CsvInputs inputs;
  inputs.directory = folder.string();
  inputs.span = options.span;
  const Dataset data = read_csv(inputs, rules).value();
  std::filesystem::remove_all(folder);
  return data;
}

Scores scored() {
  const std::string file = root_dir() + "/rules/community-officers.yaml";
  const CheckedRulebook rules = load_and_check(read_source(file).value()).value();
  ScoreOptions options;
  options.window = DayRange{*Day::parse("2026-06-21"), *Day::parse("2026-09-20")};
  options.grains = {Grain::day, Grain::week, Grain::month, Grain::quarter};
  return score(compile(rules), made(rules), options).value();
}

}  // namespace

const Scores& bureau() {
  static const Scores scores = scored();
  return scores;
}

}  // namespace cwp
