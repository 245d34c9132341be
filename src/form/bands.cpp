#include <utility>

#include "decimal/rational.hpp"
#include "form/form_rows.hpp"
#include "form/written_keys.hpp"

namespace cwp {
namespace {

using Table = std::vector<std::pair<Formula, Formula>>;

/// A written number, or the difference of two: whoever writes `5-7` for a band means a range, and says -2.
std::optional<Rational> edge_value(const Expr& edge) {
  if (const auto number = written_number(edge)) return Rational(*number);
  if (edge.kind != ExprKind::call || edge.text != "-" || edge.arguments.size() != 2) return std::nullopt;
  const auto from = written_number(*edge.arguments[0]), to = written_number(*edge.arguments[1]);
  if (!from || !to) return std::nullopt;
  return Rational(*from) - Rational(*to);
}

/// Compares the edges that are written numbers; others are the checker's. The first wrong row is reported, since those
/// behind it mostly follow from it.
void demand_ascending(WrittenKeys& keys, const Table& table) {
  const Formula* last = nullptr;
  const Formula* wrong = nullptr;
  bool descending = true;
  std::string last_text;
  for (const auto& row : table) {
    const auto edge = edge_value(*row.first.root);
    if (!edge) continue;
    if (last != nullptr) {
      const auto before = edge_value(*last->root);
      if (*edge >= *before) descending = false;
      if (*edge <= *before && wrong == nullptr) {
        wrong = &row.first;
        last_text = before->to_text();
      }
    }
    last = &row.first;
  }
  if (wrong == nullptr) return;
  std::vector<Note> notes;
  if (descending) notes.push_back({"table-descends", table.front().first.place, {}});
  keys.report("table-not-ascending", wrong->place, {edge_value(*wrong->root)->to_text(), last_text}, std::move(notes));
}

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  const FormKey* table = keys.find("table");
  const ExprPtr of = keys.formula("of");
  if (!of || table == nullptr) return {.formula = build.invalid()};
  for (const auto& [edge, value] : table->table)
    if (!edge.root || !value.root) return {.formula = build.invalid()};
  const std::string_view between = keys.word("between", "step");
  if (const FormKey* edge = keys.find("edge"); edge != nullptr && between != "step")
    keys.report("form-key-without-use", edge->key.place, {"edge", "between: " + std::string(between)});
  if (table->table.empty()) keys.report("table-empty", table->place);
  demand_ascending(keys, table->table);
  if (!keys.ok()) return {.formula = build.invalid()};

  std::vector<ExprPtr> arguments = {of};
  std::vector<ExprPtr> edges;
  for (const auto& [edge, value] : table->table) {
    edges.push_back(build.prorated(edge.root, context.prorate));
    arguments.push_back(build.arrow(edges.back(), value.root));
  }
  const bool above = keys.word("edge") == "above";
  const ExprPtr inside =
      build.call(between == "step" ? (above ? "step_above" : "step") : between, std::move(arguments));
  const ExprPtr outside = keys.formula("outside");
  if (!outside) return {.formula = inside};
  ExprPtr is_outside = build.call(above ? "<=" : "<", {of, edges.front()});
  if (between == "linear") is_outside = build.call("or", {is_outside, build.call(">", {of, edges.back()})});
  return {.formula = build.call("if", {is_outside, outside, inside})};
}

constexpr std::string_view kEdgeWords[] = {"at_least", "above"};
constexpr std::string_view kBetweenWords[] = {"step", "linear", "marginal"};

constexpr FormKeyDoc kKeys[] = {
    {"of", FormKeyKind::formula, true, {}, {}, "what is measured", "考核的数值"},
    {"table",
     FormKeyKind::table,
     true,
     {},
     {},
     "rows [edge, points], the smallest edge first; with marginal [edge, points for each unit]",
     "各档 [起点, 得分]，起点从小到大；marginal 时为 [起点, 每单位得分]"},
    {"edge",
     FormKeyKind::word,
     false,
     kEdgeWords,
     {},
     "whether a band begins at its edge (at_least, the default) or just above it",
     "起点是否含本数：at_least（默认）含，above 不含"},
    {"between",
     FormKeyKind::word,
     false,
     kBetweenWords,
     {},
     "step (the default): each band has its points; linear: straight lines from edge to edge; marginal: in each band "
     "so "
     "much for each unit",
     "step（默认）：各档固定得分；linear：各点之间按直线计；marginal：各档内按单位计分（超额累进）"},
    {"outside",
     FormKeyKind::formula,
     false,
     {},
     {},
     "the points below the first edge (with linear also above the last)",
     "低于首档起点（linear 时也含高于末档）的得分"},
};

}  // namespace

constinit const FormRow kBandsForm = {
    {"bands", kKeys, "Points by the band in which a figure lies.", "按数值所在档次得分。",
     "{id: x, per: week, full: 15, bands: {of: visits, table: [[0, 0], [5, 8], [8, 12], [10, 15]]}}"},
    desugar,
    desugar};

}  // namespace cwp
