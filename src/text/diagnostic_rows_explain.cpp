#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// Remarks of explanations: why a part has the points it has, and how they were made.
constexpr DiagnosticRow kRows[] = {
    {"reason-not-held", Severity::note, "the assessment does not hold it", "本次考核不含此项", "", "", ""},
    {"reason-before-data", Severity::note, "the period begins before the data", "该周期早于数据起点", "", "", ""},
    {"reason-not-begun", Severity::note, "the period has not begun", "该周期尚未开始", "", "", ""},
    {"reason-out-of-force", Severity::note, "outside the dates of the rulebook", "不在办法的有效期内", "", "", ""},
    {"reason-not-present", Severity::note, "the officer was not present", "本周期不在册", "", "", ""},
    {"reason-no-duty-day", Severity::note, "exempt: no duty day", "免考：没有在岗日", "", "", ""},
    {"reason-exempt", Severity::note, "exempt", "免考", "", "", ""},
    {"reason-not-applicable", Severity::note, "does not apply to this officer", "不适用于该民警", "", "", ""},
    {"reason-missing-as-zero", Severity::note, "no figure; the rule counts it as 0", "数据缺失，按规则计 0 分", "", "",
     ""},
    {"reason-missing-as-full", Severity::note, "no figure; the rule gives full marks", "数据缺失，按规则计满分", "", "",
     ""},
    {"reason-missing-dropped", Severity::note, "no figure; the rule leaves it out", "数据缺失，按规则不计入", "", "",
     ""},
    {"reason-missing", Severity::note, "no figure", "数据缺失", "", "", ""},
    {"reason-nothing-counted", Severity::note, "none of its parts counted", "没有任何部分计入", "", "", ""},
    {"reason-missing-as-peers", Severity::note, "no figure; the rule gives the mean of the peers",
     "数据缺失，按规则计同组平均分", "", "", ""},
    {"reason-vetoed", Severity::note, "a veto took the score", "被一票否决，不计分", "", "", ""},
    {"explain-shares", Severity::note, "{0} of the parts' shares of their reachable marks, × {1}",
     "各部分得分率的 {0} × {1}", "", "", ""},
    {"explain-adjustment-rolled", Severity::note, "{0} per {1}", "按 {1} 汇总（{0}）", "", "", ""},
    {"explain-group", Severity::note, "group {0}, together at most {1}", "分组 {0}，合计封顶 {1}", "", "", ""},
    {"explain-veto-in-force", Severity::note, "in force", "生效", "", "", ""},
    {"explain-veto-not", Severity::note, "not in force", "未触发", "", "", ""},
    {"explain-veto-no-score", Severity::note, "no score", "不计分", "", "", ""},
    {"explain-veto-set", Severity::note, "points set to {0}", "得分定为 {0}", "", "", ""},
    {"explain-veto-cap", Severity::note, "points at most {0}", "得分不超过 {0}", "", "", ""},
    {"explain-veto-factor", Severity::note, "points × {0}", "得分 × {0}", "", "", ""},
    {"explain-veto-exclude", Severity::note, "out of the rankings", "不参加排名", "", "", ""},
    {"explain-veto-last", Severity::note, "behind all others in the rankings", "排在最后", "", "", ""},
    {"explain-veto-grade", Severity::note, "grade at most {0}", "等次不超过 {0}", "", "", ""},
    {"explain-veto-honours", Severity::note, "no honours", "取消评先资格", "", "", ""},
    {"explain-peers", Severity::note, "{0} peers, {1} with a value", "同组 {0} 人，其中 {1} 人有数值", "", "", ""},
    {"explain-no-peer", Severity::note, "the officer is not one of them", "本人不在其中", "", "", ""},
    {"explain-no-group", Severity::note, "the officer has no group", "本人没有所属分组", "", "", ""},
    {"explain-rank", Severity::note, "of {0} ranked, by {1}", "共 {0} 人参加排名，依据 {1}", "", "", ""},
    {"explain-no-rank", Severity::note, "no rank", "无名次", "", "", ""},
    {"explain-before", Severity::note, "before: {0}, rank {1}", "前一名：{0}，第 {1} 名", "", "", ""},
    {"explain-behind", Severity::note, "behind: {0}, rank {1}", "后一名：{0}，第 {1} 名", "", "", ""},
    {"explain-exempt", Severity::note, "exempt", "免考", "", "", ""},
    {"explain-no-points", Severity::note, "no points", "无得分", "", "", ""},
    {"explain-scale", Severity::note, "sum × {0} ÷ {1} reachable", "合计 × {0} ÷ 可达满分 {1}", "", "", ""},
    {"explain-coefficient", Severity::note, "× coefficient {0}", "× 系数 {0}", "", "", ""},
    {"explain-scaled", Severity::note, "scaled to {0}: sum ÷ reachable × {0}", "折算到 {0}：合计 ÷ 可达满分 × {0}", "",
     "", ""},
    {"explain-capped", Severity::note, "at most {0}", "封顶 {0}", "", "", ""},
    {"explain-start", Severity::note, "base marks {0} included", "含基础分 {0}", "", "", ""},
    {"explain-rolled-up", Severity::note, "{0} per {w1}: {2} of {3} periods counted",
     "按{w1}汇总（{0}）：{3} 个周期中计入 {2} 个", "", "", ""},
    {"explain-clamped", Severity::note, "{0} before the limits, {1} after", "限值前 {0}，限值后 {1}", "", "", ""},
    {"explain-fold", Severity::note, "{0} over {1} periods ({w2})", "{1} 个周期的 {0}，按{w2}", "", "", ""},
    {"explain-no-periods", Severity::note, "no period to look at", "没有可用的周期", "", "", ""},
    {"explain-metric-fold", Severity::note, "{0} of these rows", "以下各行的 {0}", "", "", ""},
    {"explain-no-rows", Severity::note, "no rows", "没有数据行", "", "", ""},
    {"explain-refused", Severity::note, "refused row", "被拒的数据行", "", "", ""},
    {"explain-fault", Severity::note, "could not be computed, see the row issues", "无法计算，见数据问题", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> explain_rows() { return kRows; }

}  // namespace cwp
