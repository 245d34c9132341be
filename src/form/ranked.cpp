#include <string_view>

#include "form/form_rows.hpp"
#include "form/written_keys.hpp"

namespace cwp {
namespace {

/// `2..3` of the row `[2..3, 8]`, where it is written so.
Place ranks_place(const FormKey::Ranks& row) {
  Place place = row.place;
  const std::string_view whole = place.source.text();
  if (place.span.end > whole.size()) return place;
  const std::string_view text = whole.substr(place.span.begin, place.span.end - place.span.begin);
  const std::size_t first = text.find_first_not_of("[ "), comma = text.find(',');
  if (!text.starts_with('[') || comma == std::string_view::npos || first >= comma) return place;
  const std::size_t last = text.find_last_not_of(' ', comma - 1);
  place.span = {std::uint32_t(place.span.begin + first), std::uint32_t(place.span.begin + last + 1)};
  return place;
}

/// Ranks are whole, so the rows are steps; what lies between them and behind them is `outside`.
ExprPtr by_table(const ExprBuilder& build, ExprPtr rank, const FormKey& table, const ExprPtr& outside) {
  std::vector<ExprPtr> arguments = {std::move(rank)};
  int next = 1;
  for (const FormKey::Ranks& row : table.ranks) {
    if (!row.points.root) return nullptr;
    if (row.first > next) arguments.push_back(build.arrow(build.number(next), outside));
    arguments.push_back(build.arrow(build.at(ranks_place(row)).number(row.first), row.points.root));
    next = row.last + 1;
  }
  arguments.push_back(build.arrow(build.number(next), outside));
  return build.call("step", std::move(arguments));
}

/// best - (best - worst) * (rank - 1) / (n - 1); of one alone: best.
ExprPtr by_line(const ExprBuilder& build, ExprPtr rank, const ExprPtr& of, const std::vector<NameUse>& by,
                const std::vector<Formula>& ends) {
  const ExprPtr best = ends[0].root, worst = ends[1].root;
  if (!best || !worst) return nullptr;
  const ExprPtr behind = build.call("-", {std::move(rank), build.number(1)});
  const ExprPtr others = build.call("-", {build.gather("count", of, by), build.number(1)});
  const ExprPtr share = build.call("ratio", {behind, others, build.number(0)});
  return build.call("-", {best, build.call("*", {build.call("-", {best, worst}), share})});
}

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  const ExprPtr of = keys.formula("of");
  const FormKey* table = keys.find("table");
  const FormKey* line = keys.find("linear");
  const FormKey* outside = keys.find("outside");
  const FormKey* written_by = keys.find("by");
  if (of && table == nullptr && line == nullptr)
    keys.report("form-needs-one", build.form_place(), {"ranked", "table", "linear"});
  keys.demand_apart(kRankedForm.doc.keys);
  if (line != nullptr && outside != nullptr)
    keys.report("form-key-without-use", outside->key.place, {"outside", "linear"});
  if (line != nullptr && !line->list.empty() && line->list.size() != 2)
    keys.report("linear-ends", line->place, {std::to_string(line->list.size())});
  const ExprPtr elsewhere = outside != nullptr ? outside->formula.root : build.number(0);
  const bool is_empty = (table != nullptr && table->ranks.empty()) || (line != nullptr && line->list.empty());
  if (!keys.ok() || !of || !elsewhere || is_empty) return {.formula = build.invalid()};

  const std::vector<NameUse> by = written_by != nullptr ? written_by->names : std::vector<NameUse>{};
  const bool ascending = keys.word("order", "descending") == "ascending";
  const ExprPtr rank = build.gather("rank", ascending ? build.call("neg", {of}) : of, by);
  const ExprPtr points =
      table != nullptr ? by_table(build, rank, *table, elsewhere) : by_line(build, rank, of, by, line->list);
  return {.formula = points ? points : build.invalid()};
}

constexpr std::string_view kOrderWords[] = {"descending", "ascending"};

constexpr FormKeyDoc kKeys[] = {
    {"of", FormKeyKind::formula, true, {}, {}, "what officers are ranked by", "排名依据的数值"},
    {"by",
     FormKeyKind::names,
     false,
     {},
     {},
     "the attributes whose groups are ranked apart; default: all officers together",
     "分组排名的属性，默认全体一起排"},
    {"order",
     FormKeyKind::word,
     false,
     kOrderWords,
     {},
     "descending (the default): the largest is first; ascending: the smallest is",
     "descending（默认）：数值最大者为第一；ascending：最小者为第一"},
    {"table",
     FormKeyKind::ranks,
     false,
     {},
     {},
     "rows [rank, points] or [first..last, points]; equal figures share the best rank",
     "各行 [名次, 得分] 或 [起..止, 得分]；数值相同的取较好的名次",
     "linear"},
    {"linear",
     FormKeyKind::formulas,
     false,
     {},
     {},
     "[best, worst]: the points of the first and of the last, and even steps between",
     "[最高分, 最低分]：第一名与最后一名的得分，中间均匀递减"},
    {"outside",
     FormKeyKind::formula,
     false,
     {},
     {},
     "the points of a rank in no row of the table; default 0",
     "表中未列出的名次的得分，默认 0"},
};

}  // namespace

constinit const FormRow kRankedForm = {
    {"ranked", kKeys, "Points by the rank among peers.", "按在同组中的名次得分。",
     "{id: x, per: month, full: 10, ranked: {of: visits, by: station, table: [[1, 10], [2..3, 8], [4..6, 5]]}}"},
    desugar,
    desugar};

}  // namespace cwp
