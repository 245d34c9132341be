#include "bench/r36_year/engine.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "bench/r36/handed_over.hpp"
#include "bench/r36_days/rulebook.hpp"

namespace cwp::r36 {
namespace {

CheckedRulebook rules_of_days() { return value_of(load_and_check(Source("r36_days.yaml", rulebook_of_days()))); }

/// FNV-1a, a figure at a time.
struct FigureDigest {
  std::uint64_t value = 0xCBF29CE484222325;
  template <typename Figures>
  void add(const Figures& figures) {
    for (const auto figure : figures) value = (value ^ static_cast<std::uint32_t>(figure)) * 0x100000001B3;
  }
};

/// Of totals, ranks in the station and over all, by period.
using YearDigests = std::map<Period, std::array<FigureDigest, 3>>;
std::uint64_t one_of(const YearDigests& digests) {
  FigureDigest all;
  for (const auto& [period, of_period] : digests)
    for (const FigureDigest& one : of_period)
      all.add(std::array{static_cast<std::uint32_t>(one.value), static_cast<std::uint32_t>(one.value >> 32)});
  return all.value;
}

class KeepYear : public ScoreSink {
 public:
  explicit KeepYear(YearResults& results) : results_(results) {}
  bool in_order() const override { return false; }
  bool wants(PartKind kind) const override { return kind == PartKind::total; }
  void block(const ScoreBlock& block) override {
    const auto all = std::span(results_.totals[results_.numbers.at(block.period)]);
    keep_figures(block.columns.back(), all.subspan(block.first));
  }
  std::span<std::uint32_t> room_for_ranks(std::string_view ranking, Period period, std::size_t) override {
    const std::size_t at = results_.numbers.at(period);
    return (ranking.starts_with("station") ? results_.station_ranks : results_.overall_ranks)[at];
  }

 private:
  YearResults& results_;
};

/// In one thread the blocks of a period come in the order of officers.
class DigestYear : public ScoreSink {
 public:
  bool wants(PartKind kind) const override { return kind == PartKind::total; }
  void block(const ScoreBlock& block) override {
    block.columns.back().units.visit([&](const auto& units) { digests[block.period][0].add(units); });
  }
  void ranks(const RankColumn& column) override {
    digests[column.period][column.ranking.starts_with("station") ? 1 : 2].add(column.ranks);
  }
  YearDigests digests;
};

}  // namespace

YearResults::YearResults(std::size_t officers, const std::vector<PeriodOfYear>& periods) {
  for (const PeriodOfYear& one : periods) numbers.emplace(one.period, numbers.size());
  for (std::size_t p = 0; p < periods.size(); ++p) {
    totals.emplace_back(officers);
    station_ranks.emplace_back(officers);
    overall_ranks.emplace_back(officers);
  }
}

void write_year(std::size_t officers, int days, const std::function<const Columns&(int day)>& day,
                const std::string& path) {
  const StationColumn stations(station_begins(officers));
  ColumnFileWriter writer(rules_of_days(), officers, path);
  writer.set_attribute("station", stations.names, stations.numbers);
  for (int d = 0; d < days; ++d) {
    const Columns& figures = day(d);
    for (int metric = 0; metric < kMetrics; ++metric)
      writer.add_figures("m" + std::to_string(metric), {Grain::day, day_of_year(d).number},
                         std::span(figures.column(metric), officers));
  }
  value_of(writer.finish());
}

struct YearEngine::State {
  State(int threads, YearResults& kept) : results(kept) { options.threads = threads; }
  void take(ScoringReport made) {
    report = std::move(made);
    if (report.judged != 0) throw std::runtime_error("officers of R36 were judged one by one");
  }

  Plan plan = compile(rules_of_days());
  ScoreOptions options;
  YearResults& results;
  std::optional<StationColumn> stations;
  std::optional<Dataset> data;
  std::optional<ColumnFile> file;
  ScoringReport report;
};

YearEngine::YearEngine(int threads, YearResults& results) : state_(std::make_unique<State>(threads, results)) {}
YearEngine::~YearEngine() = default;

void YearEngine::bind_memory(const YearWork& work) {
  if (!state_->stations) state_->stations.emplace(work.stations);
  ColumnsBuilder builder(state_->plan.rules(), work.officers());
  builder.set_attribute("station", state_->stations->names, state_->stations->numbers);
  for (std::size_t d = 0; d < work.days.size(); ++d)
    for (int metric = 0; metric < kMetrics; ++metric)
      builder.add_figures("m" + std::to_string(metric), {Grain::day, day_of_year(static_cast<int>(d)).number},
                          std::span(work.days[d].column(metric), work.officers()));
  state_->data.emplace(value_of(builder.finish()));
}

void YearEngine::score_memory() {
  KeepYear sink(state_->results);
  state_->take(value_of(score_into(sink, state_->plan, *state_->data, state_->options)));
}

void YearEngine::open_file(const std::string& path) {
  state_->file.emplace(value_of(open_column_file(state_->plan.rules(), path)));
}

void YearEngine::score_file() {
  KeepYear sink(state_->results);
  state_->take(value_of(score_into(sink, state_->plan, *state_->file, state_->options)));
}

std::string YearEngine::report() const {
  const ScoringReport& report = state_->report;
  char text[200];
  std::snprintf(text, sizeof text,
                "bind %.1f, gather %.1f, figures %.1f, ranks %.1f ms; %zu steps, blocks of %zu, %zu bytes live",
                1e3 * report.bind, 1e3 * report.gather, 1e3 * report.figures, 1e3 * report.rank, report.steps,
                report.block, report.bytes_live);
  return text;
}

std::uint64_t digest_of_file(const std::string& path) {
  const Plan plan = compile(rules_of_days());
  const ColumnFile file = value_of(open_column_file(plan.rules(), path));
  DigestYear sink;
  value_of(score_into(sink, plan, file));
  return one_of(sink.digests);
}

std::uint64_t digest_of(const YearResults& results) {
  YearDigests digests;
  for (const auto& [period, at] : results.numbers) {
    digests[period][0].add(results.totals[at]);
    digests[period][1].add(results.station_ranks[at]);
    digests[period][2].add(results.overall_ranks[at]);
  }
  return one_of(digests);
}

}  // namespace cwp::r36
