#pragma once
// Node: the YAML of a rulebook as a tree. Scalars are still texts, and every byte of them knows its place.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "cwp/source.hpp"

namespace cwp {

struct Node;
using NodePtr = std::shared_ptr<const Node>;

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };

/// A key and its value. Both are never null pointers; the key is a scalar.
struct Pair {
  NodePtr key;
  NodePtr value;
};

struct Node {
  NodeKind kind = NodeKind::null;
  bool plain = false;         ///< scalar: without quotes, on one or more lines
  bool flow = false;          ///< sequence, mapping: written with brackets
  Span span;                  ///< with quotes and brackets; of a value that nobody wrote, the span of its key
  SourceText text;            ///< scalar: decoded
  std::vector<NodePtr> items; ///< sequence
  std::vector<Pair> pairs;    ///< mapping, in order of the file; no key twice
  std::uint32_t aliases = 0;  ///< aliases inside, each counted as often as it is used
  std::uint32_t weight = 1;   ///< nodes and 64-byte pieces of text inside, aliases expanded

  bool is_null() const { return kind == NodeKind::null; }
  bool is_scalar() const { return kind == NodeKind::scalar; }
  /// The pair of a key; null when there is none. O(number of pairs).
  const Pair* find(std::string_view key) const {
    for (const Pair& pair : pairs)
      if (pair.key->text.text == key) return &pair;
    return nullptr;
  }
};

}  // namespace cwp
