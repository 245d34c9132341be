#pragma once
// What every part of a rulebook has: values with their places, titles, rounding.

#include <optional>
#include <string>

#include "cwp/calendar.hpp"
#include "cwp/decimal.hpp"
#include "cwp/export.hpp"
#include "cwp/formula.hpp"
#include "cwp/source.hpp"

namespace CWP_API cwp {

/// A value and where it stands. A default that nobody wrote has an empty place.
template <class T>
struct Written {
  T value{};    ///< what was written, or the default
  Place place;  ///< where; empty: nobody wrote it
};
/// An id or word with its place.
using Name = Written<std::string>;

/// A human text in Chinese and English; a plain string is both.
struct Title {
  std::string zh;  ///< in Chinese
  std::string en;  ///< in English
};

/// From when and until when something is in force: in those of its periods whose last day lies between.
struct Effective {
  std::optional<Written<Day>> from;  ///< the first day; unsaid: always
  std::optional<Written<Day>> to;    ///< the last day; unsaid: for good
};

/// What a later figure takes: points as they are shown, or exact.
enum class Carry : std::uint8_t { shown, exact };
/// What an item, category or assessment says of its own rounding; what is unsaid comes from `points`.
struct RoundingRules {
  std::optional<Written<int>> decimals;  ///< 0–6
  std::optional<Rounding> rounding;      ///< how the last place is rounded
  std::optional<Carry> carry;            ///< what later figures take
};

}  // namespace cwp
