#include "extend/merge_trees.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "form/form_row.hpp"
#include "keys/key_table.hpp"

namespace cwp {
namespace {

/// Keys of one thing that cannot be said together, of whatever thing; the forms of items are more of them.
std::set<std::pair<std::string_view, std::string_view>> exclusive_keys() {
  std::set<std::pair<std::string_view, std::string_view>> pairs;
  const auto add = [&](std::string_view key, std::string_view other) {
    pairs.emplace(key, other);
    pairs.emplace(other, key);
  };
  for (const KeyRow& row : key_rows())
    for (const std::string_view other : keys_not_beside(row)) add(row.name, other);
  for (const FormDoc& form : forms())
    for (const FormKeyDoc& key : form.keys)
      if (!key.not_beside.empty()) add(key.name, key.not_beside);
  return pairs;
}

bool exclude(std::string_view one, std::string_view other) {
  if (one == other) return false;
  if (find_form(one) != nullptr) return find_form(other) != nullptr || (other == "start" && one != "lines");
  static const auto pairs = exclusive_keys();
  return pairs.contains({one, other});
}

std::optional<std::string_view> id_of(const YamlNode& node) {
  const YamlPair* id = node.kind == YamlKind::mapping ? node.find("id") : nullptr;
  if (id == nullptr || !id->value->is_scalar()) return std::nullopt;
  return id->value->text.text;
}

bool has_ids(const YamlNode& list) {
  return std::all_of(list.items.begin(), list.items.end(),
                     [](const YamlPtr& item) { return id_of(*item).has_value(); });
}

using Merge = YamlPtr (*)(std::string_view key, const YamlPtr& base, const YamlPtr& over);

YamlPtr merge_values(std::string_view key, const YamlPtr& base, const YamlPtr& over);
YamlPtr merge_things(std::string_view key, const YamlPtr& base, const YamlPtr& over);

/// `keep` says which pairs of the base stay, when `over` does not say them itself.
template <class Keep>
std::shared_ptr<YamlNode> merge_mappings(const YamlNode& base, const YamlNode& over, Merge merge, Keep keep) {
  std::unordered_map<std::string_view, const YamlPair*> said;
  for (const YamlPair& pair : over.pairs) said.emplace(pair.key->text.text, &pair);
  auto merged = std::make_shared<YamlNode>(over);
  merged->pairs.clear();
  for (const YamlPair& pair : base.pairs) {
    const std::string_view key = pair.key->text.text;
    if (const auto found = said.find(key); found != said.end()) {
      merged->pairs.push_back({found->second->key, merge(key, pair.value, found->second->value)});
      said.erase(found);
    } else if (keep(pair)) {
      merged->pairs.push_back(pair);
    }
  }
  for (const YamlPair& pair : over.pairs)
    if (said.contains(pair.key->text.text)) merged->pairs.push_back(pair);
  return merged;
}

/// Nothing of the base goes.
bool keep_all(const YamlPair&) { return true; }

YamlPtr merge_lists(const YamlNode& base, const YamlNode& over) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < base.items.size(); ++i) places.emplace(*id_of(*base.items[i]), i);
  auto merged = std::make_shared<YamlNode>(over);
  merged->items = base.items;
  for (const YamlPtr& item : over.items) {
    const auto id = id_of(*item);
    const auto place = id ? places.find(*id) : places.end();
    if (place == places.end()) {
      merged->items.push_back(item);
      continue;
    }
    merged->items[place->second] = merge_things("", merged->items[place->second], item);
    places.erase(place);  // an id that `over` has twice is reported as such
  }
  return merged;
}

YamlPtr merge_values(std::string_view, const YamlPtr& base, const YamlPtr& over) {
  if (base->kind == YamlKind::mapping && over->is_null()) return base;
  if (base->kind != over->kind) return over;
  if (base->kind == YamlKind::mapping) return merge_mappings(*base, *over, merge_values, keep_all);
  if (base->kind == YamlKind::sequence && !base->items.empty() && has_ids(*base)) return merge_lists(*base, *over);
  return over;
}

/// A form is a thing, too.
YamlPtr merge_parts(std::string_view key, const YamlPtr& base, const YamlPtr& over) {
  return find_form(key) != nullptr ? merge_things(key, base, over) : merge_values(key, base, over);
}

YamlPtr merge_things(std::string_view key, const YamlPtr& base, const YamlPtr& over) {
  if (base->kind != YamlKind::mapping || over->kind != YamlKind::mapping) return merge_values(key, base, over);
  return merge_mappings(*base, *over, merge_parts, [&](const YamlPair& pair) {
    return std::none_of(over->pairs.begin(), over->pairs.end(),
                        [&](const YamlPair& said) { return exclude(said.key->text.text, pair.key->text.text); });
  });
}

/// Dates are written so that the order of their texts is theirs. Two that are each in order stay so.
YamlPtr merge_dated(std::string_view key, const YamlPtr& base, const YamlPtr& over) {
  if (base->kind != YamlKind::mapping || over->kind != YamlKind::mapping) return merge_values(key, base, over);
  const auto earlier = [](const YamlPair& a, const YamlPair& b) { return a.key->text.text < b.key->text.text; };
  auto merged = merge_mappings(*base, *over, merge_values, keep_all);
  if (std::is_sorted(base->pairs.begin(), base->pairs.end(), earlier) &&
      std::is_sorted(over->pairs.begin(), over->pairs.end(), earlier))
    std::stable_sort(merged->pairs.begin(), merged->pairs.end(), earlier);
  return merged;
}

YamlPtr merge_sections(std::string_view key, const YamlPtr& base, const YamlPtr& over) {
  if (base->kind != YamlKind::mapping || over->kind != YamlKind::mapping) return merge_values(key, base, over);
  if (key == "parameters") return merge_mappings(*base, *over, merge_dated, keep_all);
  if (key == "metrics" || key == "attributes") return merge_mappings(*base, *over, merge_things, keep_all);
  return merge_values(key, base, over);
}

}  // namespace

YamlPtr merge_trees(const YamlPtr& base, const YamlPtr& over) {
  return merge_mappings(*base, *over, merge_sections, keep_all);
}

}  // namespace cwp
