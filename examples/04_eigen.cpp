// Eigen's vectors and matrices as columns: officers are rows, days are columns, and nothing is copied.
#include <Eigen/Core>
#include <cstdio>
#include "cwp/cwp.hpp"
#include "cwp/eigen.hpp"

constexpr const char* kRules = R"yaml(cwp: 1
id: from-eigen
metrics:
  entries: {type: u16}
  satisfaction: {per: month, fold: last, range: [0, 100], decimals: 1}
categories:
  - id: people
    full: 20
    items:
      - {id: records, per: day, full: 10, target: {of: entries, at: 12}}
      - {id: content, per: month, full: 10, points: satisfaction / 10}
assessments: {month: {}}
)yaml";

int main() try {
  const auto rules = cwp::load_and_check(cwp::Source("from-eigen.yaml", kRules)).value();
  const auto march = cwp::Period::parse("2026-03", rules.calendar()).value();
  const cwp::Period first_day{cwp::Grain::day, rules.calendar().first_day(march).number};

  // What a database driver left behind: 31 days, one after the other, of three officers each.
  std::vector<std::uint16_t> buffer(3 * 31);
  for (std::size_t i = 0; i < buffer.size(); ++i) buffer[i] = static_cast<std::uint16_t>(6 + 3 * (i % 3));
  using Figures = Eigen::Matrix<std::uint16_t, Eigen::Dynamic, Eigen::Dynamic>;
  const Eigen::Map<const Figures> entries(buffer.data(), 3, 31);
  const Eigen::Vector3d satisfaction(91.5, 88.2, 97.0);

  cwp::ColumnsBuilder builder(rules, 3);  // their keys are 1, 2, 3
  cwp::add_figures(builder, "entries", first_day, entries);
  builder.add_figures("satisfaction", march, cwp::eigen_column(satisfaction));
  const auto data = builder.finish().value();

  const auto scores = cwp::score(cwp::compile(rules), data, march).value();
  const cwp::ScoreTable& table = *scores.table(cwp::Grain::month);
  // For plots and further algebra; the scores themselves are decimals.
  Eigen::VectorXd totals(static_cast<Eigen::Index>(table.rows.size()));
  for (Eigen::Index i = 0; i < totals.size(); ++i)
    totals[i] = table.rows[static_cast<std::size_t>(i)].total().points->to_double();
  std::fputs(cwp::to_csv(table, scores).c_str(), stdout);
  std::printf("mean %.3f\n", totals.mean());
} catch (const cwp::Error& error) {
  std::fputs(error.what(), stderr);
  return 1;
}
