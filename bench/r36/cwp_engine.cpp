// cwp itself: r36.yaml, an ordinary rulebook, over the same columns, into a sink that keeps what is asked for.

#include <algorithm>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "bench/r36/contestant.hpp"
#include "cwp/cwp.hpp"

namespace cwp::r36 {
namespace {

class KeepResults : public ScoreSink {
 public:
  explicit KeepResults(Results& results) : results_(results) {}
  bool in_order() const override { return false; }
  bool wants(PartKind kind) const override { return kind == PartKind::category || kind == PartKind::total; }
  void block(const ScoreBlock& block) override {
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
      std::vector<std::int32_t>& kept = c < kCategories ? results_.categories[c] : results_.totals;
      for (std::size_t i = 0; i < block.count; ++i)
        kept[block.first + i] = static_cast<std::int32_t>(block.columns[c].units[i]);
    }
  }
  void ranks(const RankColumn& ranks) override {
    auto& kept = ranks.ranking == "in_station" ? results_.station_ranks : results_.overall_ranks;
    std::copy(ranks.ranks.begin(), ranks.ranks.end(), kept.begin());
  }

 private:
  Results& results_;
};

template <typename T>
T value_of(Result<T> result) {
  if (!result.ok()) throw std::runtime_error(render(result.diagnostics()));
  return std::move(result).value();
}

struct Engine {
  Engine(const Workload& work, unsigned threads, Isa isa) : results(work.officers()), plan(compiled()) {
    options.threads = static_cast<int>(threads);
    options.engine.isa = isa;
    ColumnsBuilder builder(plan.rules(), work.officers());
    stations.resize(work.officers());
    std::vector<std::string> names;
    for (std::uint32_t s = 0; s < work.station_count(); ++s) {
      names.push_back("S" + std::to_string(s));
      std::fill(stations.begin() + work.stations[s], stations.begin() + work.stations[s + 1], s);
    }
    builder.set_attribute("station", names, stations);
    const Period month = *Period::parse("2026-03", plan.rules().calendar());
    for (int metric = 0; metric < kMetrics; ++metric)
      builder.add_figures("m" + std::to_string(metric), month,
                          std::span<const std::uint16_t>(work.columns.column(metric), work.officers()));
    data.emplace(value_of(builder.finish()));
  }
  static Plan compiled() {
    std::ifstream file(CWP_ROOT_DIR "/bench/r36/r36.yaml");
    std::stringstream text;
    text << file.rdbuf();
    return compile(value_of(load_and_check(Source("r36.yaml", text.str()))));
  }

  Results results;
  Plan plan;
  ScoreOptions options;
  std::vector<std::uint32_t> stations;
  std::optional<Dataset> data;
};

}  // namespace

std::optional<Contestant> cwp_engine(const Workload& work, unsigned threads, Isa isa) {
  if (!has_isa(isa)) return std::nullopt;
  const auto engine = std::make_shared<Engine>(work, threads, isa);
  const std::string name =
      "cwp " + std::string(to_text(isa)) + ", " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
  const auto run = [engine] {
    KeepResults sink(engine->results);
    const ScoringReport report = value_of(score_into(sink, engine->plan, *engine->data, engine->options));
    if (report.judged != 0) throw std::runtime_error("officers of R36 were judged one by one");
  };
  return Contestant{name, run, [engine] { return engine->results; }};
}

}  // namespace cwp::r36
