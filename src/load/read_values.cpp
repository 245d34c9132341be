// Values that several parts of a rulebook have: what may be left out, and what a figure or a text may be.

#include <algorithm>

#include "load/sections.hpp"

namespace cwp {

std::optional<Formula> read_formula(RuleReader& reader, const YamlNode* node) {
  if (node == nullptr) return std::nullopt;
  return reader.formula(*node);
}

std::optional<Written<Decimal>> read_number(RuleReader& reader, const YamlNode* node) {
  const auto number = node == nullptr ? std::nullopt : reader.number(*node);
  if (!number) return std::nullopt;
  return Written<Decimal>{*number, reader.place(*node)};
}

Effective read_effective(RuleReader& reader, const YamlNode* node) {
  if (node == nullptr) return {};
  const RuleKeys keys = reader.open(*node, Section::effective);
  const auto read = [&](const char* key) -> std::optional<Written<Day>> {
    const YamlNode* date = keys.find(key);
    const auto day = date == nullptr ? std::nullopt : reader.date(*date);
    if (!day) return std::nullopt;
    return Written<Day>{*day, reader.place(*date)};
  };
  return {read("from"), read("to")};
}

std::optional<NameUse> read_name_use(RuleReader& reader, const YamlNode* node) {
  if (node == nullptr) return std::nullopt;
  const Name name = reader.own_name(*node);
  if (name.value.empty()) return std::nullopt;
  return NameUse{name.value, name.place};
}

std::vector<NameUse> read_group_names(RuleReader& reader, const YamlNode& node) {
  std::vector<NameUse> names;
  if (node.is_scalar() && node.text.text == "all") return names;
  for (const YamlNode* item : reader.one_or_more(node)) {
    const Name name = reader.own_name(*item);
    if (!name.value.empty()) names.push_back({name.value, name.place});
  }
  return names;
}

std::optional<RankRange> read_rank_range(const YamlNode& node) {
  if (!node.is_scalar()) return std::nullopt;
  const std::string& text = node.text.text;
  const std::size_t dots = text.find("..");
  const auto rank = [](std::string_view digits) -> std::optional<int> {
    const auto number = Decimal::parse(digits);
    if (!number || number->decimals != 0 || number->units < 1 || number->units > 1'000'000) return std::nullopt;
    return int(number->units);
  };
  const auto first = rank(std::string_view(text).substr(0, dots));
  const auto last = dots == std::string::npos ? first : rank(std::string_view(text).substr(dots + 2));
  if (!first || !last || *last < *first) return std::nullopt;
  return RankRange{*first, *last};
}

std::vector<std::string> read_allowed_texts(RuleReader& reader, const YamlNode& node) {
  std::vector<std::string> texts;
  for (const YamlPtr& item : reader.items(node)) {
    const auto text = reader.data_text(*item);
    if (!text) continue;
    if (std::find(texts.begin(), texts.end(), *text) != texts.end())
      reader.report("written-twice", *item, {*text});
    else
      texts.push_back(*text);
  }
  if (node.kind == YamlKind::sequence && node.items.empty()) reader.report("list-empty", node);
  return texts;
}

Bounds read_bounds(RuleReader& reader, const RuleKeys& keys, bool max_is_bound) {
  const YamlPair* range = keys.pair("range");
  const YamlPair* min = keys.pair("min");
  const YamlPair* max = max_is_bound ? keys.pair("max") : nullptr;
  const YamlNode* least = min == nullptr ? nullptr : min->value.get();
  const YamlNode* greatest = max == nullptr ? nullptr : max->value.get();
  if (range != nullptr) {
    const auto& ends = reader.items(*range->value);
    if (ends.size() != 2) {
      if (range->value->kind == YamlKind::sequence) reader.report("range-format", *range->value);
      return {};
    }
    least = ends[0].get();
    greatest = ends[1].get();
  }
  Bounds bounds;
  if (least != nullptr) bounds.min = reader.number(*least);
  if (greatest != nullptr) bounds.max = reader.number(*greatest);
  if (bounds.min && bounds.max && *bounds.max < *bounds.min)
    reader.report("range-reversed", range == nullptr ? *greatest : *range->value,
                  {bounds.min->to_short_text(), bounds.max->to_short_text()});
  return bounds;
}

}  // namespace cwp
