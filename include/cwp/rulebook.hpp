#pragma once
// Rulebook: what is written in a rulebook, each part with its place. Forms are still forms and names still names;
// cwp::check makes sense of them.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/calendar.hpp"
#include "cwp/export.hpp"
#include "cwp/rule_inputs.hpp"
#include "cwp/rule_items.hpp"
#include "cwp/rule_standing.hpp"
#include "cwp/rule_test.hpp"
#include "cwp/rule_totals.hpp"

namespace CWP_API cwp {

struct YamlNode;

/// The whole rulebook.
struct Rulebook {
  Source source;
  std::vector<Source> bases;  ///< the rulebooks that it is built on (`extends`), the nearest first
  std::vector<Name> removed;  ///< ids of theirs that `remove` dropped
  /// What was said beside the text, one value each: `prevention.full=35` (load.hpp).
  std::vector<Source> settings;
  /// What all of it was read from, settings included; for the library's own comparisons.
  std::shared_ptr<const YamlNode> written;
  Name id;
  Title title;
  std::optional<Written<Day>> effective_from, effective_to;
  CalendarRules calendar;
  Place calendar_place;
  RoundingRules points;  ///< defaults: 2 decimals, half_up, shown
  std::vector<Parameter> parameters;
  std::vector<Attribute> attributes;
  AttributesAt attributes_at = AttributesAt::end;
  std::vector<DutyRule> duty;
  std::vector<Metric> metrics;
  std::vector<EventTable> events;
  std::vector<NamedFormula> values;
  std::vector<Category> categories;
  std::vector<AdjustmentGroup> groups;
  std::vector<Adjustment> adjustments;
  std::vector<Veto> vetoes;
  std::vector<Assessment> assessments;
  std::vector<Ranking> rankings;
  std::vector<GradeSet> grades;
  std::vector<Award> awards;
  std::vector<Expectation> expectations;
  std::vector<RuleTest> tests;
};

/// The name of every id, status and keyword that `text` may have meant: the nearest of `known` by edit distance
/// (transpositions count once, letter case and full-width forms not at all); empty when none is near.
std::string nearest_name(std::string_view text, const std::vector<std::string>& known);

}  // namespace cwp
