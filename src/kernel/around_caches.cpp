#include "kernel/around_caches.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace cwp {

void copy_around_caches(const void* from, void* to, std::size_t bytes) {
#if defined(__SSE2__)
  const auto* source = static_cast<const char*>(from);
  auto* target = static_cast<char*>(to);
  const std::size_t before = std::min((16 - reinterpret_cast<std::uintptr_t>(target) % 16) % 16, bytes);
  if (before != 0) std::memcpy(target, source, before);
  std::size_t done = before;
  for (; done + 16 <= bytes; done += 16)
    _mm_stream_si128(reinterpret_cast<__m128i*>(target + done),
                     _mm_loadu_si128(reinterpret_cast<const __m128i*>(source + done)));
  if (done < bytes) std::memcpy(target + done, source + done, bytes - done);
#else
  if (bytes != 0) std::memcpy(to, from, bytes);
#endif
}

void end_around_caches() {
#if defined(__SSE2__)
  _mm_sfence();
#endif
}

}  // namespace cwp
