// Scores the worked example and prints its bulletin and the reasons for one figure.
#include <cstdio>
#include "cwp/cwp.hpp"

int main(int count, char** arguments) try {
  const std::string folder = count > 1 ? arguments[1] : "rules/";
  const auto rules = cwp::load_and_check(cwp::read_source(folder + "worked-example.yaml").value()).value();
  const auto plan = cwp::compile(rules);
  cwp::CsvInputs inputs;
  inputs.directory = folder + "data/worked-example";
  inputs.span = cwp::DayRange{*cwp::Day::parse("2026-02-21"), *cwp::Day::parse("2026-03-22")};
  const auto data = cwp::read_csv(inputs, rules).value();
  const auto march = cwp::Period::parse("2026-03", rules.calendar()).value();
  const auto scores = cwp::score(plan, data, march).value();
  std::puts(cwp::to_markdown(*scores.ranking("by_month"), scores).c_str());
  std::puts(cwp::to_text(cwp::explain(scores, "ann", march, "missed_people").value()).c_str());
} catch (const cwp::Error& error) {
  std::fputs(error.what(), stderr);  // the very text the command line prints
  return 1;
}
