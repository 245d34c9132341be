#include "sample/profile.hpp"

#include <algorithm>

#include "check/checked_state.hpp"

namespace cwp {
namespace {

constexpr std::int64_t kBoundless = 10'000'000'000'000;

/// A usual figure of a period where the rulebook asks nothing, by grain.
constexpr std::int64_t kUsual[kGrains] = {700, 3'000, 8'000, 15'000, 20'000, 30'000};
/// Of rare events: so many thousandths a month have officers of quality 0.
constexpr std::int64_t kBonusesAMonth = 300, kPenaltiesAMonth = 900, kVetoesAMonth = 60;

bool is_whole_type(NumberType type) { return type != NumberType::f32 && type != NumberType::f64; }

std::optional<std::int64_t> largest(NumberType type) {
  switch (type) {
    case NumberType::u8:
      return 255;
    case NumberType::u16:
      return 65'535;
    case NumberType::u32:
    case NumberType::i32:
      return 2'147'483'647;
    case NumberType::boolean:
      return 1;
    default:
      return std::nullopt;
  }
}

bool is_bounded(const Metric& metric) { return (metric.min && metric.max) || metric.unit == "%"; }

/// What the promises say, before anything is asked.
Profile promised(const Metric& metric) {
  Profile profile;
  const bool adds = metric.fold == Fold::sum || metric.fold == Fold::count;
  const bool whole = is_whole_type(metric.type);
  profile.daily = metric.per.value == Grain::day;
  profile.derived = metric.from.has_value();
  profile.less = metric.better == Better::less;
  profile.said_when_zero = metric.absent != AbsentRule::zero;
  profile.lowest = metric.min ? thousandths(Rational(*metric.min)) : 0;
  profile.highest = metric.max ? thousandths(Rational(*metric.max)) : kBoundless;
  if (const auto most = largest(metric.type)) profile.highest = std::min(profile.highest, *most * kOne);
  if (metric.unit == "%" && !metric.max) profile.highest = std::min(profile.highest, 100 * kOne);
  profile.lowest = std::min(profile.lowest, profile.highest);
  if (!whole) profile.decimals = std::min(metric.decimals.value_or(adds ? 0 : 1), 3);
  if (metric.type == NumberType::boolean)
    profile.kind = FigureKind::truth;
  else if (!adds)
    profile.kind = FigureKind::mark;
  else if (profile.decimals > 0)
    profile.kind = FigureKind::measure;
  const std::int64_t width = profile.highest - profile.lowest;
  if (profile.kind == FigureKind::mark && is_bounded(metric)) {
    profile.full = profile.lowest + width / 100 * (profile.less ? 5 : 95);
    profile.zero = profile.lowest + width / 100 * (profile.less ? 50 : 60);
    return profile;
  }
  const std::int64_t usual = std::clamp(kUsual[std::size_t(metric.per.value)], profile.lowest, profile.highest);
  profile.full = profile.less ? 0 : usual;
  profile.zero = profile.less ? usual : usual / 5;
  return profile;
}

/// Rare events: nobody should have any, or few have.
void make_rare(Profile& profile, const Metric& metric, std::int64_t a_month) {
  const std::int64_t months = metric.per.value <= Grain::month ? 1 : usual_periods(metric.per.value, Grain::month);
  profile.full = 0;
  profile.zero = a_month * months / usual_periods(Grain::month, metric.per.value);
}

void take_demand(Profile& profile, const Demand& demand) {
  profile.less = demand.less;
  profile.open = demand.open;
  profile.full = thousandths(demand.full);
  profile.zero = thousandths(demand.zero);
}

/// Nobody asks for it in an item: bonuses, penalties and vetoes come of rare events, marks stay as they are.
void take_side_use(Profile& profile, const Metric& metric, SideUse use) {
  if (use == SideUse::none || profile.kind == FigureKind::mark) {
    if (use == SideUse::none && profile.less && profile.kind != FigureKind::mark)
      make_rare(profile, metric, kPenaltiesAMonth);
    return;
  }
  profile.less = use != SideUse::bonus;
  if (use == SideUse::bonus) {
    make_rare(profile, metric, kBonusesAMonth);
    std::swap(profile.full, profile.zero);
  } else {
    make_rare(profile, metric, use == SideUse::veto ? kVetoesAMonth : kPenaltiesAMonth);
  }
}

Rational rational(std::int64_t figure) { return {figure, kOne}; }

TrialFigures trial_figures(const std::vector<Profile>& profiles, Day middle) {
  TrialFigures figures;
  figures.day = middle;
  for (const Profile& profile : profiles) figures.own.push_back(rational((profile.full * 3 + profile.zero) / 4));
  figures.usual = figures.own;
  return figures;
}

/// From the first point to the last, straight lines between.
struct Point {
  std::int64_t quality, value;
};
std::int64_t between_points(std::span<const Point> points, Quality quality) {
  std::size_t i = 1;
  while (i + 1 < points.size() && points[i].quality < quality) ++i;
  const Point &a = points[i - 1], &b = points[i];
  return a.value +
         (b.value - a.value) * (std::clamp(quality, a.quality, b.quality) - a.quality) / (b.quality - a.quality);
}
/// How far from `zero` to `full` (1000) somebody gets.
constexpr Point kGain[] = {{0, 50}, {300, 450}, {500, 780}, {800, 1150}, {1000, 1600}};
/// How much of the distance from `full` to `zero` somebody loses.
constexpr Point kLoss[] = {{0, 1000}, {300, 500}, {500, 220}, {800, 50}, {1000, 5}};

std::int64_t grid_of(int decimals) {
  std::int64_t grid = kOne;
  for (int i = 0; i < decimals; ++i) grid /= 10;
  return grid;
}
std::int64_t on_grid(std::int64_t figure, int decimals) {
  const std::int64_t grid = grid_of(decimals);
  const std::int64_t half = figure < 0 ? -grid / 2 : grid / 2;
  return (figure + half) / grid * grid;
}

/// The nearest figure that keeps the promises.
std::int64_t within(std::int64_t figure, const Profile& profile) {
  figure = on_grid(std::clamp(figure, profile.lowest, profile.highest), profile.decimals);
  if (figure > profile.highest) figure -= grid_of(profile.decimals);
  return figure < profile.lowest ? figure + grid_of(profile.decimals) : figure;
}

/// How far marks lie from what was to be expected: a part of what decides about points, and of what is allowed.
std::int64_t mark_deviation(const Profile& profile) {
  const bool bounded = profile.highest < kBoundless;
  return std::max({std::abs(profile.full - profile.zero) / 6, bounded ? (profile.highest - profile.lowest) / 40 : 0,
                   std::int64_t{1}});
}

std::int64_t draw_part(const Profile& profile, std::int64_t level, std::int64_t whole, Random& random) {
  const std::int64_t share = std::clamp<std::int64_t>(level, 10, 995);
  if (profile.kind != FigureKind::count) {
    const std::int64_t drawn = std::clamp<std::int64_t>(share + random.bell(60), 0, kOne);
    const std::int64_t part = on_grid(whole * drawn / kOne, profile.decimals);
    return std::min(part, whole);
  }
  std::int64_t part = 0;
  for (std::int64_t unit = kOne; unit <= whole; unit += kOne)
    if (random.thousandths(share)) part += kOne;
  return part;
}

}  // namespace

std::int64_t thousandths(const Rational& number) {
  const auto whole = (number * Rational(kOne)).floor().to_int64();
  if (!whole) return number.sign() < 0 ? -kBoundless : kBoundless;
  return std::clamp(*whole, -kBoundless, kBoundless);
}

Profiles make_profiles(const CheckedRulebook& rules, Day middle) {
  const Scorecard& card = rules.state().scorecard;
  const std::vector<Metric>& metrics = rules.rulebook().metrics;
  Profiles profiles;
  for (const Metric& metric : metrics) profiles.metrics.push_back(promised(metric));
  const std::vector<RatePair> pairs = rate_pairs(card);
  const TrialFigures figures = trial_figures(profiles.metrics, middle);
  for (std::uint32_t i = 0; i < metrics.size(); ++i) {
    if (const auto demand = demand_on(i, card, pairs, figures))
      take_demand(profiles.metrics[i], *demand);
    else
      take_side_use(profiles.metrics[i], metrics[i], side_use(i, card));
  }
  for (const RatePair& pair : pairs) {
    Profile& part = profiles.metrics[pair.part];
    const bool less = part.less;
    take_demand(part, demand_on_share(pair, card, figures)
                          .value_or(less ? Demand{Rational(0), Rational(3, 10), true}
                                         : Demand{Rational(19, 20), Rational(2, 5), false}));
    part.part_of = pair.whole;
  }
  std::vector<bool> placed(metrics.size());
  while (profiles.order.size() < metrics.size())
    for (std::uint32_t i = 0; i < metrics.size(); ++i)
      if (const auto& whole = profiles.metrics[i].part_of; !placed[i] && (!whole || placed[*whole])) {
        placed[i] = true;
        profiles.order.push_back(i);
      }
  return profiles;
}

std::int64_t level_of(const Profile& profile, Quality quality) {
  if (!profile.less) return profile.zero + (profile.full - profile.zero) * between_points(kGain, quality) / kOne;
  std::int64_t loss = between_points(kLoss, quality);
  // A time or a price does not come near nothing, however good somebody is.
  if (profile.kind == FigureKind::mark && profile.open) loss = 450 + loss / 2;
  return profile.full + (profile.zero - profile.full) * loss / kOne;
}

std::int64_t draw_figure(const Profile& profile, Quality quality, std::int64_t share, std::int64_t whole,
                         Random& random) {
  const std::int64_t level = level_of(profile, quality);
  if (profile.part_of) return within(draw_part(profile, level, whole, random), profile);
  const std::int64_t expected = level * share / kOne;
  std::int64_t figure = 0;
  switch (profile.kind) {
    case FigureKind::count:
      figure = random.poisson(expected) * kOne;
      break;
    case FigureKind::measure:  // of days, on three of five
      if (!profile.daily)
        figure = expected * random.between(700, 1300) / kOne;
      else if (random.thousandths(600 * share / kOne))
        figure = level * 10 / 6 * random.between(500, 1500) / kOne;
      break;
    case FigureKind::mark:
      figure = level + random.bell(mark_deviation(profile));
      break;
    case FigureKind::truth:
      figure = random.thousandths(std::clamp<std::int64_t>(expected, 20, 980)) ? kOne : 0;
      break;
  }
  return within(figure, profile);
}

std::string figure_text(std::int64_t thousandths, int decimals) {
  std::int64_t units = thousandths;
  for (int i = decimals; i < 3; ++i) units /= 10;
  return Decimal{units, std::uint8_t(decimals)}.to_text();
}

}  // namespace cwp
