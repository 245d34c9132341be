#include "bench/r36/workload.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace cwp::r36 {
namespace {

constexpr std::uint64_t kSeed = 20260301;
constexpr std::uint64_t kWholeMonth = 511;  // in the place of the day
constexpr std::size_t kLargePage = std::size_t{2} << 20;

/// The finaliser of splitmix64 over a counter: each figure can be had without those before it.
std::uint64_t hash(std::uint64_t counter) {
  std::uint64_t bits = kSeed + (counter + 1) * 0x9E3779B97F4A7C15;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
  return bits ^ (bits >> 31);
}

/// 32 bits spread evenly over 0 to `most`.
std::uint64_t spread(std::uint64_t high, std::uint64_t most) { return (high * (most + 1)) >> 32; }

}  // namespace

std::uint16_t month_figure(std::uint64_t officer, int metric) {
  const std::uint64_t bits = hash((officer * 512 + kWholeMonth) * 64 + static_cast<std::uint64_t>(metric));
  // Every other officer has no faults of a kind.
  if (counts_faults(metric) && (bits & 0x80000000) != 0) return 0;
  return static_cast<std::uint16_t>(spread(bits >> 32, static_cast<std::uint64_t>(largest(metric))));
}

std::uint16_t day_figure(std::uint64_t officer, std::uint64_t day, int metric) {
  const std::uint64_t bits = hash((officer * 512 + day) * 64 + static_cast<std::uint64_t>(metric));
  // One day in ten has faults of a kind.
  if (counts_faults(metric) && (bits & 0xFFFFFFFF) >= 429496729) return 0;
  return static_cast<std::uint16_t>(
      spread(bits >> 32, static_cast<std::uint64_t>(kDaily[static_cast<std::size_t>(metric)])));
}

void Columns::Free::operator()(std::uint16_t* figures) const { std::free(figures); }

Columns::Columns(std::size_t officers, const Figure& figure)
    : officers_(officers),
      // Columns that begin at the same place of a page would compete for the same lines of the cache.
      stride_((officers + 2 * kReadBeyond) / kReadBeyond * kReadBeyond + kReadBeyond) {
  const std::size_t bytes = (stride_ * kMetrics * sizeof(std::uint16_t) / kLargePage + 1) * kLargePage;
  figures_.reset(static_cast<std::uint16_t*>(std::aligned_alloc(kLargePage, bytes)));
  if (!figures_) throw std::bad_alloc();
  // The other hand-written program is told by the same name.
  if (std::getenv("HUGE") != nullptr) ::madvise(figures_.get(), bytes, MADV_HUGEPAGE);
  std::fill_n(figures_.get(), stride_ * kMetrics, std::uint16_t{0});
  for (int metric = 0; metric < kMetrics; ++metric)
    for (std::size_t officer = 0; officer < officers; ++officer)
      figures_.get()[static_cast<std::size_t>(metric) * stride_ + officer] = figure(officer, metric);
}

std::vector<std::uint32_t> station_begins(std::size_t officers) {
  std::vector<std::uint32_t> begins{0};
  for (std::uint64_t station = 0; begins.back() < officers; ++station) {
    const std::uint64_t size = 12 + spread(hash((std::uint64_t{1} << 60) + station) >> 32, 16);
    begins.push_back(static_cast<std::uint32_t>(std::min<std::uint64_t>(officers, begins.back() + size)));
  }
  return begins;
}

}  // namespace cwp::r36
