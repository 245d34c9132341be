#include "bench/r36_variants/variants.hpp"

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "bench/r36/handed_over.hpp"

namespace cwp::r36 {
namespace {

std::string plain_rulebook() {
  std::ifstream file(CWP_ROOT_DIR "/bench/r36/r36.yaml");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The plain rulebook with one thing in it replaced.
std::string with(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("r36.yaml does not say: " + what);
  return text.replace(at, what.size(), by);
}

template <typename T>
class KeepColumns : public ScoreSink {
 public:
  KeepColumns(Kept<T>& kept, std::size_t officers, bool items) : kept_(kept), officers_(officers), items_(items) {
    if (kept_.ranks.empty()) kept_.ranks.assign(2, std::vector<std::uint32_t>(officers));
  }
  bool in_order() const override { return false; }
  bool wants(PartKind kind) const override {
    return kind == PartKind::category || kind == PartKind::total || (items_ && kind == PartKind::item);
  }
  void block(const ScoreBlock& block) override {
    if (kept_.figures.empty()) kept_.figures.assign(block.columns.size(), std::vector<T>(officers_));
    for (std::size_t c = 0; c < block.columns.size(); ++c)
      block.columns[c].units.visit([&](const auto& units) {
        std::transform(units.begin(), units.end(), kept_.figures[c].begin() + std::ptrdiff_t(block.first),
                       [](auto cents) { return static_cast<T>(cents); });
      });
  }
  std::span<std::uint32_t> room_for_ranks(std::string_view ranking, Period, std::size_t) override {
    return kept_.ranks[ranking == "in_station" ? 0 : 1];
  }

 private:
  Kept<T>& kept_;
  std::size_t officers_;
  bool items_;
};

}  // namespace

std::vector<Variant> variants() {
  const std::string plain = plain_rulebook();
  std::vector<Variant> all;
  all.push_back({"plain", plain});
  all.push_back({"stations scattered", plain, true});
  all.push_back({"memory cold", plain, false, false, true});
  all.push_back({"everything kept", plain, false, false, false, true, true});
  all.push_back({"carry: exact", with(plain, "carry: shown", "carry: exact"), false, false, false, true});
  all.push_back({"a third of the officers exempt",
                 with(plain, "attributes:\n", "duty: {leave: exempt}\n\nattributes:\n"), false, true});
  const std::string zscore = with(plain, "6 + 0.04 * (m12 - mean(m12 by station))", "6 + 2 * zscore(m12 by station)");
  all.push_back({"a z-score for one item", zscore, false, false, false, true});
  all.push_back({"a median for one item", with(plain, "mean(m0 by station)", "median(m0 by station)"), false, false,
                 false, true});
  return all;
}

VariantRun::VariantRun(const Variant& variant, std::size_t officers) : work_(officers) {
  plan_.emplace(compile(value_of(load_and_check(Source("r36.yaml", variant.rulebook)))));
  StationColumn stations(work_.stations);
  names_ = std::move(stations.names);
  stations_ = std::move(stations.numbers);
  if (variant.scattered) std::shuffle(stations_.begin(), stations_.end(), std::mt19937(36));
  ColumnsBuilder builder(plan_->rules(), officers);
  builder.set_attribute("station", names_, stations_);
  const Period month = *Period::parse("2026-03", plan_->rules().calendar());
  for (int metric = 0; metric < kMetrics; ++metric)
    builder.add_figures("m" + std::to_string(metric), month, std::span(work_.columns.column(metric), officers));
  for (std::size_t officer = 2; variant.away && officer < officers; officer += 3)
    builder.add_duty(officer, plan_->rules().calendar().days(month), "leave");
  data_.emplace(value_of(builder.finish()));
}

ScoringReport VariantRun::run() {
  KeepColumns<std::uint16_t> sink(kept_, work_.officers(), false);
  return value_of(score_into(sink, *plan_, *data_));
}

std::size_t VariantRun::run_score() const { return value_of(score(*plan_, *data_)).tables().size(); }

Kept<std::int64_t> VariantRun::everything(bool judged) const {
  Kept<std::int64_t> kept;
  KeepColumns<std::int64_t> sink(kept, work_.officers(), true);
  ScoreOptions options;
  if (judged) options.engine.least_in_lanes = 0;
  value_of(score_into(sink, *plan_, *data_, options));
  return kept;
}

}  // namespace cwp::r36
