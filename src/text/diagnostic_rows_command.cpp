#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// What the command line says besides diagnostics.
constexpr DiagnosticRow kRows[] = {
    {"said-no-problems", Severity::note, "{0}: no problems", "{0}：没有问题", "", "", ""},
    {"said-errors", Severity::note, "{0} error{s0}", "{0} 个错误", "", "", ""},
    {"said-warnings", Severity::note, "{0} warning{s0}", "{0} 个警告", "", "", ""},
    {"said-errors-and-warnings", Severity::note, "{0} error{s0}, {1} warning{s1}", "{0} 个错误，{1} 个警告", "", "",
     ""},
    {"said-and-silenced", Severity::note, "{0}; {1} silenced with reasons", "{0}；另有 {1} 个附理由免除", "", "", ""},
    {"said-formatted", Severity::note, "{0}: {1} line{s1} changed", "{0}：改动 {1} 行", "", "", ""},
    {"said-canonical", Severity::note, "{0}: in the canonical form", "{0}：已是规范格式", "", "", ""},
    {"said-check-shows", Severity::note, "{0}: {1} (cwp check {0} shows them)", "{0}：{1}（运行 `cwp check {0}` 查看）",
     "", "", ""},
    {"said-scored", Severity::note, "Scored:", "已计分：", "", "", ""},
    {"said-no-period", Severity::note, "nothing: no such period is over within the data", "无：数据中没有已结束的周期",
     "", "", ""},
    {"said-from-to", Severity::note, "{0} to {1}", "{0} 至 {1}", "", "", ""},
    {"said-published", Severity::note, "{0} period{s0}, {1}, {2} officer{s2}", "{0} 期，{1}，{2} 人", "", "", ""},
    {"said-published-open", Severity::note, "{0} period{s0}, {1} ({3} provisional), {2} officer{s2}",
     "{0} 期，{1}（{3} 期未结束，为暂计），{2} 人", "", "", ""},
    {"said-nobody-ranked", Severity::note, "{0}: nobody has a rank", "{0}：无人排名", "", "", ""},
    {"said-more-groups", Severity::note, "{0} more group{s0}: {1}", "另有 {0} 组，见 {1}", "", "", ""},
    {"said-no-issues", Severity::note, "No issues in the data", "数据没有问题", "", "", ""},
    {"said-issues", Severity::note,
     "{0} issue{s0} in the data, all of them in issues{1}:", "数据问题 {0} 个，详见 issues{1}：", "", "", ""},
    {"said-promises", Severity::note,
     "What was promised and does not hold, all of it in expect{0}:", "未达到的约定，详见 expect{0}：", "", "", ""},
    {"said-packed", Severity::note, "Written: {0}, {1} byte{s1}", "已写入 {0}：{1} 字节", "", "", ""},
    {"said-written", Severity::note, "Written to {0}: {1} file{s1}", "已写入 {0}：{1} 个文件", "", "", ""},
    {"said-kept", Severity::note, "Kept in {0}: {1} officer{s1}, {2} issue{s2} in the data",
     "已存入 {0}：{1} 人，数据问题 {2} 个", "", "", ""},
    {"said-sampled", Severity::note,
     "Written to {0}: {1} file{s1}. To score them:", "已写入 {0}：{1} 个文件。计分命令：", "", "", ""},
    {"said-reading", Severity::note, "reading", "读取数据", "", "", ""},
    {"said-scoring", Severity::note, "scoring", "计分", "", "", ""},
    {"said-making", Severity::note, "making data", "生成数据", "", "", ""},
    {"said-writing", Severity::note, "writing files", "写出文件", "", "", ""},
    {"said-passed", Severity::note, "ok", "通过", "", "", ""},
    {"said-failed", Severity::note, "FAILED", "失败", "", "", ""},
    {"said-difference", Severity::note, "{0}: {1} {2} {3}: expected {4}, got {5}",
     "{0}：{1} {2} 的 {3} 应为 {4}，实为 {5}", "", "", ""},
    {"said-nothing", Severity::note, "nothing", "无", "", "", ""},
    {"said-tests", Severity::note, "{0} test{s0}, {1} failed", "{0} 个测试，{1} 个失败", "", "", ""},
    {"said-coverage", Severity::note,
     "The tests touch {0} of {1} thing{s1}; not:", "测试涉及 {1} 处中的 {0} 处；未涉及：", "", "", ""},
    {"said-coverage-whole", Severity::note, "The tests touch {0} of {1} thing{s1}", "测试涉及 {1} 处中的 {0} 处", "",
     "", ""},
    {"said-mutations", Severity::note,
     "{1} change{s1} tried, {0} unnoticed by the tests:", "改动 {1} 处，测试未发现 {0} 处：", "", "", ""},
    {"said-mutations-noticed", Severity::note, "{1} change{s1} tried, {0} unnoticed by the tests",
     "改动 {1} 处，测试未发现 {0} 处", "", "", ""},
    {"said-equal", Severity::note, "All equal: rulebook, inputs and results are those of the receipt",
     "全部一致：考核办法、数据和结果均与回执相符", "", "", ""},
    {"said-required", Severity::note, "{0} (required)", "{0}（必填）", "", "", ""},
    {"said-no-output", Severity::note, "cwp: the output could not be written", "cwp：无法写出结果", "", "", ""},
    {"said-no-memory", Severity::note, "cwp: not enough memory", "cwp：内存不足", "", "", ""},

    // What `cwp forms` shows as the value of a key.
    {"shape-formula", Severity::note, "formula", "公式", "", "", ""},
    {"shape-table", Severity::note, "[[key, value], …]", "[[数值, 得分], …]", "", "", ""},
    {"shape-formulas", Severity::note, "[formula, …]", "[公式, …]", "", "", ""},
    {"shape-worths", Severity::note, "{name: formula, …}", "{名称: 公式, …}", "", "", ""},
    {"shape-limits", Severity::note, "{name: [low, high], …}", "{名称: [下限, 上限], …}", "", "", ""},
    {"shape-names", Severity::note, "attribute | [attribute, …] | all", "属性 | [属性, …] | all", "", "", ""},
    {"shape-ranks", Severity::note, "[[rank, formula], [first..last, formula], …]",
     "[[名次, 公式], [名次..名次, 公式], …]", "", "", ""},

    // What came up in no test: cwp test --coverage.
    {"cover-item", Severity::note, "{0} had no points", "{0} 没有得分", "", "", ""},
    {"cover-loss", Severity::note, "{0} lost no marks", "{0} 没有扣分", "", "", ""},
    {"cover-branch", Severity::note, "never held: {0}", "从未成立：{0}", "", "", ""},
    {"cover-otherwise", Severity::note, "always held: {0}", "一直成立：{0}", "", "", ""},
    {"cover-band", Severity::note, "no figure in the band from {0} on", "没有数值落在 {0} 起的一档", "", "", ""},
    {"cover-bonus", Severity::note, "{0} was always 0", "{0} 一直为 0", "", "", ""},
    {"cover-penalty", Severity::note, "{0} was always 0", "{0} 一直为 0", "", "", ""},
    {"cover-veto", Severity::note, "{0} was never in force", "{0} 从未生效", "", "", ""},
    {"cover-level", Severity::note, "{0} was never given", "{0} 从未评定", "", "", ""},
    {"cover-award", Severity::note, "{0} went to nobody", "{0} 无人获得", "", "", ""},

    // cwp score --profile.
    {"profile", Severity::note, "profile", "耗时", "", "", ""},
    {"profile-reading", Severity::note, "reading the data", "读取数据", "", "", ""},
    {"profile-gather", Severity::note, "aggregates across officers", "跨人员汇总", "", "", ""},
    {"profile-figures", Severity::note, "figures", "计分", "", "", ""},
    {"profile-standing", Severity::note, "rankings, grades, awards", "排名、等次、奖惩", "", "", ""},
    {"profile-writing", Severity::note, "writing", "写入文件", "", "", ""},
    {"profile-officers", Severity::note,
     "officers: {0}; in lanes: {1} (cohorts: {2}; unlike the others somewhere: {3}); one by one: {4}",
     "{0} 人：成批计算 {1} 人（{2} 组，其中 {3} 人有与众不同之处），逐人计算 {4} 人", "", "", ""},
    {"profile-cells", Severity::note, "{0} figures of the officers in lanes, {1} of them judged exactly ({2} %)",
     "成批计算的人员共 {0} 个数值，其中逐个精算 {1} 个（{2} %）", "", "", ""},
    {"profile-steps", Severity::note,
     "{0} steps: {1} in lanes of 2 bytes, {2} of 4, {3} of 8, {4} of 16; blocks of {5}, {6} bytes live for each "
     "officer",
     "{0} 步：2 字节 {1} 步，4 字节 {2} 步，8 字节 {3} 步，16 字节 {4} 步；每批 {5} 人，每人占用 {6} 字节", "", "", ""},
    {"profile-schedule", Severity::note,
     "figures of the schedule: {0} in lanes, {1} the same for everyone, {2} judged first",
     "计算项：成批计算 {0} 项，各人相同 {1} 项，先逐人计算 {2} 项", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> command_rows() { return kRows; }

}  // namespace cwp
