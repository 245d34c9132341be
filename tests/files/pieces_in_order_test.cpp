#include "files/pieces_in_order.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <utility>

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

TEST(PiecesInOrder, APieceThatCouldNotBeAppendedIsNotAppendedAgain) {
  struct ThrowsOnce : KeptTexts {
    void append(std::size_t file, TextPiece piece) override {
      const TextPiece own = std::move(piece);
      if (!std::exchange(thrown, true)) throw std::runtime_error("no");
      KeptTexts::append(file, TextPiece(own.text()));
    }
    bool thrown = false;
  };
  ThrowsOnce files;
  PiecesInOrder pieces(files, files.add("a.csv"), 3);
  EXPECT_THROW(pieces.hand_on(0, TextPiece(std::string("0"))), std::runtime_error);
  pieces.hand_on(1, TextPiece(std::string("1")));
  pieces.hand_on(2, TextPiece(std::string("2")));
  EXPECT_EQ(files.take()[0].second, "12");
}

TEST(TextPieces, OfOneThatWasMovedFromNothingIsLeft) {
  TextPiece one(std::string("text"));
  const TextPiece other = std::move(one);
  EXPECT_EQ(other.text(), "text");
  EXPECT_EQ(one.text(), "");  // NOLINT: that is what is asked
  EXPECT_EQ(one.room(), 0U);
}

}  // namespace
}  // namespace cwp
