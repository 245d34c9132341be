#include "files/piece_thread.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "no_more_threads.hpp"

namespace cwp {
namespace {

PieceThread::Piece piece_of(const std::string& text) { return std::make_shared<const TextPiece>(text); }

TEST(PieceThread, WorksOnAllPiecesInTheirOrder) {
  std::string seen;
  PieceThread thread([&](std::string_view text) { seen += text; });
  for (int i = 0; i < 100; ++i) thread.push(piece_of(std::to_string(i % 10)));
  thread.finish();
  EXPECT_EQ(seen.size(), 100U);
  EXPECT_EQ(seen.substr(0, 12), "012345678901");
}

TEST(PieceThread, WhatTheWorkThrowsComesOutAtTheEndAndNobodyWaitsForIt) {
  int worked = 0;
  PieceThread thread([&](std::string_view) {
    ++worked;
    throw std::runtime_error("no");
  });
  const std::string large(1'000'000, 'a');
  for (int i = 0; i < 90; ++i) thread.push(piece_of(large));  // more than may wait
  EXPECT_THROW(thread.finish(), std::runtime_error);
  EXPECT_EQ(worked, 1);
}

TEST(PieceThread, WhereNoneCanBeStartedItSaysSo) {
  const NoMoreThreads none;
  EXPECT_THROW(PieceThread([](std::string_view) {}), std::system_error);
}

}  // namespace
}  // namespace cwp
