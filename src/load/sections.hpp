#pragma once
// The parts of a rulebook, each read from the value of its key.

#include <map>
#include <string_view>
#include <vector>

#include "cwp/rulebook.hpp"
#include "load/rule_reader.hpp"

namespace cwp {

std::vector<Parameter> read_parameters(RuleReader& reader, const YamlNode& node);
std::vector<Attribute> read_attributes(RuleReader& reader, const YamlNode& node);
std::vector<DutyRule> read_duty(RuleReader& reader, const YamlNode& node);
std::vector<Metric> read_metrics(RuleReader& reader, const YamlNode& node);
std::vector<EventTable> read_events(RuleReader& reader, const YamlNode& node);
std::vector<NamedFormula> read_values(RuleReader& reader, const YamlNode& node);
/// Categories with all below them; at most 10,000 items (`too-many-items`).
std::vector<Category> read_categories(RuleReader& reader, const YamlNode& node);
std::vector<ShareLimit> read_balance(RuleReader& reader, const YamlNode& node);
std::vector<AdjustmentGroup> read_groups(RuleReader& reader, const YamlNode& node);
std::vector<Adjustment> read_adjustments(RuleReader& reader, const YamlNode& node);
std::vector<Veto> read_vetoes(RuleReader& reader, const YamlNode& node);
std::vector<Assessment> read_assessments(RuleReader& reader, const YamlNode& node);
std::vector<Ranking> read_rankings(RuleReader& reader, const YamlNode& node);
std::vector<GradeSet> read_grades(RuleReader& reader, const YamlNode& node);
std::vector<Award> read_awards(RuleReader& reader, const YamlNode& node);
std::vector<Expectation> read_expectations(RuleReader& reader, const YamlNode& node);
/// `rulebook`: what was read before; its names can be figures.
std::vector<RuleTest> read_tests(RuleReader& reader, const YamlNode& node, const Rulebook& rulebook);

/// A number or a formula that may be left out.
std::optional<Formula> read_formula(RuleReader& reader, const YamlNode* node);
std::optional<Written<Decimal>> read_number(RuleReader& reader, const YamlNode* node);
/// `effective: {from, to}`; nothing when it is not written.
Effective read_effective(RuleReader& reader, const YamlNode* node);
/// A name that formulas do not use, with its place; nothing when it is not written or is none.
std::optional<NameUse> read_name_use(RuleReader& reader, const YamlNode* node);
/// Attributes that make groups: one, a list, or `all` for none.
std::vector<NameUse> read_group_names(RuleReader& reader, const YamlNode& node);
/// `4`, `4..10`: ranks from 1 to a million; nothing where it is not written so.
struct RankRange {
  int first = 1, last = 1;
};
std::optional<RankRange> read_rank_range(const YamlNode& node);
/// The texts of `one_of`; one that stands twice, and a list of none, are reported.
std::vector<std::string> read_allowed_texts(RuleReader& reader, const YamlNode& node);
struct Bounds {
  std::optional<Decimal> min, max;
};
/// `min` and `max`, or `range: [min, max]`.
Bounds read_bounds(RuleReader& reader, const RuleKeys& keys, bool max_is_bound = true);
/// The mappings of a list, each read by `read`; what is no mapping is reported.
template <class Read>
void read_each(RuleReader& reader, const YamlNode& node, Read read) {
  for (const YamlPtr& item : reader.items(node))
    if (item->kind == YamlKind::mapping)
      read(*item);
    else
      reader.pairs(*item);
}
/// Reports an id of `things` that stands twice; they have a namespace of their own.
template <class Thing>
void report_duplicate_ids(RuleReader& reader, const std::vector<Thing>& things) {
  std::map<std::string_view, const Name*> known;
  for (const Thing& thing : things) {
    if (thing.id.value.empty()) continue;
    const auto [first, fresh] = known.try_emplace(thing.id.value, &thing.id);
    if (!fresh)
      reader.report("id-twice", thing.id.place, {thing.id.value},
                    {{"first-defined-here", first->second->place, {thing.id.value}}});
  }
}

}  // namespace cwp
