#include "data/column_store.hpp"

#include <algorithm>

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

OfficerRecord ColumnStore::record(std::size_t officer, std::size_t metrics) const {
  OfficerRecord record;
  record.key = keys[officer];
  record.presence.push_back({{kFirstDay, kLastDay}, row_of[officer]});
  if (const auto found = duty.find(std::uint32_t(officer)); found != duty.end()) record.duty = found->second;
  record.metrics.resize(metrics);
  for (const auto& [of, stored] : figures) {  // by metric, then by period: as the cells stand
    const auto holds = [&](const std::vector<std::uint32_t>& officers) {
      return std::binary_search(officers.begin(), officers.end(), std::uint32_t(officer));
    };
    if (holds(stored.absent)) continue;
    MetricCell cell;
    cell.period = of.second.ordinal;
    cell.refused = holds(stored.refused);
    const std::int64_t power = power_of_ten(stored.decimals);
    if (!cell.refused) cell.value = Rational(stored.units(officer), power);
    cell.origins.push_back({});
    record.metrics[of.first].push_back(std::move(cell));
  }
  return record;
}

}  // namespace cwp
