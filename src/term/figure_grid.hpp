#pragma once
// FigureGrid: conditions on a few figures, decided for all values that these can have.

#include <optional>
#include <vector>

#include "graph/scorecard.hpp"

namespace cwp {

/// The values of a figure, cut where a condition compares it with a number: each number and what lies between is a
/// piece, and inside of a piece no condition changes. A cell is a piece of each figure. Figures are taken to be
/// independent, so that a cell may be one in which nobody ever is; but everybody whose figures are all there is in one.
class FigureGrid {
 public:
  /// Nothing where there are too many figures or cells, or a condition is invalid. A condition that compares no figure
  /// with a number, or texts, is a figure of its own, which is so or not. O(conditions × cells).
  static std::optional<FigureGrid> of(const std::vector<const Term*>& conditions, const Scorecard& card);

  /// One of the things that are compared with numbers, or are true or not.
  struct Figure {
    const Term* term = nullptr;
    bool truth = false;             ///< it is a condition by itself
    std::vector<Rational> numbers;  ///< at which conditions turn, ascending
    std::vector<Rational> pieces;   ///< a value in each piece, ascending

    /// True when no condition tells the two values apart.
    bool alike(const Rational& a, const Rational& b) const;
  };
  const std::vector<Figure>& figures() const { return figures_; }
  std::size_t count() const { return count_; }
  /// The piece of each figure.
  std::vector<std::size_t> pieces(std::size_t cell) const;
  std::size_t cell(const std::vector<std::size_t>& pieces) const;
  /// Whether a condition, by its place in the list, holds in the cell.
  bool holds(std::size_t condition, std::size_t cell) const { return holds_[condition][cell]; }
  std::size_t conditions() const { return holds_.size(); }

 private:
  std::vector<Figure> figures_;
  std::size_t count_ = 0;
  std::vector<std::vector<bool>> holds_;
};

}  // namespace cwp
