#pragma once
// The kinds of doubts that data raise, a source file each, and what they share.

#include <string>
#include <string_view>
#include <vector>

#include "cwp/scores.hpp"
#include "decimal/rational.hpp"
#include "graph/scorecard.hpp"

namespace cwp {

struct DataDoubts {
  const Scores& scores;
  const Scorecard& card;
  std::vector<Diagnostic>& diagnostics;

  void add(std::string_view slug, const Place& place, std::vector<std::string> arguments) const {
    diagnostics.push_back({slug, place, std::move(arguments), {}});
  }
};

/// So few figures, of so few officers, say nothing.
inline constexpr std::size_t kFewFigures = 20, kFewOfficers = 10;

/// `97.5 %`, half up.
std::string percent_text(const Rational& share);

/// Items where nearly everybody has full marks, or nothing.
void doubt_even_items(const DataDoubts& doubts);
/// Items that weigh more or less than their marks; items that go together.
void doubt_spread(const DataDoubts& doubts);
/// Groups of a few.
void doubt_small_groups(const DataDoubts& doubts);
/// Metrics that stopped, or never came.
void doubt_arrivals(const DataDoubts& doubts);
/// Figures that jump, or heap on round numbers.
void doubt_odd_values(const DataDoubts& doubts);

}  // namespace cwp
