#pragma once
// Copies that are not read soon: they go around the caches, so that neither what lay there is read first nor what is
// there is driven out.

#include <cstddef>

namespace cwp {

/// So many bytes are more than fits beside what is read meanwhile.
inline constexpr std::size_t kAroundCachesFrom = std::size_t{1} << 20;

/// `from` and `to` do not overlap. Other threads see it behind `end_around_caches` of this one.
void copy_around_caches(const void* from, void* to, std::size_t bytes);
void end_around_caches();

}  // namespace cwp
