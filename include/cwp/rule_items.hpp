#pragma once
// The scorecard as it is written: categories, items, the forms of items.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/rule_text.hpp"

namespace CWP_API cwp {

struct FormLine;

/// The value of one key of an item form; which members are used follows from the kind of the key (form_catalog.hpp).
struct FormKey {
  /// A row of `cases`.
  struct Case {
    std::optional<Formula> when;  ///< empty: the last case, `otherwise`
    Formula points;               ///< what it gives
    Place place;                  ///< of the row
  };
  /// A row of `within`: what is judged, and its bounds.
  struct Limits {
    Formula of;    ///< what is judged
    Formula low;   ///< the least mark
    Formula high;  ///< the greatest
  };
  /// A row of points by rank.
  struct Ranks {
    int first = 1;   ///< the first rank of the row
    int last = 1;    ///< the last, included
    Formula points;  ///< what these ranks get
    Place place;     ///< of the row
  };
  Name key;                                        ///< as written; empty: the form itself
  Formula formula;                                 ///< formula keys
  Name word;                                       ///< keys with a list of words
  std::vector<std::pair<Formula, Formula>> table;  ///< [[0, 0], [5, 8]]
  std::vector<Case> cases;                         ///< [{when, points}, …, {otherwise: points}]
  std::vector<Formula> list;                       ///< [1, 2, 5]
  std::vector<FormLine> lines;                     ///< lines of the form `lines`
  std::vector<Limits> limits;                      ///< {name: [low, high]}
  std::vector<NameUse> names;                      ///< attributes that make groups; none: all officers
  std::vector<Ranks> ranks;                        ///< [[1, 10], [2..3, 8]]
  std::vector<FormKey> keys;                       ///< a mapping with keys of its own (`beyond`)
  Place place;                                     ///< of the value
};

/// `target: {of: entries, at: 10}`: a form of the catalogue and its keys as written. For `points` and `cases`, which
/// have no mapping, there is one key with an empty name.
struct FormUse {
  Name form;                  ///< a form of the catalogue
  std::vector<FormKey> keys;  ///< as written
  Place place;                ///< of form and keys
};

/// What a line of the form `lines` does when its figure is missing: it counts 0 and the state is incomplete, or the
/// item is missing.
enum class LineIfMissing : std::uint8_t { skip, fail };
/// `{deduct: {of: late, each: 3}, at_most: 10}`
struct FormLine {
  FormUse form;                                    ///< a form that an item could have, but no `lines`
  std::optional<Formula> at_most;                  ///< its cap
  LineIfMissing if_missing = LineIfMissing::skip;  ///< when its figure is missing
  Place place;                                     ///< of the line
};

/// Which days a daily item is scored on: those on duty, all workdays, or all days.
enum class DaysRule : std::uint8_t { duty, workdays, all };
/// Whether targets shrink with days off: no, by days on duty, or by days of presence (language.md, section 3).
enum class Prorate : std::uint8_t { no, duty, present };
/// What an item gives whose figure is missing.
enum class IfMissing : std::uint8_t { zero, full, drop, peers, error };
/// What an item gives to those whom `applies` leaves out.
enum class IfNotApplicable : std::uint8_t { drop, full, zero };
/// How points of shorter periods make those of a longer.
enum class RollUpKind : std::uint8_t { by_default, mean, sum, last, max, min, best, none, formula };
/// `roll_up: mean`, `roll_up: best(3)`, `roll_up: sum(points) / 2`.
struct RollUp {
  RollUpKind kind = RollUpKind::by_default;  ///< mean with full marks, sum without
  int best = 0;                              ///< best(n)
  Formula formula;                           ///< over `points`, the points of the shorter periods
  Place place;                               ///< of the value
};
/// `min` and `max` of an item: unsaid, `none`, or a formula.
struct Bound {
  bool none = false;               ///< `none`: there is no bound
  std::optional<Formula> formula;  ///< the bound
};

/// One line of the scorecard.
struct Item {
  Name id;                                                    ///< its name in formulas and results
  Title title;                                                ///< what people call it
  Written<Grain> per;                                         ///< the period it is scored for
  FormUse form;                                               ///< an empty form name: none could be read
  std::optional<Formula> full;                                ///< full marks; nothing: it has none
  Bound min;                                                  ///< points are not below; unsaid: 0
  Bound max;                                                  ///< points are not above; unsaid: the full marks
  Written<DaysRule> days;                                     ///< of a daily item
  Prorate prorate = Prorate::no;                              ///< whether targets shrink with days off
  std::optional<Formula> applies;                             ///< a condition: whom the item is for
  std::optional<Formula> exempt;                              ///< a condition: who need not have it
  IfNotApplicable if_not_applicable = IfNotApplicable::drop;  ///< what those get whom it is not for
  std::optional<IfMissing> if_missing;                        ///< what a missing figure makes
  RollUp roll_up;                                             ///< into longer assessments
  RoundingRules rounding;                                     ///< what it says of its own rounding
  Effective effective;                                        ///< when it is in force
  std::string source;                                         ///< where the figures come from, for people
  std::string basis;                                          ///< the paragraph it rests on, for people
  Place place;                                                ///< of the whole entry in the rulebook
};

/// How the parts of a category make its points.
enum class Combine : std::uint8_t { sum, scaled, capped, mean, geometric, min };
/// A group of items and categories.
struct Category {
  Name id;                                ///< its name in formulas and results
  Title title;                            ///< what people call it
  std::optional<Written<Decimal>> full;   ///< full marks; unsaid: those of its parts
  std::optional<Written<Decimal>> start;  ///< base marks that everybody has
  Combine combine = Combine::sum;         ///< how its parts make its points
  bool beyond_full = false;               ///< its adjustments may lift it above its full marks, or below 0
  RoundingRules rounding;                 ///< what it says of its own rounding
  Effective effective;                    ///< with all that is in it
  std::vector<Item> items;                ///< in file order
  std::vector<Category> categories;       ///< within it, in file order
  std::string basis;                      ///< the paragraph it rests on, for people
  Place place;                            ///< of the whole entry in the rulebook
};

}  // namespace cwp
