#pragma once
// read_rule_tree: the tree of a rulebook, with those that it is built on.

#include <span>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "cwp/rule_text.hpp"
#include "yaml/yaml_node.hpp"

namespace cwp {

struct RuleTree {
  YamlPtr root;               ///< a mapping; null when there is none to go on with, and a diagnostic says why
  std::vector<Source> bases;  ///< what it extends, the nearest first
  std::vector<Name> removed;  ///< ids of bases that `remove` dropped, each with its place
};

/// Follows `extends` from `source` on, through base_source. Base rulebooks keep their `tests` for themselves. Problems:
/// those of read_yaml and base_source, `rulebook-empty`, `rulebook-not-a-mapping`, `version-unknown`, `extends-cycle`,
/// `extends-too-many`, `remove-unknown`.
RuleTree read_rule_tree(const Source& source, std::span<const Source> given, std::vector<Diagnostic>& diagnostics);

}  // namespace cwp
