#pragma once
// Cells of CSV, written one behind the other into memory that is large enough: the same text as CsvText, many times as
// quick.

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace cwp {

/// Figures of one number of places, each behind a comma: `,48.38`.
class FigureTexts {
 public:
  explicit FigureTexts(int decimals);
  int decimals() const { return decimals_; }
  /// Bytes that a figure takes at most.
  static constexpr std::size_t kMost = 24;
  /// Behind what it wrote; nothing but the comma for kNoFigure. Up to eight bytes behind that are overwritten.
  char* put(char* at, std::int64_t units) const {
    if (std::uint64_t(units) >= quick_) return put_slowly(at, units);
    const auto number = std::uint32_t(units);
    *at++ = ',';
    if (number < 1000 && decimals_ == 0) return put_whole(at, number);
    // A division of a number of at most twenty bits.
    const auto whole = std::uint32_t((number * reciprocal_) >> 40);
    at = put_whole(at, whole);
    if (decimals_ > 0) *at++ = '.';
    std::memcpy(at, &kThreeDigits[(number - whole * power_) * 4 + first_], 4);
    return at + 3 - first_;
  }

 private:
  /// The numbers below a thousand, each in four bytes: its three digits and nothing; or those without zeros in front,
  /// and how many they are.
  static const std::array<char, 4004> kThreeDigits, kDigits;

  static char* put_whole(char* at, std::uint32_t number) {
    std::memcpy(at, &kDigits[number * 4], 4);
    return at + kDigits[number * 4 + 3];
  }
  char* put_slowly(char* at, std::int64_t units) const;

  int decimals_;
  std::uint64_t quick_ = 0;       ///< figures below that are written by tables: up to six digits
  std::uint32_t power_ = 1000;    ///< what the digits of the second table count, …
  std::uint32_t first_ = 0;       ///< … and the first of three that is written
  std::uint64_t reciprocal_ = 0;  ///< of that, in 2^-40, rounded up
};

/// Digits of a whole number.
char* put_number(char* at, std::uint64_t number);
char* put_text(char* at, std::string_view text);
/// Bytes that a cell takes at most.
inline std::size_t most_of_cell(std::string_view text) { return 2 * text.size() + 3; }
/// A text as a cell: quoted and defused where it must be.
char* put_cell(char* at, std::string_view text);
/// The same of a text from whose beginning eight bytes may be read. Up to eight bytes behind it are overwritten.
inline char* put_short_cell(char* at, std::string_view text) {
  constexpr std::uint64_t kZeros = 0x3030303030303030, kAboveNine = 0x7676767676767676, kHighest = 0x8080808080808080;
  std::uint64_t bytes = 0;
  if (std::endian::native != std::endian::little || text.size() - 1 >= sizeof bytes) return put_cell(at, text);
  std::memcpy(&bytes, text.data(), sizeof bytes);
  const std::uint64_t digits = (bytes ^ kZeros) << (8 * (sizeof bytes - text.size()));
  if ((((digits & ~kHighest) + kAboveNine) | digits) & kHighest) return put_cell(at, text);
  std::memcpy(at, &bytes, sizeof bytes);
  return at + text.size();
}

}  // namespace cwp
