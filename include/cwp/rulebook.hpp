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
#include "cwp/rule_warnings.hpp"

namespace CWP_API cwp {

struct YamlNode;

/// The whole rulebook.
struct Rulebook {
  Source source;              ///< its text
  std::vector<Source> bases;  ///< the rulebooks that it is built on (`extends`), the nearest first
  std::vector<Name> removed;  ///< ids of theirs that `remove` dropped
  /// What was said beside the text, one value each: `prevention.full=35` (load.hpp).
  std::vector<Source> settings;
  /// What all of it was read from, settings included; for the library's own comparisons.
  std::shared_ptr<const YamlNode> written;
  Name id;                                         ///< the name of the rulebook
  Title title;                                     ///< what people call it
  std::optional<Written<Day>> effective_from;      ///< the first day it is in force
  std::optional<Written<Day>> effective_to;        ///< the last day it is in force; later figures are ignored
  CalendarRules calendar;                          ///< weeks, months, workdays
  Place calendar_place;                            ///< of `calendar:`
  RoundingRules points;                            ///< defaults: 2 decimals, half_up, shown
  std::vector<Parameter> parameters;               ///< in file order, as all lists here
  std::vector<Attribute> attributes;               ///< of officers
  AttributesAt attributes_at = AttributesAt::end;  ///< the day whose attributes hold in a period
  std::vector<DutyRule> duty;                      ///< what statuses mean
  std::vector<Metric> metrics;                     ///< what is reported
  std::vector<EventTable> events;                  ///< tables of facts
  std::vector<NamedFormula> values;                ///< named formulas
  std::vector<Category> categories;                ///< the scorecard
  std::vector<ShareLimit> balance;                 ///< which part of all full marks categories may have
  std::vector<AdjustmentGroup> groups;             ///< of adjustments
  std::vector<Adjustment> adjustments;             ///< bonuses and penalties
  std::vector<Veto> vetoes;                        ///< 一票否决
  std::vector<Assessment> assessments;             ///< what is published
  std::vector<Ranking> rankings;                   ///< who stands where
  std::vector<GradeSet> grades;                    ///< levels
  std::vector<Award> awards;                       ///< what follows
  std::vector<Expectation> expectations;           ///< promises about the figures
  std::vector<RuleTest> tests;                     ///< small examples
  std::vector<WarningRule> warnings;               ///< what warnings about it become, with reasons
};

/// The name of every id, status and keyword that `text` may have meant: the nearest of `known` by edit distance
/// (transpositions count once, letter case and full-width forms not at all); empty when none is near.
std::string nearest_name(std::string_view text, const std::vector<std::string>& known);

}  // namespace cwp
