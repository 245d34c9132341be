#pragma once
// Rulebook: what is written in a rulebook, each part with its place. Forms are still forms and names still names;
// cwp::check makes sense of them.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cwp/calendar.hpp"
#include "cwp/decimal.hpp"
#include "cwp/formula.hpp"
#include "cwp/source.hpp"

namespace cwp {

/// A value and where it stands. A default that nobody wrote has an empty place.
template <class T>
struct Written {
  T value{};
  Place place;
};
using Name = Written<std::string>;

/// A human text in Chinese and English; a plain string is both.
struct Title {
  std::string zh, en;
};

enum class Carry : std::uint8_t { shown, exact };
/// What an item, category or assessment says of its own rounding; what is unsaid comes from `points`.
struct RoundingRules {
  std::optional<Written<int>> decimals;  ///< 0–6
  std::optional<Rounding> rounding;
  std::optional<Carry> carry;
};

enum class Fold : std::uint8_t { sum, mean, last, first, max, min, count };
enum class AbsentRule : std::uint8_t { zero, missing, carry, error };
enum class NumberType : std::uint8_t { u8, u16, u32, i32, i64, f32, f64, boolean };
enum class Better : std::uint8_t { unsaid, more, less };
enum class OnDuplicate : std::uint8_t { error, sum, last, max };

/// `metrics: {entries: {fold: sum, type: u16}}`
struct Metric {
  Name id;
  Title title;
  std::string unit, source;
  Written<Grain> per;  ///< default day
  Fold fold = Fold::sum;
  AbsentRule absent = AbsentRule::zero;  ///< default: zero for sum and count, else missing
  NumberType type = NumberType::f64;
  std::optional<Decimal> min, max;  ///< `min`, `max` or `range: [min, max]`
  std::optional<int> decimals;
  Better better = Better::unsaid;
  OnDuplicate on_duplicate = OnDuplicate::error;
};

enum class AttributeType : std::uint8_t { text, number, date, boolean };
/// `attributes: {area: {type: text, one_of: [urban, rural]}}`
struct Attribute {
  Name id;
  Title title;
  AttributeType type = AttributeType::text;
  std::vector<std::string> one_of;
  std::optional<Decimal> min, max;
  std::optional<std::string> default_value;  ///< as written; taken where the roster's cell is empty
  Place default_place;
};

/// `parameters: {entries_a_day: {2025-12-21: 10, 2026-07-01: 12}}`; an undated parameter has one value without a date.
struct Parameter {
  struct Value {
    std::optional<Written<Day>> from;
    Written<Decimal> value;
  };
  Name id;
  std::vector<Value> values;  ///< as written
};

/// `values: {mediation_rate: ratio(mediated, disputes, 1)}`
struct NamedFormula {
  Name id;
  Formula formula;
};

enum class DutyMeaning : std::uint8_t { assessed, exempt, rest };
/// `duty: {leave: exempt}`
struct DutyRule {
  Name status;
  DutyMeaning meaning = DutyMeaning::assessed;
};

/// The value of one key of an item form; which members are used follows from the kind of the key (form_catalog.hpp).
struct FormKey {
  struct Case {
    std::optional<Formula> when;  ///< empty: the last case, `otherwise`
    Formula points;
    Place place;
  };
  Name key;
  Formula formula;                                 ///< formula keys
  Name word;                                       ///< keys with a list of words
  std::vector<std::pair<Formula, Formula>> table;  ///< [[0, 0], [5, 8]]
  std::vector<Case> cases;
  std::vector<FormKey> keys;  ///< a mapping with keys of its own (`beyond`)
  Place place;                ///< of the value
};

/// `target: {of: entries, at: 10}`: a form of the catalogue and its keys as written. For `points` and `cases`, which
/// have no mapping, there is one key with an empty name.
struct FormUse {
  Name form;
  std::vector<FormKey> keys;
  Place place;
};

enum class DaysRule : std::uint8_t { duty, workdays, all };
enum class Prorate : std::uint8_t { no, duty, present };
enum class IfMissing : std::uint8_t { zero, full, drop, error };
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
  std::string source, basis;
  Place place;
};

enum class Combine : std::uint8_t { sum, scaled, capped };
struct Category {
  Name id;
  Title title;
  std::optional<Written<Decimal>> full;
  std::optional<Written<Decimal>> start;
  Combine combine = Combine::sum;
  RoundingRules rounding;
  std::vector<Item> items;
  std::vector<Category> categories;
  std::string basis;
  Place place;
};

/// What is published for one grain.
struct Assessment {
  Written<Grain> grain;
  std::optional<Written<Decimal>> scale;
  std::optional<Formula> coefficient;
  std::optional<Formula> total;
  std::optional<Written<Decimal>> floor;  ///< unsaid: 0
  bool no_floor = false;                  ///< `floor: none`
  std::optional<Written<Decimal>> cap;
  RoundingRules rounding;
  Place place;
};

enum class RankMethod : std::uint8_t { competition, dense, ordinal, fractional };
struct Ranking {
  Name id;
  Title title;
  Written<Grain> every;
  Formula of;
  std::vector<NameUse> by;
  bool ascending = false;
  std::optional<Formula> eligible;
  std::vector<Formula> ties;
  RankMethod method = RankMethod::competition;
  Place place;
};

/// The whole rulebook.
struct Rulebook {
  Source source;
  Name id;
  Title title;
  std::optional<Written<Day>> effective_from, effective_to;
  CalendarRules calendar;
  Place calendar_place;
  RoundingRules points;  ///< defaults: 2 decimals, half_up, shown
  std::vector<Parameter> parameters;
  std::vector<Attribute> attributes;
  std::vector<DutyRule> duty;
  std::vector<Metric> metrics;
  std::vector<NamedFormula> values;
  std::vector<Category> categories;
  std::vector<Assessment> assessments;
  std::vector<Ranking> rankings;
};

/// The name of every id, status and keyword that `text` may have meant: the nearest of `known` by edit distance
/// (transpositions count once, letter case and full-width forms not at all); empty when none is near.
std::string nearest_name(std::string_view text, const std::vector<std::string>& known);

}  // namespace cwp
