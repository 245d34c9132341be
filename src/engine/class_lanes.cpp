#include "engine/class_lanes.hpp"

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

}  // namespace

LaneColumn ClassLanes::narrowest(const std::vector<std::int64_t>& units, LaneRange range, std::int64_t denominator) {
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

LaneColumn ClassLanes::column_of(const std::vector<std::optional<Rational>>& values) {
  std::int64_t common = 1;
  std::vector<std::int64_t> denominators(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto own = values[i] ? values[i]->to_fraction() : Rational::Fraction{};
    denominators[i] = own && own->denominator <= kMostDenominator ? own->denominator : 0;
    if (denominators[i] == 0) continue;
    const Wide both = Wide{common} / std::gcd(common, denominators[i]) * denominators[i];
    if (both <= kMostDenominator) common = std::int64_t(both);
  }
  std::vector<std::int64_t> units(values.size());
  std::optional<LaneRange> range;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) continue;
    const auto whole = denominators[i] == 0 ? std::nullopt : (*values[i] * Rational(common)).to_int64();
    if (!whole || !fits({*whole, *whole}, Lane::i64)) {
      judges_[i] = 1;
      continue;
    }
    units[i] = *whole;
    if (!range) range = LaneRange{*whole, *whole};
    range->low = std::min<Wide>(range->low, *whole);
    range->high = std::max<Wide>(range->high, *whole);
  }
  if (!range) range = LaneRange{};
  for (std::int64_t& unit : units)  // lanes of the judge's stay inside the range, too
    if (unit < range->low) unit = std::int64_t(range->low);
  for (std::int64_t& unit : units)
    if (unit > range->high) unit = std::int64_t(range->high);
  return narrowest(units, *range, common);
}

std::optional<LaneColumn> ClassLanes::leaf(Instance instance) {
  const Cell& model = model_.cell(instance.node, instance.period);
  std::vector<std::optional<Rational>> values(officers_.size());
  for (std::size_t i = 0; i < officers_.size(); ++i) {
    const auto record = run_.data().officer(officers_[i]);
    const ExactContext context = model_.context_of(officers_[i], *record);
    const Cell cell = evaluate(context, model_, instance);  // it has no needs
    if (!is_like(model, cell))
      judges_[i] = 1;
    else if (cell.value.present())
      values[i] = cell.value.number;
  }
  return column_of(values);
}

std::optional<LaneColumn> ClassLanes::judged(Instance instance) {
  // When it costs as much as evaluating everybody, that is what is done.
  if (judged_cells_ > officers_.size() * run_.schedule().slots()) return std::nullopt;
  const Cell& model = model_.cell(instance.node, instance.period);
  std::vector<std::optional<Rational>> values(officers_.size());
  for (std::size_t i = 0; i < officers_.size(); ++i) {
    if (judges_[i] != 0) continue;
    const auto record = run_.data().officer(officers_[i]);
    const ExactContext context = model_.context_of(officers_[i], *record);
    const LazyCells cells(run_, context);
    const Cell& cell = cells.cell(instance.node, instance.period);
    judged_cells_ += cells.evaluated();
    if (!is_like(model, cell))
      judges_[i] = 1;
    else if (cell.value.present())
      values[i] = cell.value.number;
  }
  return column_of(values);
}

std::optional<LaneSource::Groups> ClassLanes::groups(Instance gather) {
  const Node& node = run_.graph().nodes[gather.node];
  if (node.function->among != nullptr || node.function->fold_extra != 0) return std::nullopt;
  const GatherTable& table = run_.gathers().at(gather.node, gather.period);
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
      judges_[i] = 1;
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
