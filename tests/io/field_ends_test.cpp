#include "io/field_ends.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "kernel/choose_isa.hpp"

namespace cwp {
namespace {

std::vector<std::uint32_t> found_in(const std::string& text) {
  FieldEnds ends(field_unit_for(Isa::best).find);
  ends.find(text.data(), text.size());
  return {ends.from(0), ends.from(ends.count())};
}

TEST(FieldEnds, AreTheBytesThatAreNoDigits) {
  EXPECT_EQ(found_in(""), std::vector<std::uint32_t>());
  EXPECT_EQ(found_in("0123456789"), std::vector<std::uint32_t>());
  for (int byte = 0; byte < 256; ++byte)
    for (const std::size_t at : {0, 7, 8, 63, 64, 129}) {
      std::string text(130, '7');
      text[at] = char(byte);
      const bool is_digit = '0' <= byte && byte <= '9';
      EXPECT_EQ(found_in(text), is_digit ? std::vector<std::uint32_t>() : std::vector{std::uint32_t(at)}) << byte;
    }
}

TEST(FieldEnds, AreFoundInTheirOrderHoweverManyThereAre) {
  FieldEnds ends(field_unit_for(Isa::best).find);
  std::uint32_t state = 1;
  for (std::size_t size = 0; size < 300; ++size) {
    std::string text;
    std::vector<std::uint32_t> expected;
    for (std::size_t i = 0; i < size; ++i) {
      state = state * 1664525 + 1013904223;
      text += (state >> 16) % 300 < size ? "0,1\n2.\xFF"[(state >> 24) % 7] : '5';
      if (text.back() < '0' || text.back() > '9') expected.push_back(std::uint32_t(i));
    }
    ends.find(text.data(), text.size());
    ends.add(std::uint32_t(size));
    expected.push_back(std::uint32_t(size));
    EXPECT_EQ(std::vector<std::uint32_t>(ends.from(0), ends.from(ends.count())), expected) << size;
  }
}

}  // namespace
}  // namespace cwp
