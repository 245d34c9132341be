// Where the figures come from: metrics about attributes, metrics derived from facts; and when attributes hold.

#include "check/card_maker.hpp"

namespace cwp {

void CardMaker::make_inputs() {
  for (const Attribute& attribute : rulebook_.attributes)
    card_.attributes_at.push_back(attribute.at.value_or(rulebook_.attributes_at));
  for (const Metric& metric : rulebook_.metrics) {
    std::optional<std::uint32_t> about;
    if (metric.about) {
      const std::vector<std::uint32_t> found = terms_.attributes({*metric.about});
      if (!found.empty()) about = found.front();
    }
    card_.about.push_back(about);
    card_.derived.push_back(metric.from ? make_derived(*metric.from) : std::nullopt);
  }
}

/// Nothing where the table is unknown; what else is wrong leaves an invalid formula, or no officer's column.
std::optional<ScoreDerived> CardMaker::make_derived(const DerivedFrom& written) {
  ScoreDerived derived;
  std::vector<std::string> tables;
  for (const EventTable& table : rulebook_.events) tables.push_back(table.id.value);
  for (derived.table = 0; derived.table < tables.size(); ++derived.table)
    if (tables[derived.table] == written.table.text) break;
  if (derived.table == tables.size()) {
    report("unknown-table", written.table.place, {written.table.text, nearest_name(written.table.text, tables)});
    return std::nullopt;
  }
  const EventTable& table = rulebook_.events[derived.table];
  terms_.know_columns(&table);
  const bool condition = written.kind == Derivation::count || written.kind == Derivation::days;
  derived.formula = condition ? terms_.make_condition(*written.formula.root, Grain::day)
                              : terms_.make_number(*written.formula.root, Grain::day);
  terms_.know_columns(nullptr);
  if (!written.officer) return derived;
  derived.officer_column = find_column(table, written.officer->text);
  if (!derived.officer_column) {
    std::vector<std::string> columns;
    for (const EventColumn& column : table.columns) columns.push_back(column.id.value);
    report("unknown-column", written.officer->place,
           {written.officer->text, table.id.value, nearest_name(written.officer->text, columns)});
  } else if (const ValueType type = value_type(table.columns[*derived.officer_column].type); type != ValueType::text) {
    report("officer-column-not-text", written.officer->place, {written.officer->text, std::string(to_text(type))});
  }
  return derived;
}

}  // namespace cwp
