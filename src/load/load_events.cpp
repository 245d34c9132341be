// Tables of facts and their columns.

#include <algorithm>

#include "load/sections.hpp"

namespace cwp {
namespace {

constexpr RuleWord<AttributeType> kColumnTypes[] = {{"text", AttributeType::text},
                                                    {"number", AttributeType::number},
                                                    {"date", AttributeType::date},
                                                    {"bool", AttributeType::boolean}};
/// What every table of facts has beside its own columns.
constexpr std::string_view kTaken[] = {"officer", "date", "recorded", "withdrawn"};

void read_one_of(RuleReader& reader, const YamlNode& node, EventColumn& column) {
  column.type = AttributeType::text;
  for (const YamlPtr& item : reader.items(node))
    if (const auto text = reader.text(*item)) column.one_of.push_back(*text);
}

EventColumn read_column(RuleReader& reader, const YamlPair& pair) {
  EventColumn column;
  column.id = reader.name(*pair.key);
  if (std::find(std::begin(kTaken), std::end(kTaken), column.id.value) != std::end(kTaken))
    reader.report("column-taken", *pair.key, {column.id.value});
  if (pair.value->kind == YamlKind::sequence) {
    read_one_of(reader, *pair.value, column);
    return column;
  }
  if (pair.value->is_scalar()) {
    column.type = reader.word<AttributeType>(*pair.value, kColumnTypes).value_or(AttributeType::number);
    return column;
  }
  const RuleKeys keys = reader.open(*pair.value, Section::event_column);
  if (const YamlNode* type = keys.find("type"))
    column.type = reader.word<AttributeType>(*type, kColumnTypes).value_or(AttributeType::number);
  if (const YamlNode* one_of = keys.find("one_of")) read_one_of(reader, *one_of, column);
  if (const YamlPair* range = keys.pair("range")) {
    const auto& ends = reader.items(*range->value);
    if (range->value->kind == YamlKind::sequence && ends.size() != 2) reader.report("range-format", *range->value);
    if (ends.size() == 2) {
      column.min = reader.number(*ends[0]);
      column.max = reader.number(*ends[1]);
    }
  }
  if (const YamlNode* min = keys.find("min")) column.min = reader.number(*min);
  if (const YamlNode* max = keys.find("max")) column.max = reader.number(*max);
  if (column.min && column.max && *column.max < *column.min)
    reader.report("range-reversed", *pair.value, {column.min->to_short_text(), column.max->to_short_text()});
  return column;
}

}  // namespace

std::vector<EventTable> read_events(RuleReader& reader, const YamlNode& node) {
  std::vector<EventTable> tables;
  for (const YamlPair& pair : reader.pairs(node)) {
    EventTable table;
    table.id = reader.own_name(*pair.key);
    table.place = reader.place(*pair.value);
    const RuleKeys keys = reader.open(*pair.value, Section::event);
    if (const YamlNode* columns = keys.find("columns"))
      for (const YamlPair& column : reader.pairs(*columns)) table.columns.push_back(read_column(reader, column));
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace cwp
