#include "column_file/dataset_columns.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "check/checked_state.hpp"

namespace cwp {
namespace {

constexpr int kMostPlaces = 9;  // of a column

/// How an attribute is written in a roster.
std::string written(const Value& value) {
  if (!value.present()) return "";
  if (value.type == ValueType::boolean) return value.truth() ? "1" : "0";
  return plain_text(value);
}

/// The least number of places in which a figure is whole; nothing where a column has not so many.
std::optional<int> places_of(const Rational& value) {
  for (int places = 0; places <= kMostPlaces; ++places)
    if (value.to_decimal(places)) return places;
  return std::nullopt;
}

/// The figures of one metric in one period, as they are met.
struct GatheredColumn {
  std::vector<std::uint32_t> officers;  ///< who have one, ascending
  std::vector<Rational> figures;
};

template <typename T>
void lay(const GatheredColumn& gathered, const std::vector<std::int64_t>& units, std::size_t officers,
         StoredFigures& stored, std::vector<T>& lanes) {
  // Whoever has none gets somebody's in the file, so that the range stays that of those who have one.
  lanes.assign(officers, T(units.front()));
  for (std::size_t i = 0; i < units.size(); ++i) lanes[gathered.officers[i]] = T(units[i]);
  stored.type = FigureColumn(std::span<const T>(lanes)).type();
  stored.data = lanes.data();
}

/// Hands over one column, in the narrowest type; false where a figure does not fit.
bool hand_over(std::uint32_t metric, Period period, const GatheredColumn& gathered, std::size_t officers,
               const TakeColumn& take) {
  StoredFigures stored;
  for (const Rational& figure : gathered.figures) {
    const auto places = places_of(figure);
    if (!places) return false;
    stored.decimals = std::max(stored.decimals, *places);
  }
  std::vector<std::int64_t> units;
  for (const Rational& figure : gathered.figures) {
    const auto decimal = figure.to_decimal(stored.decimals);
    if (!decimal) return false;
    units.push_back(decimal->units);
  }
  auto next = gathered.officers.begin();
  for (std::uint32_t officer = 0; officer < officers; ++officer)
    if (next != gathered.officers.end() && *next == officer)
      ++next;
    else
      stored.absent.push_back(officer);
  const auto [low, high] = std::minmax_element(units.begin(), units.end());
  std::vector<std::uint8_t> bytes;
  std::vector<std::uint16_t> shorts;
  std::vector<std::int32_t> ints;
  std::vector<std::int64_t> longs;
  if (*low >= 0 && *high <= 0xFF)
    lay(gathered, units, officers, stored, bytes);
  else if (*low >= 0 && *high <= 0xFFFF)
    lay(gathered, units, officers, stored, shorts);
  else if (*low >= INT32_MIN && *high <= INT32_MAX)
    lay(gathered, units, officers, stored, ints);
  else
    lay(gathered, units, officers, stored, longs);
  take(metric, period, stored);
  return true;
}

}  // namespace

std::vector<Diagnostic> not_columns(const DatasetState& data) {
  std::vector<Diagnostic> problems;
  if (!data.issues.empty())
    problems.push_back(Diagnostic{"column-file-issues", {}, {std::to_string(data.issues.size())}});
  const auto attributes_of = [&](const PresenceStretch& stretch) {
    std::vector<std::string> texts;
    for (const Value& value : data.roster_rows[stretch.roster_row].attributes) texts.push_back(written(value));
    return texts;
  };
  for (std::size_t officer = 0; officer < data.officer_count(); ++officer) {
    if (data.columns) break;  // they hold one value for each officer
    const auto& presence = data.officers[officer].presence;
    if (presence.size() <= 1) continue;
    const std::vector<std::string> first = attributes_of(presence[0]);
    if (std::all_of(presence.begin(), presence.end(),
                    [&](const PresenceStretch& stretch) { return attributes_of(stretch) == first; }))
      continue;
    problems.push_back(Diagnostic{"column-file-roster", {}, {std::string(data.key(officer))}});
    break;
  }
  return problems;
}

WrittenAttribute written_attribute(const DatasetState& data, std::size_t attribute) {
  WrittenAttribute made;
  if (data.columns) {
    const ColumnStore::StoredAttribute& stored = data.columns->attributes[attribute];
    made.numbers.assign(stored.numbers.begin(), stored.numbers.end());
    for (const Value& value : stored.values) made.values.push_back(written(value));
    if (!made.numbers.empty()) return made;
    made.values = {""};
    made.numbers.resize(data.officer_count());
    return made;
  }
  std::unordered_map<std::string, std::uint32_t> known;
  for (std::size_t officer = 0; officer < data.officer_count(); ++officer) {
    const std::uint32_t row = data.officer(officer)->presence.front().roster_row;
    std::string text = written(data.roster_rows[row].attributes[attribute]);
    const auto [found, fresh] = known.try_emplace(std::move(text), std::uint32_t(known.size()));
    if (fresh) made.values.push_back(found->first);
    made.numbers.push_back(found->second);
  }
  return made;
}

std::vector<Diagnostic> for_each_column(const DatasetState& data, const TakeColumn& take) {
  const Scorecard& card = data.rules.state().scorecard;
  const auto& metrics = data.rules.rulebook().metrics;
  std::vector<Diagnostic> problems;
  if (data.columns && data.columns->others.empty()) {
    for (const auto& [of, figures] : data.columns->figures) take(of.first, of.second, figures);
    return problems;
  }
  for (std::uint32_t m = 0; m < metrics.size(); ++m) {
    std::map<std::int32_t, GatheredColumn> periods;
    for (std::size_t officer = 0; officer < data.officer_count(); ++officer)
      for (const MetricCell& cell : data.officer_for(officer, m)->metrics[m]) {
        GatheredColumn& column = periods[cell.period];
        column.officers.push_back(std::uint32_t(officer));
        column.figures.push_back(cell.value);
      }
    const std::string& name = metrics[m].id.value;
    if (!periods.empty() && (card.derived[m] || card.about[m])) {
      problems.push_back(Diagnostic{"column-file-metric", {}, {name}});
      continue;
    }
    for (const auto& [ordinal, column] : periods) {
      const Period period{metrics[m].per.value, ordinal};
      if (!hand_over(m, period, column, data.officer_count(), take))
        problems.push_back(Diagnostic{"column-file-places", {}, {name, data.rules.calendar().label(period)}});
    }
  }
  return problems;
}

}  // namespace cwp
