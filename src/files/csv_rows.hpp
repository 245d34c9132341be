#pragma once
// Cells of CSV, written one behind the other into memory that is large enough: the same text as CsvText, many times as
// quick.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cwp {

/// Figures of one number of places, each behind a comma: `,48.38`.
class FigureTexts {
 public:
  explicit FigureTexts(int decimals);
  int decimals() const { return decimals_; }
  /// Bytes that a figure takes at most.
  static constexpr std::size_t kMost = 24;
  /// Behind what it wrote; nothing but the comma for kNoFigure. Up to eight bytes behind that are overwritten.
  char* put(char* at, std::int64_t units) const;

 private:
  static constexpr std::size_t kReady = 10'000;
  struct Text {
    char bytes[7];
    std::uint8_t size;
  };
  char* put_slowly(char* at, std::int64_t units) const;

  int decimals_;
  std::vector<Text> texts_;  // of the first figures
};

/// Digits of a whole number.
char* put_number(char* at, std::uint64_t number);
char* put_text(char* at, std::string_view text);
/// Bytes that a cell takes at most.
inline std::size_t most_of_cell(std::string_view text) { return 2 * text.size() + 3; }
/// A text as a cell: quoted and defused where it must be.
char* put_cell(char* at, std::string_view text);

}  // namespace cwp
