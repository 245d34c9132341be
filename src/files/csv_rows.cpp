#include "files/csv_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "cwp/decimal.hpp"
#include "cwp/score_sink.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

bool is_plain_byte(char c) {
  return ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_';
}

}  // namespace

FigureTexts::FigureTexts(int decimals) : decimals_(decimals) {
  if (decimals > 4) return;  // longer than seven bytes
  texts_.resize(kReady);
  for (std::size_t i = 0; i < kReady; ++i) {
    const std::string text = "," + Decimal{std::int64_t(i), std::uint8_t(decimals)}.to_text();
    std::memcpy(texts_[i].bytes, text.data(), text.size());
    texts_[i].size = std::uint8_t(text.size());
  }
}

char* FigureTexts::put(char* at, std::int64_t units) const {
  if (std::uint64_t(units) >= texts_.size()) return put_slowly(at, units);
  const Text& text = texts_[std::size_t(units)];
  std::memcpy(at, &text, sizeof text);
  return at + text.size;
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
