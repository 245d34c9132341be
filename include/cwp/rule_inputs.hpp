#pragma once
// What a rulebook computes with: metrics, attributes, tables of facts, parameters, named formulas, duty.

#include <optional>
#include <string>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/rule_text.hpp"

namespace CWP_API cwp {

enum class Fold : std::uint8_t { sum, mean, last, first, max, min, count };
enum class AbsentRule : std::uint8_t { zero, missing, carry, error };
enum class NumberType : std::uint8_t { u8, u16, u32, i32, i64, f32, f64, boolean };
enum class Better : std::uint8_t { unsaid, more, less };
enum class OnDuplicate : std::uint8_t { error, sum, last, max };

/// How the facts of a day make a figure: how many there are for which a condition holds, a sum, a maximum, or 1 for a
/// day that has at least one.
enum class Derivation : std::uint8_t { count, sum, max, days };
/// `{from: lateness, count: minutes <= 30}`: a metric that is derived, day by day, from a table of facts.
struct DerivedFrom {
  NameUse table;
  Derivation kind = Derivation::count;
  Formula formula;                 ///< over the table's columns, parameters and the officer's attributes
  std::optional<NameUse> officer;  ///< the column that names the officer for whom the fact counts
};

/// `metrics: {entries: {fold: sum, type: u16}}`
struct Metric {
  Name id;
  Title title;
  std::string unit, source;
  Written<Grain> per;  ///< default day
  Fold fold = Fold::sum;
  AbsentRule absent = AbsentRule::zero;  ///< default: zero for sum and count, else missing
  /// How many days behind its period a carried figure may stand in; unsaid: any.
  std::optional<int> carry_for = {};
  NumberType type = NumberType::f64;
  std::optional<Decimal> min, max;  ///< `min`, `max` or `range: [min, max]`
  std::optional<int> decimals;
  Better better = Better::unsaid;
  OnDuplicate on_duplicate = OnDuplicate::error;
  std::optional<NameUse> about;     ///< rows are about a value of this attribute; all who have it see the figure
  std::optional<DerivedFrom> from;  ///< has no rows of its own
};

enum class AttributeType : std::uint8_t { text, number, date, boolean };
/// The day of a period whose attributes hold in it: the officer's last present day (the default), his first, or the
/// value he had on most of his present days.
enum class AttributesAt : std::uint8_t { end, start, most };
/// `attributes: {area: {type: text, one_of: [urban, rural]}}`
struct Attribute {
  Name id;
  Title title;
  AttributeType type = AttributeType::text;
  std::vector<std::string> one_of;
  std::optional<Decimal> min, max;
  std::optional<std::string> default_value;  ///< as written; taken where the roster's cell is empty
  Place default_place;
  std::optional<AttributesAt> at;  ///< unsaid: that of the rulebook
};

/// A column of a table of facts; an officer's key in another column is a text.
struct EventColumn {
  Name id;
  AttributeType type = AttributeType::number;
  std::vector<std::string> one_of;
  std::optional<Decimal> min, max;
};
/// `events: {arrests: {columns: {outcome: [felony, misdemeanour], solved: bool}}}`
struct EventTable {
  Name id;
  std::vector<EventColumn> columns;
  Place place;
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

}  // namespace cwp
