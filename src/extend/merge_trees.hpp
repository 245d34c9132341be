#pragma once
// merge_trees: one rulebook written over another.

#include "yaml/yaml_node.hpp"

namespace cwp {

/// `base` with what `over` says: mappings merge by key, lists of things with an `id` by id, everything else is
/// replaced; what is new stands last. In a thing with an id, a metric and an attribute, a key takes the place of those
/// that exclude it: `takes` of `gives`, one form of an item of another. The dates of a parameter stay in order. A value
/// that nobody wrote leaves a mapping as it is. Nodes know where they come from; what both have has the place in
/// `over`. Both are mappings. O(size of both).
YamlPtr merge_trees(const YamlPtr& base, const YamlPtr& over);

}  // namespace cwp
