#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// What a rulebook hardly means. `is`, `never`, `always` only where it is proved from the promises of the rulebook;
// otherwise the words say that it may be so.
constexpr DiagnosticRow kRows[] = {
    {"veto-never", Severity::warning, "veto '{0}' never acts: no allowed figures make its condition true",
     "一票否决“{0}”永远不会生效：任何允许的数据都不满足其条件",
     "correct the condition, or the range of the figures in it", "请更正条件，或其中数据的范围",
     "vetoes: [{id: v, per: month, when: missed < 0, set: 0}]"},
    {"veto-always", Severity::warning, "veto '{0}' always acts: all allowed figures make its condition true",
     "一票否决“{0}”总会生效：任何允许的数据都满足其条件", "is > meant in place of >=?", "是否应写 > 而不是 >=？",
     "vetoes: [{id: v, per: month, when: missed >= 0, set: 0}]"},
    {"cap-out-of-reach", Severity::warning, "the cap of {0} is never reached: no allowed figures give more than {1}",
     "封顶 {0} 永远达不到：任何允许的数据至多为 {1}", "lower the cap or leave it out; or correct what it caps",
     "请降低或删去封顶，或更正被封顶的公式", "points: min(satisfaction / 10, 20)"},
    {"full-out-of-reach", Severity::warning,
     "nobody can reach the {1} full marks of '{0}': no allowed figures give more than {2}",
     "“{0}”的满分 {1} 无人能得：任何允许的数据至多得 {2}", "correct the formula, or the full marks", "请更正公式或满分",
     "points: satisfaction / 20"},
    {"band-never-reached", Severity::warning, "no figure lies in the band from {0} on: allowed figures are {1}",
     "没有数据落在从 {0} 起的一档：允许的数据 {1}", "correct the edge of the band, or the range of the figures",
     "请更正该档的起点，或数据的范围", "bands: {of: satisfaction, table: [[0, 2], [60, 5], [120, 10]]}"},
    {"total-out-of-reach", Severity::warning, "'{0}' is held against {1}, and no allowed figures give more than {2}",
     "“{0}”与 {1} 相比，而任何允许的数据至多为 {2}", "correct the figure, or say `scale` in the assessment",
     "请更正该数，或在考核中写 `scale`",
     "categories:\n  - id: people\n    items: [{id: x, per: month, full: 10, points: visits}]\nassessments: {month: "
     "{}}\nrankings: [{id: r, every: month, of: total, eligible: total >= 60}]"},
    {"coefficient-below-zero", Severity::warning, "the coefficient can be below 0: down to {0}",
     "系数可能小于 0：最小可为 {0}", "give what it is made of a range: min: 0.5",
     "请为其所用的数据写明范围，如 min: 0.5",
     "attributes: {area: {one_of: [urban, rural]}, joined: {type: date}, joint: {type: bool}, skill: {type: number, "
     "min: "
     "-1}}\nassessments: {month: {coefficient: skill}}"},
    {"divisor-can-be-zero", Severity::warning, "'{0}' can be 0; there is no value then",
     "“{0}”可能为 0，此时得不出数值", "write ratio(a, b, v): v is what counts where b is 0",
     "请写 ratio(a, b, v)：b 为 0 时按 v 计", "points: mediated / disputes"},
    {"lookup-misses", Severity::warning, "there is no line for {1}, so whoever has this as '{0}' has no value",
     "“{0}”取 {1} 时没有对应的行，得不出数值", "add a line for it: … -> …", "请为其添加一行：… -> …",
     "points: lookup(area, 'urban' -> 10)"},
    {"cases-leave-gap", Severity::warning, "between {1} and {2} there is a gap: no case holds where '{0}' is {3}",
     "{1} 与 {2} 之间有空档：“{0}”为 {3} 时没有情形成立",
     "let the next case begin where this one ends; cases are tried in order, so >= alone is enough",
     "请让相邻情形首尾相接；情形按顺序判断，只写 >= 即可",
     "cases: [{when: satisfaction >= 95, points: 10}, {when: 80 <= satisfaction <= 94, points: 5}]"},
    {"cases-overlap", Severity::warning, "this case and '{1}' both hold at {0}; the first one counts",
     "在 {0} 处此情形与“{1}”同时成立，以前者为准",
     "give the edge to one of them: < in place of <=", "请让边界只属于其中之一：用 < 代替 <=",
     "cases: [{when: 90 <= satisfaction <= 100, points: 10}, {when: 80 <= satisfaction <= 90, points: 5}]"},
    {"case-never-reached", Severity::warning, "the cases before leave nothing to '{0}'",
     "前面的情形已包含“{0}”，它永远不会成立", "put the narrower case first, or use `highest`",
     "请把范围较窄的情形放在前面，或改用 highest",
     "cases: [{when: visits >= 5, points: 5}, {when: visits >= 10, points: 10}]"},
    {"otherwise-never-reached", Severity::warning,
     "`otherwise` is never reached: the cases before it hold for every allowed '{0}'",
     "otherwise 永远用不到：前面的情形已包含“{0}”的所有允许值", "leave it out, or correct the case that takes too much",
     "请删去，或更正范围过大的情形",
     "cases: [{when: satisfaction >= 60, points: 10}, {when: satisfaction < 60, points: 2}, {otherwise: 1}]"},
    {"percent-as-number", Severity::warning, "'{0}' is a quotient of figures, usually 0 to 1, and is held against {1}",
     "“{0}”是两数之商，一般在 0 到 1 之间，却与 {1} 相比", "is {2} meant?", "是否应为 {2}？",
     "target: {of: 'ratio(mediated, disputes, 1)', at: 95}"},
    {"number-as-percent", Severity::warning, "'{0}' is reported from 0 to 100, and is held against {1}",
     "“{0}”按 0 到 100 上报，却与 {1} 相比", "is {2} meant?", "是否应为 {2}？", "target: {of: satisfaction, at: 0.95}"},
    {"scored-twice", Severity::warning,
     "'{0}' counts twice: item '{1}' of another category is made of the same figures",
     "“{0}”重复计分：另一大类的项目“{1}”用的是同样的数据", "is another metric meant? one fact should earn marks once",
     "是否应为其他指标？同一事实只应计分一次",
     "categories:\n  - id: people\n    items: [{id: a, per: month, points: visits}]\n  - id: service\n    items: [{id: "
     "b, "
     "per: month, points: 2 * visits}]"},
    {"fold-first", Severity::warning,
     "the title says '{0}', and '{1}' is added up over the whole {w2} before anything is made of it",
     "标题写的是“{0}”，而“{1}”先按{w2}汇总再计算",
     "mean({1} per {3}) is the average; of a quotient, put the whole of it inside mean(… per {3})",
     "平均值写作 mean({1} per {3})；比率请整个放进 mean(… per {3})",
     "categories:\n  - id: people\n    items: [{id: x, title: {en: Visits on a daily average, zh: 日均走访}, per: "
     "month, full: 10, "
     "target: {of: visits, at: 5}}]"},
    {"worse-earns", Severity::warning, "'{0}' gives more points for more of '{1}', and less of it is better",
     "“{0}”按“{1}”越多得分越高，而该指标越少越好", "is `deduct` or `takes` meant? or correct `better` of the metric",
     "是否应为 deduct 或 takes？或请更正该指标的 better",
     "metrics:\n  slips: {better: less}\ncategories:\n  - id: people\n    items: [{id: x, per: month, full: 10, "
     "target: "
     "{of: slips, at: 10}}]"},
    {"better-costs", Severity::warning, "'{0}' gives fewer points for more of '{1}', and more of it is better",
     "“{0}”按“{1}”越多得分越低，而该指标越多越好", "is `award` or `gives` meant? or correct `better` of the metric",
     "是否应为 award 或 gives？或请更正该指标的 better",
     "metrics:\n  deeds: {better: more}\ncategories:\n  - id: people\n    items: [{id: x, per: month, full: 10, "
     "deduct: "
     "{of: deeds, each: 1, whole: exact}}]"},
    {"first-period-missing", Severity::warning, "in the first period '{1}' has no value, so '{0}' has 0 points there",
     "第一个周期没有“{1}”，因此“{0}”在该周期得 0 分",
     "say `if_missing: zero`, `full` or `drop`; or write first_of(…, a first value)",
     "请写明 if_missing: zero、full 或 drop；或写 first_of(…, 首期值)",
     "categories:\n  - id: people\n    items: [{id: x, per: month, full: 10, points: \"total[-1] / 2\"}]\nassessments: "
     "{month: {}}"},
    {"average-as-bonus", Severity::warning,
     "'{0}' is an average over the periods in which something was done: one more with less of it lowers the bonus",
     "“{0}”按有成绩的周期求平均：多做一次较少的，加分反而降低", "sum(…) adds up what was done",
     "用 sum(…) 累计所做的工作",
     "adjustments: [{id: merit, per: month, gives: mean(visits per day where visits > 0)}]"},
    {"parameter-begins-late", Severity::warning,
     "parameter '{0}' has no value before {1}, and the rulebook is in force from {2}",
     "参数“{0}”在 {1} 之前没有值，而办法自 {2} 起施行", "begin it on {2}", "请自 {2} 起给出值",
     "effective: {from: 2026-01-01}\nparameters: {share: {2026-02-01: 10}}\ncategories:\n  - id: people\n    items: "
     "[{id: "
     "x, per: month, points: visits / share}]"},
    {"parameter-changes-inside", Severity::warning,
     "parameter '{0}' changes inside the {w1} {2}: the whole {w1} takes the new value",
     "参数“{0}”在{w1} {2} 之内变化：整个周期都取新值", "let it change on {3} or {4}", "请改在 {3} 或 {4} 变化",
     "parameters: {share: {2026-01-01: 10, 2026-03-10: 12}}\ncategories:\n  - id: people\n    items: [{id: x, per: "
     "month, "
     "points: visits / share}]"},
    {"tie-decides-nothing", Severity::warning, "'{0}' decides no tie: among those who are equal so far it is equal",
     "“{0}”不能区分并列：前面都相同者，此项也相同", "name another figure, or leave it out", "请改用其他数据，或删去",
     "rankings: [{id: r, every: month, of: total, ties: [total]}]"},
    {"quota-may-be-nobody", Severity::warning, "{0} of a group of fewer than {1} is nobody",
     "不足 {1} 人的组，其 {0} 不足一人", "add `at_least: 1` or `quota_rounding: ceil`",
     "请加上 `at_least: 1` 或 `quota_rounding: ceil`",
     "rankings: [{id: r, every: month, of: total, by: [area]}]\ngrades: [{id: g, ranking: r, levels: [{id: top, "
     "at_most: "
     "15%}, {id: rest}]}]"},
    {"weights-not-whole", Severity::warning, "these weights add up to {0}, not {1}", "这些权重之和为 {0}，而不是 {1}",
     "mend one of them", "请改正其中之一", "points: 40% * visits + 35% * entries + 30% * missed"},
    {"roll-up-multiplies", Severity::warning,
     "added up over each {w1} of a {w2}, the full marks of '{0}' are several times those that '{3}' ({4}) is made of",
     "“{0}”按{w2}把每个{w1}的满分相加，是大类“{3}”（{4}）所计的数倍",
     "`roll_up: mean` keeps the full marks; leave `sum` out", "`roll_up: mean` 保持满分不变；请去掉 `sum`",
     "categories:\n  - id: people\n    full: 15\n    items: [{id: x, per: week, full: 15, roll_up: sum, points: "
     "visits}]"},
};

}  // namespace

std::span<const DiagnosticRow> lint_rows() { return kRows; }

}  // namespace cwp
