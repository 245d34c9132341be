// Half a year in a file: figures are written day by day, and scored month by month out of the file, in the memory of a
// month.
#include <cstdio>
#include "cwp/cwp.hpp"

constexpr const char* kRules = R"yaml(cwp: 1
id: half-a-year
metrics:
  visits: {fold: sum, type: u16, range: [0, 60]}
categories:
  - id: work
    items:
      - {id: calls, per: week, full: 50, target: {of: visits, at: 150}}
      - {id: rounds, per: month, full: 50, award: {of: visits, each: 0.05}}
assessments: {week: {scale: 100}, month: {scale: 100}}
rankings: [{id: by_month, every: month, of: total}]
)yaml";

// Says what it gets of each month.
class Months : public cwp::ScoreSink {
 public:
  explicit Months(const cwp::Calendar& calendar) : calendar_(calendar) {}
  bool wants(cwp::PartKind kind) const override { return kind == cwp::PartKind::total; }
  void block(const cwp::ScoreBlock& block) override {
    if (block.first == 0 && block.period.grain == cwp::Grain::week) ++weeks_;
  }
  // Behind the blocks of its month, and before those of the next.
  void ranks(const cwp::RankColumn& column) override {
    std::size_t first = 0;
    for (const std::uint32_t rank : column.ranks) first += rank == 1;
    std::printf("%s: %d weeks end in it, %zu officers are first\n", calendar_.label(column.period).c_str(), weeks_,
                first);
    weeks_ = 0;
  }

 private:
  const cwp::Calendar& calendar_;
  int weeks_ = 0;
};

int main(int, char** arguments) try {
  const std::string path = std::string(arguments[0]) + ".columns";  // beside the program
  const auto rules = cwp::load_and_check(cwp::Source("half-a-year.yaml", kRules)).value();

  cwp::ColumnFileWriter writer(rules, 10'000, path);
  std::vector<std::uint16_t> visits(10'000);  // of one day: the writer keeps nothing of it
  const auto first = cwp::Day::parse("2026-01-01").value(), last = cwp::Day::parse("2026-06-30").value();
  for (cwp::Day day = first; day <= last; day = day + 1) {
    for (std::size_t i = 0; i < visits.size(); ++i)
      visits[i] = static_cast<std::uint16_t>((i * 7 + static_cast<std::size_t>(day.number) * 13) % 61);
    writer.add_figures("visits", {cwp::Grain::day, day.number}, std::span(visits));
  }
  const auto bytes = writer.finish().value();  // now it has its name

  const auto file = cwp::open_column_file(rules, path).value();
  std::printf("%zu columns of %zu officers, %s to %s, %.1f MB\n", file.column_count(), file.officer_count(),
              file.span()->first.to_text().c_str(), file.span()->last.to_text().c_str(),
              static_cast<double>(bytes) / 1e6);
  Months months(rules.calendar());
  const auto report = cwp::score_into(months, cwp::compile(rules), file).value();
  std::printf("%zu officers, %zu row issues\n", report.officers, report.issues.size());
  std::remove(path.c_str());
} catch (const cwp::Error& error) {
  std::fputs(error.what(), stderr);
  return 1;
}
