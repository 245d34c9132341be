#pragma once
// Profile: what the figures of a metric are like, from what the rulebook asks of them and promises of them.

#include <optional>
#include <string>
#include <vector>

#include "cwp/check.hpp"
#include "sample/demand.hpp"
#include "sample/random.hpp"

namespace cwp {

/// count: how often something happened; measure: an amount (hours, yuan); mark: a figure given by somebody, around a
/// middle; truth: yes or no.
enum class FigureKind : std::uint8_t { count, measure, mark, truth };

/// Amounts are in thousandths, for one period of the metric's own (a workday of a daily metric).
struct Profile {
  FigureKind kind = FigureKind::count;
  bool less = false;        ///< less is better
  bool open = false;        ///< even better is always worth more
  std::int64_t full = 0;    ///< where full marks begin
  std::int64_t zero = 0;    ///< where nothing is gained
  std::int64_t lowest = 0;  ///< what the promises allow
  std::int64_t highest = 0;
  int decimals = 0;  ///< places behind the point, at most 3
  bool daily = true;
  bool said_when_zero = false;           ///< a row is written also where the figure is 0
  std::optional<std::uint32_t> part_of;  ///< never above this metric; then full and zero are shares of it
  bool derived = false;                  ///< has no rows of its own
};

/// The profiles by metric, and the order in which figures are drawn: a whole before its parts.
struct Profiles {
  std::vector<Profile> metrics;
  std::vector<std::uint32_t> order;
};
Profiles make_profiles(const CheckedRulebook& rules, Day middle);

/// Amounts are computed in thousandths.
inline constexpr std::int64_t kOne = 1000;

/// How good somebody is in something, 0 to 1000; 500 is ordinary.
using Quality = std::int64_t;
/// The mean that is to be expected of somebody.
std::int64_t level_of(const Profile& profile, Quality quality);
/// A figure of one period, in thousandths, on a multiple of its decimals. `share` is how much of a usual period this
/// one is, in thousandths (little happens on a Sunday); `whole` the figure of the metric of which this is a part.
std::int64_t draw_figure(const Profile& profile, Quality quality, std::int64_t share, std::int64_t whole,
                         Random& random);
/// A figure as it is written into a file.
std::string figure_text(std::int64_t thousandths, int decimals);

/// Thousandths, rounded down; what does not fit is cut to ±10^13.
std::int64_t thousandths(const Rational& number);

}  // namespace cwp
