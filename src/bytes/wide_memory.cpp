#include "bytes/wide_memory.hpp"

#include <sys/mman.h>

#include <new>

namespace cwp {
namespace {

constexpr std::size_t kLargePage = std::size_t{1} << 21;

}  // namespace

std::shared_ptr<std::byte> wide_memory(std::size_t bytes) {
  const auto alignment = std::align_val_t(bytes < 2 * kLargePage ? 64 : kLargePage);
  const std::shared_ptr<std::byte> memory(static_cast<std::byte*>(::operator new(bytes, alignment)),
                                          [alignment](std::byte* taken) { ::operator delete(taken, alignment); });
#ifdef MADV_HUGEPAGE
  // A wish: whether it is granted makes no difference but of time.
  if (bytes >= 2 * kLargePage)
    static_cast<void>(::madvise(memory.get(), bytes / kLargePage * kLargePage, MADV_HUGEPAGE));
#endif
  return memory;
}

}  // namespace cwp
