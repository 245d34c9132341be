#pragma once
// Formulas that YAML has cut at their commas: `{of: max(a, b), at: 3}` is to YAML `of: max(a`, `b)` and `at: 3`.

#include <string_view>
#include <vector>

#include "yaml/yaml_node.hpp"

namespace cwp {

/// The formulas among the values of a flow mapping or sequence whose parentheses are closed only by pieces behind them.
/// Plain scalars only. O(text of the node).
std::vector<Span> find_cut_pieces(const YamlNode& node);

}  // namespace cwp
