#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

constexpr DiagnosticRow kRows[] = {
    {"form-needs-full", Severity::error, "'{0}' gives or takes a part of the full marks, but the item has no 'full'",
     "“{0}”按满分计分，但该考评项目没有写满分 full", "add 'full: …' to the item", "请为该项目写明 full: …",
     "{id: x, per: month, deduct: {of: missed, each: 2, whole: down}}"},
    {"form-keys-exclude", Severity::error, "'{0}' and '{1}' can't both be said", "“{0}”与“{1}”不能同时写",
     "keep one of them, or make two items", "请只保留一个，或分为两个项目",
     "deduct: {of: rate, below: 90%, above: 95%, each: 1, whole: up}"},
    {"form-key-without-use", Severity::error, "'{0}' has no meaning beside '{1}'", "与“{1}”同用时，“{0}”没有意义",
     "leave '{0}' out", "请删去“{0}”", "bands: {of: visits, between: linear, edge: above, table: [[0, 0], [10, 15]]}"},
    {"form-not-positive", Severity::error, "'{0}' must be above 0, but it is {1}", "“{0}”必须大于 0，这里是 {1}", "",
     "", "award: {of: visits, each: 1, unit: 0, whole: down}"},
    {"form-negative", Severity::error, "'{0}' must not be below 0, but it is {1}", "“{0}”不能小于 0，这里是 {1}",
     "write the number of marks without the minus sign", "请写不带负号的分值",
     "award: {of: visits, each: 1, whole: down, at_most: -5}"},
    {"form-grain-too-long", Severity::error, "'per: {0}' is longer than the item's own period, a {w1}",
     "“per: {0}”比考评项目自身的周期还长：{w1}", "name the item's own period or a shorter one",
     "请写该项目的周期或更短的周期", "{id: x, per: week, award: {of: visits, each: 1, whole: down, per: month}}"},
    {"target-without-width", Severity::error, "'at' and 'zero_at' are both {0}: there is nothing between them",
     "“at”与“zero_at”都是 {0}，两者之间没有区间", "the figure for full marks and the figure for none must differ",
     "满分值与零分值必须不同", "target: {of: visits, at: 10, zero_at: 10}"},
    {"target-reversed", Severity::error, "'better: {0}' contradicts the figures: full marks at {1}, none at {2}",
     "“better: {0}”与数值矛盾：{1} 得满分，{2} 得零分", "leave 'better' out, or swap 'at' and 'zero_at'",
     "请删去 better，或对调 at 与 zero_at", "target: {of: visits, at: 10, zero_at: 50, better: more}"},
    {"table-empty", Severity::error, "the table has no rows", "表中没有任何一行", "write rows such as [[0, 0], [5, 8]]",
     "请写成 [[0, 0], [5, 8]] 的形式", "bands: {of: visits, table: []}"},
    {"table-not-ascending", Severity::error, "the edges of a table must ascend, but {0} comes after {1}",
     "表的起点必须从小到大，但 {1} 之后是 {0}", "write the row with the smallest edge first, each edge once",
     "请把起点最小的一行写在最前，且起点不重复", "bands: {of: visits, table: [[10, 15], [5, 8], [0, 0]]}"},
    {"table-descends", Severity::note, "the table descends from here on: write its rows in the reverse order",
     "表从此处起由大到小：请把各行顺序倒过来", "", "", "bands: {of: visits, table: [[10, 15], [5, 8], [0, 0]]}"},
    {"too-many-cases", Severity::error, "{0} cases are more than the {1} that are allowed",
     "情形有 {0} 个，超过了允许的 {1} 个", "where the cases compare one figure, write 'bands' with a table",
     "若都是比较同一数值，请改用 bands 的表", "cases: [{when: visits = 1, points: 1}, …]"},
    {"otherwise-not-last", Severity::error, "'otherwise' must be the last case: those behind it can never hold",
     "“otherwise”必须是最后一种情形，其后的情形永远不会成立", "move it to the end of the list", "请移到列表末尾",
     "cases: [{otherwise: 0}, {when: visits > 5, points: 10}]"},
    {"form-not-a-line", Severity::error, "'{0}' can't be one of the 'lines'", "“{0}”不能作为 lines 中的一行",
     "write 'points' with a formula there, such as 10 * min(ratio(done, quota, 1), 1)",
     "请在该行改用 points 公式，例如 10 * min(ratio(done, quota, 1), 1)", "lines: [{target: {of: visits, at: 10}}]"},
    {"too-many-lines", Severity::error, "{0} lines are more than the {1} that are allowed",
     "共 {0} 行，超过了允许的 {1} 行", "make several items of them", "请分为几个考评项目",
     "lines: [{award: {of: visits, each: 1, whole: down}}, …]"},
};

}  // namespace

std::span<const DiagnosticRow> form_rows_text() { return kRows; }

}  // namespace cwp
