// What a rulebook computes with: parameters, attributes, duty, metrics, named formulas.

#include <algorithm>

#include "load/sections.hpp"

namespace cwp {
namespace {

std::vector<Parameter::Value> read_dated_values(RuleReader& reader, const YamlNode& node) {
  std::vector<Parameter::Value> values;
  const Written<Day>* before = nullptr;
  for (const YamlPair& pair : node.pairs) {
    const auto from = reader.date(*pair.key);
    const auto value = reader.number(*pair.value, true);
    if (!from || !value) continue;
    values.reserve(node.pairs.size());  // keeps `before` in place
    const Place place = reader.place(*pair.key);
    if (before != nullptr && *from <= before->value)
      reader.report(*from == before->value ? "date-twice" : "dates-not-ascending", place,
                    {from->to_text(), before->value.to_text()});
    values.push_back({Written<Day>{*from, place}, {*value, reader.place(*pair.value)}});
    before = &*values.back().from;
  }
  return values;
}

void check_default(RuleReader& reader, const YamlNode& node, const Attribute& attribute) {
  const auto fits = [&]() -> bool {
    switch (attribute.type) {
      case AttributeType::text:
        return attribute.one_of.empty() || std::find(attribute.one_of.begin(), attribute.one_of.end(),
                                                     *attribute.default_value) != attribute.one_of.end();
      case AttributeType::number: {
        const auto number = reader.number(node);
        return !number ||
               ((!attribute.min || *attribute.min <= *number) && (!attribute.max || *number <= *attribute.max));
      }
      case AttributeType::date:
        reader.date(node);
        return true;
      case AttributeType::boolean:
        reader.word<bool>(node, kBooleanWords);
        return true;
    }
    return true;
  };
  if (!fits()) reader.report("default-not-allowed", node, {*attribute.default_value});
}

Attribute read_attribute(RuleReader& reader, const YamlPair& pair) {
  Attribute attribute;
  attribute.id = reader.name(*pair.key);
  if (pair.value->is_null()) return attribute;  // `station:` is a text
  const RuleKeys keys = reader.open(*pair.value, Section::attribute);
  if (const YamlNode* node = keys.find("title")) attribute.title = reader.title(*node);
  std::string_view type = "text";
  if (const YamlNode* node = keys.find("type"))
    if (const auto read = reader.word<AttributeType>(*node, kAttributeTypeWords)) {
      attribute.type = *read;
      type = node->text.text;
    }
  const auto belongs = [&](std::string_view key, AttributeType wanted) {
    const YamlPair* found = keys.pair(key);
    if (found == nullptr || attribute.type == wanted) return found != nullptr;
    reader.report("key-without-use", *found->key, {std::string(key), "type: " + std::string(type)});
    return false;
  };
  if (belongs("one_of", AttributeType::text)) attribute.one_of = read_allowed_texts(reader, *keys.find("one_of"));
  if (const YamlNode* at = keys.find("attributes_at"))
    attribute.at = reader.word<AttributesAt>(*at, kAttributesAtWords);
  const bool min = belongs("min", AttributeType::number), max = belongs("max", AttributeType::number);
  if (min || max) {
    const Bounds bounds = read_bounds(reader, keys);
    attribute.min = bounds.min;
    attribute.max = bounds.max;
  }
  if (const YamlNode* node = keys.find("default"))
    if (const auto text = reader.data_text(*node)) {
      attribute.default_value = text;
      attribute.default_place = reader.place(*node);
      check_default(reader, *node, attribute);
    }
  return attribute;
}

template <class T, std::size_t n>
void read_word(RuleReader& reader, const RuleKeys& keys, std::string_view key, const RuleWord<T> (&words)[n],
               T& value) {
  if (const YamlNode* node = keys.find(key)) value = reader.word<T>(*node, words).value_or(value);
}

/// `{from: TABLE, count: …}`. Its figures are of days. `max:` is a bound where another derivation is said.
void read_derived(RuleReader& reader, const RuleKeys& keys, Metric& metric) {
  DerivedFrom from;
  from.table = read_name_use(reader, keys.find("from")).value_or(NameUse{});
  if (metric.per.value != Grain::day)
    reader.report("key-without-use", *keys.pair("per")->key,
                  {"per: " + std::string(to_text(metric.per.value)), "from"});
  constexpr std::pair<const char*, Derivation> kKinds[] = {
      {"count", Derivation::count}, {"sum", Derivation::sum}, {"days", Derivation::days}, {"max", Derivation::max}};
  const char* said = nullptr;
  for (const auto& [key, kind] : kKinds) {
    const YamlPair* found = keys.pair(key);
    if (found == nullptr || (kind == Derivation::max && said != nullptr)) continue;
    if (said != nullptr) continue;
    said = key;
    from.kind = kind;
    from.formula = reader.formula(*found->value);
  }
  if (said == nullptr) {
    reader.report("missing-key", *keys.pair("from")->key, {"count, sum, max, days", "metrics"});
    from.formula = {std::make_shared<Expr>(), "", reader.place(*keys.pair("from")->key)};
  }
  from.officer = read_name_use(reader, keys.find("officer"));
  if (from.kind == Derivation::max) metric.fold = Fold::max;
  metric.from = std::move(from);
}

/// `90 days`, `1 day`.
std::optional<int> read_days(RuleReader& reader, const YamlNode& node) {
  const std::string text = reader.text(node).value_or("");
  if (text.empty()) return std::nullopt;
  const std::size_t blank = text.find(' ');
  const auto number = Decimal::parse(std::string_view(text).substr(0, blank));
  const std::string unit = blank == std::string::npos ? "" : text.substr(blank + 1);
  if (number && number->decimals == 0 && number->units >= 1 && number->units <= 100'000 &&
      (unit == "days" || unit == "day"))
    return static_cast<int>(number->units);
  reader.report("days-format", node, {text});
  return std::nullopt;
}

Metric read_metric(RuleReader& reader, const YamlPair& pair) {
  Metric metric;
  metric.id = reader.name(*pair.key);
  metric.per = {Grain::day, {}};
  if (pair.value->is_null()) return metric;  // all by default
  const RuleKeys keys = reader.open(*pair.value, Section::metric);
  if (const YamlNode* node = keys.find("title")) metric.title = reader.title(*node);
  if (const YamlNode* node = keys.find("unit")) metric.unit = reader.text(*node).value_or("");
  if (const YamlNode* node = keys.find("source")) metric.source = reader.text(*node).value_or("");
  metric.per = reader.written_grain(keys.find("per"), Grain::day);
  if (keys.find("from") != nullptr) read_derived(reader, keys, metric);
  read_word(reader, keys, "fold", kFoldWords, metric.fold);
  const bool adds = metric.fold == Fold::sum || metric.fold == Fold::count;
  metric.absent = adds ? AbsentRule::zero : AbsentRule::missing;
  read_word(reader, keys, "absent", kAbsentWords, metric.absent);
  if (const YamlPair* found = keys.pair("carry_for")) {
    metric.carry_for = read_days(reader, *found->value);
    if (metric.absent != AbsentRule::carry) reader.report("key-needs", *found->key, {"carry_for", "absent: carry"});
  }
  read_word(reader, keys, "type", kNumberTypeWords, metric.type);
  read_word(reader, keys, "better", kBetterWords, metric.better);
  read_word(reader, keys, "on_duplicate", kOnDuplicateWords, metric.on_duplicate);
  if (const YamlNode* node = keys.find("decimals")) metric.decimals = reader.integer(*node, 0, 18);
  metric.about = read_name_use(reader, keys.find("about"));
  if (!metric.from)
    for (const char* key : {"count", "sum", "days", "officer"})
      if (const YamlPair* found = keys.pair(key)) reader.report("key-needs", *found->key, {key, "from"});
  // Beside `from` the key may be a derivation, so that the key table can't say that a range excludes it.
  const bool max_is_bound = !metric.from || metric.from->kind != Derivation::max;
  if (const YamlPair* max = keys.pair("max"); max != nullptr && max_is_bound && keys.find("range") != nullptr)
    reader.report("keys-exclude", *max->key, {"range", "max"});
  const Bounds bounds = read_bounds(reader, keys, max_is_bound);
  metric.min = bounds.min;
  metric.max = bounds.max;
  return metric;
}

}  // namespace

std::vector<Parameter> read_parameters(RuleReader& reader, const YamlNode& node) {
  std::vector<Parameter> parameters;
  for (const YamlPair& pair : reader.pairs(node)) {
    Parameter parameter;
    parameter.id = reader.name(*pair.key);
    if (pair.value->kind == YamlKind::mapping)
      parameter.values = read_dated_values(reader, *pair.value);
    else if (const auto number = reader.number(*pair.value, true))
      parameter.values.push_back({std::nullopt, {*number, reader.place(*pair.value)}});
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

std::vector<Attribute> read_attributes(RuleReader& reader, const YamlNode& node) {
  std::vector<Attribute> attributes;
  for (const YamlPair& pair : reader.pairs(node)) attributes.push_back(read_attribute(reader, pair));
  return attributes;
}

std::vector<DutyRule> read_duty(RuleReader& reader, const YamlNode& node) {
  std::vector<DutyRule> rules;
  for (const YamlPair& pair : reader.pairs(node)) {
    // A status is any text, as duty records have it.
    DutyRule rule{{reader.data_text(*pair.key).value_or(""), reader.place(*pair.key)}, DutyMeaning::assessed};
    if (const auto meaning = reader.word<DutyMeaning>(*pair.value, kDutyMeaningWords)) rule.meaning = *meaning;
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::vector<Metric> read_metrics(RuleReader& reader, const YamlNode& node) {
  std::vector<Metric> metrics;
  for (const YamlPair& pair : reader.pairs(node)) metrics.push_back(read_metric(reader, pair));
  return metrics;
}

std::vector<NamedFormula> read_values(RuleReader& reader, const YamlNode& node) {
  std::vector<NamedFormula> values;
  for (const YamlPair& pair : reader.pairs(node)) {
    Name id = reader.name(*pair.key);
    values.push_back({std::move(id), reader.formula(*pair.value)});
  }
  return values;
}

}  // namespace cwp
