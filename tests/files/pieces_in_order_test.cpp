#include "files/pieces_in_order.hpp"

#include <gtest/gtest.h>

#include "row/parts.hpp"

namespace cwp {
namespace {

TEST(PiecesInOrder, AreHandedOnInTheirOrderWhoeverIsFirst) {
  KeptTexts files;
  const std::size_t file = files.add("a.csv");
  PiecesInOrder pieces(files, file, 4);
  for (const std::size_t number : {2, 1, 3, 0}) pieces.hand_on(number, TextPiece(std::to_string(number)));
  EXPECT_EQ(files.take()[0].second, "0123");
}

TEST(PiecesInOrder, OfSeveralThreads) {
  KeptTexts files;
  const std::size_t file = files.add("a.csv");
  PiecesInOrder pieces(files, file, 1000);
  for_each_part(1000, 4, [&](std::size_t i) { pieces.hand_on(i, TextPiece(std::to_string(i) + "\n")); });
  std::string all;
  for (int i = 0; i < 1000; ++i) all += std::to_string(i) + "\n";
  EXPECT_EQ(files.take()[0].second, all);
}

}  // namespace
}  // namespace cwp
