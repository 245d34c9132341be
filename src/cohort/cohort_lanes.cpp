#include "cohort/cohort_lanes.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <unordered_map>

namespace cwp {
namespace {

/// Columns of fractions have a common denominator up to this; the rest of their officers are the judge's.
constexpr std::int64_t kMostDenominator = 1'000'000'000;

/// One officer's cells, each evaluated when it is asked for.
class LazyCells : public CellLookup {
 public:
  LazyCells(const Run& run, const ExactContext& context) : run_(run), context_(context) {}
  const Cell& cell(NodeId node, Period period) const override {
    const std::size_t slot = run_.schedule().slot(node, period);
    if (const auto known = cells_.find(slot); known != cells_.end()) return known->second;
    Cell made = evaluate(context_, *this, {node, period});
    return cells_.emplace(slot, std::move(made)).first->second;
  }

  std::size_t evaluated() const { return cells_.size(); }

 private:
  const Run& run_;
  const ExactContext& context_;
  mutable std::unordered_map<std::size_t, Cell> cells_;  // references to its values stay valid
};

bool same_facts(const ScoreFacts& a, const ScoreFacts& b) {
  return a.counted == b.counted && a.is_period == b.is_period && a.has_full == b.has_full && a.full == b.full &&
         a.reachable == b.reachable && a.coverage == b.coverage && a.periods == b.periods &&
         a.counted_periods == b.counted_periods && a.reason == b.reason;
}

bool is_like(const Cell& model, const Cell& cell) {
  return cell.value.absence == model.value.absence && cell.value.incomplete == model.value.incomplete &&
         !cell.value.faulty && same_facts(model.facts, cell.facts);
}

/// All days that the evaluation of an instance can look at, but for those of what a lag stands for.
DayRange days_looked_at(const Run& run, const Instance& instance) {
  const Calendar& calendar = run.card().calendar;
  const Node& node = run.graph().nodes[instance.node];
  DayRange days = calendar.days(instance.period);
  const auto widen = [&](DayRange other) {
    days = {std::min(days.first, other.first), std::max(days.last, other.last)};
  };
  if (node.op == NodeOp::metric) {
    const Grain own = run.card().rulebook->metrics[node.index].per.value;
    if (own == instance.period.grain) return days;
    const PeriodRange inner = calendar.inner(instance.period, own);
    if (!inner.empty()) widen({calendar.days(inner.first).first, calendar.days(inner.last).last});
  } else if (node.op != NodeOp::lag) {
    for_each_need(run.graph(), run.card(), run.timeline(), instance,
                  [&](Instance need) { widen(calendar.days(need.period)); });
  }
  return days;
}

}  // namespace

CohortLanes::CohortLanes(const Cohort& cohort)
    : cohort_(cohort),
      run_(cohort.run()),
      model_(cohort.model()),
      officers_(cohort.officers()),
      planes_(run_.schedule().order().size(), officers_.size()),
      needs_(run_.schedule(), run_.graph(), run_.card(), run_.timeline()),
      figures_(cohort) {}

bool CohortLanes::begin(std::size_t position, Instance instance) {
  position_ = position;
  if (!is_held(position)) return false;
  for (const std::uint32_t need : needs_.of(position)) planes_.add(position, planes_, need);
  cohort_.add_own_days(days_looked_at(run_, instance), planes_, position);
  if (is_extraordinary(run_.graph().nodes[instance.node], model_.cell(instance.node, instance.period)))
    planes_.set_all(position);
  return !planes_.all(position);
}

LaneColumn CohortLanes::narrowest(const std::vector<std::int64_t>& units, LaneRange range, std::int64_t denominator) {
  LaneColumn column;
  column.range = range;
  column.denominator = denominator;
  for (const Lane lane : {Lane::u8, Lane::u16, Lane::i32, Lane::i64})
    if (fits(range, column.lane = lane)) break;
  const std::size_t bytes = bytes_of(column.lane);
  auto& memory = memory_.emplace_back((padded(units.size()) * bytes + 7) / 8);
  for (std::size_t i = 0; i < units.size(); ++i)
    std::memcpy(reinterpret_cast<char*>(memory.data()) + i * bytes, &units[i], bytes);
  column.data = memory.data();
  return column;
}

LaneColumn CohortLanes::column_of(const std::vector<std::optional<Rational>>& values, const Rational& otherwise) {
  std::int64_t common = 1;
  const auto unit_of = [&](const Rational& value) -> std::optional<std::int64_t> {
    const auto own = value.to_fraction();
    if (!own || own->denominator > kMostDenominator) return std::nullopt;
    const auto whole = (value * Rational(common)).to_int64();
    return whole && fits({*whole, *whole}, Lane::i64) ? whole : std::nullopt;
  };
  const auto take_denominator = [&](const Rational& value) {
    const auto own = value.to_fraction();
    if (!own || own->denominator > kMostDenominator) return;
    const Wide both = Wide{common} / std::gcd(common, own->denominator) * own->denominator;
    if (both <= kMostDenominator) common = std::int64_t(both);
  };
  take_denominator(otherwise);
  for (const auto& value : values)
    if (value) take_denominator(*value);
  // Whoever is the judge's has an ordinary figure in his lane, so that nothing is flagged for his sake.
  const std::int64_t ordinary = unit_of(otherwise).value_or(0);
  LaneRange range{ordinary, ordinary};
  std::vector<std::int64_t> units(values.size(), ordinary);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto unit = values[i] ? unit_of(*values[i]) : std::nullopt;
    if (!unit) {
      leave_to_judge(i);
      continue;
    }
    units[i] = *unit;
    range = {std::min<Wide>(range.low, *unit), std::max<Wide>(range.high, *unit)};
  }
  return narrowest(units, range, common);
}

template <typename CellOf>
LaneColumn CohortLanes::column_by(Instance instance, const CellOf& cell_of) {
  const Cell& model = model_.cell(instance.node, instance.period);
  const Node& node = run_.graph().nodes[instance.node];
  const bool is_veto = node.op == NodeOp::veto;
  std::optional<std::uint32_t> metric;  // its own figures are all that one looks at which is made of no others
  if (node.op == NodeOp::metric && !run_.card().derived[node.index] && !run_.card().about[node.index])
    metric = node.index;
  std::vector<std::optional<Rational>> values(officers_.size());
  for (std::size_t i = 0; i < officers_.size(); ++i) {
    if (is_judged(i)) continue;
    const auto record = metric ? run_.data().officer_for(officers_[i], *metric) : run_.data().officer(officers_[i]);
    const ExactContext context = model_.context_of(officers_[i], *record, cohort_.extent().gathers);
    const Cell cell = cell_of(context);
    if (!is_like(model, cell) || (is_veto && cell.value.is_true()))
      leave_to_judge(i);
    else if (cell.value.present())
      values[i] = cell.value.number;
  }
  if (!model.value.present()) return {};  // those who have a figure are the judge's
  return column_of(values, model.value.number);
}

LaneColumn CohortLanes::column_of_rows(Instance leaf, const std::vector<LeafFigures::Row>& rows,
                                       const Value& without_row) {
  using Kind = LeafFigures::Row::Kind;
  const Value& model = model_.cell(leaf.node, leaf.period).value;
  const bool may_lack_row =
      without_row.absence == model.absence && !without_row.faulty && without_row.fault == Fault::none;
  std::vector<std::optional<Rational>> values(officers_.size());
  for (std::size_t i = 0; i < officers_.size(); ++i) {
    if (is_judged(i)) continue;
    if (rows[i].kind == Kind::odd || (rows[i].kind == Kind::none ? !may_lack_row : !model.present()))
      leave_to_judge(i);
    else if (rows[i].kind == Kind::plain)
      values[i] = Rational(rows[i].numerator, rows[i].denominator);
    else if (model.present())
      values[i] = without_row.number;
  }
  if (!model.present()) return {};  // those who have a figure are the judge's
  return column_of(values, model.number);
}

std::optional<LaneColumn> CohortLanes::leaf(Instance instance) {
  if (const auto* rows = figures_.rows(instance)) {
    const auto without_row = figures_.without_row(instance);
    if (!without_row) return LaneColumn{};  // rows count for nobody
    return column_of_rows(instance, *rows, *without_row);
  }
  return column_by(instance, [&](const ExactContext& context) { return evaluate(context, model_, instance); });
}

std::optional<LaneColumn> CohortLanes::judged(Instance instance) {
  // When it costs as much as evaluating everybody, that is what is done.
  if (judged_cells_ > officers_.size() * run_.schedule().slots()) {
    planes_.set_all(position_);
    return std::nullopt;
  }
  return column_by(instance, [&](const ExactContext& context) {
    const LazyCells cells(run_, context);
    const Cell cell = cells.cell(instance.node, instance.period);
    judged_cells_ += cells.evaluated();
    return cell;
  });
}

std::optional<LaneSource::Groups> CohortLanes::groups(Instance gather) {
  const Node& node = run_.graph().nodes[gather.node];
  if (node.function->among != nullptr || node.function->fold_extra != 0) return std::nullopt;
  const GatherTable& table = cohort_.extent().gathers.at(gather.node, gather.period);
  Groups groups;
  groups.known = true;
  std::vector<bool> usable(table.groups.size());
  for (std::size_t g = 0; g < table.groups.size(); ++g) {
    const auto figure = table.groups[g].ascending.empty() || !table.groups[g].aggregate.present()
                            ? std::nullopt
                            : table.groups[g].aggregate.number.to_fraction();
    usable[g] = figure && fits({figure->numerator, figure->numerator}, Lane::i64);
    if (usable[g])
      groups.figures.add(figure->numerator, figure->denominator);
    else
      groups.figures.add(0, 1);
  }
  std::vector<std::int64_t> numbers(officers_.size());
  for (std::size_t i = 0; i < officers_.size(); ++i) {
    const std::uint32_t number = table.group_of[officers_[i]];
    if (number == kNoGroup || !usable[number])
      leave_to_judge(i);
    else
      numbers[i] = number;
  }
  groups.column.lane = Lane::i32;
  groups.column.range = {0, std::max<Wide>(Wide(table.groups.size()) - 1, 0)};
  if (groups.figures.numerators.empty()) groups.figures.add(0, 1);
  auto& memory = memory_.emplace_back((padded(numbers.size()) + 1) / 2);
  auto* lanes = reinterpret_cast<std::int32_t*>(memory.data());
  for (std::size_t i = 0; i < numbers.size(); ++i) lanes[i] = std::int32_t(numbers[i]);
  groups.column.data = memory.data();
  return groups;
}

}  // namespace cwp
