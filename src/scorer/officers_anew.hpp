#pragma once
// OfficersAnew: what the stale officers' cells come to, put in the place of what they came to before.

#include "scorer/cells_anew.hpp"
#include "scorer/rescore.hpp"
#include "scorer/stale.hpp"

namespace cwp {

/// Who has another entry in a ranking's period.
struct RankedAnew {
  std::vector<std::size_t> officers;  ///< ascending, once each
  bool members = false;               ///< somebody has one who had none, or the other way round
};

/// What was put in another's place.
struct Anew {
  std::vector<std::vector<ScoreRow>> rows;                      ///< by published grain, by period and officer
  std::set<std::size_t> whole;                                  ///< of these officers all rows
  std::map<std::pair<std::size_t, Period>, RankedAnew> ranked;  ///< by ranking and period
  bool promises = false, issues = false;                        ///< some are others
};

class OfficersAnew {
 public:
  /// `same_periods`: rankings and promises are asked for in the same periods as before; else all entries are put in
  /// order anew.
  OfficersAnew(LiveScoring& live, Stale& stale, CellsAnew& cells, bool same_periods);

  Anew make();

 private:
  /// False where a fault is below one of the cells: then the issues of the officer are others, perhaps.
  bool make_stale(std::size_t officer);
  void make_whole(std::size_t officer);
  void put_entry(std::size_t officer, OfficerResults& results, RankingEntry entry);
  void put_promise(OfficerResults& results, std::size_t expectation, Period period,
                   std::optional<PromiseEntry> promise);
  void drop_other_periods();

  LiveScoring& live_;
  const Run& run_;
  Stale& stale_;
  CellsAnew& cells_;
  bool same_periods_;
  PartKeeper keeper_;  ///< of this update alone: copies of older scores are looked at elsewhere
  Anew anew_;
};

}  // namespace cwp
