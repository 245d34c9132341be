#include "proof/example_search.hpp"

#include <algorithm>
#include <set>

#include "graph/visit_terms.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostValues = 40;
constexpr int kMostSweeps = 4;
constexpr int kStepsTowards = 40;  ///< what is not met yet
/// What stands for "as much as you like".
constexpr std::int64_t kMuch = 1000;
constexpr std::int64_t kMostFacts = 20;  // in a day

bool is_whole_metric(const Metric& metric) {
  return (metric.decimals && *metric.decimals == 0) ||
         !(metric.type == NumberType::f32 || metric.type == NumberType::f64);
}

/// What an attribute can be: as an ordinary officer has it, then otherwise.
std::vector<Value> choices_of_attribute(const Attribute& attribute, Day day) {
  std::vector<Value> choices = {usual_attribute(attribute, day)};
  const auto add = [&](const Value& value) {
    const bool known =
        std::any_of(choices.begin(), choices.end(), [&](const Value& one) { return same_value(one, value); });
    if (!known && choices.size() < kMostValues) choices.push_back(value);
  };
  for (const std::string& word : attribute.one_of) add(Value::of_text(word));
  if (attribute.type == AttributeType::boolean)
    for (const bool truth : {false, true}) add(Value::of_truth(truth));
  if (attribute.type == AttributeType::number)
    for (const auto& end : {attribute.min, attribute.max})
      if (end) add(Value::of(Rational(*end)));
  return choices;
}

void collect_numbers(const Term& formula, const Scorecard& card, std::set<Rational>& numbers) {
  visit_terms(formula, [&](const Term& term) {
    if (term.kind == TermKind::constant && term.constant.present() && term.type == ValueType::number)
      numbers.insert(term.constant.number);
    if (term.kind == TermKind::parameter)
      for (const auto& [from, value] : card.parameters[term.index].values) numbers.insert(value);
  });
}

}  // namespace

ExampleSearch::ExampleSearch(const Scorecard& card, Day day) : card_(card), day_(day) {
  const auto& metrics = card.rulebook->metrics;
  values_.resize(metrics.size());
  std::vector<std::set<Rational>> sets(metrics.size());
  bounds_.resize(metrics.size());
  for (std::uint32_t m = 0; m < metrics.size(); ++m) {
    facts_.push_back(made_fact(m, card, day));
    if (facts_[m]) sets[m].insert(facts_[m]->worth * Rational(kMostFacts));
  }
  for (std::uint32_t m = 0; m < metrics.size(); ++m) {
    Term own;
    own.kind = TermKind::metric;
    own.index = m;
    own.place = metrics[m].per.value;
    bounds_[m] = bounds_of(own, card);
    if (metrics[m].min) bounds_[m].low = Rational(*metrics[m].min);  // a figure, and not the 0 of none
    for (const auto& end : {bounds_[m].low, bounds_[m].high})
      if (end) sets[m].insert(*end);
    for (const std::int64_t some : {std::int64_t{0}, std::int64_t{1}, kMuch}) sets[m].insert(Rational(some));
  }
  const auto look = [&](const TermPtr& term, Grain place, const std::vector<TermPtr>& ends = {}) {
    if (!term || term->kind == TermKind::invalid) return;
    std::set<Rational> numbers;
    collect_numbers(*term, card, numbers);
    for (const TermPtr& end : ends)
      if (end) collect_numbers(*end, card, numbers);
    for (const std::uint32_t m : metrics_of(*term)) {
      const Rational periods(usual_periods(place, metrics[m].per.value));
      for (const Rational& number : numbers)
        for (const Rational& near : {number, number / periods})
          for (const Rational& value :
               {near, near.floor(), near.ceil() + Rational(1), near.floor() - Rational(1), near * Rational(2)})
            sets[m].insert(value);
    }
  };
  for (const ScoreItem& item : card.items) look(item.points, item.grain, {item.min, item.max});
  for (const ScoreAdjustment& adjustment : card.adjustments)
    look(adjustment.amount, adjustment.grain, {adjustment.up_to});
  for (const ScoreVeto& veto : card.vetoes) look(veto.when, veto.grain);
  for (std::uint32_t m = 0; m < metrics.size(); ++m) {
    std::set<Rational> allowed;
    for (const Rational& value : sets[m])
      if (const auto one = taken(m, value)) allowed.insert(*one);
    values_[m].assign(allowed.begin(), allowed.end());
    if (values_[m].empty()) values_[m].push_back(bounds_[m].low.value_or(bounds_[m].high.value_or(Rational(0))));
    // Of very many the ends and every few of the rest.
    while (values_[m].size() > kMostValues) {
      std::vector<Rational> fewer;
      for (std::size_t i = 0; i < values_[m].size(); ++i)
        if (i % 2 == 0 || i + 1 == values_[m].size()) fewer.push_back(values_[m][i]);
      values_[m] = std::move(fewer);
    }
    usual_.by_axis.push_back(values_[m][values_[m].size() / 2]);
  }
  for (const Attribute& attribute : card.rulebook->attributes) {
    choices_.push_back(choices_of_attribute(attribute, day));
    values_.emplace_back();
    for (std::size_t i = 0; i < choices_.back().size(); ++i) values_.back().push_back(Rational(std::int64_t(i)));
    usual_.by_axis.push_back(Rational(0));
  }
}

std::optional<Rational> ExampleSearch::taken(std::uint32_t m, const Rational& value) const {
  const Metric& metric = card_.rulebook->metrics[m];
  if (metric.from) {
    // So many facts as reach it; of a greatest one, or of days, one is as good as many.
    if (!facts_[m]) return value.is_zero() ? std::optional(value) : std::nullopt;
    const Rational count = (value / facts_[m]->worth).ceil();
    const bool adds = metric.from->kind == Derivation::count || metric.from->kind == Derivation::sum;
    if (count.sign() < 0 || Rational(adds ? kMostFacts : 1) < count) return std::nullopt;
    return count * facts_[m]->worth;
  }
  const Rational figure = metric.decimals           ? value.rounded(*metric.decimals, Rounding::half_up)
                          : is_whole_metric(metric) ? value.ceil()
                                                    : value.rounded(6, Rounding::half_up);
  return bounds_[m].contains(figure) ? std::optional(figure) : std::nullopt;
}

Figures ExampleSearch::all_least() const {
  Figures figures = usual_;
  for (std::size_t m = 0; m < metric_count(); ++m) figures[m] = values_[m].front();
  return figures;
}

Figures ExampleSearch::all_most() const {
  Figures figures = usual_;
  for (std::size_t m = 0; m < metric_count(); ++m) figures[m] = values_[m].back();
  return figures;
}

const Value& ExampleSearch::attribute(std::size_t attribute, const Figures& figures) const {
  const std::vector<Value>& choices = choices_[attribute];
  const Rational& number = figures[metric_count() + attribute];
  for (std::size_t i = 1; i < choices.size(); ++i)
    if (number == Rational(std::int64_t(i))) return choices[i];
  return choices.front();
}

Value ExampleSearch::value(const Term& term, const Figures& figures, const Scorecard& card) const {
  TrialFigures trial{figures.by_axis, usual_.by_axis, day_};
  trial.every = figures.every;
  const auto first = figures.by_axis.begin() + std::ptrdiff_t(metric_count());
  if (std::any_of(first, figures.by_axis.end(), [](const Rational& choice) { return !choice.is_zero(); }))
    for (std::size_t a = 0; a < choices_.size(); ++a) trial.attributes.push_back(attribute(a, figures));
  return trial_value(term, card, trial);
}

std::optional<Rational> ExampleSearch::points(std::uint32_t number, const Figures& figures) const {
  const ScoreItem& item = card_.items[number];
  if (!item.points || item.points->kind == TermKind::invalid) return std::nullopt;
  if (item.applies && item.applies->kind != TermKind::invalid && this->value(*item.applies, figures).is_false())
    return std::nullopt;
  if (item.exempt && item.exempt->kind != TermKind::invalid && this->value(*item.exempt, figures).is_true())
    return std::nullopt;
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
  const std::set<std::uint32_t> metrics = metrics_in(term);
  return {metrics.begin(), metrics.end()};
}

std::vector<std::uint32_t> ExampleSearch::axes_of(const std::vector<const Term*>& terms) const {
  std::set<std::uint32_t> axes;
  for (const Term* term : terms)
    if (term != nullptr)
      visit_terms(*term, [&](const Term& part) {
        if (part.kind == TermKind::metric) axes.insert(part.index);
        if (part.kind == TermKind::attribute) axes.insert(std::uint32_t(metric_count()) + part.index);
      });
  return {axes.begin(), axes.end()};
}

std::vector<std::uint32_t> ExampleSearch::axes_of(const ScoreItem& item) const {
  return axes_of({item.points.get(), item.min.get(), item.max.get(), item.applies.get(), item.exempt.get()});
}

Figures ExampleSearch::most(const std::vector<Part>& parts, std::optional<Grain> every) const {
  std::set<std::uint32_t> axes;
  for (const Part& part : parts) axes.insert(part.axes.begin(), part.axes.end());
  Figures best;
  std::optional<Rational> best_sum;
  for (Figures figures : {all_least(), all_most(), usual_}) {
    figures.every = every;
    std::vector<Rational> amounts;
    Rational sum;
    for (const Part& part : parts) {
      amounts.push_back(part.amount(figures));
      sum += amounts.back();
    }
    bool better = true;
    for (int sweep = 0; better && sweep < kMostSweeps; ++sweep) {
      better = false;
      for (const std::uint32_t axis : axes) {
        Rational kept = figures[axis];
        for (const Rational& value : values_[axis]) {
          figures[axis] = value;
          // Only what hangs on this axis is worked out again.
          Rational next = sum;
          std::vector<std::pair<std::size_t, Rational>> changed;
          for (std::size_t i = 0; i < parts.size(); ++i)
            if (std::binary_search(parts[i].axes.begin(), parts[i].axes.end(), axis)) {
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
        figures[axis] = kept;
      }
    }
    if (!best_sum || *best_sum < sum) {
      best_sum = sum;
      best = figures;
    }
  }
  return best;
}

Figures ExampleSearch::nearer(const Part& part, const Figures& from) const {
  Figures figures = from;
  Rational amount = part.amount(figures);
  bool moves = true;
  for (int step = 0; moves && step < kStepsTowards && amount.sign() < 0; ++step) {
    moves = false;
    for (const std::uint32_t m : part.axes) {
      if (m >= metric_count()) continue;
      const Rational was = figures[m];
      Rational kept = was;
      for (const Rational& near : {was + Rational(1), was - Rational(1), was + Rational(1, 10), was - Rational(1, 10),
                                   was * Rational(101, 100), was * Rational(99, 100), was * Rational(11, 10),
                                   was * Rational(9, 10), was * Rational(3, 2), was * Rational(2, 3)}) {
        const auto figure = taken(m, near);
        if (!figure) continue;
        figures[m] = *figure;
        Rational next = part.amount(figures);
        if (!(amount < next)) continue;
        amount = std::move(next);
        kept = *figure;
        moves = true;
      }
      figures[m] = kept;
    }
  }
  return figures;
}

bool ExampleSearch::is_folded(const Part& part, Grain every) const {
  return std::any_of(part.axes.begin(), part.axes.end(), [&](std::uint32_t axis) {
    return axis < metric_count() && card_.rulebook->metrics[axis].per.value < every;
  });
}

Figures ExampleSearch::closest(const Part& part) const {
  Figures best = most({part});
  Rational least = part.amount(best);
  const auto look = [&](const Figures& figures) {
    Rational amount = part.amount(figures);
    if (!(least < amount)) return;
    least = std::move(amount);
    best = figures;
  };
  std::vector<std::optional<Grain>> rhythms = {std::nullopt};
  for (const Grain every : {Grain::week, Grain::month, Grain::quarter, Grain::half, Grain::year})
    if (is_folded(part, every)) rhythms.push_back(every);
  for (const auto& every : rhythms) {
    if (part.axes.empty() || least.sign() >= 0) return best;
    Figures found = every ? most({part}, every) : best;
    look(found);
    look(nearer(part, found));
    for (const std::uint32_t m : part.axes)
      if (m < metric_count())
        if (const auto figure = taken(m, Rational(kMuch))) found[m] = *figure;
    look(nearer(part, found));
  }
  return best;
}

}  // namespace cwp
