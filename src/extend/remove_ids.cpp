#include "extend/remove_ids.hpp"

#include "keys/key_table.hpp"

namespace cwp {
namespace {

class Remover {
 public:
  Remover(const std::set<std::string_view>& ids, RemovedIds& result) : ids_(ids), result_(result) {}

  YamlPtr rulebook(const YamlNode& tree) {
    auto kept = std::make_shared<YamlNode>(tree);
    for (YamlPair& pair : kept->pairs) {
      const std::string_view key = pair.key->text.text;
      if (is_named_section(key))
        pair.value = keys(*pair.value, true);
      else if (key == "assessments")
        pair.value = assessments(*pair.value);
      else
        pair.value = things(pair.value);
    }
    return kept;
  }

 private:
  bool goes(std::string_view id) {
    result_.known.emplace_back(id);
    const auto named = ids_.find(id);
    if (named != ids_.end()) result_.found.insert(*named);
    return named != ids_.end();
  }

  YamlPtr keys(const YamlNode& node, bool defines) {
    auto kept = std::make_shared<YamlNode>(node);
    std::erase_if(kept->pairs, [&](const YamlPair& pair) {
      const std::string_view id = pair.key->text.text;
      return defines ? goes(id) : ids_.contains(id);
    });
    return kept;
  }

  YamlPtr assessments(const YamlNode& node) {
    auto kept = std::make_shared<YamlNode>(node);
    for (YamlPair& grain : kept->pairs) {
      auto assessment = std::make_shared<YamlNode>(*grain.value);
      for (YamlPair& pair : assessment->pairs)
        if (pair.key->text.text == "roll_up") pair.value = keys(*pair.value, false);
      grain.value = std::move(assessment);
    }
    return kept;
  }

  /// A list of things with an id, and the lists in them.
  YamlPtr things(const YamlPtr& node) {
    if (node->kind != YamlKind::sequence) return node;
    auto kept = std::make_shared<YamlNode>(*node);
    kept->items.clear();
    for (const YamlPtr& item : node->items) {
      const YamlPair* id = item->find("id");
      if (id == nullptr) {
        kept->items.push_back(item);
      } else if (!goes(id->value->text.text)) {
        auto thing = std::make_shared<YamlNode>(*item);
        for (YamlPair& pair : thing->pairs) pair.value = things(pair.value);
        kept->items.push_back(std::move(thing));
      }
    }
    return kept;
  }

  const std::set<std::string_view>& ids_;
  RemovedIds& result_;
};

}  // namespace

RemovedIds remove_ids(const YamlPtr& tree, const std::set<std::string_view>& ids) {
  RemovedIds result;
  result.tree = Remover(ids, result).rulebook(*tree);
  return result;
}

}  // namespace cwp
