#include "yaml/cut_pieces.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

/// A plain scalar of `text` at `begin`.
YamlPtr scalar(const std::string& text, std::uint32_t begin) {
  auto node = std::make_shared<YamlNode>();
  node->kind = YamlKind::scalar;
  node->plain = true;
  node->text.text = text;
  node->span = {begin, begin + static_cast<std::uint32_t>(text.size())};
  return node;
}
YamlPtr null() { return std::make_shared<YamlNode>(); }

TEST(FindCutPieces, PiecesOfAMapping) {
  YamlNode node;  // {of: max(a, min(b, 'c)'), 1), at: 3}
  node.pairs = {{scalar("of", 1), scalar("max(a", 5)},
                {scalar("min(b", 12), null()},
                {scalar("'c)')", 19), null()},
                {scalar("1)", 26), null()},
                {scalar("at", 30), scalar("3", 34)}};
  EXPECT_EQ(find_cut_pieces(node), (std::vector<Span>{{5, 28}}));
}

TEST(FindCutPieces, AValueEndsTheSearch) {
  YamlNode node;  // {of: max(a, at: b)}
  node.pairs = {{scalar("of", 1), scalar("max(a", 5)}, {scalar("at", 12), scalar("b)", 16)}};
  EXPECT_TRUE(find_cut_pieces(node).empty());
}

TEST(FindCutPieces, PiecesOfAList) {
  YamlNode node;  // [max(a, b), max(c, d)]
  node.kind = YamlKind::sequence;
  node.items = {scalar("max(a", 1), scalar("b)", 8), scalar("max(c", 12), scalar("d)", 19)};
  EXPECT_EQ(find_cut_pieces(node), (std::vector<Span>{{1, 10}, {12, 21}}));
}

}  // namespace
}  // namespace cwp
