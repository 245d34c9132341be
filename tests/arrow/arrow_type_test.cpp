#include "arrow/arrow_type.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(ArrowTypes, FormatsAreThoseOfTheSpecification) {
  const std::pair<std::string_view, ArrowKind> formats[] = {
      {"n", ArrowKind::null},  {"b", ArrowKind::truth},   {"c", ArrowKind::i8},         {"C", ArrowKind::u8},
      {"s", ArrowKind::i16},   {"S", ArrowKind::u16},     {"i", ArrowKind::i32},        {"I", ArrowKind::u32},
      {"l", ArrowKind::i64},   {"L", ArrowKind::u64},     {"f", ArrowKind::f32},        {"g", ArrowKind::f64},
      {"u", ArrowKind::text},  {"+s", ArrowKind::record}, {"U", ArrowKind::large_text}, {"vu", ArrowKind::text_view},
      {"e", ArrowKind::other}, {"tdD", ArrowKind::other}, {"z", ArrowKind::other},      {"", ArrowKind::other}};
  for (const auto& [format, kind] : formats) EXPECT_EQ(arrow_type(format).kind, kind) << format;
}

TEST(ArrowTypes, DecimalsHavePrecisionScaleAndPerhapsAWidth) {
  const ArrowType plain = arrow_type("d:19,10"), narrow = arrow_type("d:9,-2,32");
  EXPECT_EQ(plain.kind, ArrowKind::decimal);
  EXPECT_EQ(plain.scale, 10);
  EXPECT_EQ(plain.width, 16U);
  EXPECT_EQ(narrow.scale, -2);
  EXPECT_EQ(narrow.width, 4U);
  for (const char* format : {"d:", "d:19", "d:19,", "d:19,2,256", "d:a,2", "d:19;2", "d:19,2,64,1", "d:19,77",
                             "d:19,-77", "d:19,2000000000"})
    EXPECT_EQ(arrow_type(format).kind, ArrowKind::other) << format;
}

}  // namespace
}  // namespace cwp
