#include "sample/fact_rows.hpp"

#include <algorithm>

#include "check/checked_state.hpp"
#include "sample/names.hpp"

namespace cwp {
namespace {

constexpr std::int64_t kOne = 1000;
/// Facts a workday, in thousandths, where no metric counts them.
constexpr std::int64_t kUncounted = 50;
/// So many earlier officers are looked at for one of the same station.
constexpr std::uint32_t kNeighbours = 60;
/// A number without bounds and thresholds goes up to here.
constexpr std::int64_t kPlainHighest = 60 * kOne;

/// What the derived formulas compare a column with.
struct Compared {
  std::vector<std::int64_t> numbers;  // thousandths
  std::vector<std::string> words;
};

void collect(const Term& term, std::uint32_t column, Compared& found) {
  const auto is_it = [&](const TermPtr& child) { return child->kind == TermKind::column && child->index == column; };
  const bool here = term.kind == TermKind::call && std::any_of(term.children.begin(), term.children.end(), is_it);
  for (const TermPtr& child : term.children) {
    collect(*child, column, found);
    if (!here || child->kind != TermKind::constant) continue;
    if (child->type == ValueType::number) found.numbers.push_back(thousandths(child->constant.number));
    if (child->type == ValueType::text && child->constant.text) found.words.push_back(*child->constant.text);
  }
}

Compared compared_with(const Scorecard& card, std::uint32_t table, std::uint32_t column) {
  Compared found;
  for (const auto& derived : card.derived)
    if (derived && derived->table == table && derived->formula) collect(*derived->formula, column, found);
  return found;
}

FactPlan::Column column_plan(const CheckedRulebook& rules, std::uint32_t table, std::uint32_t number) {
  const EventColumn& column = rules.rulebook().events[table].columns[number];
  const Compared compared = compared_with(rules.state().scorecard, table, number);
  FactPlan::Column plan;
  plan.words = column.one_of.empty() ? compared.words : column.one_of;
  for (const Metric& metric : rules.rulebook().metrics)
    if (metric.from && metric.from->officer && metric.from->table.text == rules.rulebook().events[table].id.value &&
        metric.from->officer->text == column.id.value)
      plan.officer = true;
  plan.highest = kPlainHighest;
  if (!compared.numbers.empty())
    plan.highest = std::max(2 * *std::max_element(compared.numbers.begin(), compared.numbers.end()), kOne);
  if (column.min) plan.lowest = thousandths(Rational(*column.min));
  if (column.max) plan.highest = thousandths(Rational(*column.max));
  if (plan.highest <= plan.lowest) plan.highest = plan.lowest + (column.max ? 0 : kPlainHighest);
  for (const auto& bound : {column.min, column.max})
    if (bound) plan.decimals = std::max(plan.decimals, std::min<int>(bound->decimals, 3));
  return plan;
}

/// What one fact brings to a derived metric, by its usual columns.
Rational worth(const Scorecard& card, std::uint32_t metric, const EventTable& table, Day middle) {
  if (metric >= card.derived.size() || !card.derived[metric] || !card.derived[metric]->formula) return Rational(1);
  TrialFigures figures;
  figures.own.resize(card.rulebook->metrics.size());
  figures.usual = figures.own;
  figures.day = middle;
  figures.table = &table;
  const Value value = trial_value(*card.derived[metric]->formula, card, figures);
  return value.present() && value.number.sign() > 0 ? value.number : Rational(1);
}

class OfficerFacts {
 public:
  OfficerFacts(const FactPlan& plan, const SampleWorld& world, const OfficerLife& officer)
      : plan_(plan),
        table_(world.rulebook().events[plan.table]),
        world_(world),
        officer_(officer),
        random_(world.seed, "facts " + table_.id.value, officer.number) {}

  std::vector<SampleRow> rows() {
    const Quality side = officer_.side(table_.id.value, world_.seed);
    std::vector<SampleRow> rows;
    for (Day day = officer_.present.first; day <= officer_.present.last; day = day + 1) {
      const std::int64_t share = share_of_day(officer_, day, world_);
      const Quality quality = officer_.quality(day, side, world_.span);
      for (std::int64_t i = draw_figure(plan_.profile, quality, share, 0, random_); i > 0; i -= kOne) {
        SampleRow row{officer_.key, day.to_text(), {}};
        for (std::size_t column = 0; column < plan_.columns.size(); ++column) row.cells.push_back(cell(column, day));
        rows.push_back(std::move(row));
      }
    }
    return rows;
  }

 private:
  std::string cell(std::size_t number, Day day) {
    const FactPlan::Column& plan = plan_.columns[number];
    switch (table_.columns[number].type) {
      case AttributeType::text:
        if (plan.officer) return colleague(day);
        return plan.words.empty() ? person_name(random_) : uneven_word(plan.words, random_);
      case AttributeType::number: {
        const std::int64_t middle = (plan.lowest + plan.highest) / 2;
        const bool common = random_.thousandths(750);  // small figures are the common ones
        const std::int64_t low = common ? plan.lowest : middle, high = common ? middle : plan.highest;
        std::int64_t grid = kOne;
        for (int i = 0; i < plan.decimals; ++i) grid /= 10;
        const std::int64_t steps = (high - low) / grid;
        const std::int64_t figure = low + random_.between(0, std::min<std::int64_t>(steps, 1'000'000)) * grid;
        return figure_text(figure / grid * grid < plan.lowest ? figure : figure / grid * grid, plan.decimals);
      }
      case AttributeType::date:
        return (day - std::int32_t(random_.between(0, 30))).to_text();
      case AttributeType::boolean:
        return random_.thousandths(700) ? "1" : "0";
    }
    return "";
  }

  /// Somebody of the same station who is there, among those who were made earlier; else himself.
  std::string colleague(Day day) {
    std::vector<const OfficerLife*> there;
    for (std::uint32_t back = 1; back <= kNeighbours && back < officer_.number; ++back) {
      const OfficerLife& other = world_.lives[officer_.number - 1 - back];
      if (other.present_on(day) && other.station_on(day) == officer_.station_on(day)) there.push_back(&other);
    }
    const std::uint32_t drawn = random_.below(1'000'000);
    return there.empty() ? officer_.key : there[drawn % there.size()]->key;
  }

  const FactPlan& plan_;
  const EventTable& table_;
  const SampleWorld& world_;
  const OfficerLife& officer_;
  Random random_;
};

}  // namespace

std::vector<FactPlan> fact_plans(const CheckedRulebook& rules, const Profiles& profiles, Day middle) {
  const Rulebook& rulebook = rules.rulebook();
  std::vector<FactPlan> plans;
  for (std::uint32_t table = 0; table < rulebook.events.size(); ++table) {
    FactPlan plan;
    plan.table = table;
    plan.profile.highest = 1'000 * kOne;
    plan.profile.less = true;  // until somebody wants more of them
    for (std::uint32_t i = 0; i < rulebook.metrics.size(); ++i) {
      const auto& from = rulebook.metrics[i].from;
      if (!from || from->table.text != rulebook.events[table].id.value) continue;
      const Profile& metric = profiles.metrics[i];
      const bool adds = from->kind == Derivation::sum || from->kind == Derivation::max;
      const Rational each = adds ? worth(rules.state().scorecard, i, rulebook.events[table], middle) : Rational(1);
      const auto facts = [&](std::int64_t figure) { return thousandths(Rational(figure, kOne) / each); };
      if (plan.profile.less && !metric.less) plan.profile.full = plan.profile.zero = 0;
      if (plan.profile.less < metric.less) continue;
      plan.profile.less = metric.less;
      plan.profile.full = std::max(plan.profile.full, facts(metric.full));
      plan.profile.zero = metric.less ? plan.profile.zero + facts(metric.zero) : facts(metric.zero);
    }
    if (plan.profile.full == plan.profile.zero) plan.profile.zero = plan.profile.full + kUncounted;
    for (std::uint32_t column = 0; column < rulebook.events[table].columns.size(); ++column)
      plan.columns.push_back(column_plan(rules, table, column));
    plans.push_back(std::move(plan));
  }
  return plans;
}

std::vector<SampleRow> fact_rows(const FactPlan& plan, const SampleWorld& world, const OfficerLife& officer) {
  return OfficerFacts(plan, world, officer).rows();
}

}  // namespace cwp
