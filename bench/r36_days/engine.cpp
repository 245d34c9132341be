#include "bench/r36_days/engine.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <stdexcept>

#include "bench/r36/handed_over.hpp"
#include "bench/r36_days/rulebook.hpp"

namespace cwp::r36 {
namespace {

class KeepDays : public ScoreSink {
 public:
  KeepDays(DaysResults& results, const std::map<Period, std::size_t>& numbers) : results_(results), numbers_(numbers) {}
  bool in_order() const override { return false; }
  bool wants(PartKind kind) const override { return kind == PartKind::total; }
  void block(const ScoreBlock& block) override {
    const auto at = numbers_.find(block.period);
    if (at == numbers_.end()) return;
    keep_figures(block.columns.back(), std::span(results_.totals[at->second]).subspan(block.first));
  }
  std::span<std::uint32_t> room_for_ranks(std::string_view ranking, Period period, std::size_t) override {
    const auto at = numbers_.find(period);
    if (at == numbers_.end()) return {};
    return (ranking.starts_with("station") ? results_.station_ranks : results_.overall_ranks)[at->second];
  }

 private:
  DaysResults& results_;
  const std::map<Period, std::size_t>& numbers_;
};

}  // namespace

struct DaysEngine::State {
  explicit State(const DaysWork& work) : stations(work.stations) {}

  Plan plan = compile(value_of(load_and_check(Source("r36_days.yaml", rulebook_of_days()))));
  StationColumn stations;
  ScoreOptions options;
  std::optional<Dataset> data;
  std::map<Period, std::size_t> numbers;  ///< of periods_of_days()
  DaysResults results;
  ScoringReport report;
};

DaysEngine::DaysEngine(const DaysWork& work, int threads) : state_(std::make_unique<State>(work)) {
  State& state = *state_;
  const Calendar& calendar = state.plan.rules().calendar();
  state.options.threads = threads;
  ColumnsBuilder builder(state.plan.rules(), work.officers());
  builder.set_attribute("station", state.stations.names, state.stations.numbers);
  for (std::size_t p = 0; p < periods_of_days().size(); ++p) {
    const PeriodOfDays& one = periods_of_days()[p];
    const Period period = *Period::parse(one.name, calendar);
    state.numbers.emplace(period, p);
    if (one.factor != kDay) continue;
    const Columns& day = work.days[static_cast<std::size_t>(one.first)];
    for (int metric = 0; metric < kMetrics; ++metric)
      builder.add_figures("m" + std::to_string(metric), period,
                          std::span<const std::uint16_t>(day.column(metric), work.officers()));
  }
  // The weeks that March has a part of, as wholes: nobody did anything on their other days.
  builder.set_span({*Day::parse("2026-02-23"), *Day::parse("2026-04-05")});
  state.data.emplace(value_of(builder.finish()));
  const auto make_room = [&](auto& columns) {
    columns.resize(periods_of_days().size());
    for (auto& column : columns) column.resize(work.officers());
  };
  make_room(state.results.totals);
  make_room(state.results.station_ranks);
  make_room(state.results.overall_ranks);
}

DaysEngine::~DaysEngine() = default;

void DaysEngine::run() {
  KeepDays sink(state_->results, state_->numbers);
  state_->report = value_of(score_into(sink, state_->plan, *state_->data, state_->options));
  if (state_->report.judged != 0) throw std::runtime_error("officers of R36 were judged one by one");
}

const DaysResults& DaysEngine::results() const { return state_->results; }

std::string DaysEngine::report() const {
  const ScoringReport& report = state_->report;
  char text[200];
  std::snprintf(text, sizeof text,
                "bind %.1f, gather %.1f, figures %.1f, ranks %.1f ms; %zu steps, blocks of %zu, %zu bytes live",
                1e3 * report.bind, 1e3 * report.gather, 1e3 * report.figures, 1e3 * report.rank, report.steps,
                report.block, report.bytes_live);
  return text;
}

}  // namespace cwp::r36
