// A row was corrected after the month was published: whose points, ranks and awards did that move?
#include <cstdio>
#include "cwp/cwp.hpp"

constexpr const char* kRules = R"yaml(cwp: 1
id: patrol
title: {zh: 巡逻考核, en: Patrol}
metrics:
  visits: {per: month, fold: sum, type: u16}
categories:
  - {id: work, items: [{id: calls, per: month, full: 100, target: {of: visits, at: 50}}]}
assessments: {month: {}}
rankings: [{id: by_month, title: {zh: 月度排名, en: The month}, every: month, of: total}]
awards: [{id: bonus, title: {zh: 奖金, en: Bonus}, from: by_month, top: 1, pays: 500}]
)yaml";

// The rows as they lie in the system, each with the day on which it became known; old ones are never changed.
cwp::Dataset rows_known_at(const cwp::CheckedRulebook& rules, cwp::Day day) {
  const cwp::Recorded reported{cwp::Day::parse("2026-04-01")};
  const cwp::Recorded corrected{cwp::Day::parse("2026-05-03")};
  const cwp::Recorded withdrawn{cwp::Day::parse("2026-05-03"), true};
  cwp::DatasetBuilder builder(rules);
  builder.set_known_at(day);
  for (const char* officer : {"ann", "bob", "eve"}) builder.add_officer(officer, {}, {}, {});
  builder.add_metric("ann", "2026-03", "visits", "45", {}, reported);
  builder.add_metric("bob", "2026-03", "visits", "40", {}, reported);
  builder.add_metric("eve", "2026-03", "visits", "30", {}, reported);
  builder.add_metric("ann", "2026-03", "visits", "38", {}, corrected);  // instead of 45
  builder.add_metric("eve", "2026-03", "visits", "", {}, withdrawn);    // it never happened
  return builder.finish().value();
}

int main() try {
  const auto rules = cwp::load_and_check(cwp::Source("patrol.yaml", kRules)).value();
  const auto plan = cwp::compile(rules);
  const auto published = cwp::score(plan, rows_known_at(rules, *cwp::Day::parse("2026-05-02"))).value();
  const auto now = cwp::score(plan, rows_known_at(rules, *cwp::Day::parse("2026-05-03"))).value();

  const cwp::Movement movement = cwp::what_moved(published, now);
  std::puts(cwp::to_markdown(movement, now, cwp::Language::en).c_str());

  // Whoever has to be paid back, or more, is a line of the list.
  for (const cwp::MovedFigure& one : movement.figures)
    if (one.what == cwp::Moving::award)
      std::printf("%s: %s yuan before, %s now\n", one.who.c_str(), one.before.empty() ? "0" : one.before.c_str(),
                  one.after.empty() ? "0" : one.after.c_str());
} catch (const cwp::Error& error) {
  std::fputs(error.what(), stderr);
  return 1;
}
