#pragma once
// set_value: a rulebook with one value changed, without touching its text.

#include <string>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "yaml/yaml_node.hpp"

namespace cwp {

/// `tree` with the value that `setting`, `PATH=VALUE`, gives (what paths are is told in cwp/load.hpp); `root_keys` are
/// the keys that a rulebook may have. The rest of the tree is shared. With a problem the tree stays as it is:
/// `set-format`, `set-unknown`, `set-ambiguous`, `set-needs-key`, `set-nothing-inside`, and those of read_yaml. Whether
/// a key may be there, and have that value, the loader says. O(size of the tree).
YamlPtr set_value(const YamlPtr& tree, const Source& setting, const std::vector<std::string>& root_keys,
                  std::vector<Diagnostic>& diagnostics);

}  // namespace cwp
