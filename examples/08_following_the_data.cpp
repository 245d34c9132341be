// Scores that follow the data: a row is corrected, a day appended, and only what hangs on it is scored again.
#include <cstdio>
#include <filesystem>

#include "cwp/cwp.hpp"

constexpr const char* kRules = R"yaml(cwp: 1
id: patrol
metrics: {visits: {type: u16}}
categories:
  - {id: work, items: [{id: calls, per: day, full: 10, award: {of: visits, each: 1}, roll_up: mean}]}
assessments: {day: {}, month: {}}
rankings: [{id: by_month, every: month, of: total}]
)yaml";

void tell(const cwp::Scorer& scorer, const cwp::Movement& movement) {
  const cwp::UpdateReport& work = scorer.last_update();
  std::printf("%zu rows of %zu officers scored again, %zu rankings\n", work.rows, work.officers, work.rankings);
  for (const cwp::MovedFigure& one : movement.figures)
    if (one.what == cwp::Moving::rank)
      std::printf("  %s: rank %s before, %s now\n", one.who.c_str(), one.before.c_str(), one.after.c_str());
}

int main() try {
  const auto rules = cwp::load_and_check(cwp::Source("patrol.yaml", kRules)).value();
  const auto plan = cwp::compile(rules);
  cwp::ScoreOptions options;
  options.provisional = true;  // the month is not over

  cwp::DatasetBuilder rows(rules);
  rows.set_span({*cwp::Day::parse("2026-03-01"), *cwp::Day::parse("2026-03-03")});
  for (const char* officer : {"ann", "bob", "eve"}) rows.add_officer(officer, {}, {}, {});
  for (const char* date : {"2026-03-02", "2026-03-03"}) {
    rows.add_metric("ann", date, "visits", "6");
    rows.add_metric("bob", date, "visits", "5");
    rows.add_metric("eve", date, "visits", "2");
  }
  auto scorer = cwp::Scorer::make(plan, std::move(rows), options).value();

  // On the fourth it turns out that Bob made nine visits on the third.
  const cwp::Recorded corrected{cwp::Day::parse("2026-03-04")};
  scorer.rows().add_metric("bob", "2026-03-03", "visits", "9", {}, corrected);
  tell(scorer, scorer.update().value());

  // The fourth comes in.
  scorer.rows().set_span({*cwp::Day::parse("2026-03-01"), *cwp::Day::parse("2026-03-04")});
  scorer.rows().add_metric("ann", "2026-03-04", "visits", "10");
  scorer.rows().add_metric("bob", "2026-03-04", "visits", "1");
  tell(scorer, scorer.update().value());

  // What was kept in the evening is opened the next morning, with the same rulebook and options.
  const std::string state = (std::filesystem::temp_directory_path() / "cwp-example-08.state").string();
  if (const auto problems = scorer.save(state); !problems.empty()) throw cwp::Error(problems);
  auto morning = cwp::Scorer::open(state, plan, options).value();
  morning.rows().add_metric("bob", "2026-03-04", "visits", "10", {}, {cwp::Day::parse("2026-03-05")});
  tell(morning, morning.update().value());
  std::filesystem::remove(state);
} catch (const cwp::Error& error) {
  std::fputs(error.what(), stderr);
  return 1;
}
