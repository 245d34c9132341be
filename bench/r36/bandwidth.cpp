#include "bench/r36/bandwidth.hpp"

#include <cstring>

#include "bench/r36/parallel.hpp"

namespace cwp::r36 {
namespace {

using Register = std::uint64_t __attribute__((vector_size(16)));

Register load(const std::uint16_t* figures) {
  Register loaded;
  std::memcpy(&loaded, figures, sizeof(loaded));
  return loaded;
}

/// Four sums, a line of the cache at once: the memory is what is waited for, and nothing else.
std::uint64_t add_up(const std::uint16_t* figures, std::size_t count) {
  Register a{}, b{}, c{}, d{};
  for (const std::uint16_t* const end = figures + count / 32 * 32; figures != end; figures += 32) {
    __builtin_prefetch(figures + 2048);
    a += load(figures);
    b += load(figures + 8);
    c += load(figures + 16);
    d += load(figures + 24);
  }
  a += b + c + d;
  return a[0] + a[1];
}

}  // namespace

std::uint64_t read_columns(const Columns& columns, unsigned threads) {
  std::vector<std::uint64_t> sums(threads);
  in_parallel(threads, columns.officers(), [&](unsigned part, std::size_t first, std::size_t end) {
    std::uint64_t sum = 0;
    for (int metric = 0; metric < kMetrics; ++metric) sum += add_up(columns.column(metric) + first, end - first);
    sums[part] = sum;
  });
  std::uint64_t sum = 0;
  for (const std::uint64_t part : sums) sum += part;
  return sum;
}

std::uint64_t read_doubles(const std::vector<double>& figures) {
  return add_up(reinterpret_cast<const std::uint16_t*>(figures.data()), 4 * figures.size());
}

}  // namespace cwp::r36
