#include "io/text_encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <stdexcept>

#include "io/input_text.hpp"

namespace cwp {
namespace {

class Converter {
 public:
  explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {
    if (handle_ == iconv_t(-1)) throw std::runtime_error(std::string("this system cannot read the encoding ") + from);
  }
  ~Converter() { iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  iconv_t handle() const { return handle_; }

 private:
  iconv_t handle_;
};

/// Characters of three and four bytes; by chance they are rare in GB18030.
std::size_t sound_characters(std::string_view bytes, std::size_t& bad) {
  std::size_t sound = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) continue;
    const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    if (at + size <= bytes.size() && first_byte_not_utf8(bytes.substr(at, size)) == size) {
      sound += size > 2 ? 1 : 0;
      at += size - 1;
    } else {
      ++bad;
    }
  }
  return sound;
}

/// True when two bytes of the plane that everyday Chinese is written with stand together: `é` before an `s` is none.
bool has_everyday_pair(std::string_view bytes) {
  const auto high = [](char c) { return static_cast<unsigned char>(c) >= 0xA1; };
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
    if (high(bytes[i]) && high(bytes[i + 1])) return true;
  return false;
}

}  // namespace

DecodedText decoded_text(std::string_view bytes, const char* name) {
  const Converter converter(name);
  DecodedText result;
  constexpr std::size_t kBuffer = std::size_t{1} << 16;
  const std::unique_ptr<char[]> buffer(new char[kBuffer]);
  char* from = const_cast<char*>(bytes.data());  // iconv reads it only
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = buffer.get();
    std::size_t room = kBuffer;
    const bool failed = iconv(converter.handle(), &from, &left, &to, &room) == std::size_t(-1);
    const bool full = failed && errno == E2BIG;
    result.text.append(buffer.get(), kBuffer - room);
    if (failed && !full) {
      result.whole = false;
      break;
    }
  }
  return result;
}

bool is_surely_utf8(std::string_view bytes) {
  constexpr std::size_t kNotByChance = 4;
  std::size_t bad = 0;
  return sound_characters(bytes, bad) >= kNotByChance && bad == 0;
}

std::optional<Utf16Order> likely_utf16(std::string_view bytes) {
  constexpr std::size_t kLooked = 4096;
  // Of Chinese a few characters have a zero byte at the other place, as U+4E00 has; digits and commas are many more.
  constexpr std::size_t kOften = 4;
  std::size_t zeros[2] = {};
  for (std::size_t at = 0; at < std::min(bytes.size(), kLooked); ++at)
    if (bytes[at] == '\0') ++zeros[at % 2];
  if (zeros[1] > kOften * zeros[0]) return Utf16Order::little;
  if (zeros[0] > kOften * zeros[1]) return Utf16Order::big;
  return std::nullopt;
}

LikelyEncoding likely_encoding(std::string_view bytes, const DecodedText& as_gb18030) {
  if (!as_gb18030.whole) return LikelyEncoding::neither;
  std::size_t bad = 0;
  const std::size_t sound = sound_characters(bytes, bad);
  return has_everyday_pair(bytes) && sound * 4 <= bad ? LikelyEncoding::gb18030 : LikelyEncoding::unclear;
}

}  // namespace cwp
