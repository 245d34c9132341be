#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// What scoring, explaining and their options report; then the row issues that arise in scoring, which are warnings:
// the figure concerned is missing, the rest goes on.
constexpr DiagnosticRow kRows[] = {
    {"grain-not-assessed", Severity::error, "the rulebook has no assessment for each {w0}", "考核办法没有按{w0}的考核",
     "ask for a grain that it assesses, or add one under assessments", "请改用已有的考核周期，或在 assessments 中添加",
     "cwp score rules.yaml --grain week …   # only month is assessed"},
    {"no-data", Severity::error, "the data hold no row, so there is no period to score",
     "数据中没有任何记录，无法确定考核周期",
     "give metric files, or state what the data cover: --span 2026-03-01..2026-03-31",
     "请提供指标文件，或用 --span 2026-03-01..2026-03-31 指明数据的起止日期",
     "officer,date,visits   # and nothing below"},
    {"data-of-other-rules", Severity::error,
     "the data were made for the rulebook '{0}' (SHA-256 {1}), the plan is of '{2}' (SHA-256 {3})",
     "数据是按考核办法“{0}”（SHA-256 {1}）生成的，而当前计算使用的是“{2}”（SHA-256 {3}）",
     "make the data with the CheckedRulebook that the plan was compiled from",
     "请用编译该计划的同一 CheckedRulebook 生成数据", "score(compile(april), data_of_march)"},
    {"strict-issue", Severity::error, "a strict run stops at the first issue: {0}, '{1}', '{2}', '{3}'",
     "严格模式遇到第一个数据问题即停止：{0}，“{1}”，“{2}”，“{3}”",
     "mend the row, or score without --strict: issues.csv then lists them all",
     "请更正该记录，或去掉 --strict：全部问题将列入 issues.csv", "ann,2026-03-02,-5   # with --strict"},
    {"unknown-officer", Severity::error, "no officer '{0}' is in the roster", "花名册中没有人员“{0}”",
     "write the key as it stands in the roster", "请按花名册中的写法填写", "cwp explain … --officer bob"},
    {"unknown-item", Severity::error, "the rulebook has no item or category '{0}'", "考核办法中没有考评项目或大类“{0}”",
     "`cwp graph` lists them all", "`cwp graph` 列出全部项目", "cwp explain … --item vists"},
    {"period-not-published", Severity::error, "{0} was not scored", "{0} 未计分",
     "it is not assessed, begins before the data, has not begun, or is not over yet (--provisional)",
     "该周期没有考核、早于数据起始日、尚未开始，或尚未结束（可加 --provisional）", "cwp explain … --period 2031-01"},
    {"names-near", Severity::note, "nearest: {0}", "最接近的：{0}", "", "", ""},
    {"periods-there", Severity::note, "of this kind there are {0} to {1}", "此类周期有 {0} 至 {1}", "", "", ""},
    {"data-reach", Severity::note, "the data reach from {0} to {1}", "数据起止日期为 {0} 至 {1}", "", "", ""},
    {"grains-assessed", Severity::note, "it has one for each {w0}", "有按{w0}的考核", "", "", ""},

    {"division-by-zero", Severity::warning, "{0}: the divisor is 0, so there is no value",
     "{0}：除数为 0，无法得出数值", "ratio(a, b, v) says what counts where b is 0",
     "用 ratio(a, b, v) 说明 b 为 0 时如何计算", "points: mediated / disputes"},
    {"out-of-domain", Severity::warning, "{0}: the function has no value for such a figure",
     "{0}：函数对该数值没有定义", "sqrt takes no negative number, ln and log10 only positive ones",
     "sqrt 不能用于负数，ln 和 log10 只能用于正数", "points: sqrt(visits - 10)"},
    {"too-large", Severity::warning, "{0}: the result is too large to compute with", "{0}：结果过大，无法继续计算", "",
     "", "points: exp(visits * 1000)"},
    {"target-flat", Severity::warning, "{0}: full marks and no marks are due at the same figure",
     "{0}：满分线与零分线相同，无法计分", "keep 'at' and 'zero_at' apart", "请让 at 与 zero_at 的值不同",
     "target: {of: visits, at: 'max(visits, 5)', zero_at: 5, better: more}"},
    {"target-contradicts-better", Severity::warning,
     "{0}: 'at' lies on the other side of 'zero_at' than 'better' says, so there is no value",
     "{0}：at 与 zero_at 的大小与 better 所写的方向相反，无法计分", "compare the figures, or change 'better'",
     "请核对数据，或更改 better", "target: {of: visits, at: 'max(visits, 3)', zero_at: 10, better: more}"},
    {"missing-not-allowed", Severity::warning, "{0}: there is no figure, and the rulebook demands one",
     "{0}：缺少数据，而考核办法要求必须有", "supply the figure, or change `if_missing: error` or `absent: error`",
     "请补录数据，或更改 if_missing: error、absent: error",
     "{id: review, per: month, if_missing: error, points: satisfaction}"},
    {"adjustment-negative", Severity::warning, "{0}: the amount is below 0 and counts as 0",
     "{0}：加减分为负数，按 0 计", "`gives` and `takes` say the direction; the amount is 0 or more",
     "加分还是扣分由 gives、takes 决定，数额不得小于 0", "{id: merit, per: month, gives: citations - 3}"},
    {"mark-outside", Severity::warning, "{0}: a judge's mark lies outside its range and counts as the range's end",
     "{0}：评委评分超出允许范围，按边界计", "correct the mark, or the range under 'within'",
     "请更正评分，或更改 within 的范围", "judged: {of: [visits, entries], within: {visits: [1000, 2000]}}"},
    {"amount-unknown", Severity::warning, "{0}: the amount that is due could not be worked out",
     "{0}：应发金额无法算出", "first_of(x, 0) says what is paid where a figure is missing",
     "可用 first_of(x, 0) 说明数据缺失时的金额", "awards: [{id: pay, from: bureau_month, pays: survey * 10}]"},
    {"pool-unshared", Severity::warning, "{0}: all shares are 0, so nothing of the pool is paid",
     "{0}：所有份额为 0，奖金未发放", "", "", "pays: {pool: 100000, share: total}   # when all totals are 0"},
    {"score-too-large", Severity::warning, "{0}: the points have more than 18 digits and cannot be published",
     "{0}：得分超过 18 位数字，无法公布", "set 'max', or score in smaller units", "请设置 max，或减小计分单位",
     "{id: x, per: month, points: 10 ^ 20, max: none}"},
};

}  // namespace

std::span<const DiagnosticRow> score_rows() { return kRows; }

}  // namespace cwp
