#include "yaml/cut_pieces.hpp"

namespace cwp {
namespace {

/// Opening parentheses less closing ones, outside texts.
long open_parentheses(std::string_view text) {
  long open = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '\'') quoted = !quoted;
    if (!quoted && c == '(') ++open;
    if (!quoted && c == ')') --open;
  }
  return open;
}

/// Adds the pieces behind `head` (the `count` from `first` on, as `piece` gives them) until all is closed.
template <class Piece>
void find(const YamlNode& head, std::size_t first, std::size_t count, const Piece& piece, std::vector<Span>& cuts) {
  if (!head.is_scalar() || !head.plain) return;
  long open = open_parentheses(head.text.text);
  if (open <= 0) return;
  for (std::size_t i = first; i < count; ++i) {
    const YamlNode* next = piece(i);
    if (next == nullptr || !next->is_scalar() || next->span.begin < head.span.begin) return;
    open += open_parentheses(next->text.text);
    if (open > 0) continue;
    cuts.push_back({head.span.begin, next->span.end});
    return;
  }
}

}  // namespace

std::vector<Span> find_cut_pieces(const YamlNode& node) {
  std::vector<Span> cuts;
  const auto is_fresh = [&](const YamlNode& head) {
    return head.span.begin >= node.span.begin && (cuts.empty() || head.span.begin >= cuts.back().end);
  };
  for (std::size_t i = 0; i < node.pairs.size(); ++i)
    if (is_fresh(*node.pairs[i].value))
      find(
          *node.pairs[i].value, i + 1, node.pairs.size(),
          [&](std::size_t at) { return node.pairs[at].value->is_null() ? node.pairs[at].key.get() : nullptr; }, cuts);
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (is_fresh(*node.items[i]))
      find(
          *node.items[i], i + 1, node.items.size(), [&](std::size_t at) { return node.items[at].get(); }, cuts);
  return cuts;
}

}  // namespace cwp
