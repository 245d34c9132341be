#pragma once
// read_yaml: the text of a rulebook to a tree of nodes.

#include <vector>

#include "cwp/diagnostic.hpp"
#include "yaml/yaml_node.hpp"

namespace cwp {

/// The tree of the only document of `source`, or null when there is none (an empty text) or its text is not YAML; then
/// a diagnostic says why. Problems: characters that YAML must not see, syntax, `second-document`, `duplicate-key` (the
/// first counts), `yaml-tag`, `yaml-merge-key`, `key-not-text`, `too-many-aliases`, `alias-inside-itself`,
/// `yaml-too-deep`, `too-many-parts`, `formula-cut-by-yaml`, `full-width-structure`, `colon-without-blank`. The last
/// three are put right and reading goes on. Memory: O(length of the text); aliases share their nodes.
YamlPtr read_yaml(const Source& source, std::vector<Diagnostic>& diagnostics);

}  // namespace cwp
