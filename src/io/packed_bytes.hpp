#pragma once
// PackedWriter, PackedReader: numbers and texts as bytes, and back. Whatever the bytes are, reading ends, and takes no
// more memory than they are worth.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cwp/calendar.hpp"

namespace cwp {

/// Numbers are in groups of seven bits, the lowest first, each with a bit that says whether more follow (LEB128);
/// signed ones are folded before: 0 -1 1 -2 are 0 1 2 3. A text is its size and its bytes.
class PackedWriter {
 public:
  PackedWriter() = default;
  explicit PackedWriter(std::string bytes) : bytes_(std::move(bytes)) {}  ///< goes on behind these

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>((value & 0x7F) | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void folded(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number((bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void flag(bool value) { number(value ? 1 : 0); }
  void day(Day value) { folded(value.number); }
  void day(const std::optional<Day>& value) {
    flag(value.has_value());
    if (value) day(*value);
  }

  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

/// What is asked for beyond the end, or is out of its bounds, is 0 or empty, and nothing is `ok` from there on.
class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && rest_.empty(); }
  void fail() {
    ok_ = false;
    rest_.remove_prefix(rest_.size());
  }

  std::uint64_t number(std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value <= most ? value : wrong();
    }
    return wrong();
  }
  /// Below `end`.
  std::uint32_t index(std::size_t end) {
    if (end == 0) return std::uint32_t(wrong());
    return std::uint32_t(number(std::min<std::uint64_t>(end - 1, std::numeric_limits<std::uint32_t>::max())));
  }
  std::int64_t folded(std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                      std::int64_t most = std::numeric_limits<std::int64_t>::max()) {
    const std::uint64_t bits = number();
    const auto value = static_cast<std::int64_t>((bits >> 1) ^ ((bits & 1) != 0 ? ~std::uint64_t{0} : 0));
    return least <= value && value <= most ? value : std::int64_t(wrong());
  }
  /// How many things follow, each of `least` bytes or more.
  std::size_t count(std::size_t least) {
    const std::uint64_t many = number();
    return std::size_t(many <= rest_.size() / least ? many : wrong());
  }
  std::string_view text() {
    const std::size_t size = count(1);
    const std::string_view found = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return found;
  }
  bool flag() { return number(1) == 1; }
  Day day(DayRange range = {kFirstDay, kLastDay}) {
    return {std::int32_t(folded(range.first.number, range.last.number))};
  }
  std::optional<Day> maybe_day(DayRange range = {kFirstDay, kLastDay}) {
    return flag() ? std::optional(day(range)) : std::nullopt;
  }

 private:
  std::uint64_t wrong() {
    fail();
    return 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace cwp
