#include "bytes/field_ends.hpp"

#include <bit>
#include <cstring>

namespace cwp {
namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t), kEndsLine = 64;

/// A bit for each byte of a line that is no digit, the first byte's lowest; and how many they are.
struct OtherBytes {
  std::uint64_t bits = 0;
  std::size_t count = 0;
};

#ifdef __SSE2__
typedef unsigned char EndsSixteen __attribute__((vector_size(16)));
typedef char SignedSixteen __attribute__((vector_size(16)));
typedef std::uint64_t EndsWords __attribute__((vector_size(16)));

OtherBytes others_in_line(const char* at) {
  OtherBytes found;
  EndsSixteen counts{};
  for (std::size_t i = 0; i < kEndsLine / sizeof counts; ++i) {
    EndsSixteen bytes;
    std::memcpy(&bytes, at + sizeof bytes * i, sizeof bytes);
    bytes -= '0';
    const auto others = EndsSixteen(bytes > 9);  // 255 where it is so
    counts -= others;
    const auto bits = std::uint32_t(__builtin_ia32_pmovmskb128(SignedSixteen(others)));
    found.bits |= std::uint64_t{bits} << (sizeof bytes * i);
  }
  const auto words = EndsWords(counts);
  found.count = std::size_t(((words[0] + words[1]) * 0x0101010101010101) >> 56);
  return found;
}
#else
OtherBytes others_in_line(const char* at) {
  OtherBytes found;
  std::uint64_t counts = 0;  // by place in a word
  for (std::size_t i = 0; i < kEndsLine / kWord; ++i) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at + kWord * i, kWord);
    bytes ^= 0x3030303030303030;  // digits become 0 to 9
    const std::uint64_t others = (((bytes & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676) | bytes) & 0x8080808080808080;
    counts += others >> 7;
    found.bits |= (others * 0x0002040810204081) >> 56 << (kWord * i);  // the highest bits, side by side
  }
  found.count = std::size_t((counts * 0x0101010101010101) >> 56);
  return found;
}
#endif

}  // namespace

void FieldEnds::find(const char* text, std::size_t size) {
  // Whole groups are written, and one may be added.
  if (const std::size_t needed = size + kWord + 1; capacity_ < needed) {
    room_ = std::make_unique_for_overwrite<std::uint32_t[]>(needed);
    capacity_ = needed;
  }
  std::uint32_t* out = room_.get();
  for (std::size_t line = 0; line < size; line += kEndsLine) {
    char last[kEndsLine];
    const char* bytes = text + line;
    if (size - line < kEndsLine) {
      std::memset(last, '0', kEndsLine);
      std::memcpy(last, bytes, size - line);
      bytes = last;
    }
    auto [bits, count] = others_in_line(bytes);
    // Groups of eight, without a question in between: there are mostly some twenty.
    for (std::size_t group = 0; group < count; group += kWord)
      for (std::size_t i = 0; i < kWord; ++i, bits &= bits - 1)
        out[group + i] = std::uint32_t(line) + std::uint32_t(std::countr_zero(bits));
    out += count;
  }
  count_ = std::size_t(out - room_.get());
}

}  // namespace cwp
