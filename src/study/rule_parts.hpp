#pragma once
// RulePart: a rulebook cut into the parts that have a name, each with what it says, key by key, in a form that can be
// compared.

#include <map>
#include <string>
#include <vector>

#include "cwp/rule_text.hpp"
#include "keys/key_table.hpp"
#include "yaml/yaml_node.hpp"

namespace cwp {

/// What a part says under one key.
struct RuleKey {
  std::string key;      ///< `full`, `target.at`, `month.starts`; empty: the part is this one value
  std::string meaning;  ///< equal texts mean the same
  std::string written;  ///< for people, on one line
  Place place;
  bool said = true;                ///< else a default that nobody wrote
  const YamlNode* node = nullptr;  ///< what is written; of the tree that was cut. Null for a default
  bool computes = false;           ///< numbers and formulas stand in it
};

struct RulePart {
  Section section = Section::rulebook;
  std::string where = "rulebook";  ///< `items`, `parameters`: what people call the section
  std::string id;
  std::string parent;  ///< category of an item or category
  Title title;
  std::vector<RuleKey> keys;
  std::vector<std::string> levels;  ///< of a grade set, in order
  Place place;
};

/// All parts in file order, the rulebook itself first. `tree` is that of a rulebook without errors. O(size of it).
std::vector<RulePart> rule_parts(const YamlNode& tree);

/// A node as flow YAML on one line.
std::string flow_text(const YamlNode& node);

}  // namespace cwp
