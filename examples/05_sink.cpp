// A million officers need not be kept: a sink takes the figures block by block, and the ranks at the end.
#include <cstdio>
#include "cwp/cwp.hpp"

constexpr const char* kRules = R"yaml(cwp: 1
id: stream
metrics:
  visits: {per: month, fold: sum, type: u16}
categories:
  - {id: work, items: [{id: calls, per: month, full: 100, target: {of: visits, at: 50}}]}
assessments: {month: {}}
rankings: [{id: by_month, every: month, of: total}]
)yaml";

// Counts totals of 60 and more, and who is first. A real one would write to a file or a database.
class Tally : public cwp::ScoreSink {
 public:
  bool wants(cwp::PartKind kind) const override { return kind == cwp::PartKind::total; }
  // Called by one thread at a time, officers in order, unless in_order() says false.
  void block(const cwp::ScoreBlock& block) override {
    const cwp::FigureColumnView& total = block.columns.back();
    std::int64_t sixty = 60;
    for (int i = 0; i < total.decimals; ++i) sixty *= 10;  // figures are whole units of the last decimal
    // They come in 16, 32 or 64 bits.
    total.units.visit([&](const auto& all) {
      for (const std::int64_t units : all)
        if (units != cwp::kNoFigure && units >= sixty) ++passed;
    });
  }
  void ranks(const cwp::RankColumn& column) override {
    for (const std::uint32_t rank : column.ranks)
      if (rank == 1) ++first;
  }
  std::size_t passed = 0, first = 0;
};

int main() try {
  const auto rules = cwp::load_and_check(cwp::Source("stream.yaml", kRules)).value();
  const auto march = cwp::Period::parse("2026-03", rules.calendar()).value();

  std::vector<std::uint16_t> visits(100'000);
  for (std::size_t i = 0; i < visits.size(); ++i) visits[i] = static_cast<std::uint16_t>(i % 61);
  cwp::ColumnsBuilder builder(rules, visits.size());
  builder.add_figures("visits", march, std::span(visits));
  const auto data = builder.finish().value();

  Tally tally;
  cwp::ScoreOptions options;
  options.threads = 2;
  options.provisional = true;
  const auto report = cwp::score_into(tally, cwp::compile(rules), data, options).value();
  std::printf("%zu officers, %zu with 60 or more, %zu share the first place\n", report.officers, tally.passed,
              tally.first);
} catch (const cwp::Error& error) {
  std::fputs(error.what(), stderr);
  return 1;
}
