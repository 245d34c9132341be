// R36 by hand with vectors: blocks of whole stations over the threads, ranks over all by counting.

#include <algorithm>
#include <memory>

#include "bench/r36/contestant.hpp"
#include "bench/r36/hand/kernel.hpp"
#include "bench/r36/parallel.hpp"

namespace cwp::r36 {
namespace {

class HandWritten {
 public:
  HandWritten(const HandKernel& kernel, const Workload& work, unsigned threads, bool keep_items)
      : kernel_(kernel),
        work_(work),
        threads_(threads),
        histograms_(threads),
        totals_(work.officers() + kBeyond),
        station_ranks_(work.officers()),
        overall_ranks_(work.officers()),
        items_(keep_items ? work.officers() * kItems : 0) {
    for (auto& category : categories_) category.resize(work.officers());
    const auto& begins = work.stations;
    for (std::uint32_t s = 0; s < work.station_count(); ++s)
      if (block_begins_.empty() || begins[s + 1] - begins[block_begins_.back()] > kBlock) block_begins_.push_back(s);
    block_begins_.push_back(static_cast<std::uint32_t>(work.station_count()));
  }

  void run() {
    in_parallel(threads_, block_begins_.size() - 1, [this](unsigned part, std::size_t first, std::size_t end) {
      histograms_[part].assign(kLargestTotal + 1, 0);
      for (std::size_t i = first; i < end; ++i) kernel_.score_block(block(i, part));
    });
    const std::vector<std::uint32_t> ranks = ranks_of_totals();
    in_parallel(threads_, work_.officers(), [&](unsigned, std::size_t first, std::size_t end) {
      for (std::size_t i = first; i < end; ++i) overall_ranks_[i] = ranks[totals_[i]];
    });
  }

  Results results() const {
    Results results;
    results.totals.assign(totals_.begin(), totals_.end() - kBeyond);
    for (std::size_t c = 0; c < kCategories; ++c)
      results.categories[c].assign(categories_[c].begin(), categories_[c].end());
    results.station_ranks.assign(station_ranks_.begin(), station_ranks_.end());
    results.overall_ranks = overall_ranks_;
    return results;
  }

  const ItemColumns& items() const { return items_; }

 private:
  HandBlock block(std::size_t i, unsigned part) {
    HandBlock block{};
    block.begins = work_.stations.data() + block_begins_[i];
    block.stations = block_begins_[i + 1] - block_begins_[i];
    const std::uint32_t first = block.begins[0];
    for (int metric = 0; metric < kMetrics; ++metric) block.columns[metric] = work_.columns.column(metric) + first;
    block.totals = totals_.data() + first;
    for (std::size_t c = 0; c < kCategories; ++c) block.categories[c] = categories_[c].data() + first;
    block.station_ranks = station_ranks_.data() + first;
    if (!items_.empty()) block.items = items_.data() + first;
    block.item_stride = work_.officers();
    block.histogram = histograms_[part].data();
    return block;
  }

  /// By total: 1 and how many have a larger one.
  std::vector<std::uint32_t> ranks_of_totals() const {
    std::vector<std::uint32_t> ranks(kLargestTotal + 1);
    std::uint32_t larger = 0;
    for (std::size_t total = ranks.size(); total-- > 0;) {
      ranks[total] = larger + 1;
      for (const auto& histogram : histograms_) larger += histogram[total];
    }
    return ranks;
  }

  const HandKernel& kernel_;
  const Workload& work_;
  unsigned threads_;
  std::vector<std::uint32_t> block_begins_;  ///< the first station of each
  std::vector<std::vector<std::uint32_t>> histograms_;
  std::vector<std::uint16_t> totals_, station_ranks_;
  std::array<std::vector<std::uint16_t>, kCategories> categories_;
  std::vector<std::uint32_t> overall_ranks_;
  ItemColumns items_;
};

}  // namespace

const HandKernel* best_kernel() {
  const HandKernel* const best = avx512_kernel();
  return best != nullptr ? best : avx2_kernel();
}

std::optional<Contestant> hand_written(const Workload& work, unsigned threads, bool keep_items) {
  const HandKernel* const kernel = best_kernel();
  if (kernel == nullptr) return std::nullopt;
  const auto hand = std::make_shared<HandWritten>(*kernel, work, threads, keep_items);
  Contestant one;
  one.name = std::string("hand-written ") + kernel->name + (keep_items ? ", items kept" : "") + on_threads(threads);
  one.run = [hand] { hand->run(); };
  one.deliver = [hand] { return hand->results(); };
  if (keep_items) one.items = [hand]() -> const ItemColumns& { return hand->items(); };
  return one;
}

}  // namespace cwp::r36
