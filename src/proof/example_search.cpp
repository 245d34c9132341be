#include "proof/example_search.hpp"

#include <algorithm>
#include <set>

#include "bounds/value_bounds.hpp"
#include "check/visit_terms.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostValues = 40;
constexpr int kMostSweeps = 4;
/// What stands for "as much as you like".
constexpr std::int64_t kMuch = 1000;

bool is_whole_metric(const Metric& metric) {
  return (metric.decimals && *metric.decimals == 0) ||
         !(metric.type == NumberType::f32 || metric.type == NumberType::f64);
}

void collect_metrics_of(const Term& term, std::set<std::uint32_t>& metrics) {
  if (term.kind == TermKind::metric) metrics.insert(term.index);
  for (const TermPtr& child : term.children) collect_metrics_of(*child, metrics);
}

void collect_numbers(const Term& term, const Scorecard& card, std::set<Rational>& numbers) {
  if (term.kind == TermKind::constant && term.constant.present() && term.type == ValueType::number)
    numbers.insert(term.constant.number);
  if (term.kind == TermKind::parameter)
    for (const auto& [from, value] : card.parameters[term.index].values) numbers.insert(value);
  for (const TermPtr& child : term.children) collect_numbers(*child, card, numbers);
}

}  // namespace

ExampleSearch::ExampleSearch(const Scorecard& card, Day day) : card_(card), day_(day) {
  const auto& metrics = card.rulebook->metrics;
  values_.resize(metrics.size());
  std::vector<std::set<Rational>> sets(metrics.size());
  std::vector<ValueBounds> bounds(metrics.size());
  for (std::uint32_t m = 0; m < metrics.size(); ++m) {
    Term own;
    own.kind = TermKind::metric;
    own.index = m;
    own.place = metrics[m].per.value;
    bounds[m] = bounds_of(own, card);
    if (metrics[m].min) bounds[m].low = Rational(*metrics[m].min);  // a figure, and not the 0 of none
    for (const auto& end : {bounds[m].low, bounds[m].high})
      if (end) sets[m].insert(*end);
    for (const std::int64_t some : {std::int64_t{0}, std::int64_t{1}, kMuch}) sets[m].insert(Rational(some));
  }
  const auto look = [&](const TermPtr& term, Grain place) {
    if (!term || term->kind == TermKind::invalid) return;
    std::set<Rational> numbers;
    collect_numbers(*term, card, numbers);
    for (const std::uint32_t m : metrics_of(*term)) {
      const Rational periods(usual_periods(place, metrics[m].per.value));
      for (const Rational& number : numbers)
        for (const Rational& near : {number, number / periods})
          for (const Rational& value :
               {near, near.floor(), near.ceil() + Rational(1), near.floor() - Rational(1), near * Rational(2)})
            sets[m].insert(value);
    }
  };
  for (const ScoreItem& item : card.items) look(item.points, item.grain);
  for (const ScoreAdjustment& adjustment : card.adjustments) look(adjustment.amount, adjustment.grain);
  for (const ScoreVeto& veto : card.vetoes) look(veto.when, veto.grain);
  for (std::uint32_t m = 0; m < metrics.size(); ++m) {
    std::set<Rational> allowed;
    for (const Rational& value : sets[m]) {
      const Rational taken = metrics[m].decimals           ? value.rounded(*metrics[m].decimals, Rounding::half_up)
                             : is_whole_metric(metrics[m]) ? value.ceil()
                                                           : value.rounded(6, Rounding::half_up);
      if (bounds[m].contains(taken)) allowed.insert(taken);
    }
    values_[m].assign(allowed.begin(), allowed.end());
    if (values_[m].empty()) values_[m].push_back(bounds[m].low.value_or(bounds[m].high.value_or(Rational(0))));
    // Of very many the ends and every few of the rest.
    while (values_[m].size() > kMostValues) {
      std::vector<Rational> fewer;
      for (std::size_t i = 0; i < values_[m].size(); ++i)
        if (i % 2 == 0 || i + 1 == values_[m].size()) fewer.push_back(values_[m][i]);
      values_[m] = std::move(fewer);
    }
    usual_.push_back(values_[m][values_[m].size() / 2]);
  }
}

Figures ExampleSearch::all_least() const {
  Figures figures;
  for (const auto& values : values_) figures.push_back(values.front());
  return figures;
}

Figures ExampleSearch::all_most() const {
  Figures figures;
  for (const auto& values : values_) figures.push_back(values.back());
  return figures;
}

Value ExampleSearch::value(const Term& term, const Figures& figures) const {
  return trial_value(term, card_, {figures, usual_, day_});
}

std::optional<Rational> ExampleSearch::points(std::uint32_t number, const Figures& figures) const {
  const ScoreItem& item = card_.items[number];
  if (!item.points || item.points->kind == TermKind::invalid) return std::nullopt;
  const Value value = this->value(*item.points, figures);
  if (!value.present()) return std::nullopt;
  Rational points = value.number;
  if (item.max)
    if (const Value max = this->value(*item.max, figures); max.present()) points = std::min(points, max.number);
  if (item.min)
    if (const Value min = this->value(*item.min, figures); min.present()) points = std::max(points, min.number);
  return points;
}

std::vector<std::uint32_t> ExampleSearch::metrics_of(const Term& term) {
  std::set<std::uint32_t> metrics;
  collect_metrics_of(term, metrics);
  return {metrics.begin(), metrics.end()};
}

Figures ExampleSearch::most(const std::vector<Part>& parts) const {
  std::set<std::uint32_t> metrics;
  for (const Part& part : parts) metrics.insert(part.metrics.begin(), part.metrics.end());
  Figures best;
  std::optional<Rational> best_sum;
  for (Figures figures : {all_least(), all_most(), usual_}) {
    std::vector<Rational> amounts;
    Rational sum;
    for (const Part& part : parts) {
      amounts.push_back(part.amount(figures));
      sum += amounts.back();
    }
    bool better = true;
    for (int sweep = 0; better && sweep < kMostSweeps; ++sweep) {
      better = false;
      for (const std::uint32_t m : metrics) {
        Rational kept = figures[m];
        for (const Rational& value : values_[m]) {
          figures[m] = value;
          // Only what hangs on this metric is worked out again.
          Rational next = sum;
          std::vector<std::pair<std::size_t, Rational>> changed;
          for (std::size_t i = 0; i < parts.size(); ++i)
            if (std::binary_search(parts[i].metrics.begin(), parts[i].metrics.end(), m)) {
              changed.emplace_back(i, parts[i].amount(figures));
              next = next - amounts[i] + changed.back().second;
            }
          if (sum < next) {
            sum = next;
            kept = value;
            better = true;
            for (auto& [i, amount] : changed) amounts[i] = std::move(amount);
          }
        }
        figures[m] = kept;
      }
    }
    if (!best_sum || *best_sum < sum) {
      best_sum = sum;
      best = figures;
    }
  }
  return best;
}

}  // namespace cwp
