// Why somebody has these points: as text in either language, as JSON, and as a tree to walk.
#include <cstdio>
#include <functional>
#include "cwp/cwp.hpp"

int main(int count, char** arguments) try {
  const std::string folder = count > 1 ? arguments[1] : "rules/";
  const auto rules = cwp::load_and_check(cwp::read_source(folder + "worked-example.yaml").value()).value();
  cwp::CsvInputs inputs;
  inputs.directory = folder + "data/worked-example";
  inputs.span = cwp::DayRange{*cwp::Day::parse("2026-02-21"), *cwp::Day::parse("2026-03-22")};
  const auto scores = cwp::score(cwp::compile(rules), cwp::read_csv(inputs, rules).value()).value();
  const auto march = cwp::Period::parse("2026-03", rules.calendar()).value();

  // One item, for people.
  const auto why = cwp::explain(scores, "ann", march, "missed_people", cwp::Language::zh).value();
  std::puts(cwp::to_text(why).c_str());

  // The whole total: how many steps, how deep, and which rows of data are below it.
  const auto total = cwp::explain(scores, "ann", march).value();
  std::size_t steps = 0, rows = 0;
  const std::function<void(const cwp::Explanation&)> walk = [&](const cwp::Explanation& step) {
    ++steps;
    if (step.remark.find(".csv:") != std::string::npos) ++rows;  // a row of data says its file and line
    for (const cwp::Explanation& below : step.steps) walk(below);
  };
  walk(total);
  std::printf("%s = %s: %zu steps, %zu of them rows of data\n", total.label.c_str(), total.value.c_str(), steps, rows);

  // Asking for what is not there is a diagnostic, as everywhere.
  const auto nobody = cwp::explain(scores, "nobody", march);
  std::fputs(cwp::render(nobody.diagnostics()).c_str(), stdout);
} catch (const cwp::Error& error) {
  std::fputs(error.what(), stderr);
  return 1;
}
