#pragma once
// remove_ids: a rulebook without some of its things.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/yaml_node.hpp"

namespace cwp {

struct RemovedIds {
  YamlPtr tree;
  std::set<std::string_view> found;  ///< the ids that were there
  std::vector<std::string> known;    ///< all ids of the tree, in its order
};

/// `tree` without whatever has one of `ids`: metrics, items, rankings … of every kind, at any depth, and without what
/// `assessments` says of rolling such an adjustment up. O(size of the tree).
RemovedIds remove_ids(const YamlPtr& tree, const std::set<std::string_view>& ids);

}  // namespace cwp
