#pragma once
// RandomFormula: formulas that are right by construction: names of the place's grain or finer, types that fit, no
// cycles.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "cwp/calendar.hpp"

namespace cwp::oracle {

/// Numbers from a seed, the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  /// 0 … n − 1
  int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  bool chance(int percent) { return below(100) < percent; }
  template <class T>
  const T& one_of(const std::vector<T>& things) {
    return things[static_cast<std::size_t>(below(static_cast<int>(things.size())))];
  }
  std::string word(const std::vector<std::string>& words) { return one_of(words); }

 private:
  std::mt19937_64 engine_;
};

struct RandomMetric {
  std::string id;
  Grain grain = Grain::day;
  bool boolean = false, integer = true, percent = false, may_duplicate = false;
  std::string fold = "sum";
  int least = 0, most = 10;  ///< of the figures that are allowed
  int decimals = 0;          ///< of the figures that are written
  std::string about = {};    ///< the attribute whose values its rows are about
  bool derived = false;      ///< from facts: it has no rows
};

/// What formulas may name so far.
struct RandomNames {
  struct ItemName {
    std::string id;
    Grain grain = Grain::month;
    bool rolls_up = true;
  };
  std::vector<RandomMetric> metrics;
  std::vector<std::string> parameters;
  std::vector<std::string> values;    ///< usable in every place
  std::vector<ItemName> items;        ///< those already written
  std::vector<ItemName> adjustments;  ///< likewise
  std::vector<Grain> assessed;        ///< grains that have a total
  bool may_look_at_earlier_totals = true;
};

class RandomFormula {
 public:
  RandomFormula(Dice& dice, const RandomNames& names) : dice_(dice), names_(names) {}

  std::string number(Grain place, int depth);
  std::string condition(Grain place, int depth);
  /// A metric (or a number around one) of the place or finer; what forms measure.
  std::string measure(Grain place);
  /// An aggregate over time.
  std::string aggregate(Grain place, int depth);
  /// An aggregate over the officer's peers.
  std::string peers(Grain place, int depth);
  /// How long, or how often, a condition held.
  std::string streak(Grain place, int depth);
  /// A condition over attributes and parameters.
  std::string fixed_condition();

 private:
  std::string table(Grain place, int depth);
  std::string lag(Grain place, int depth);
  Dice& dice_;
  const RandomNames& names_;
};

/// A decimal text like `7`, `2.5`, `0.25` between the two bounds.
std::string random_decimal(Dice& dice, int low, int high, int most_places);

}  // namespace cwp::oracle
