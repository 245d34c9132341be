#pragma once
// The parts of a rulebook, each read from the value of its key.

#include <vector>

#include "cwp/rulebook.hpp"
#include "load/reader.hpp"

namespace cwp {

std::vector<Parameter> read_parameters(Reader& reader, const Node& node);
std::vector<Attribute> read_attributes(Reader& reader, const Node& node);
std::vector<DutyRule> read_duty(Reader& reader, const Node& node);
std::vector<Metric> read_metrics(Reader& reader, const Node& node);
std::vector<NamedFormula> read_values(Reader& reader, const Node& node);
/// Categories with all below them; at most 10,000 items (`too-many-items`).
std::vector<Category> read_categories(Reader& reader, const Node& node);
std::vector<Assessment> read_assessments(Reader& reader, const Node& node);
std::vector<Ranking> read_rankings(Reader& reader, const Node& node);

}  // namespace cwp
