#include <fmt/format.h>
#include <algorithm>

#include "data/dataset_state.hpp"
#include "survey/data_doubts.hpp"

namespace cwp {
namespace {

struct OneFigure {
  Rational value;
  std::size_t officer = 0;
  std::int32_t period = 0;
  Origin origin;
};

/// Figures above 0, the smallest first.
std::vector<OneFigure> figures_of(const DatasetState& data, std::size_t metric) {
  std::vector<OneFigure> figures;
  for (std::size_t i = 0; i < data.officer_count(); ++i) {
    const auto officer = data.officer(i);
    if (metric >= officer->metrics.size()) continue;
    for (const MetricCell& cell : officer->metrics[metric])
      if (!cell.refused && cell.value.sign() > 0)
        figures.push_back({cell.value, i, cell.period, cell.origins.empty() ? Origin() : cell.origins.front()});
  }
  std::stable_sort(figures.begin(), figures.end(),
                   [](const OneFigure& a, const OneFigure& b) { return a.value < b.value; });
  return figures;
}

void look_for_jumps(const DataDoubts& doubts, const Metric& metric, const std::vector<OneFigure>& figures) {
  constexpr std::size_t kFew = 30, kShown = 3;
  if (figures.size() < kFew) return;
  const Rational usual = figures[figures.size() * 19 / 20 - 1].value;
  const Rational limit = usual * Rational(10);
  const auto first =
      std::find_if(figures.begin(), figures.end(), [&](const OneFigure& figure) { return limit < figure.value; });
  if (first == figures.end()) return;
  const DatasetState& data = doubts.scores.data().state();
  std::string shown;
  for (auto figure = figures.rbegin(); figure.base() != first && figure != figures.rend(); ++figure) {
    if (std::size_t(figure - figures.rbegin()) == kShown) break;
    shown += fmt::format("{}{} {} {}", shown.empty() ? "" : "; ", data.key(figure->officer),
                         doubts.card.calendar.label({metric.per.value, figure->period}), figure->value.to_text());
    if (figure->origin.file >= 0)
      shown += fmt::format(" ({}:{})", data.files[std::size_t(figure->origin.file)], figure->origin.line);
  }
  doubts.add("data-value-jump", metric.id.place,
             {metric.id.value, std::to_string(figures.end() - first), usual.to_text(), shown});
}

void look_for_heaps(const DataDoubts& doubts, const Metric& metric, const std::vector<OneFigure>& figures) {
  constexpr std::size_t kFew = 50, kFewKinds = 10;
  if (figures.size() < kFew || figures[figures.size() * 19 / 20 - 1].value < Rational(30)) return;
  std::size_t kinds = 0;
  std::int64_t tens = 0, fives = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto whole = figures[i].value.to_int64();
    if (!whole) return;
    if (i == 0 || figures[i - 1].value != figures[i].value) ++kinds;
    tens += *whole % 10 == 0 ? 1 : 0;
    fives += *whole % 5 == 0 ? 1 : 0;
  }
  if (kinds < kFewKinds) return;
  const auto all = std::int64_t(figures.size());
  const bool by_ten = Rational(tens, all) >= Rational(2, 5);
  if (!by_ten && Rational(fives, all) < Rational(3, 5)) return;
  doubts.add("data-value-heap", metric.id.place,
             {metric.id.value, percent_text(Rational(by_ten ? tens : fives, all)), std::to_string(all),
              by_ten ? "10" : "5", by_ten ? "10 %" : "20 %"});
}

}  // namespace

void doubt_odd_values(const DataDoubts& doubts) {
  const DatasetState& data = doubts.scores.data().state();
  const auto& metrics = doubts.card.rulebook->metrics;
  for (std::size_t m = 0; m < metrics.size(); ++m) {
    if (metrics[m].from || metrics[m].about || metrics[m].type == NumberType::boolean) continue;
    const std::vector<OneFigure> figures = figures_of(data, m);
    look_for_jumps(doubts, metrics[m], figures);
    look_for_heaps(doubts, metrics[m], figures);
  }
}

}  // namespace cwp
