#pragma once
// cwp over the days, weeks and months of a year, from columns in memory and out of a column file.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bench/r36/results.hpp"
#include "bench/r36_year/year.hpp"
#include "cwp/cwp.hpp"

namespace cwp::r36 {

/// What is kept of each of some periods: by officer, where they are few enough.
struct YearResults {
  YearResults(std::size_t officers, const std::vector<PeriodOfYear>& periods);
  std::map<Period, std::size_t> numbers;  ///< of the periods
  std::vector<std::vector<std::int32_t>> totals;
  std::vector<std::vector<std::uint32_t>> station_ranks, overall_ranks;
};

/// Writes the first days of the work as a column file, a day's columns beside one another. `day` makes the figures of a
/// day, which need stay only until it is called again.
void write_year(std::size_t officers, int days, const std::function<const Columns&(int day)>& day,
                const std::string& path);

class YearEngine {
 public:
  /// `results` must outlive it.
  YearEngine(int threads, YearResults& results);
  ~YearEngine();

  /// Binds the columns of `work`, which must outlive it; binds them once before `score_memory`.
  void bind_memory(const YearWork& work);
  void score_memory();
  /// Opens the file, and scores it.
  void open_file(const std::string& path);
  void score_file();
  /// What the last run was made of: `bind 20.1, gather 10.2, figures 97.0, ranks 15.1 ms; …`.
  std::string report() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Scores a file in one thread and keeps nothing but a digest of all totals and ranks, which it returns.
std::uint64_t digest_of_file(const std::string& path);
/// The same digest of what was kept.
std::uint64_t digest_of(const YearResults& results);

}  // namespace cwp::r36
