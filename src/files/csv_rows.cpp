#include "files/csv_rows.hpp"

#include <algorithm>
#include <charconv>

#include "cwp/decimal.hpp"
#include "cwp/score_sink.hpp"
#include "data/dataset_state.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

/// The bytes that mean nothing in a cell, wherever they stand.
constexpr std::array<bool, 256> kPlainBytes = [] {
  std::array<bool, 256> plain = {};
  for (int c = 0; c < 256; ++c)
    plain[std::size_t(c)] = ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_';
  return plain;
}();

bool is_plain_byte(char c) { return kPlainBytes[static_cast<unsigned char>(c)]; }

/// Behind a comma, without zeros in front; `point`: before one.
constexpr std::uint64_t head_of(std::size_t number, bool point) {
  std::uint64_t bytes = ',', size = 1;
  const auto add = [&](std::uint64_t byte) { bytes |= byte << (8 * size++); };
  for (std::size_t power = 100; power > 0; power /= 10)
    if (number >= power || power == 1) add('0' + number / power % 10);
  if (point) add('.');
  return bytes | size << 56;
}

template <typename Number, std::size_t Size, typename Of>
constexpr std::array<Number, Size> table_of(const Of& of) {
  std::array<Number, Size> table = {};
  for (std::size_t i = 0; i < Size; ++i) table[i] = of(i);
  return table;
}

}  // namespace

constexpr std::array<std::uint64_t, FigureTexts::kTabulated> FigureTexts::kWhole =
    table_of<std::uint64_t, kTabulated>([](std::size_t i) { return head_of(i, false); }),
                                                             FigureTexts::kWithPoint =
                                                                 table_of<std::uint64_t, kTabulated>(
                                                                     [](std::size_t i) { return head_of(i, true); });
constexpr std::array<std::uint32_t, FigureTexts::kTabulated> FigureTexts::kThreeDigits =
    table_of<std::uint32_t, kTabulated>([](std::size_t i) {
      return std::uint32_t('0' + i / 100) | std::uint32_t('0' + i / 10 % 10) << 8 | std::uint32_t('0' + i % 10) << 16;
    });

FigureTexts::FigureTexts(int decimals)
    : decimals_(decimals), heads_(decimals == 0 ? kWhole.data() : kWithPoint.data()) {
  if (decimals > 3 || std::endian::native != std::endian::little) return;
  for (int i = 3; i > decimals && decimals > 0; --i) power_ /= 10, ++left_out_;
  quick_ = std::uint64_t{kTabulated} * power_;
  reciprocal_ = ((std::uint64_t{1} << 40) + power_ - 1) / power_;
  std::vector<std::uint64_t> first;
  for (std::size_t units = 0; units < kFirst; ++units) {
    char memory[kMost] = {};
    const std::uint64_t size = std::uint64_t(put(memory, std::int64_t(units)) - memory);
    std::uint64_t text = 0;
    std::memcpy(&text, memory, sizeof text);
    first.push_back((text << 8 >> 8) | size << 56);
  }
  first_ = std::move(first);
}

char* FigureTexts::put_slowly(char* at, std::int64_t units) const {
  *at++ = ',';
  if (units == kNoFigure) return at;
  // Ranks of a million people are no exception.
  if (decimals_ == 0 && units >= 0) return put_number(at, std::uint64_t(units));
  return put_text(at, Decimal{units, std::uint8_t(decimals_)}.to_text());
}

char* put_number(char* at, std::uint64_t number) { return std::to_chars(at, at + 20, number).ptr; }

char* put_text(char* at, std::string_view text) {
  std::memcpy(at, text.data(), text.size());
  return at + text.size();
}

std::size_t room_for_rows(const DatasetState& data, std::size_t first, std::size_t count, std::size_t rest,
                          std::size_t figures) {
  std::size_t room = count * (rest + figures * FigureTexts::kMost) + FigureTexts::kMost;
  for (std::size_t i = first; i < first + count; ++i) room += most_of_cell(data.key(i));
  return room;
}

char* put_cell(char* at, std::string_view text) {
  return put_text(at, std::all_of(text.begin(), text.end(), is_plain_byte) ? text : std::string_view(csv_cell(text)));
}

}  // namespace cwp
