#include "extend/set_value.hpp"

#include <algorithm>
#include <optional>

#include "cwp/decimal.hpp"
#include "cwp/rulebook.hpp"
#include "keys/key_table.hpp"
#include "yaml/read_yaml.hpp"

namespace cwp {
namespace {

/// From a node to one below: the pair with this number, or the item.
using Way = std::vector<std::size_t>;

/// A thing that has a name of its own in the whole rulebook.
struct Named {
  std::string id;
  std::string section;  ///< key of the rulebook
  Way way;
};

/// Sections whose ids formulas use: they are unique together.
bool is_for_formulas(std::string_view section) {
  return (is_named_section(section) && section != "events" && section != "groups") || section == "categories" ||
         section == "adjustments";
}

const YamlPtr& child(const YamlNode& node, std::size_t index) {
  return node.kind == YamlKind::mapping ? node.pairs[index].value : node.items[index];
}

const YamlPtr* id_of_item(const YamlPtr& item) {
  const YamlPair* id = item->kind == YamlKind::mapping ? item->find("id") : nullptr;
  return id != nullptr && id->value->is_scalar() ? &id->value : nullptr;
}

void list_things(const YamlNode& list, const std::string& section, const Way& way, std::vector<Named>& found) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    Way here = way;
    here.push_back(i);
    const YamlNode& thing = *list.items[i];
    if (const YamlPtr* id = id_of_item(list.items[i])) found.push_back({(*id)->text.text, section, here});
    for (std::size_t k = 0; thing.kind == YamlKind::mapping && k < thing.pairs.size(); ++k) {
      const std::string& key = thing.pairs[k].key->text.text;
      if (key != "items" && key != "categories") continue;
      Way inside = here;
      inside.push_back(k);
      list_things(*thing.pairs[k].value, section, inside, found);
    }
  }
}

std::vector<Named> named_things(const YamlNode& tree) {
  std::vector<Named> found;
  for (std::size_t k = 0; k < tree.pairs.size(); ++k) {
    const std::string& key = tree.pairs[k].key->text.text;
    const YamlNode& value = *tree.pairs[k].value;
    if (is_named_section(key))
      for (std::size_t i = 0; i < value.pairs.size(); ++i)
        found.push_back({value.pairs[i].key->text.text, key, {k, i}});
    else if (value.kind == YamlKind::sequence)
      list_things(value, key, {k}, found);
  }
  return found;
}

/// What was read from a text of its own, as a part of the text that it was cut from.
YamlPtr taken_from(const YamlNode& node, const Source& source, std::uint32_t by) {
  auto moved = std::make_shared<YamlNode>(node);
  moved->span = {node.span.begin + by, node.span.end + by};
  moved->text.source = source;
  for (std::uint32_t& offset : moved->text.offsets) offset += by;
  for (YamlPtr& item : moved->items) item = taken_from(*item, source, by);
  for (YamlPair& pair : moved->pairs) {
    pair.key = taken_from(*pair.key, source, by);
    pair.value = taken_from(*pair.value, source, by);
  }
  return moved;
}

YamlPtr with_child(const YamlNode& node, std::size_t index, YamlPtr value) {
  auto copy = std::make_shared<YamlNode>(node);
  if (node.kind == YamlKind::mapping)
    copy->pairs[index].value = std::move(value);
  else
    copy->items[index] = std::move(value);
  return copy;
}

YamlPtr replaced(const YamlPtr& node, const Way& way, std::size_t step, const YamlPtr& value) {
  if (step == way.size()) return value;
  return with_child(*node, way[step], replaced(child(*node, way[step]), way, step + 1, value));
}

const YamlPtr& at(const YamlPtr& tree, const Way& way) {
  const YamlPtr* node = &tree;
  for (const std::size_t index : way) node = &child(**node, index);
  return *node;
}

class Setter {
 public:
  Setter(const YamlPtr& tree, const Source& setting, const std::vector<std::string>& root_keys,
         std::vector<Diagnostic>& diagnostics)
      : tree_(tree), setting_(setting), root_keys_(root_keys), diagnostics_(diagnostics) {}

  YamlPtr run() {
    const std::string_view text = setting_.text();
    const std::size_t sign = text.find('=');
    if (sign == std::string_view::npos || !cut_path(text.substr(0, sign)))
      return problem("set-format", {0, std::uint32_t(text.size())}, {}), tree_;
    const auto first = find_first();
    if (!first) return tree_;
    Way way = *first;
    std::size_t used = 1;
    while (used < path_.size() && descend(way, used)) ++used;
    if (failed_) return tree_;
    const YamlPtr value = read_value(std::uint32_t(sign) + 1);
    if (failed_) return tree_;
    if (used == path_.size()) return is_whole_thing(way, *value) ? tree_ : replaced(tree_, way, 0, value);
    return replaced(tree_, way, 0, with_new_keys(at(tree_, way), used, value));
  }

 private:
  void problem(std::string_view slug, Span span, std::vector<std::string> arguments) {
    diagnostics_.push_back({slug, {setting_, span}, std::move(arguments), {}});
    failed_ = true;
  }

  /// Cuts the path at its dots; false where a part is empty.
  bool cut_path(std::string_view path) {
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find('.', begin), path.size());
      std::size_t first = begin, last = end;
      while (first < last && path[first] == ' ') ++first;
      while (first < last && path[last - 1] == ' ') --last;
      if (first == last) return false;
      path_.push_back({std::uint32_t(first), std::uint32_t(last)});
      begin = end + 1;
    }
    return true;
  }

  std::string part(std::size_t number) const {
    const Span span = path_[number];
    return std::string(setting_.text().substr(span.begin, span.end - span.begin));
  }

  std::optional<Way> find_first() {
    const std::string name = part(0);
    const std::vector<Named> things = named_things(*tree_);
    std::vector<const Named*> found, for_formulas;
    for (const Named& thing : things)
      if (thing.id == name) {
        found.push_back(&thing);
        if (is_for_formulas(thing.section)) for_formulas.push_back(&thing);
      }
    if (for_formulas.size() == 1) return for_formulas[0]->way;
    if (found.size() == 1) return found[0]->way;
    if (!found.empty())
      return problem("set-ambiguous", path_[0], {name, found[0]->section, found[1]->section}), std::nullopt;
    for (std::size_t k = 0; k < tree_->pairs.size(); ++k)
      if (tree_->pairs[k].key->text.text == name) return Way{k};
    const bool is_key = std::find(root_keys_.begin(), root_keys_.end(), name) != root_keys_.end();
    if (is_key && path_.size() > 1) {
      auto grown = std::make_shared<YamlNode>(*tree_);
      grown->pairs.push_back({key_node(0), empty_node(0)});
      tree_ = std::move(grown);
      return Way{tree_->pairs.size() - 1};
    }
    std::vector<std::string> known = root_keys_;
    for (const Named& thing : things) known.push_back(thing.id);
    problem("set-unknown", path_[0], {name, nearest_name(name, known)});
    return std::nullopt;
  }

  /// One part of the path further; false where what it names is not there, or cannot be.
  bool descend(Way& way, std::size_t number) {
    const YamlNode& node = *at(tree_, way);
    const std::string name = part(number);
    if (node.is_scalar()) return problem("set-nothing-inside", path_[number], {name, part(number - 1)}), false;
    for (std::size_t k = 0; k < node.pairs.size(); ++k)
      if (node.pairs[k].key->text.text == name) return way.push_back(k), true;
    for (std::size_t k = 0; k < node.pairs.size(); ++k)
      if (const auto index = item_named(*node.pairs[k].value, name)) return way.insert(way.end(), {k, *index}), true;
    if (node.kind != YamlKind::sequence) return false;
    const auto place = Decimal::parse(name);
    if (const auto index = item_named(node, name)) return way.push_back(*index), true;
    if (place && place->decimals == 0 && place->units >= 1 && std::size_t(place->units) <= node.items.size())
      return way.push_back(std::size_t(place->units) - 1), true;
    std::vector<std::string> known;
    for (const YamlPtr& item : node.items)
      if (const YamlPtr* id = id_of_item(item)) known.push_back((*id)->text.text);
    return problem("set-unknown", path_[number], {name, nearest_name(name, known)}), false;
  }

  static std::optional<std::size_t> item_named(const YamlNode& list, const std::string& id) {
    for (std::size_t i = 0; i < list.items.size(); ++i)
      if (const YamlPtr* known = id_of_item(list.items[i]); known != nullptr && (*known)->text.text == id) return i;
    return std::nullopt;
  }

  YamlPtr read_value(std::uint32_t begin) {
    const Source alone(setting_.name(), std::string(setting_.text().substr(begin)));
    std::vector<Diagnostic> problems;
    const YamlPtr value = read_yaml(alone, problems);
    for (Diagnostic& one : problems) {
      one.place = {setting_, {one.place.span.begin + begin, one.place.span.end + begin}};
      for (Note& note : one.notes)
        note.place = {setting_, {note.place.span.begin + begin, note.place.span.end + begin}};
      diagnostics_.push_back(std::move(one));
    }
    failed_ = has_error(problems);
    return value ? taken_from(*value, setting_, begin) : empty_node(path_.size() - 1);
  }

  YamlPtr empty_node(std::size_t number) const {
    auto node = std::make_shared<YamlNode>();
    node->span = path_[number];
    node->text.source = setting_;
    return node;
  }

  YamlPtr key_node(std::size_t number) const {
    auto node = std::make_shared<YamlNode>();
    node->kind = YamlKind::scalar;
    node->plain = true;
    node->span = path_[number];
    node->text = {part(number), setting_, {}};
    for (std::uint32_t offset = node->span.begin; offset <= node->span.end; ++offset)
      node->text.offsets.push_back(offset);
    return node;
  }

  /// The node with the rest of the path as keys of its own.
  YamlPtr with_new_keys(const YamlPtr& node, std::size_t number, YamlPtr value) const {
    for (std::size_t i = path_.size(); i-- > number;) {
      auto mapping = std::make_shared<YamlNode>(i > number ? *empty_node(i) : *node);
      mapping->kind = YamlKind::mapping;
      mapping->pairs.push_back({key_node(i), std::move(value)});
      value = std::move(mapping);
    }
    return value;
  }

  /// A thing with keys is not replaced by one value: it was forgotten to say what of it.
  bool is_whole_thing(const Way& way, const YamlNode& value) {
    const YamlNode& old = *at(tree_, way);
    if (old.kind != YamlKind::mapping || value.kind == YamlKind::mapping) return false;
    const std::string& section = tree_->pairs[way[0]].key->text.text;
    const bool is_thing =
        old.find("id") != nullptr || (way.size() == 2 && (section == "metrics" || section == "attributes"));
    if (!is_thing) return false;
    std::string keys;
    for (const YamlPair& pair : old.pairs)
      if (pair.key->text.text != "id") keys += (keys.empty() ? "" : ", ") + pair.key->text.text;
    problem("set-needs-key", {path_[0].begin, path_.back().end}, {part(path_.size() - 1), keys});
    return true;
  }

  YamlPtr tree_;
  const Source& setting_;
  const std::vector<std::string>& root_keys_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Span> path_;
  bool failed_ = false;
};

}  // namespace

YamlPtr set_value(const YamlPtr& tree, const Source& setting, const std::vector<std::string>& root_keys,
                  std::vector<Diagnostic>& diagnostics) {
  return Setter(tree, setting, root_keys, diagnostics).run();
}

}  // namespace cwp
