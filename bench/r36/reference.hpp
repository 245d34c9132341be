#pragma once
// The true results of R36, in fractions of integers, one officer after another: what everybody else is compared with.

#include "bench/r36/results.hpp"
#include "bench/r36/workload.hpp"

namespace cwp::r36 {

/// `factor`: the period's.
Results reference(const Workload& work, int factor = kMonth);

/// How many points of items are wrong.
std::size_t wrong_items(const ItemColumns& items, const Workload& work);

}  // namespace cwp::r36
