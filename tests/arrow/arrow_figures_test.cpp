// Figures of every type, with nulls, from anywhere in memory.

#include "arrow/arrow_figures.hpp"

#include <limits>

#include "arrow/column_fixture.hpp"

namespace cwp {
namespace {

using ArrowFigures = ArrowColumns;

TEST_F(ArrowFigures, IntegersOfAllWidths) {
  EXPECT_EQ(visits(column_of<std::int8_t>("c", "x", {-128, 0, 127})), "-128 0 127");
  EXPECT_EQ(visits(column_of<std::uint8_t>("C", "x", {0, 200, 255})), "0 200 255");
  EXPECT_EQ(visits(column_of<std::int16_t>("s", "x", {-500, 32767})), "-500 32767");
  EXPECT_EQ(visits(column_of<std::uint16_t>("S", "x", {1, 65535})), "1 65535");
  EXPECT_EQ(visits(column_of<std::int32_t>("i", "x", {-7, 2147483647})), "-7 2147483647");
  EXPECT_EQ(visits(column_of<std::uint32_t>("I", "x", {7, 4294967295})), "7 4294967295");
  EXPECT_EQ(visits(column_of<std::int64_t>("l", "x", {-7, 99999999999999999})), "-7 99999999999999999");
}

TEST_F(ArrowFigures, AnUnsignedFigureOfNineteenDigitsIsRefused) {
  EXPECT_EQ(visits(column_of<std::uint64_t>("L", "x", {7, 1000000000000000000U, 18446744073709551615U, 8})), "7 x x 8");
}

TEST_F(ArrowFigures, ASignedOneToo) {
  EXPECT_EQ(visits(column_of<std::int64_t>("l", "x", {INT64_MIN, 6, 1000000000000000000, INT64_MAX})), "x 6 x x");
  EXPECT_EQ(visits({"l", "x", 2, {bits("10"), bytes<std::int64_t>({-1000000000000000000, 0})}}), "x -");
}

TEST_F(ArrowFigures, TruthsAreBitsFromAnyBitOn) {
  EXPECT_EQ(visits(Exported("b", "x", 9,
                            {{},
                             bits("00000"
                                  "101100111"
                                  "0000")},
                            5)),
            "1 0 1 1 0 0 1 1 1");
}

TEST_F(ArrowFigures, ADecimalIsTakenExactlyByItsScale) {
  EXPECT_EQ(visits(column_of<std::int64_t>("d:18,2,64", "x", {150, -57, 0, 9150})), "1.5 -0.57 0 91.5");
  EXPECT_EQ(visits(column_of<std::int32_t>("d:9,-2,32", "x", {150, -3})), "15000 -300");
  // 128 bits, low half first: 0.57 with 20 places; 10^18, one digit too many; 0.0…01 with 19 places, likewise.
  EXPECT_EQ(visits({"d:38,20", "x", 1, {{}, bytes<std::uint64_t>({1659767778871345152U, 3})}}), "0.57");
  EXPECT_EQ(visits({"d:38,0", "x", 3, {{}, bytes<std::uint64_t>({1000000000000000000U, 0, 5, 0, 0, 5})}}), "x 5 x");
  EXPECT_EQ(visits({"d:38,19", "x", 2, {{}, bytes<std::uint64_t>({1, 0, 0, 0})}}), "x 0");
  EXPECT_EQ(visits({"d:38,1", "x", 1, {{}, bytes<std::int64_t>({-15, -1})}}), "-1.5");
}

TEST_F(ArrowFigures, DecimalsThatNeedMoreThanEighteenDigitsTogether) {
  // The one has 17 digits before the point, the other needs four behind it.
  EXPECT_EQ(visits(column_of<std::int64_t>("d:18,0,64", "x", {12345678901234567})), "12345678901234567");
  EXPECT_EQ(visits({"d:38,4", "x", 2, {{}, bytes<std::uint64_t>({12345, 0, 12776324570088360304U, 6})}}), "1.2345 x");
}

TEST_F(ArrowFigures, FloatsAreTheDecimalsTheyWereWrittenAs) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(visits(column_of<double>("g", "x", {91.5, 0.1, none, -2})), "91.5 0.1 - -2");
  EXPECT_EQ(visits(column_of<float>("f", "x", {91.5F, 0.1F, float(none), 88.2F})), "91.5 0.1 - 88.2");
  EXPECT_EQ(visits(column_of<double>("g", "x", {0.1 + 0.2, 1, std::numeric_limits<double>::infinity()})),
            "1351079888211149/4503599627370496 1 x");  // 17 digits: its binary value, 5404319552844596 / 2^54
  EXPECT_EQ(visits(column_of<float>("f", "x", {1e30F, 2})), "x 2");
}

TEST_F(ArrowFigures, NullIsNoRow) {
  EXPECT_EQ(visits({"C", "x", 4, {bits("1011"), {1, 2, 3, 4}}}), "1 - 3 4");
  EXPECT_EQ(visits({"l", "x", 2, {bits("01"), bytes<std::int64_t>({INT64_MIN, 6})}}), "- 6");
  EXPECT_EQ(visits({"g", "x", 2, {bits("01"), bytes<double>({1e300, 6})}}), "- 6");
  EXPECT_EQ(visits({"b", "x", 3, {bits("101"), bits("110")}}), "1 - 0");
  EXPECT_EQ(visits({"d:38,1", "x", 2, {bits("01"), bytes<std::uint64_t>({0, ~0U, 65, 0})}}), "- 6.5");
  EXPECT_EQ(visits({"n", "x", 3, {}}), "- - -");
  EXPECT_EQ(visits({"i", "x", 2, {bits("00"), bytes<std::int32_t>({1, 2})}}), "- -");
}

TEST_F(ArrowFigures, ASliceIsReadFromItsOffset) {
  EXPECT_EQ(visits({"S", "x", 3, {{}, bytes<std::uint16_t>({9, 9, 1, 2, 3, 9})}, 2}), "1 2 3");
  EXPECT_EQ(visits({"S", "x", 3, {bits("001011"), bytes<std::uint16_t>({9, 9, 1, 2, 3, 9})}, 2}), "1 - 3");
  // Eleven rows from the thirteenth on: neither bitmap nor values begin at a whole byte.
  EXPECT_EQ(visits({"b",
                    "x",
                    11,
                    {bits("1111111111111"
                          "10111111101"),
                     bits("0000000000000"
                          "11011111110")},
                    13}),
            "1 - 0 1 1 1 1 1 1 - 0");
}

TEST_F(ArrowFigures, FiguresOfFourTypesWithoutNullsAreReadWhereTheyLie) {
  const std::pair<const char*, std::size_t> formats[] = {{"C", 1}, {"S", 2}, {"i", 4}, {"l", 8}};
  for (const auto& [format, width] : formats) {
    Exported made(format, "x", 2, {{}, Bytes(4 * width, 1)}, 1);
    const void* values = static_cast<const char*>(made.array.buffers[1]) + width;
    const ArrowBatch batch = std::move(made).taken();
    ColumnsBuilder builder(rules, 2);
    add_figures(builder, batch, "x", "hours", kInMarch);
    EXPECT_EQ(place(builder.finish().value()), values) << format;
  }
}

TEST_F(ArrowFigures, FiguresAtCrookedPlacesAreCopied) {
  Bytes memory = bytes<std::int64_t>({0, 0, 0, 0});
  const std::int64_t figures[] = {17, -4};
  std::memcpy(memory.data() + 3, figures, sizeof figures);
  Exported made("l", "x", 2, {{}, {0}});
  made.array.buffers[1] = memory.data() + 3;
  EXPECT_EQ(visits(std::move(made)), "17 -4");
}

TEST_F(ArrowFigures, WhoHasNoFigureDoesNotWidenTheRange) {
  const ArrowBatch batch = Exported("l", "x", 3, {bits("011"), bytes<std::int64_t>({INT64_MAX, 6, 7})}).taken();
  ColumnsBuilder builder(rules, 3);
  add_figures(builder, batch, "x", "visits", kInMarch);
  const Dataset data = builder.finish().value();
  const StoredFigures& stored = data.state().columns->figures.begin()->second;
  EXPECT_EQ(stored.low, 6);
  EXPECT_EQ(stored.high, 7);
  EXPECT_TRUE(data.issues().empty());
}

}  // namespace
}  // namespace cwp
