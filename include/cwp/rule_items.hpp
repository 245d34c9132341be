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
  struct Case {
    std::optional<Formula> when;  ///< empty: the last case, `otherwise`
    Formula points;
    Place place;
  };
  struct Limits {
    Formula of, low, high;
  };
  struct Ranks {
    int first = 1, last = 1;
    Formula points;
    Place place;
  };
  Name key;
  Formula formula;                                 ///< formula keys
  Name word;                                       ///< keys with a list of words
  std::vector<std::pair<Formula, Formula>> table;  ///< [[0, 0], [5, 8]]
  std::vector<Case> cases;
  std::vector<Formula> list;    ///< [1, 2, 5]
  std::vector<FormLine> lines;  ///< lines of the form `lines`
  std::vector<Limits> limits;   ///< {name: [low, high]}
  std::vector<NameUse> names;   ///< attributes that make groups; none: all officers
  std::vector<Ranks> ranks;     ///< [[1, 10], [2..3, 8]]
  std::vector<FormKey> keys;    ///< a mapping with keys of its own (`beyond`)
  Place place;                  ///< of the value
};

/// `target: {of: entries, at: 10}`: a form of the catalogue and its keys as written. For `points` and `cases`, which
/// have no mapping, there is one key with an empty name.
struct FormUse {
  Name form;
  std::vector<FormKey> keys;
  Place place;
};

/// What a line of the form `lines` does when its figure is missing: it counts 0 and the state is incomplete, or the
/// item is missing.
enum class LineIfMissing : std::uint8_t { skip, fail };
/// `{deduct: {of: late, each: 3}, at_most: 10}`
struct FormLine {
  FormUse form;
  std::optional<Formula> at_most;
  LineIfMissing if_missing = LineIfMissing::skip;
  Place place;
};

enum class DaysRule : std::uint8_t { duty, workdays, all };
enum class Prorate : std::uint8_t { no, duty, present };
enum class IfMissing : std::uint8_t { zero, full, drop, peers, error };
enum class IfNotApplicable : std::uint8_t { drop, full, zero };
enum class RollUpKind : std::uint8_t { by_default, mean, sum, last, max, min, best, none, formula };
struct RollUp {
  RollUpKind kind = RollUpKind::by_default;  ///< mean with full marks, sum without
  int best = 0;                              ///< best(n)
  Formula formula;
  Place place;
};
/// `min` and `max` of an item: unsaid, `none`, or a formula.
struct Bound {
  bool none = false;
  std::optional<Formula> formula;
};

/// One line of the scorecard.
struct Item {
  Name id;
  Title title;
  Written<Grain> per;
  FormUse form;  ///< an empty form name: none could be read
  std::optional<Formula> full;
  Bound min, max;
  Written<DaysRule> days;
  Prorate prorate = Prorate::no;
  std::optional<Formula> applies, exempt;
  IfNotApplicable if_not_applicable = IfNotApplicable::drop;
  std::optional<IfMissing> if_missing;
  RollUp roll_up;
  RoundingRules rounding;
  Effective effective;
  std::string source, basis;
  Place place;
};

enum class Combine : std::uint8_t { sum, scaled, capped, mean, geometric, min };
struct Category {
  Name id;
  Title title;
  std::optional<Written<Decimal>> full;
  std::optional<Written<Decimal>> start;
  Combine combine = Combine::sum;
  bool beyond_full = false;  ///< its adjustments may lift it above its full marks, or below 0
  RoundingRules rounding;
  Effective effective;  ///< with all that is in it
  std::vector<Item> items;
  std::vector<Category> categories;
  std::string basis;
  Place place;
};

}  // namespace cwp
