#pragma once
// The parts of a rulebook, each read from the value of its key.

#include <vector>

#include "cwp/rulebook.hpp"
#include "load/rule_reader.hpp"

namespace cwp {

std::vector<Parameter> read_parameters(RuleReader& reader, const YamlNode& node);
std::vector<Attribute> read_attributes(RuleReader& reader, const YamlNode& node);
std::vector<DutyRule> read_duty(RuleReader& reader, const YamlNode& node);
std::vector<Metric> read_metrics(RuleReader& reader, const YamlNode& node);
std::vector<NamedFormula> read_values(RuleReader& reader, const YamlNode& node);
/// Categories with all below them; at most 10,000 items (`too-many-items`).
std::vector<Category> read_categories(RuleReader& reader, const YamlNode& node);
std::vector<Assessment> read_assessments(RuleReader& reader, const YamlNode& node);
std::vector<Ranking> read_rankings(RuleReader& reader, const YamlNode& node);

}  // namespace cwp
