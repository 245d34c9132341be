#include "files/csv_rows.hpp"

#include <algorithm>
#include <charconv>

#include "cwp/decimal.hpp"
#include "cwp/score_sink.hpp"
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

constexpr std::array<char, 4004> digits_of_all(bool zeros) {
  std::array<char, 4004> digits = {};
  for (std::size_t number = 0; number < 1000; ++number) {
    char* const at = &digits[number * 4];
    std::size_t size = 0;
    for (std::size_t power = 100, rest = number; power > 0; rest %= power, power /= 10)
      if (zeros || number >= power || power == 1) at[size++] = char('0' + rest / power);
    if (!zeros) at[3] = char(size);
  }
  return digits;
}

}  // namespace

constexpr std::array<char, 4004> FigureTexts::kThreeDigits = digits_of_all(true),
                                 FigureTexts::kDigits = digits_of_all(false);

FigureTexts::FigureTexts(int decimals) : decimals_(decimals) {
  if (decimals > 3) return;
  for (int i = 3; i > decimals && decimals > 0; --i) power_ /= 10, ++first_;
  quick_ = std::uint64_t{1000} * power_;
  reciprocal_ = ((std::uint64_t{1} << 40) + power_ - 1) / power_;
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

char* put_cell(char* at, std::string_view text) {
  return put_text(at, std::all_of(text.begin(), text.end(), is_plain_byte) ? text : std::string_view(csv_cell(text)));
}

}  // namespace cwp
