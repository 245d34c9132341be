#include <gtest/gtest.h>

#include <string>

#include "program/lane_program.hpp"

namespace cwp {
namespace {

/// Three columns, c1 to c3, and one step at a time.
struct Printed {
  LaneProgram program;
  LaneWriter& writer = program.writer;
  LaneRegister a = writer.column(Lane::i32, {0, 100}), b = writer.column(Lane::i32, {1, 9});
  LaneRegister truth = writer.column(Lane::i32, {0, 1});

  std::string text(LaneRegister reg) const { return to_text(program.pass({reg}, false), program); }
};

TEST(LaneText, EveryOperationHasItsLine) {
  Printed p;
  LaneWriter& w = p.writer;
  // Registers are numbered in the order they are written; constants take a number, too, and are printed as they are.
  EXPECT_EQ(p.text(w.scale(p.a, 3, -1)), "    r4 = scale     i32 c1   # -1..299\n");
  EXPECT_EQ(p.text(w.combine(p.a, 2, p.b, 3, 1)), "    r5 = combine   i32 c1 c2   # 4..228\n");
  EXPECT_EQ(p.text(w.product(p.a, p.b)), "    r6 = product   i32 c1 c2   # 0..900\n");
  EXPECT_EQ(p.text(w.least(p.a, p.b)), "    r7 = minimum   i32 c1 c2   # 0..9\n");
  EXPECT_EQ(p.text(w.greatest(p.a, p.b)), "    r8 = maximum   i32 c1 c2   # 1..100\n");
  EXPECT_EQ(p.text(w.hold(p.a, 5, 7)), "    r9 = hold      i32 c1   # 5..7\n");
  EXPECT_EQ(p.text(w.at_least(p.a, p.b)), "   r10 = at_least  i32 c1 c2   # 0..1\n");
  EXPECT_EQ(p.text(w.equal(p.a, p.b)), "   r11 = equal     i32 c1 c2   # 0..1\n");
  const LaneRegister eight = w.constant(8);  // r12
  EXPECT_EQ(p.text(w.at_least(p.a, eight)), "   r13 = reaches   i32 c1   # 0..1\n");
  EXPECT_EQ(p.text(w.equal(p.a, eight)), "   r14 = is        i32 c1   # 0..1\n");
  EXPECT_EQ(p.text(w.choose(p.truth, p.a, eight)), "   r15 = choose    i32 c1 8 c3   # 0..100\n");
  EXPECT_EQ(p.text(w.divide(p.a, p.b)), "   r16 = divide    i32 c1 c2   # 0..100\n");
  EXPECT_EQ(p.text(w.divide(p.a, eight)), "   r17 = divide_by i32 c1   # 0..12\n");
  EXPECT_EQ(p.text(w.as(p.a, Lane::i64)), "   r18 = convert   i64 c1   # 0..100\n");
  EXPECT_EQ(p.text(w.spread(p.a, Lane::i64, {-4, 4}, 0)), "   r19 = spread    i64 c1   # -4..4\n");
  // What takes more than one step.
  const LaneRegister sum = w.combine(p.a, 2, p.b, 1, 0), twice = w.scale(p.b, 2, 0);  // r20, r21
  EXPECT_EQ(p.text(w.divide(sum, twice)), "   r22 = quotient  i32 c1 c2   # 0..104\n");
  EXPECT_EQ(p.text(w.add_up({p.a, p.b})),
            "   r23 = convert   u16 c1   # 0..100\n"
            "   r24 = convert   u16 c2   # 1..9\n"
            "   r25 = add_up    u16 r23 r24    # 1..109\n");
  EXPECT_EQ(p.text(w.divide(w.combine(w.as(p.a, Lane::u16), 3, w.as(p.b, Lane::u16), 2, 0), w.constant(5))),
            "   r23 = convert   u16 c1   # 0..100\n"
            "   r24 = convert   u16 c2   # 1..9\n"
            "   r30 = weigh     u16 3*r23 2*r24    # 0..63\n");
  w.flag(p.truth);
  EXPECT_EQ(to_text(p.program.pass({}, true), p.program), "    r0 = flag      i32 c3   # 0..1\n");
}

TEST(LaneText, RangesBeyond64BitsArePrintedAsTheyAre) {
  Printed p;
  LaneWriter& w = p.writer;
  const LaneRegister wide = w.scale(w.scale(p.a, 1'000'000'000'000, 0), -1'000'000'000'000, 0);
  EXPECT_EQ(p.text(wide),
            "    r4 = convert   i64 c1   # 0..100\n"
            "    r5 = scale     i64 r4   # 0..100000000000000\n"
            "    r6 = convert   i128 r5   # 0..100000000000000\n"
            "    r7 = scale     i128 r6   # -100000000000000000000000000..0\n");
}

TEST(LaneText, TablesSayWhatTheyAre) {
  Printed p;
  LaneWriter& w = p.writer;
  EXPECT_EQ(p.text(tabulated(p.program, w.hold(p.a, 98, 100))), "    r5 = steps     u16 c1 of 2   # 98..100\n");
  EXPECT_EQ(p.text(tabulated(p.program, w.scale(p.a, 3, 1))), "    r7 = shortline u16 c1   # 1..301\n");
  EXPECT_EQ(p.text(tabulated(p.program, w.product(p.a, p.a))), "    r9 = look_up   u16 c1   # 0..10000\n");
}

}  // namespace
}  // namespace cwp
