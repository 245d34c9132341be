#include "bytes/text_marks.hpp"

#include <algorithm>
#include <cstring>

#include "row/parts.hpp"

namespace cwp {
namespace {

/// Sixteen bytes side by side; every processor of these builds has them.
typedef unsigned char SixteenBytes __attribute__((vector_size(16)));
/// Of vectors that are counted before a byte of the sum could overflow.
constexpr std::size_t kMostAdded = 255;

typedef unsigned long long TwoWords __attribute__((vector_size(16)));

bool any(SixteenBytes bytes) {
  const auto words = TwoWords(bytes);
  return (words[0] | words[1]) != 0;
}

std::size_t sum_of(SixteenBytes bytes) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < sizeof bytes; ++i) sum += bytes[i];
  return sum;
}

}  // namespace

TextMarks& TextMarks::operator+=(const TextMarks& other) {
  ascii = ascii && other.ascii;
  zeros = zeros || other.zeros;
  quotes = quotes || other.quotes;
  returns = returns || other.returns;
  feeds += other.feeds;
  return *this;
}

TextMarks marks_in(std::string_view text) {
  TextMarks marks;
  SixteenBytes all{}, zeros{}, quotes{}, returns{};
  const char* at = text.data();
  const char* const end = at + text.size();
  while (std::size_t(end - at) >= sizeof(SixteenBytes)) {
    SixteenBytes feeds{};
    const std::size_t count = std::min(std::size_t(end - at) / sizeof(SixteenBytes), kMostAdded);
    for (std::size_t i = 0; i < count; ++i, at += sizeof(SixteenBytes)) {
      SixteenBytes bytes;
      std::memcpy(&bytes, at, sizeof bytes);
      all |= bytes;
      zeros |= SixteenBytes(bytes == 0);
      quotes |= SixteenBytes(bytes == '"');
      returns |= SixteenBytes(bytes == '\r');
      feeds -= SixteenBytes(bytes == '\n');  // true is 255
    }
    marks.feeds += sum_of(feeds);
  }
  marks.ascii = !any(all & 0x80);
  marks.zeros = any(zeros);
  marks.quotes = any(quotes);
  marks.returns = any(returns);
  for (; at != end; ++at) {
    marks.ascii = marks.ascii && static_cast<unsigned char>(*at) < 0x80;
    marks.zeros = marks.zeros || *at == '\0';
    marks.quotes = marks.quotes || *at == '"';
    marks.returns = marks.returns || *at == '\r';
    marks.feeds += *at == '\n' ? 1 : 0;
  }
  return marks;
}

std::vector<TextPart> parts_of(std::string_view text, std::size_t begin, std::size_t size, int threads) {
  std::vector<TextPart> parts;
  for (; begin < text.size(); begin = parts.back().end) {
    std::size_t end = text.size();
    if (text.size() - begin > size) {
      const std::size_t found = text.find('\n', begin + size);
      end = found == std::string_view::npos ? text.size() : found + 1;
    }
    parts.push_back({begin, end, {}});
  }
  for_each_part(parts.size(), threads, [&](std::size_t i) {
    parts[i].marks = marks_in(text.substr(parts[i].begin, parts[i].end - parts[i].begin));
  });
  return parts;
}

TextMarks marks_of(const std::vector<TextPart>& parts) {
  TextMarks marks;
  for (const TextPart& part : parts) marks += part.marks;
  return marks;
}

}  // namespace cwp
