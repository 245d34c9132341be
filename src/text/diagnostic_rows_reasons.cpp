#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// What a rank moved by, what would move it, who is certain of it; and what is wrong with the question.
constexpr DiagnosticRow kRows[] = {
    {"ranking-not-there", Severity::error, "the rulebook has no ranking '{0}'", "考核办法中没有排名“{0}”",
     "`cwp graph` lists them all", "`cwp graph` 列出全部排名", "cwp why … --ranking mounth"},
    {"not-in-ranking", Severity::error, "'{0}' is not listed in '{1}' in {2}", "“{0}”不在“{1}”{2} 的名单中",
     "the ranking lists who was present on a day of a period that was scored",
     "排名只列出已计分周期内至少有一天在册的人员", "cwp why … --period 2031-01"},
    {"certain-of-units", Severity::error, "'{0}' ranks units: this is told of officers only",
     "“{0}”按单位排名：此命令只说明个人的情况", "name a ranking without `unit`", "请改用不含 `unit` 的排名",
     "cwp certain … --ranking stations_month"},

    {"certain-title-first", Severity::note, "{0}, {1}: among the first {2}", "{0}，{1}：前 {2} 名", "", "", ""},
    {"certain-title-last", Severity::note, "{0}, {1}: among the last {2}", "{0}，{1}：后 {2} 名", "", "", ""},
    {"certain-open", Severity::note, "Figures of {0} of {1} officers are missing or still to come",
     "{1} 人中有 {0} 人的数据缺失或尚未产生", "", "", ""},
    {"certain-counts", Severity::note, "Certainly among them: {0}; possibly: {1}; certainly not: {2}",
     "必定在内：{0} 人；可能在内：{1} 人；必定不在内：{2} 人", "", "", ""},
    {"among-certainly", Severity::note, "certainly", "必定", "", "", ""},
    {"among-possibly", Severity::note, "possibly", "可能", "", "", ""},
    {"title-among", Severity::note, "Among them", "是否在内", "", "", ""},
    {"title-value-can-be", Severity::note, "Value can be", "得分范围", "", "", ""},
    {"title-rank-can-be", Severity::note, "Rank can be", "名次范围", "", "", ""},

    {"why-title", Severity::note, "{0}: {1}, {2} → {3}", "{0}：{1}，{2} → {3}", "", "", ""},
    {"why-rank", Severity::note, "Rank {0} → {1} ({2}), of {3} → {4} ranked",
     "名次 {0} → {1}（{2}），排名人数 {3} → {4}", "", "", ""},
    {"why-no-rank", Severity::note, "No rank in {0}: {1}", "{0} 没有名次：{1}", "", "", ""},
    {"why-group", Severity::note, "Another group: {0} → {1}", "组别变化：{0} → {1}", "", "", ""},
    {"why-value", Severity::note, "Value {0} → {1} ({2}):", "数值 {0} → {1}（{2}）：", "", "", ""},
    {"why-value-same", Severity::note, "Value {0}, as before", "数值 {0}，没有变化", "", "", ""},
    {"why-line-base", Severity::note, "base marks: {0}", "基础分：{0}", "", "", ""},
    {"why-line-factor", Severity::note, "scale and coefficient: {0}", "折算与系数：{0}", "", "", ""},
    {"why-line-veto", Severity::note, "vetoes: {0}", "一票否决：{0}", "", "", ""},
    {"why-line-limits", Severity::note, "caps and rounding", "封顶与进位", "", "", ""},
    {"why-others", Severity::note,
     "{0} + {1} - {2} - {3} = {4}: passed by {0}, joined above {1}, passed {2}, left above {3}",
     "{0} + {1} - {2} - {3} = {4}：被超过 {0}，前面新增 {1}，超过 {2}，前面离开 {3}", "", "", ""},
    {"why-nobody", Severity::note, "Nobody changed sides", "前后次序没有变化", "", "", ""},
    {"why-level", Severity::note, "who shares a rank ahead counts once: {0}", "前面并列者只计一次：{0}", "", "", ""},
    {"next-title", Severity::note, "{0}: {1}, {2}", "{0}：{1}，{2}", "", "", ""},
    {"next-stands", Severity::note, "Rank {0} of {1}, value {2}", "第 {0} 名（共 {1} 人），数值 {2}", "", "", ""},
    {"next-no-rank", Severity::note, "No rank, value {0}", "没有名次，数值 {0}", "", "", ""},
    {"next-points", Severity::note, "The nearest change of one figure that gives more points, each scored:",
     "只改一项数据，得分就会更高的最小改动（均经重新计分核实）：", "", "", ""},
    {"next-ranks", Severity::note, "The nearest change of one figure that gains a rank, each scored:",
     "只改一项数据，名次就会提前的最小改动（均经重新计分核实）：", "", "", ""},
    {"next-change", Severity::note, "{0} {1}", "{0}：{1}", "", "", ""},
    {"next-in-each", Severity::note, "each of {0}, from {1}", "自 {1} 起 {0} 期，每期", "", "", ""},
    {"next-stuck", Severity::note, "No change of one figure gives more for: {0}", "改动任何一项数据都不会提高：{0}", "",
     "", ""},
    {"next-all-full", Severity::note, "Nothing is left to gain: full marks everywhere", "各项均已满分", "", "", ""},
    {"next-first", Severity::note, "There is no rank to gain", "已无名次可提前", "", "", ""},
    {"next-no-gain", Severity::note, "No change of one figure gains a rank", "只改一项数据不能使名次提前", "", "", ""},
    {"next-not-whole", Severity::note, "The search ended after {0} scorings: there may be more",
     "计分 {0} 次后停止查找：可能还有其他改动", "", "", ""},
    {"title-figure", Severity::note, "Figure", "数据", "", "", ""},
    {"title-part-points", Severity::note, "Points", "项目得分", "", "", ""},
    {"title-change-of-side", Severity::note, "Now", "变化", "", "", ""},
    {"title-effect", Severity::note, "Effect", "影响", "", "", ""},
    {"passing-passed-me", Severity::note, "ahead", "升至前面", "", "", ""},
    {"passing-i-passed", Severity::note, "behind", "落到后面", "", "", ""},
    {"passing-joined-above", Severity::note, "ahead, newly ranked here", "新列入本组，在前面", "", "", ""},
    {"passing-left-above", Severity::note, "no longer ranked here", "不再列入本组", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> reason_rows() { return kRows; }

}  // namespace cwp
