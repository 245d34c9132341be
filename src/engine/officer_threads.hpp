#pragma once
// Threads over officers.

#include <cstddef>
#include <functional>

namespace cwp {

/// Calls `work` for each officer, a fixed share of them in each of `threads` threads, so that nothing depends on which
/// is faster. An exception of one ends up in the caller.
void for_each_officer(std::size_t officers, int threads, const std::function<void(std::size_t)>& work);

}  // namespace cwp
