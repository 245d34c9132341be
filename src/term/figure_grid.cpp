#include "term/figure_grid.hpp"

#include <algorithm>
#include <set>

#include "bounds/value_bounds.hpp"
#include "bounds/value_set.hpp"
#include "term/static_value.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostFigures = 4;
constexpr std::size_t kMostCells = 20'000;

bool is_call(const Term& term, std::string_view name) {
  return term.kind == TermKind::call && term.function->doc.name == name;
}

bool is_comparison(const Term& term) {
  if (term.kind != TermKind::call || term.children.size() != 2) return false;
  for (const std::string_view name : {"=", "!=", "<", "<=", ">", ">="})
    if (term.function->doc.name == name)
      return term.children[0]->type == ValueType::number && term.children[1]->type == ValueType::number;
  return false;
}

/// A comparison of a figure with a number that is always the same.
struct Comparison {
  const Term* figure = nullptr;
  Rational number;
  bool turned = false;  ///< the number stands first
};
std::optional<Comparison> comparison_of(const Term& term, const Scorecard& card) {
  if (!is_comparison(term)) return std::nullopt;
  if (const auto number = bounds_of(*term.children[1], card).only()) return Comparison{term.children[0].get(), *number};
  if (const auto number = bounds_of(*term.children[0], card).only())
    return Comparison{term.children[1].get(), *number, true};
  return std::nullopt;
}

bool compares(std::string_view name, const Rational& a, const Rational& b) {
  if (name == "=") return a == b;
  if (name == "!=") return a != b;
  if (name == "<") return a < b;
  if (name == "<=") return a <= b;
  if (name == ">") return a > b;
  return a >= b;
}

/// A value in each piece that has one: the numbers, and what lies before, between and behind them.
std::vector<Rational> pieces_of(const std::set<Rational>& numbers, const ValueBounds& bounds, bool whole) {
  std::vector<Rational> pieces;
  const auto add_between = [&](std::optional<Rational> from, std::optional<Rational> to) {
    // The open interval, as far as the figure goes: an end of the bounds is a value itself.
    bool from_open = true, to_open = true;
    if (bounds.low && (!from || *from < *bounds.low)) {
      from = bounds.low;
      from_open = false;
    }
    if (bounds.high && (!to || *bounds.high < *to)) {
      to = bounds.high;
      to_open = false;
    }
    std::optional<Rational> value;
    if (whole) {
      if (from)
        value = from->ceil() == *from && from_open ? *from + Rational(1) : from->ceil();
      else if (to)
        value = to->floor() == *to && to_open ? *to - Rational(1) : to->floor();
      else
        value = Rational(0);
    } else if (from && to) {
      value = !from_open ? *from : !to_open ? *to : (*from + *to) / Rational(2);
    } else {
      value = from ? *from + Rational(1) : to ? *to - Rational(1) : Rational(0);
    }
    if (from && (from_open ? *value <= *from : *value < *from)) return;
    if (to && (to_open ? *to <= *value : *to < *value)) return;
    pieces.push_back(*value);
  };
  std::optional<Rational> before;
  for (const Rational& number : numbers) {
    add_between(before, number);
    if (bounds.contains(number) && (!whole || number.floor() == number)) pieces.push_back(number);
    before = number;
  }
  add_between(before, std::nullopt);
  return pieces;
}

class CellMaker {
 public:
  explicit CellMaker(const Scorecard& card) : card_(card) {}

  bool look(const Term& term) {
    if (term.kind == TermKind::invalid) return false;
    if (is_call(term, "and") || is_call(term, "or") || is_call(term, "not"))
      return std::all_of(term.children.begin(), term.children.end(),
                         [&](const TermPtr& child) { return look(*child); });
    if (bounds_of(term, card_).only()) return true;
    if (const auto comparison = comparison_of(term, card_)) {
      axis(*comparison->figure, false).numbers.insert(comparison->number);
    } else {
      axis(term, true);
    }
    return axes_.size() <= kMostFigures;
  }

  std::vector<FigureGrid::Figure> figures() const {
    std::vector<FigureGrid::Figure> figures;
    for (const Axis& axis : axes_) {
      if (axis.truth) {
        figures.push_back({axis.term, true, {}, {Rational(0), Rational(1)}});
        continue;
      }
      figures.push_back({axis.term,
                         false,
                         {axis.numbers.begin(), axis.numbers.end()},
                         pieces_of(axis.numbers, bounds_of(*axis.term, card_), always_integer(*axis.term, card_))});
    }
    return figures;
  }

  bool holds(const Term& term, const std::vector<FigureGrid::Figure>& figures,
             const std::vector<std::size_t>& pieces) const {
    const auto inside = [&](const TermPtr& child) { return holds(*child, figures, pieces); };
    if (is_call(term, "and")) return std::all_of(term.children.begin(), term.children.end(), inside);
    if (is_call(term, "or")) return std::any_of(term.children.begin(), term.children.end(), inside);
    if (is_call(term, "not")) return !inside(term.children[0]);
    if (const auto only = bounds_of(term, card_).only()) return !only->is_zero();
    const auto comparison = comparison_of(term, card_);
    const Term& figure = comparison ? *comparison->figure : term;
    for (std::size_t f = 0; f < figures.size(); ++f) {
      if (figures[f].truth == comparison.has_value() || !same_term(*figures[f].term, figure)) continue;
      const Rational& value = figures[f].pieces[pieces[f]];
      if (!comparison) return !value.is_zero();
      const std::string_view name = term.function->doc.name;
      return comparison->turned ? compares(name, comparison->number, value) : compares(name, value, comparison->number);
    }
    return false;
  }

 private:
  struct Axis {
    const Term* term = nullptr;
    bool truth = false;
    std::set<Rational> numbers;
  };
  Axis& axis(const Term& term, bool truth) {
    for (Axis& one : axes_)
      if (one.truth == truth && same_term(*one.term, term)) return one;
    axes_.push_back({&term, truth, {}});
    return axes_.back();
  }

  const Scorecard& card_;
  std::vector<Axis> axes_;
};

}  // namespace

bool FigureGrid::Figure::alike(const Rational& a, const Rational& b) const {
  if (truth) return a.is_zero() == b.is_zero();
  const auto place = [&](const Rational& value) {
    const auto at = std::lower_bound(numbers.begin(), numbers.end(), value);
    return std::pair(at, at != numbers.end() && *at == value);
  };
  return place(a) == place(b);
}

std::vector<std::size_t> FigureGrid::pieces(std::size_t cell) const {
  std::vector<std::size_t> pieces;
  for (const Figure& figure : figures_) {
    pieces.push_back(cell % figure.pieces.size());
    cell /= figure.pieces.size();
  }
  return pieces;
}

std::size_t FigureGrid::cell(const std::vector<std::size_t>& pieces) const {
  std::size_t cell = 0;
  for (std::size_t f = figures_.size(); f-- > 0;) cell = cell * figures_[f].pieces.size() + pieces[f];
  return cell;
}

std::optional<FigureGrid> FigureGrid::of(const std::vector<const Term*>& conditions, const Scorecard& card) {
  CellMaker maker(card);
  for (const Term* condition : conditions)
    if (!maker.look(*condition)) return std::nullopt;
  FigureGrid cells;
  cells.figures_ = maker.figures();
  cells.count_ = 1;
  for (const Figure& figure : cells.figures_) {
    cells.count_ *= figure.pieces.size();
    if (cells.count_ == 0 || cells.count_ > kMostCells) return std::nullopt;
  }
  for (const Term* condition : conditions) {
    std::vector<bool> holds;
    for (std::size_t c = 0; c < cells.count_; ++c)
      holds.push_back(maker.holds(*condition, cells.figures_, cells.pieces(c)));
    cells.holds_.push_back(std::move(holds));
  }
  return cells;
}

}  // namespace cwp
