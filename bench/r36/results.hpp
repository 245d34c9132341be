#pragma once
// What everybody who does the work R36 has to deliver.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "bench/r36/definition.hpp"

namespace cwp::r36 {

/// Totals and categories in cents; competition ranks, the largest total first.
struct Results {
  explicit Results(std::size_t officers = 0) : totals(officers), station_ranks(officers), overall_ranks(officers) {
    for (auto& category : categories) category.resize(officers);
  }
  std::vector<std::int32_t> totals;
  std::array<std::vector<std::int32_t>, kCategories> categories;
  std::vector<std::uint32_t> station_ranks, overall_ranks;
};

/// The cents of the items, one column behind the other, where they are asked for as well.
using ItemColumns = std::vector<std::uint16_t>;

/// Of how many officers something is wrong.
struct Wrong {
  std::size_t totals = 0, categories = 0, ranks = 0;
  bool nothing() const { return totals + categories + ranks == 0; }
};
Wrong compare(const Results& delivered, const Results& reference);

}  // namespace cwp::r36
