// Figures that lie in memory already, one for each officer: scored where they lie, nothing is copied.
#include <cstdio>
#include "cwp/cwp.hpp"

constexpr const char* kRules = R"yaml(cwp: 1
id: from-memory
attributes:
  area: {type: text, one_of: [urban, rural]}
duty: {leave: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16}
  satisfaction: {per: month, fold: last, range: [0, 100], decimals: 1}
categories:
  - id: people
    full: 20
    items:
      - {id: visiting, per: month, full: 10, target: {of: visits, at: "if(area = 'urban', 40, 25)", better: more}}
      - {id: content, per: month, full: 10, points: satisfaction / 10}
assessments: {month: {}}
rankings: [{id: by_month, every: month, of: total}]
)yaml";

int main() try {
  const auto rules = cwp::load_and_check(cwp::Source("from-memory.yaml", kRules)).value();
  const auto march = cwp::Period::parse("2026-03", rules.calendar()).value();

  const std::vector<std::uint16_t> visits = {38, 30, 41, 0};
  const std::vector<double> satisfaction = {91.5, 88.2, 97.0, 0.0};
  const std::vector<std::uint32_t> areas = {0, 1, 0, 1};  // numbers into {"urban", "rural"}

  cwp::ColumnsBuilder builder(rules, visits.size());
  builder.set_keys({"ann", "bob", "eve", "zoe"});
  builder.set_attribute("area", {"urban", "rural"}, areas);
  builder.add_duty(3, rules.calendar().days(march), "leave");  // zoe was away all month
  builder.add_figures("visits", march, std::span(visits));
  builder.add_figures("satisfaction", march, std::span(satisfaction));
  // The columns are borrowed: they must live as long as `data` and what was scored from it.
  const auto data = builder.finish().value();

  const auto scores = cwp::score(cwp::compile(rules), data, march).value();
  std::fputs(cwp::to_csv(*scores.table(cwp::Grain::month), scores).c_str(), stdout);
  std::puts("");
  std::fputs(cwp::to_csv(*scores.ranking("by_month"), scores).c_str(), stdout);
} catch (const cwp::Error& error) {
  std::fputs(error.what(), stderr);
  return 1;
}
