#pragma once
// The data of R36: metric columns of one period, and stations of neighbouring officers. The same on every machine.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "bench/r36/definition.hpp"

namespace cwp::r36 {

/// What the officer did in the month: no larger than largest(metric).
std::uint16_t month_figure(std::uint64_t officer, int metric);
/// What he did on a day of March, which is counted from 0: no larger than kDaily[metric].
std::uint16_t day_figure(std::uint64_t officer, std::uint64_t day, int metric);

/// One array a metric. Columns may be read kReadBeyond figures past their end, where they are 0.
class Columns {
 public:
  static constexpr std::size_t kReadBeyond = 64;
  using Figure = std::function<std::uint16_t(std::uint64_t officer, int metric)>;
  explicit Columns(std::size_t officers, const Figure& figure = month_figure);
  std::size_t officers() const { return officers_; }
  const std::uint16_t* column(int metric) const { return figures_.get() + static_cast<std::size_t>(metric) * stride_; }

 private:
  struct Free {
    void operator()(std::uint16_t* figures) const;
  };
  std::size_t officers_, stride_;
  std::unique_ptr<std::uint16_t, Free> figures_;
};

/// Station s holds the officers [begins[s], begins[s + 1]): 12 to 28 of them, fewer in the last.
std::vector<std::uint32_t> station_begins(std::size_t officers);

struct Workload {
  explicit Workload(std::size_t officers, const Columns::Figure& figure = month_figure)
      : columns(officers, figure), stations(station_begins(officers)) {}
  std::size_t officers() const { return columns.officers(); }
  std::size_t station_count() const { return stations.size() - 1; }

  Columns columns;
  std::vector<std::uint32_t> stations;
};

}  // namespace cwp::r36
