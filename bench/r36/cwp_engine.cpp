// cwp itself: r36.yaml, an ordinary rulebook, over the same columns, into a sink that keeps what is asked for.

#include <algorithm>
#include <fstream>
#include <memory>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "bench/r36/contestant.hpp"
#include "bench/r36/handed_over.hpp"
#include "bench/r36/timing.hpp"

namespace cwp::r36 {
namespace {

/// What is kept, in the widths in which it comes, as the hand-written programs keep it.
struct Kept {
  Kept(std::size_t officers, bool keep_items)
      : totals(officers), station_ranks(officers), overall_ranks(officers), items(keep_items ? officers * kItems : 0) {
    for (auto& category : categories) category.resize(officers);
  }
  Results results() const {
    Results results;
    results.totals.assign(totals.begin(), totals.end());
    for (std::size_t c = 0; c < kCategories; ++c)
      results.categories[c].assign(categories[c].begin(), categories[c].end());
    results.station_ranks = station_ranks;
    results.overall_ranks = overall_ranks;
    return results;
  }

  std::vector<std::uint16_t> totals;
  std::array<std::vector<std::uint16_t>, kCategories> categories;
  std::vector<std::uint32_t> station_ranks, overall_ranks;
  ItemColumns items;  ///< without room where they are not kept
};

class KeepResults : public ScoreSink {
 public:
  explicit KeepResults(Kept& kept) : kept_(kept) {
    // More than lies in a second-level cache beside what is read.
    constexpr std::size_t kMuch = std::size_t{1} << 20;
    const std::size_t figures = (1 + kCategories) * kept.totals.size() + kept.items.size();
    if (figures * sizeof(std::uint16_t) > kMuch) how_ = FigureUnits::Copy::around_caches;
  }
  bool in_order() const override { return false; }
  bool wants(PartKind kind) const override {
    return kind == PartKind::category || kind == PartKind::total || (kind == PartKind::item && !kept_.items.empty());
  }
  void block(const ScoreBlock& block) override {
    std::size_t category = 0, item = 0;
    for (const FigureColumnView& column : block.columns) {
      if (column.kind == PartKind::item)
        keep(column, kept_.items.data() + number_of(item++) * kept_.totals.size() + block.first);
      else
        keep(column,
             (column.kind == PartKind::total ? kept_.totals : kept_.categories[category++]).data() + block.first);
    }
  }
  std::span<std::uint32_t> room_for_ranks(std::string_view ranking, Period, std::size_t) override {
    return ranking == "in_station" ? kept_.station_ranks : kept_.overall_ranks;
  }

 private:
  void keep(const FigureColumnView& column, std::uint16_t* kept) const {
    keep_figures(column, std::span(kept, column.units.size()), how_);
  }
  /// Of the item at a place of the rulebook, category by category.
  static std::size_t number_of(std::size_t place) {
    constexpr std::size_t each = kItems / kCategories;
    return place % each * kCategories + place / each;
  }

  Kept& kept_;
  FigureUnits::Copy how_ = FigureUnits::Copy::into_caches;
};

std::string rulebook() {
  std::ifstream file(CWP_ROOT_DIR "/bench/r36/r36.yaml");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The rulebook without what it promises of its figures; that they are whole is not known, then, and units count in
/// proportion.
std::string without_promises(const std::string& rulebook) {
  const std::string bare = std::regex_replace(rulebook, std::regex(", type: u16, range: \\[[^\\]]*\\]"), "");
  return std::regex_replace(bare, std::regex("(, each: [0-9.]+)\\}"), "$1, whole: exact}");
}

Plan compiled(const std::string& rulebook) { return compile(value_of(load_and_check(Source("r36.yaml", rulebook)))); }

struct Engine {
  Engine(const Workload& work, const EngineForm& form)
      : kept(work.officers(), form.keep_items),
        plan(compiled(form.undeclared ? without_promises(rulebook()) : rulebook())),
        stations(work.stations) {
    options.threads = static_cast<int>(form.threads);
    options.engine.isa = form.isa;
    for (int metric = 0; form.undeclared && metric < kMetrics; ++metric)
      doubles.insert(doubles.end(), work.columns.column(metric), work.columns.column(metric) + work.officers());
    take_over(work);
  }

  /// The columns, anew; the milliseconds that they took.
  double take_over(const Workload& work) {
    ColumnsBuilder builder(plan.rules(), work.officers());
    builder.set_attribute("station", stations.names, stations.numbers);
    const Period month = *Period::parse("2026-03", plan.rules().calendar());
    data.reset();
    return milliseconds_of([&] {
      for (int metric = 0; metric < kMetrics; ++metric) {
        const std::string name = "m" + std::to_string(metric);
        const std::size_t first = static_cast<std::size_t>(metric) * work.officers();
        if (doubles.empty())
          builder.add_figures(name, month, std::span(work.columns.column(metric), work.officers()));
        else
          builder.add_figures(name, month, std::span<const double>(doubles).subspan(first, work.officers()));
      }
      data.emplace(value_of(builder.finish()));
    });
  }

  Kept kept;
  Plan plan;
  ScoreOptions options;
  StationColumn stations;
  std::vector<double> doubles;
  std::optional<Dataset> data;
  double binding = 0;  ///< milliseconds
};

}  // namespace

std::optional<Contestant> cwp_engine(const Workload& work, const EngineForm& form) {
  if (!has_isa(form.isa)) return std::nullopt;
  const auto engine = std::make_shared<Engine>(work, form);
  Contestant one;
  one.name = "cwp " + std::string(to_text(form.isa)) + (form.keep_items ? ", items kept" : "") +
             (form.undeclared ? ", undeclared doubles" : "") + on_threads(form.threads);
  one.run = [engine] {
    KeepResults sink(engine->kept);
    const ScoringReport report = value_of(score_into(sink, engine->plan, *engine->data, engine->options));
    if (report.judged != 0) throw std::runtime_error("officers of R36 were judged one by one");
    engine->binding = 1e3 * report.bind;
  };
  one.deliver = [engine] { return engine->kept.results(); };
  if (form.keep_items) one.items = [engine]() -> const ItemColumns& { return engine->kept.items; };
  one.binding = [engine] { return engine->binding; };
  if (form.undeclared) one.take_over = [engine, &work] { return engine->take_over(work); };
  return one;
}

std::string forty_items() {
  std::string text = rulebook();
  const std::string last = "  - id: third\n    items:\n";
  const std::size_t at = text.find(last);
  if (at == std::string::npos) throw std::runtime_error("r36.yaml has no category third");
  std::string more;
  for (int item = kItems; item < 40; ++item) {
    const std::string number = std::to_string(item);
    more += "      - {id: item" + number + ", per: month, full: 8, award: {of: m" + number + ", each: 0.025}}\n";
  }
  return text.insert(at + last.size(), more);
}

void load_check_compile(const std::string& rulebook) {
  if (compiled(rulebook).size() == 0) throw std::runtime_error("a rulebook of nothing");
}

}  // namespace cwp::r36
