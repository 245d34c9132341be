// Tables of facts and their columns.

#include <algorithm>

#include "load/sections.hpp"

namespace cwp {
namespace {

/// What every table of facts has beside its own columns.
constexpr std::string_view kTaken[] = {"officer", "date", "recorded", "withdrawn"};

EventColumn read_column(RuleReader& reader, const YamlPair& pair) {
  EventColumn column;
  if (std::find(std::begin(kTaken), std::end(kTaken), pair.key->text.text) == std::end(kTaken))
    column.id = reader.name(*pair.key);
  else
    reader.report("column-taken", *pair.key, {pair.key->text.text});
  if (pair.value->kind == YamlKind::sequence) {
    column.type = AttributeType::text;
    column.one_of = read_allowed_texts(reader, *pair.value);
    return column;
  }
  if (pair.value->is_scalar()) {
    column.type = reader.word<AttributeType>(*pair.value, kAttributeTypeWords).value_or(AttributeType::number);
    return column;
  }
  const RuleKeys keys = reader.open(*pair.value, Section::event_column);
  const YamlNode* type = keys.find("type");
  column.type = keys.find("one_of") == nullptr ? AttributeType::number : AttributeType::text;
  if (type != nullptr) column.type = reader.word<AttributeType>(*type, kAttributeTypeWords).value_or(column.type);
  const auto belongs = [&](std::string_view key, AttributeType wanted) {
    const YamlPair* found = keys.pair(key);
    if (found == nullptr || column.type == wanted) return found != nullptr;
    const std::string beside = type == nullptr ? "one_of" : "type: " + type->text.text;
    reader.report("key-without-use", *found->key, {std::string(key), beside});
    return false;
  };
  if (belongs("one_of", AttributeType::text)) column.one_of = read_allowed_texts(reader, *keys.find("one_of"));
  bool bounded = false;
  for (const char* key : {"range", "min", "max"}) bounded = belongs(key, AttributeType::number) || bounded;
  if (bounded) {
    const Bounds bounds = read_bounds(reader, keys);
    column.min = bounds.min;
    column.max = bounds.max;
  }
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
