#pragma once
// wide_memory: memory for many millions of figures, in large pages where the system has them.

#include <cstddef>
#include <memory>

namespace cwp {

/// `bytes` bytes, aligned to 64, whose contents are not set. From some megabytes on they are asked for in pages of two
/// megabytes: each page of four kilobytes costs its first writer a microsecond otherwise.
std::shared_ptr<std::byte> wide_memory(std::size_t bytes);

}  // namespace cwp
