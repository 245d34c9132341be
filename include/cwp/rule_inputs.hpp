#pragma once
// What a rulebook computes with: metrics, attributes, tables of facts, parameters, named formulas, duty.

#include <optional>
#include <string>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/rule_text.hpp"

namespace CWP_API cwp {

/// How figures of a shorter period make one of a longer (language.md, section 4).
enum class Fold : std::uint8_t { sum, mean, last, first, max, min, count };
/// What stands for a figure that nobody reported.
enum class AbsentRule : std::uint8_t { zero, missing, carry, error };
/// The range and kind of the figures of a metric; each promise is checked row by row.
enum class NumberType : std::uint8_t { u8, u16, u32, i32, i64, f32, f64, boolean };
/// Whether more or less of a metric is better, for forms that depend on it.
enum class Better : std::uint8_t { unsaid, more, less };
/// What two figures of one officer, metric and period make.
enum class OnDuplicate : std::uint8_t { error, sum, last, max };

/// How the facts of a day make a figure: how many there are for which a condition holds, a sum, a maximum, or 1 for a
/// day that has at least one.
enum class Derivation : std::uint8_t { count, sum, max, days };
/// `{from: lateness, count: minutes <= 30}`: a metric that is derived, day by day, from a table of facts.
struct DerivedFrom {
  NameUse table;                        ///< the table of facts
  Derivation kind = Derivation::count;  ///< how facts make the figure
  Formula formula;                      ///< over the table's columns, parameters and the officer's attributes
  std::optional<NameUse> officer;       ///< the column that names the officer for whom the fact counts
};

/// `metrics: {entries: {fold: sum, type: u16}}`
struct Metric {
  Name id;                                        ///< its name in formulas and results
  Title title;                                    ///< what people call it
  std::string unit;                               ///< printed behind figures; `%` lets figures have the sign
  std::string source;                             ///< where the figures come from, for people
  Written<Grain> per;                             ///< default day
  Fold fold = Fold::sum;                          ///< into longer periods
  AbsentRule absent = AbsentRule::zero;           ///< default: zero for sum and count, else missing
  NumberType type = NumberType::f64;              ///< of the figures
  std::optional<Decimal> min;                     ///< the least figure that is taken: `min` or `range: [min, max]`
  std::optional<Decimal> max;                     ///< the greatest
  std::optional<int> decimals;                    ///< the most places behind the point that a figure may have
  Better better = Better::unsaid;                 ///< for forms that depend on it
  OnDuplicate on_duplicate = OnDuplicate::error;  ///< of two figures for one day
  std::optional<NameUse> about;     ///< rows are about a value of this attribute; all who have it see the figure
  std::optional<DerivedFrom> from;  ///< has no rows of its own
};

/// What the values of an attribute or column are.
enum class AttributeType : std::uint8_t { text, number, date, boolean };
/// The day of a period whose attributes hold in it: the officer's last present day (the default), his first, or the
/// value he had on most of his present days.
enum class AttributesAt : std::uint8_t { end, start, most };
/// `attributes: {area: {type: text, one_of: [urban, rural]}}`
struct Attribute {
  Name id;                                   ///< its name in formulas and results
  Title title;                               ///< what people call it
  AttributeType type = AttributeType::text;  ///< of its values
  std::vector<std::string> one_of;           ///< the texts that are allowed; empty: all
  std::optional<Decimal> min;                ///< the least number allowed
  std::optional<Decimal> max;                ///< the greatest
  std::optional<std::string> default_value;  ///< as written; taken where the roster's cell is empty
  Place default_place;                       ///< of the default
  std::optional<AttributesAt> at;            ///< unsaid: that of the rulebook
};

/// A column of a table of facts; an officer's key in another column is a text.
struct EventColumn {
  Name id;                                     ///< its name in formulas and results
  AttributeType type = AttributeType::number;  ///< of its values
  std::vector<std::string> one_of;             ///< the texts that are allowed; empty: all
  std::optional<Decimal> min;                  ///< the least number allowed
  std::optional<Decimal> max;                  ///< the greatest
};
/// `events: {arrests: {columns: {outcome: [felony, misdemeanour], solved: bool}}}`
struct EventTable {
  Name id;                           ///< its name in formulas and results
  std::vector<EventColumn> columns;  ///< in file order
  Place place;                       ///< of the whole entry in the rulebook
};

/// `parameters: {entries_a_day: {2025-12-21: 10, 2026-07-01: 12}}`; an undated parameter has one value without a date.
struct Parameter {
  /// A value, and from when it holds.
  struct Value {
    std::optional<Written<Day>> from;  ///< nothing: the only value
    Written<Decimal> value;            ///< exact, as written
  };
  Name id;                    ///< its name in formulas and results
  std::vector<Value> values;  ///< as written
};

/// `values: {mediation_rate: ratio(mediated, disputes, 1)}`
struct NamedFormula {
  Name id;          ///< its name in formulas and results
  Formula formula;  ///< evaluated where it is used, in that period
};

/// What a day with a status means: it is assessed, it exempts, or it is a rest day.
enum class DutyMeaning : std::uint8_t { assessed, exempt, rest };
/// `duty: {leave: exempt}`
struct DutyRule {
  Name status;                                  ///< as it stands in duty records
  DutyMeaning meaning = DutyMeaning::assessed;  ///< what such a day means
};

}  // namespace cwp
