#pragma once
// Explainer: the tree of reasons behind one cell, from the cells of one officer.

#include <set>
#include <utility>

#include "cwp/explain.hpp"
#include "engine/officer_results.hpp"

namespace cwp {

/// A value in words of the language: numbers, texts and dates as they are.
std::string value_text(const Value& value, Language language);
/// Adds to a remark, behind what it says already.
void add_remark(Explanation& step, const std::string& text, Language language);
/// The id, and the title where there is one.
std::string titled(const Title& title, const std::string& id, Language language);
/// How tightly an operator binds; 0: it is a function.
int operator_strength(std::string_view name);
/// The text of a formula in the rulebook, on one line.
std::string text_at(const Place& place);
/// Whether it is that of a form, a mapping or list of YAML, and no formula: `: ` does not occur in formulas.
bool is_form_text(std::string_view text);
/// Whether what has this text was made by a form around one of its parts, which are written so.
bool is_made_around(std::string_view text, const std::vector<std::string>& parts);

/// How far a tree goes: down to the raw rows, or to the first score, whose own reasons are told elsewhere.
enum class Reach : std::uint8_t { rows, scores };

class Explainer {
 public:
  Explainer(const Run& run, const OfficerRun& officer, Language language, Reach reach = Reach::rows)
      : run_(run), officer_(officer), language_(language), reach_(reach) {}

  /// Of a score, a formula or a figure; `column` and `grain` of a score say how its points are printed.
  Explanation explain(Instance instance) const;

 private:
  // explain_scores.cpp
  Explanation total(const Node& node, Instance instance) const;
  Explanation category(const Node& node, Instance instance) const;
  Explanation rolled_item(const Node& node, Instance instance) const;
  Explanation item(const Node& node, Instance instance) const;
  std::string shown(const Cell& cell, const RoundingRule& rule, bool with_full) const;
  // explain_adjustments.cpp
  Explanation adjustment(const Node& node, Instance instance) const;
  Explanation veto(const Node& node, Instance instance) const;
  /// The adjustments and vetoes on a part, in the order in which they act.
  void add_what_acts(const Node& node, Instance instance, Explanation& explanation) const;
  // explain_formulas.cpp
  Explanation formula(const Node& node, Instance instance) const;
  std::string formula_text(NodeId id, int depth = 0) const;
  Explanation metric(const Node& node, Instance instance) const;
  void add_rows(const Metric& metric, std::uint32_t index, PeriodRange periods, Explanation& explanation) const;
  std::string place_of(Origin origin) const;
  Explanation attribute(const Node& node, Instance instance) const;
  Explanation gather(const Node& node, Instance instance) const;

  /// A remark of the catalogue with its arguments.
  std::string say(std::string_view slug, const std::vector<std::string>& arguments = {}) const {
    return wording(slug, arguments, language_);
  }
  std::string value_of(Instance instance) const {
    return value_text(cell(instance.node, instance.period).value, language_);
  }
  void add_remark(Explanation& step, const std::string& text) const { cwp::add_remark(step, text, language_); }
  std::string why(Reason reason) const;
  std::string label_of(Period period) const { return run_.card().calendar.label(period); }
  const Cell& cell(NodeId node, Period period) const { return officer_.cell(node, period); }
  std::string title_of(const Title& title, const std::string& id) const { return titled(title, id, language_); }
  /// Nothing is told below a score beyond the reach, nor of one before the data or outside `effective`.
  bool ends_at(const Cell& cell) const;
  /// Whether a score is told in full: a long tree does not tell one a second time, or a score that asks twice for the
  /// one before it would double the tree with each period.
  bool tells(const Node& node, Instance instance) const;

  const Run& run_;
  const OfficerRun& officer_;
  Language language_;
  Reach reach_;
  mutable std::size_t steps_ = 0;                           ///< of the tree so far
  mutable std::set<std::pair<NodeId, std::int64_t>> told_;  ///< scores, each with the ordinal of its period
};

}  // namespace cwp
