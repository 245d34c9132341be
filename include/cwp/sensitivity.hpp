#pragma once
// sensitivity: how much a ranking hangs on the weights and parameters that somebody chose. Approximate, and said so: no
// figure of it is a score.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/result.hpp"
#include "cwp/scores.hpp"
#include "cwp/write.hpp"

namespace CWP_API cwp {

/// What is drawn, and how often.
struct SensitivityOptions {
  std::uint32_t draws = 1000;  ///< 1 to 1,000,000
  std::uint64_t seed = 1;      ///< another seed draws other weights
  int percent = 20;            ///< each weight and parameter is drawn from so much below to so much above; 1 to 100
  std::size_t number = 10;     ///< the first, and the last, so many of each group
  bool parameters = true;      ///< the rulebook's parameters are drawn, too
};

/// Where one officer stands under the drawn weights.
struct RankSpread {
  std::string officer;           ///< his key
  std::string group;             ///< in which he is ranked
  Decimal rank;                  ///< as published
  std::optional<Decimal> value;  ///< as published
  std::uint32_t low = 1;         ///< in 5 of 100 draws his rank was this or better
  std::uint32_t median = 1;      ///< in half of them
  std::uint32_t high = 1;        ///< in 95 of 100
  Decimal first;                 ///< percent of the draws in which he was among the first
  Decimal last;                  ///< in which he was among the last
};

/// What a weight is of.
enum class WeightKind : std::uint8_t { item, adjustment, parameter };
/// `item`, `adjustment`, `parameter`.
std::string_view to_text(WeightKind kind);

/// How much hangs on one weight: it alone is put to both ends.
struct WeightEffect {
  WeightKind kind = WeightKind::item;  ///< of what
  std::string id;                      ///< of the item, adjustment or parameter
  Decimal shift;                       ///< so many ranks are moved, on average over officers and both ends
  Decimal turnover;                    ///< percent of the first that are others then
};

/// What the draws said.
struct Sensitivity {
  std::string ranking;                ///< its id
  Period period;                      ///< that is ranked
  SensitivityOptions options;         ///< as asked for
  std::vector<RankSpread> officers;   ///< the ranked, by group, then rank, then key
  std::vector<WeightEffect> weights;  ///< the greatest shift first
};

/// Draws weights and ranks by what the values then come to, about. A draw multiplies the points of each item of the
/// assessment, each adjustment and each parameter by a number around 1, all numbers in the range alike likely; the full
/// marks of the items still add up to what they did. Values are linear in that: an item counts for what it adds to the
/// value now (points, in proportion, where the assessment scales or has a coefficient or formula); a parameter for what
/// two scorings, at both ends, say, and straight lines between. Caps, floors, vetoes and rounding are those of the
/// published value; ties in points are level.
///
/// The same seed gives the same figures. Errors: `ranking-not-there`, `not-in-ranking` (nobody has a rank),
/// `certain-of-units`.
/// Ranks of groups of more than 1024 are told in steps of a thousandth, outwards.
/// Time: a matrix product officers × weights × draws and a sort of the officers for each draw, and two scorings for
/// each parameter. Memory: some kilobytes an officer.
Result<Sensitivity> sensitivity(const Scores& scores, std::string_view ranking, Period period,
                                const SensitivityOptions& options = {});

/// For people: the weights that matter most, and the officers whose place is least sure.
std::string to_text(const Sensitivity& result, const Scores& scores, Language language = Language::en,
                    std::size_t most = 12);

/// approximate-ranks.csv: `officer,group,rank,value,low,median,high,first,last`; approximate-weights.csv:
/// `kind,id,shift,turnover`; approximate-ranks.svg, approximate-weights.svg: the same as pictures, at most 40 lines
/// each.
std::vector<OutputFile> sensitivity_files(const Sensitivity& result, const Scores& scores,
                                          Language language = Language::en);

}  // namespace cwp
