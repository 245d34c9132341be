#pragma once
// Trees in tests: read from a text, printed in one line.

#include <gtest/gtest.h>

#include <string>

#include "yaml/read_yaml.hpp"

namespace cwp {

inline YamlPtr tree_of(const Source& source) {
  std::vector<Diagnostic> diagnostics;
  const YamlPtr tree = read_yaml(source, diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << render(diagnostics);
  return tree;
}
inline YamlPtr tree_of(const std::string& text) { return tree_of(Source("rules.yaml", text)); }

/// `{a: 1, b: [x, y]}`; nothing for a null.
inline std::string tree_text(const YamlNode& node) {
  std::string text;
  if (node.is_scalar()) return node.text.text;
  for (const YamlPtr& item : node.items) text += (text.empty() ? "" : ", ") + tree_text(*item);
  if (node.kind == YamlKind::sequence) return "[" + text + "]";
  for (const YamlPair& pair : node.pairs)
    text += (text.empty() ? "" : ", ") + pair.key->text.text + ": " + tree_text(*pair.value);
  return node.kind == YamlKind::mapping ? "{" + text + "}" : text;
}

}  // namespace cwp
