#pragma once
// Cells of CSV, written one behind the other into memory that is large enough: the same text as CsvText, many times as
// quick.

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace cwp {

struct DatasetState;

char* put_text(char* at, std::string_view text);

/// Figures of one number of places, each behind a comma: `,48.38`.
class FigureTexts {
 public:
  explicit FigureTexts(int decimals);
  int decimals() const { return decimals_; }
  /// Bytes that a figure takes at most.
  static constexpr std::size_t kMost = 24;
  /// Behind what it wrote; nothing but the comma for kNoFigure. Up to eight bytes behind that are overwritten.
  char* put(char* at, std::int64_t units) const {
    if (std::uint64_t(units) < first_.size()) {
      const std::uint64_t text = first_[std::size_t(units)];
      std::memcpy(at, &text, sizeof text);
      return at + (text >> 56);
    }
    if (std::uint64_t(units) >= quick_) return put_slowly(at, units);
    const auto number = std::uint32_t(units);
    if (decimals_ == 0 && number < 1000) return put_bytes(at, heads_[number], 0, 0);
    const auto whole = std::uint32_t((number * reciprocal_) >> 40);
    return put_bytes(at, heads_[whole], kThreeDigits[number - whole * power_] >> (8 * left_out_), 3 - left_out_);
  }

 private:
  static constexpr std::size_t kTabulated = 1000, kFirst = 10'000;
  /// A number below a thousand behind a comma, without and with a point behind it: the first byte is the lowest, and
  /// how many there are is the highest.
  static const std::array<std::uint64_t, kTabulated> kWhole, kWithPoint;
  /// All three digits, as they lie in memory.
  static const std::array<std::uint32_t, kTabulated> kThreeDigits;

  static char* put_bytes(char* at, std::uint64_t head, std::uint64_t tail, std::uint32_t of_tail) {
    const std::uint64_t size = head >> 56;
    const std::uint64_t bytes = (head << 8 >> 8) | (tail << (8 * size));
    std::memcpy(at, &bytes, sizeof bytes);
    return at + size + of_tail;
  }
  char* put_slowly(char* at, std::int64_t units) const;

  int decimals_;
  const std::uint64_t* heads_;
  std::vector<std::uint64_t> first_;  ///< the texts of most figures, as heads are, up to seven bytes
  std::uint64_t quick_ = 0;           ///< figures below that are written by tables: up to six digits
  std::uint64_t reciprocal_ = 0;      ///< of `power_`, in 2^-40, rounded up: numbers of twenty bits are divided by it
  std::uint32_t power_ = 1000;        ///< the last digits, up to three, count up to that
  std::uint32_t left_out_ = 0;        ///< of three digits
};

/// A text that is written often, mostly with the same few steps however long it is.
class ShortText {
 public:
  ShortText() = default;
  explicit ShortText(std::string text) : size_(text.size()), text_(std::move(text)) {
    text_.resize(std::max(kStep, size_));
  }
  /// As put_text; up to sixteen bytes behind it are overwritten.
  char* put(char* at) const {
    if (size_ > kStep) return put_text(at, std::string_view(text_).substr(0, size_));
    std::memcpy(at, text_.data(), kStep);
    return at + size_;
  }
  static constexpr std::size_t kStep = 16;

 private:
  std::size_t size_ = 0;
  std::string text_ = std::string(kStep, '\0');
};

/// Digits of a whole number.
char* put_number(char* at, std::uint64_t number);
/// Bytes that a cell takes at most.
inline std::size_t most_of_cell(std::string_view text) { return 2 * text.size() + 3; }
/// Bytes to be had for the rows of `count` officers: each has his key, `figures` and `rest` bytes beside them. What
/// writing overwrites behind the last is among them.
std::size_t room_for_rows(const DatasetState& data, std::size_t first, std::size_t count, std::size_t rest,
                          std::size_t figures);
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
