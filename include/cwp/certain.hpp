#pragma once
// certain_ranks: while figures are missing, or the period is not over: which ranks somebody can still come to, and so
// who is certainly, and who possibly, among the first or last.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/result.hpp"
#include "cwp/scores.hpp"

namespace CWP_API cwp {

/// Whether somebody is among those who are asked for.
enum class Certainty : std::uint8_t { certainly, possibly, no };
/// `certainly`, `possibly`, `no`: as CSV and JSON write it.
std::string_view to_text(Certainty certainty);

/// What can become of one officer.
struct RankChance {
  std::string officer;            ///< his key
  std::string group;              ///< in which he is ranked
  std::optional<Decimal> rank;    ///< as it stands
  std::optional<Decimal> value;   ///< as it stands
  bool open = false;              ///< figures of his are missing or still to come
  bool may_be_ranked = true;      ///< he may get a rank
  bool is_ranked = true;          ///< he gets one whatever comes
  std::optional<Decimal> least;   ///< his value, if he has one, is not below; nothing: nobody knows
  std::optional<Decimal> most;    ///< nor above
  Decimal best{1, 0};             ///< if he gets a rank, it is not better
  Decimal worst{1, 0};            ///< nor worse
  std::size_t fewest_behind = 0;  ///< so many of the ranked stand behind him at least
  std::size_t most_behind = 0;    ///< and at most

  /// Among those with a rank up to `number`.
  Certainty among_first(std::size_t number) const;
  /// Among those behind whom fewer than `number` of the ranked stand.
  Certainty among_last(std::size_t number) const;
};

/// All of one ranking in one period.
struct RankChances {
  std::string ranking;               ///< its id
  Period period;                     ///< that is ranked
  std::vector<RankChance> officers;  ///< by group, then rank as it stands, then key
};

/// What can become of everybody whom `ranking` lists in `period`, which must be among the scores. Open is what is
/// missing or was refused, and what lies behind the data's span until the period is over; each such figure may take any
/// value that the metric promises (type, range, decimals), or never come. The roster, duty, and all else that is known
/// stay as they are; so does a 0 of `absent: zero` on a day that the data hold.
///
/// The bounds are safe, not always the narrowest: what two figures have in common is not seen, and functions across
/// officers are taken to give anything as soon as a figure behind them is open. So `certainly` holds whatever comes,
/// and who is not even `possibly` among them cannot be. Where nothing is open, ranks are as they stand. Errors:
/// `ranking-not-there`, `not-in-ranking` (nobody is listed), `certain-of-units` (a ranking of units). Time: a scoring
/// of all, and O(n²) comparisons in each group.
Result<RankChances> certain_ranks(const Scores& scores, std::string_view ranking, Period period);

/// For people: those who are certainly or possibly among the first `number` of each group, or the last.
std::string to_text(const RankChances& chances, const Scores& scores, std::size_t number, bool last = false,
                    Language language = Language::en);
/// `officer,group,rank,value,least,most,best,worst,fewest_behind,most_behind,is_ranked,may_be_ranked,open,among`:
/// everybody, and whether he is among the first (last) `number`. CSV as in write.hpp.
std::string to_csv(const RankChances& chances, std::size_t number, bool last = false);

}  // namespace cwp
