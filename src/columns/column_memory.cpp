#include "columns/column_memory.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <new>

namespace cwp {
namespace {

constexpr std::size_t kLine = 64;
constexpr std::size_t kLargePage = std::size_t{2} << 20;
constexpr std::size_t kLeastPiece = std::size_t{64} << 10, kMostPiece = std::size_t{64} << 20;

std::size_t up_to(std::size_t bytes, std::size_t multiple) { return (bytes + multiple - 1) / multiple * multiple; }

}  // namespace

std::byte* ColumnMemory::take(std::size_t bytes) {
  bytes = up_to(bytes, kLine);
  if (pieces_.empty() || size_ - used_ < bytes) {
    // Twice as large as the last one, so that there are few, and not much more than is needed.
    const std::size_t wanted = std::max(bytes, std::clamp(2 * size_, kLeastPiece, kMostPiece));
    const std::size_t alignment = wanted < kLargePage ? kLine : kLargePage;
    size_ = up_to(wanted, alignment);
    used_ = 0;
    pieces_.emplace_back(static_cast<std::byte*>(std::aligned_alloc(alignment, size_)));
    if (!pieces_.back()) throw std::bad_alloc();
#if defined(MADV_HUGEPAGE)
    if (alignment == kLargePage) ::madvise(pieces_.back().get(), size_, MADV_HUGEPAGE);  // no more than a wish
#endif
  }
  std::byte* const memory = pieces_.back().get() + used_;
  used_ += bytes;
  return memory;
}

void ColumnMemory::give_back(std::size_t bytes) { used_ -= up_to(bytes, kLine); }

}  // namespace cwp
