#include "data/column_store.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "row/take_value.hpp"

namespace cwp {

std::int64_t StoredFigures::units(std::size_t officer) const {
  switch (type) {
    case FigureColumn::Type::u8:
      return static_cast<const std::uint8_t*>(data)[officer];
    case FigureColumn::Type::u16:
      return static_cast<const std::uint16_t*>(data)[officer];
    case FigureColumn::Type::i32:
      return static_cast<const std::int32_t*>(data)[officer];
    default:
      return static_cast<const std::int64_t*>(data)[officer];
  }
}

Origin StoredFigures::origin(std::size_t officer) const {
  if (origins != nullptr) return origins[officer];
  return lines != nullptr ? Origin{file, lines[officer]} : Origin();
}

OfficerRecord ColumnStore::days_of(std::size_t officer) const {
  OfficerRecord record;
  const std::uint32_t row = row_of.empty() ? 0 : row_of[officer];
  if (const auto found = stays.find(std::uint32_t(officer)); found == stays.end())
    record.presence.push_back({{kFirstDay, kLastDay}, row});
  else
    for (const DayRange& days : found->second) record.presence.push_back({days, row});
  if (const auto found = duty.find(std::uint32_t(officer)); found != duty.end()) record.duty = found->second;
  return record;
}

bool ColumnStore::is_there(std::uint32_t officer, DayRange days) const {
  const auto found = stays.find(officer);
  return found == stays.end() || std::any_of(found->second.begin(), found->second.end(), [&](const DayRange& stay) {
           return stay.first <= days.last && days.first <= stay.last;
         });
}

void ColumnStore::leave_out(DayRange days, StoredFigures& stored) const {
  std::vector<std::uint32_t> absentees, absent, refused;
  for (const auto& [officer, own] : stays)
    if (!is_there(officer, days)) absentees.push_back(officer);
  if (absentees.empty()) return;
  std::set_union(stored.absent.begin(), stored.absent.end(), absentees.begin(), absentees.end(),
                 std::back_inserter(absent));
  std::set_difference(stored.refused.begin(), stored.refused.end(), absentees.begin(), absentees.end(),
                      std::back_inserter(refused));
  std::erase_if(stored.apart, [&](const auto& figure) {
    return std::binary_search(absentees.begin(), absentees.end(), figure.first);
  });
  stored.absent = std::move(absent);
  stored.refused = std::move(refused);
}

OfficerRecord ColumnStore::record(std::size_t officer, std::size_t metrics, std::optional<std::uint32_t> only) const {
  OfficerRecord record = days_of(officer);
  record.key = keys.key(std::uint32_t(officer));
  record.metrics.resize(metrics);
  // By metric, then by period: as the cells stand.
  const auto begins = [&](std::uint32_t metric) {
    return figures.lower_bound({metric, {Grain::day, std::numeric_limits<std::int32_t>::min()}});
  };
  const auto first = only ? begins(*only) : figures.begin(), last = only ? begins(*only + 1) : figures.end();
  for (auto at = first; at != last; ++at) {
    const auto& [of, stored] = *at;
    const auto holds = [&](const std::vector<std::uint32_t>& officers) {
      return std::binary_search(officers.begin(), officers.end(), std::uint32_t(officer));
    };
    if (holds(stored.absent)) continue;
    MetricCell cell;
    cell.period = of.second.ordinal;
    cell.refused = holds(stored.refused);
    const std::int64_t power = power_of_ten(stored.decimals);
    if (!cell.refused) cell.value = Rational(stored.units(officer), power);
    cell.origins.push_back(stored.origin(officer));
    record.metrics[of.first].push_back(std::move(cell));
  }
  const auto other = others.find(std::uint32_t(officer));
  if (other == others.end()) return record;
  for (const auto& figure : other->second) {
    const std::uint32_t metric = figure.first;
    const MetricCell& cell = figure.second;
    if (only && metric != *only) continue;
    auto& cells = record.metrics[metric];
    const auto behind =
        std::find_if(cells.begin(), cells.end(), [&](const MetricCell& one) { return cell.period < one.period; });
    cells.insert(behind, cell);
  }
  return record;
}

void ColumnStore::StoredAttribute::count(bool known_distinct) {
  begins.assign(values.size() + 1, 0);
  side_by_side = true;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    ++begins[numbers[i] + 1];
    side_by_side = side_by_side && (i == 0 || numbers[i - 1] <= numbers[i]);
  }
  for (std::size_t v = 0; v < values.size(); ++v) begins[v + 1] += begins[v];
  distinct = known_distinct;
  if (distinct) return;
  std::unordered_set<std::string> texts;
  texts.reserve(values.size());
  distinct = std::all_of(values.begin(), values.end(),
                         [&](const Value& value) { return value.present() && texts.insert(plain_text(value)).second; });
}

void ColumnStore::make_rows(DatasetState& state) {
  // The roster row of those who have the values of these numbers, by attribute.
  const auto add_row = [&](const auto& number_of) {
    RosterRow& row = state.roster_rows.emplace_back();
    row.attributes.reserve(attributes.size());
    for (std::size_t a = 0; a < attributes.size(); ++a) {
      const auto& stored = attributes[a];
      const Attribute& written = state.rules.rulebook().attributes[a];
      if (!stored.numbers.empty()) {
        row.attributes.push_back(stored.values[number_of(stored)]);
        continue;
      }
      Value value = absent_attribute(written);
      if (written.default_value) take_attribute(*written.default_value, written, value);
      row.attributes.push_back(std::move(value));
    }
  };
  std::vector<const StoredAttribute*> numbered;
  for (const StoredAttribute& attribute : attributes)
    if (!attribute.numbers.empty()) numbered.push_back(&attribute);
  if (numbered.size() <= 1) {
    if (!numbered.empty()) row_of = numbered[0]->numbers;
    const std::size_t rows = numbered.empty() ? 1 : numbered[0]->values.size();
    state.roster_rows.reserve(rows);
    for (std::size_t r = 0; r < rows; ++r) add_row([&](const StoredAttribute&) { return r; });
    return;
  }
  rows_.assign(keys.size(), 0);
  for (const StoredAttribute* attribute : numbered) {
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const std::uint64_t both = std::uint64_t{rows_[i]} * attribute->values.size() + attribute->numbers[i];
      rows_[i] = known.try_emplace(both, std::uint32_t(known.size())).first->second;
    }
  }
  row_of = rows_;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (rows_[i] == state.roster_rows.size()) add_row([&](const StoredAttribute& stored) { return stored.numbers[i]; });
}

}  // namespace cwp
