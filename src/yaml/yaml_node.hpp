#pragma once
// YamlNode: the YAML of a rulebook as a tree. Scalars are still texts, and every byte of them knows its place.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "cwp/source.hpp"

namespace cwp {

struct YamlNode;
using YamlPtr = std::shared_ptr<const YamlNode>;

enum class YamlKind : std::uint8_t { null, scalar, sequence, mapping };

/// A key and its value. Both are never null pointers; the key is a scalar.
struct YamlPair {
  YamlPtr key;
  YamlPtr value;
};

struct YamlNode {
  YamlKind kind = YamlKind::null;
  bool plain = false;           ///< scalar: without quotes, on one or more lines
  bool flow = false;            ///< sequence, mapping: written with brackets
  Span span;                    ///< with quotes and brackets; of a value that nobody wrote, the span of its key
  SourceText text;              ///< scalar: decoded; its source is that of the node, whatever kind it is
  std::vector<YamlPtr> items;   ///< sequence
  std::vector<YamlPair> pairs;  ///< mapping, in order of the file; no key twice
  std::uint32_t aliases = 0;    ///< aliases inside, each counted as often as it is used
  std::uint32_t weight = 1;     ///< nodes and 64-byte pieces of text inside, aliases expanded

  /// The text in which it stands. Trees of rulebooks that build on one another have nodes of several.
  const Source& source() const { return text.source; }
  Place place() const { return {source(), span}; }
  bool is_null() const { return kind == YamlKind::null; }
  bool is_scalar() const { return kind == YamlKind::scalar; }
  /// The pair of a key; null when there is none. O(number of pairs).
  const YamlPair* find(std::string_view key) const {
    for (const YamlPair& pair : pairs)
      if (pair.key->text.text == key) return &pair;
    return nullptr;
  }
};

}  // namespace cwp
