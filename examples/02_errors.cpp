// A rulebook with mistakes: all of them are reported at once, each at its place, in English and Chinese.
#include <cstdio>
#include "cwp/cwp.hpp"

constexpr const char* kRules = R"yaml(cwp: 1
id: mistakes
metrics:
  entries: {type: u16}
  visits: {type: u16}
categories:
  - id: people
    full: 40
    items:
      - {id: records, per: day, full: 15, target: {of: entires, at: 10}}
      - {id: calls, per: week, full: 15, points: "min（visits, 15)"}
assessments: {month: {}}
)yaml";

int main() {
  const cwp::Source source("mistakes.yaml", kRules);
  const cwp::Result<cwp::CheckedRulebook> rules = cwp::load_and_check(source);
  if (rules.ok()) return 1;  // value() would throw cwp::Error, whose what() is the English text below

  std::fputs(cwp::render(rules.diagnostics()).c_str(), stdout);
  std::puts("");
  std::fputs(cwp::render(rules.diagnostics(), cwp::Language::zh).c_str(), stdout);
  std::puts("");
  // For an editor: what it is and where. Slugs stay as they are; wordings may change.
  for (const cwp::Diagnostic& problem : rules.diagnostics()) {
    const cwp::Position at = problem.place.source.position(problem.place.span.begin);
    std::printf("%u:%u %s\n", at.line, at.column, std::string(problem.slug).c_str());
  }
}
