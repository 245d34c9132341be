// How long the steps take on the station of rules/station-month.yaml. Times are printed, never asserted.

#include <benchmark/benchmark.h>

#include "cwp/cwp.hpp"

namespace {

const std::string kRules = CWP_ROOT_DIR "/rules/station-month.yaml";
const std::string kData = CWP_ROOT_DIR "/rules/data/station-month";

cwp::CheckedRulebook checked() { return cwp::load_and_check(cwp::read_source(kRules).value()).value(); }

cwp::Dataset dataset(const cwp::CheckedRulebook& rules) {
  cwp::CsvInputs inputs;
  inputs.roster = kData + "/roster.csv";
  inputs.metrics = {kData + "/metrics.csv", kData + "/satisfaction.csv"};
  inputs.duty = {kData + "/duty.csv"};
  return cwp::read_csv(inputs, rules).value();
}

void load_check_compile(benchmark::State& state) {
  const cwp::Source source = cwp::read_source(kRules).value();
  for (auto _ : state) benchmark::DoNotOptimize(cwp::compile(cwp::load_and_check(source).value()).size());
}
BENCHMARK(load_check_compile)->Unit(benchmark::kMillisecond);

void read_files(benchmark::State& state) {
  const cwp::CheckedRulebook rules = checked();
  for (auto _ : state) benchmark::DoNotOptimize(dataset(rules).officer_count());
}
BENCHMARK(read_files)->Unit(benchmark::kMillisecond);

/// Eight officers, two months by day, week and month.
void score_station(benchmark::State& state) {
  const cwp::CheckedRulebook rules = checked();
  const cwp::Plan plan = cwp::compile(rules);
  const cwp::Dataset data = dataset(rules);
  for (auto _ : state) benchmark::DoNotOptimize(cwp::score(plan, data).value().tables().size());
}
BENCHMARK(score_station)->Unit(benchmark::kMillisecond);

}  // namespace
