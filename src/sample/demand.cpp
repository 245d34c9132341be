#include "sample/demand.hpp"

#include <algorithm>
#include <functional>

#include "graph/visit_terms.hpp"

namespace cwp {
namespace {

/// A figure on trial, and the points that it brings.
struct Step {
  Rational figure, points;
};
using Try = std::function<std::optional<Rational>(const Rational& figure)>;

constexpr std::int64_t kLongestLadder = 1'000'000;
/// What is in this share of the range of points from its ends counts as the end.
const Rational kNearly(1, 20);
/// Where points grow without end, full marks are taken to be here …
constexpr int kOpenFigure = 5;
/// … or at so many times the figure where points begin.
constexpr int kOpenTimes = 3;

/// Figures to try, ascending: a hundred steps between narrow bounds, else 0, 0.1 …, 1, 2 … and ever longer steps.
std::vector<Rational> ladder(const Metric& metric) {
  std::vector<Rational> steps;
  if (metric.min && metric.max && *metric.min < *metric.max) {
    const Rational low(*metric.min), width = Rational(*metric.max) - low;
    for (int i = 0; i <= 100; ++i) steps.push_back(low + width * Rational(i, 100));
    return steps;
  }
  const Rational low = metric.min ? Rational(*metric.min) : Rational(0);
  const bool fractions = metric.type == NumberType::f64 || metric.type == NumberType::f32;
  for (int i = 0; fractions && i < 10; ++i) steps.push_back(low + Rational(i, 10));
  for (std::int64_t i = fractions ? 1 : 0; i < kLongestLadder; i += std::max<std::int64_t>(1, i / 10))
    steps.push_back(low + Rational(i));
  return steps;
}

std::vector<Step> climb(const std::vector<Rational>& figures, const Try& points) {
  std::vector<Step> steps;
  for (const Rational& figure : figures)
    if (const auto reached = points(figure)) steps.push_back({figure, *reached});
  return steps;
}

/// Where points end and where they begin, on a ladder on which more is better.
Demand read_rising(const std::vector<Step>& steps, const Rational& low, const Rational& high) {
  const Rational near = (high - low) * kNearly;
  const auto full =
      std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return high - near <= step.points; });
  Demand demand{full->figure, steps.front().figure};
  demand.open = steps.end() - full <= 2 && steps[steps.size() - 2].points < high;
  const Rational nothing = demand.open ? low : low + near;
  for (auto step = steps.begin(); step != full; ++step)
    if (step->points <= nothing) demand.zero = step->figure;
  if (demand.open && demand.zero <= Rational(1))
    demand.full = demand.zero + Rational(kOpenFigure);
  else if (demand.open)
    demand.full = demand.zero * Rational(kOpenTimes);
  return demand;
}

std::optional<Demand> read_steps(std::vector<Step> steps) {
  if (steps.size() < 3) return std::nullopt;
  const auto less_points = [](const Step& a, const Step& b) { return a.points < b.points; };
  const auto [low, high] = std::minmax_element(steps.begin(), steps.end(), less_points);
  if (low->points == high->points) return std::nullopt;
  const Rational least = low->points, most = high->points;
  if (steps.front().points <= steps.back().points) return read_rising(steps, least, most);
  const Rational near = (most - least) * kNearly;
  Demand demand{steps.front().figure, steps.back().figure, true};
  demand.open = steps[1].points < steps[0].points;
  for (const Step& step : steps)
    if (!demand.open && most - near <= step.points) demand.full = step.figure;
  const auto gone =
      std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.points <= least + near; });
  demand.zero = gone->figure;
  if (steps.end() - gone <= 2 && least < steps[steps.size() - 2].points)  // marks are lost without end
    demand.zero = demand.full + Rational(kOpenFigure);
  return demand.full < demand.zero ? std::optional(demand) : std::nullopt;
}

/// The points of an item within its bounds.
std::optional<Rational> item_points(const ScoreItem& item, const Scorecard& card, const TrialFigures& figures) {
  const Value points = trial_value(*item.points, card, figures);
  if (!points.present()) return std::nullopt;
  Rational result = points.number;
  if (item.max)
    if (const Value most = trial_value(*item.max, card, figures); most.present())
      result = std::min(result, most.number);
  if (item.min)
    if (const Value least = trial_value(*item.min, card, figures); least.present())
      result = std::max(result, least.number);
  return result;
}

bool can_pair(const RatePair& pair, const Scorecard& card) {
  const Metric& part = card.rulebook->metrics[pair.part];
  const Metric& whole = card.rulebook->metrics[pair.whole];
  const auto about = [](const Metric& metric) { return metric.about ? metric.about->text : ""; };
  return pair.part != pair.whole && part.per.value == whole.per.value && about(part) == about(whole) && !part.from &&
         !whole.from && part.fold == whole.fold && part.type != NumberType::boolean;
}

/// Whether `part` stands above `whole` already.
bool holds(const std::vector<RatePair>& pairs, std::uint32_t part, std::uint32_t whole) {
  for (const RatePair& pair : pairs)
    if (pair.whole == part && (pair.part == whole || holds(pairs, pair.part, whole))) return true;
  return false;
}

/// What one item asks of a metric while the others stay as they are. The ladder has figures of the item's period: a
/// target of 10 a week is met by 2 a day.
std::optional<Demand> demand_in(const ScoreItem& item, std::uint32_t metric, const Scorecard& card,
                                TrialFigures trial) {
  const Metric& written = card.rulebook->metrics[metric];
  const bool adds = written.fold == Fold::sum || written.fold == Fold::count;
  const Rational periods(adds ? usual_periods(item.grain, written.per.value) : 1);
  std::optional<Demand> demand = read_steps(climb(ladder(written), [&](const Rational& figure) {
    trial.own[metric] = figure / periods;
    return item_points(item, card, trial);
  }));
  if (!demand) return std::nullopt;
  demand->full = demand->full / periods;
  demand->zero = demand->zero / periods;
  return demand;
}

}  // namespace

std::vector<RatePair> rate_pairs(const Scorecard& card) {
  std::vector<RatePair> pairs;
  visit_terms(card, [&](const Term& term) {
    if (term.kind != TermKind::call || term.children.size() < 2) return;
    const std::string_view name = term.function->doc.name;
    if (name != "ratio" && name != "/") return;
    const Term &a = *term.children[0], &b = *term.children[1];
    if (a.kind != TermKind::metric || b.kind != TermKind::metric) return;
    const RatePair pair{a.index, b.index};
    const bool taken =
        std::any_of(pairs.begin(), pairs.end(), [&](const RatePair& known) { return known.part == pair.part; });
    if (!taken && can_pair(pair, card) && !holds(pairs, pair.part, pair.whole)) pairs.push_back(pair);
  });
  return pairs;
}

std::optional<Demand> demand_on(std::uint32_t metric, const Scorecard& card, const std::vector<RatePair>& pairs,
                                const TrialFigures& figures) {
  TrialFigures alone = figures;  // where the others leave nothing to move
  alone.own.assign(figures.own.size(), Rational(0));
  for (const ScoreItem& item : card.items) {
    const auto is_whole = [&](const RatePair& pair) {
      return pair.whole == metric && mentions(*item.points, pair.part);
    };
    if (!mentions(*item.points, metric) || std::any_of(pairs.begin(), pairs.end(), is_whole)) continue;
    for (const TrialFigures& others : {figures, alone})
      if (const auto demand = demand_in(item, metric, card, others)) return demand;
  }
  return std::nullopt;
}

std::optional<Demand> demand_on_share(const RatePair& pair, const Scorecard& card, const TrialFigures& figures) {
  for (const ScoreItem& item : card.items) {
    if (!mentions(*item.points, pair.part) || !mentions(*item.points, pair.whole)) continue;
    std::vector<Rational> shares;
    for (int i = 0; i <= 100; ++i) shares.emplace_back(i, 100);
    TrialFigures trial = figures;
    const auto steps = climb(shares, [&](const Rational& share) {
      trial.own[pair.part] = trial.own[pair.whole] * share;
      return item_points(item, card, trial);
    });
    if (const auto demand = read_steps(steps)) return demand;
  }
  return std::nullopt;
}

SideUse side_use(std::uint32_t metric, const Scorecard& card) {
  const auto used = [&](const TermPtr& term) { return term && mentions(*term, metric); };
  for (const ScoreVeto& veto : card.vetoes)
    if (used(veto.when)) return SideUse::veto;
  for (const ScoreAdjustment& adjustment : card.adjustments)
    if (used(adjustment.amount)) return adjustment.written->gives ? SideUse::bonus : SideUse::penalty;
  return SideUse::none;
}

}  // namespace cwp
