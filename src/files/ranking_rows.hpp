#pragma once
// The rows of one ranking in one period of a PlainScoring, in the order in which they are printed; or, where nobody
// wants them, who leads.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "cwp/score_files.hpp"
#include "stream/plain_scoring.hpp"

namespace cwp {

struct RankingRows {
  std::size_t count = 0;   ///< of rows
  RankingSummary leaders;  ///< of this period
};

/// Hands the rows to `take`, some at once, as CSV without the header: of all who are there, those without a figure last
/// in their group. `ranks`: by officer. O(officers + range of the figures), or O(officers log officers) where that is
/// large.
RankingRows ranking_rows(const PlainScoring& scoring, std::size_t ranking, Period period,
                         std::span<const std::uint32_t> ranks, int rank_decimals,
                         const std::function<void(std::string_view)>& take);
/// The same without the rows: O(officers).
RankingRows ranking_leaders(const PlainScoring& scoring, std::size_t ranking, Period period,
                            std::span<const std::uint32_t> ranks, int rank_decimals);

}  // namespace cwp
