#pragma once
// The lines of the target table that a run has measured, and whether they are met.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cwp::r36 {

class Targets {
 public:
  enum class Bound : unsigned char { at_most, at_least };
  /// `measured` in `unit`: x for a ratio. `wrong`: totals of those whose time it is, where there are totals.
  void add(std::string work, double measured, std::string unit, Bound bound, double target,
           std::optional<std::size_t> wrong);
  /// Prints what is measured, the figure, its target, whether it is met, and the wrong totals; a line each.
  void print() const;

 private:
  struct Line {
    std::string work, unit;
    double measured, target;
    Bound bound;
    std::optional<std::size_t> wrong;
  };
  std::vector<Line> lines_;
};

}  // namespace cwp::r36
