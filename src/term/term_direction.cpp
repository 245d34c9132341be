#include "term/term_direction.hpp"

#include <algorithm>

#include "bounds/value_bounds.hpp"
#include "bounds/value_set.hpp"
#include "term/static_value.hpp"

namespace cwp {
namespace {

TermDirection reversed_direction(TermDirection direction) {
  return direction == TermDirection::rises   ? TermDirection::falls
         : direction == TermDirection::falls ? TermDirection::rises
                                             : direction;
}

/// Of two that are added, or of which one is chosen by size.
TermDirection combined_direction(TermDirection a, TermDirection b) {
  if (a == TermDirection::constant) return b;
  if (b == TermDirection::constant || a == b) return a;
  return TermDirection::unknown;
}

class DirectionFinder {
 public:
  DirectionFinder(std::uint32_t metric, const Scorecard& card) : metric_(metric), card_(card) {}

  TermDirection of(const Term& term) const {
    if (!hangs_on_it(term)) return TermDirection::constant;
    switch (term.kind) {
      case TermKind::metric: {
        const Fold fold = card_.rulebook->metrics[term.index].fold;
        return fold == Fold::count ? TermDirection::unknown : TermDirection::rises;
      }
      case TermKind::call:
        return call(term);
      case TermKind::fold: {
        const std::string_view name = term.function->doc.name;
        // Of the same periods: who has more in each of them has more of each of these.
        for (const std::string_view kept : {"sum", "mean", "min", "max", "first", "last", "median"})
          if (name == kept && term.children.size() == 1) return of(*term.children[0]);
        return TermDirection::unknown;
      }
      default:
        return TermDirection::unknown;
    }
  }

 private:
  bool hangs_on_it(const Term& term) const {
    switch (term.kind) {
      case TermKind::metric:
        return term.index == metric_;
      case TermKind::item:
      case TermKind::category:
      case TermKind::total:
      case TermKind::adjustment:
      case TermKind::rank:
      case TermKind::grade:
        return true;  // it may
      default:
        return std::any_of(term.children.begin(), term.children.end(),
                           [&](const TermPtr& child) { return hangs_on_it(*child); });
    }
  }

  /// -1, 1: never above, never below 0.
  int sign_of(const Term& term) const {
    const ValueBounds bounds = bounds_of(term, card_);
    if (bounds.low && bounds.low->sign() >= 0) return 1;
    if (bounds.high && bounds.high->sign() <= 0) return -1;
    return 0;
  }

  TermDirection scaled(TermDirection direction, int sign) const {
    if (direction == TermDirection::constant) return direction;
    return sign > 0 ? direction : sign < 0 ? reversed_direction(direction) : TermDirection::unknown;
  }

  /// x, key, value, key, value …: keys and values fixed numbers, values in one direction.
  TermDirection table(const Term& term, bool zero_below) const {
    bool up = true, down = true;
    const ValueBounds x_bounds = bounds_of(*term.children[0], card_), first = bounds_of(*term.children[1], card_);
    const bool never_below =
        x_bounds.low && first.high && *first.high <= *x_bounds.low && term.function->doc.name != "step_above";
    std::optional<Rational> before = zero_below && !never_below ? std::optional(Rational(0)) : std::nullopt;
    for (std::size_t i = 2; i < term.children.size(); i += 2) {
      const Term& value = *term.children[i];
      if (hangs_on_it(value) || hangs_on_it(*term.children[i - 1])) return TermDirection::unknown;
      const auto figure = bounds_of(value, card_).only();
      if (!figure) return TermDirection::unknown;
      if (before) {
        up = up && *before <= *figure;
        down = down && *figure <= *before;
      }
      before = figure;
    }
    const TermDirection x = of(*term.children[0]);
    return up ? x : down ? reversed_direction(x) : TermDirection::unknown;
  }

  /// In other periods, or of others: there a figure may be otherwise.
  static bool asks_elsewhere(const Term& term) {
    if (term.kind == TermKind::lag || term.kind == TermKind::fold || term.kind == TermKind::gather) return true;
    return std::any_of(term.children.begin(), term.children.end(),
                       [](const TermPtr& child) { return asks_elsewhere(*child); });
  }

  /// Of a term where a condition holds, or does not: of `x >= 3` it is known that x is 3 at least.
  ValueBounds bounds_where(const Term& when, bool holds, const Term& term) const {
    if (when.kind != TermKind::call || when.children.size() != 2) return bounds_of(term, card_);
    const std::string_view name = when.function->doc.name;
    const bool more = name == ">" || name == ">=", less = name == "<" || name == "<=";
    const auto number = bounds_of(*when.children[1], card_).only();
    if ((!more && !less) || !number || asks_elsewhere(term)) return bounds_of(term, card_);
    const Term& figure = *when.children[0];
    ValueBounds known = bounds_of(figure, card_);
    const bool whole = always_integer(figure, card_), or_equal = name == ">=" || name == "<=";
    const Rational step(whole && or_equal != holds ? 1 : 0);  // where the number itself is out
    if (more == holds) {
      const Rational least = !whole ? *number : step.is_zero() ? number->ceil() : number->floor() + step;
      known.low = known.low ? std::max(*known.low, least) : least;
    } else {
      const Rational most = !whole ? *number : step.is_zero() ? number->floor() : number->ceil() - step;
      known.high = known.high ? std::min(*known.high, most) : most;
    }
    return bounds_of(term, card_,
                     [&](const Term& part) { return same_term(part, figure) ? std::optional(known) : std::nullopt; });
  }

  TermDirection call(const Term& term) const {
    const std::string_view name = term.function->doc.name;
    const auto child = [&](std::size_t i) { return of(*term.children[i]); };
    if (name == "neg") return reversed_direction(child(0));
    if (name == "+" || name == "min" || name == "max") {
      TermDirection direction = child(0);
      for (std::size_t i = 1; i < term.children.size(); ++i) direction = combined_direction(direction, child(i));
      return direction;
    }
    if (name == "-") return combined_direction(child(0), reversed_direction(child(1)));
    if (name == "clamp" || name == "within")
      return combined_direction(child(0), combined_direction(child(1), child(2)));
    if (name == "floor" || name == "ceil" || name == "line_or_zero") return child(0);
    if (name == "*") {
      const TermDirection first = scaled(child(0), sign_of(*term.children[1]));
      const TermDirection second = scaled(child(1), sign_of(*term.children[0]));
      return combined_direction(first, second);
    }
    if (name == "/" && child(1) == TermDirection::constant) return scaled(child(0), sign_of(*term.children[1]));
    if (name == "if") {
      const TermDirection branches = combined_direction(child(1), child(2)), when = child(0);
      if (when == TermDirection::constant) return branches;
      const ValueBounds yes = bounds_where(*term.children[0], true, *term.children[1]),
                        no = bounds_where(*term.children[0], false, *term.children[2]);
      if (yes.low && no.high && *no.high <= *yes.low) return combined_direction(branches, when);
      if (yes.high && no.low && *yes.high <= *no.low) return combined_direction(branches, reversed_direction(when));
      return TermDirection::unknown;
    }
    if (name == "growth" && child(1) == TermDirection::constant && child(2) == TermDirection::constant)
      return scaled(child(0), sign_of(*term.children[1]));
    if (name == "ratio" && child(1) == TermDirection::constant && child(2) == TermDirection::constant)
      return scaled(child(0), sign_of(*term.children[1]));
    if (name.starts_with("attainment")) {
      if (child(1) != TermDirection::constant || child(2) != TermDirection::constant) return TermDirection::unknown;
      if (name == "attainment_more") return child(0);
      if (name == "attainment_less") return reversed_direction(child(0));
      const ValueBounds at = bounds_of(*term.children[1], card_), zero = bounds_of(*term.children[2], card_);
      if (name == "attainment" && at.low && zero.high && *zero.high < *at.low) return child(0);
      if (name == "attainment" && at.high && zero.low && *at.high < *zero.low) return reversed_direction(child(0));
      return TermDirection::unknown;
    }
    if (name == "step" || name == "step_above") return table(term, true);
    if (name == "linear") return table(term, false);
    if (name == ">" || name == ">=") return combined_direction(child(0), reversed_direction(child(1)));
    if (name == "<" || name == "<=") return combined_direction(reversed_direction(child(0)), child(1));
    if (name == "and" || name == "or") return combined_direction(child(0), child(1));
    if (name == "not") return reversed_direction(child(0));
    return TermDirection::unknown;
  }

  std::uint32_t metric_;
  const Scorecard& card_;
};

}  // namespace

TermDirection direction_of(const Term& term, std::uint32_t metric, const Scorecard& card) {
  return DirectionFinder(metric, card).of(term);
}

}  // namespace cwp
