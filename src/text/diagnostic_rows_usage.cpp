#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// Wrong use of the command line. Of what CLI11 says itself, the English wording is CLI11's: sayings.cpp knows it by
// that.
constexpr DiagnosticRow kRows[] = {
    {"usage-of", Severity::note, "cwp {0}: {1}", "cwp {0}：{w1}", "", "", ""},
    {"usage-help", Severity::note, "Run with --help for more information", "加 --help 可查看用法", "", "", ""},
    {"usage-no-data", Severity::note, "no data: give --inputs DIR, or --roster CSV and --metrics CSV...",
     "没有数据：请给出 --inputs DIR，或 --roster CSV 和 --metrics CSV...", "", "", ""},
    {"usage-no-period", Severity::note, "--period: the calendar has no period '{0}'", "--period：日历中没有周期“{0}”",
     "", "", ""},
    {"usage-attribute-near", Severity::note, "--by: the rulebook has no attribute '{0}'; did you mean '{1}'?",
     "--by：考核办法中没有属性“{0}”；您是否想写“{1}”？", "", "", ""},
    {"usage-attribute", Severity::note, "--by: the rulebook has no attribute '{0}'", "--by：考核办法中没有属性“{0}”",
     "", "", ""},
    {"usage-backwards", Severity::note, "--to {0} is before --from {1}", "--to {0} 早于 --from {1}", "", "", ""},
    {"usage-kept-rows", Severity::note, "--known-at: a state keeps all rows; cwp score shows what was known on a day",
     "--known-at：状态保存全部数据行；某日已知的结果请用 cwp score 查看", "", "", ""},
    {"usage-nothing-later", Severity::note, "nothing to compare with: give --known-at DATE, or --against-inputs DIR",
     "没有可比较的数据：请给出 --known-at DATE 或 --against-inputs DIR", "", "", ""},
    {"usage-against", Severity::note, "--against {0} is before --known-at {1}", "--against {0} 早于 --known-at {1}", "",
     "", ""},
    {"usage-first-or-last", Severity::note, "give one of --first N and --last N", "请写 --first N 或 --last N 之一", "",
     "", ""},
    {"usage-since", Severity::note, "--since {0} is no earlier period of the kind of --period {1}",
     "--since {0} 不是早于 --period {1} 的同类周期", "", "", ""},
    {"usage-ranking-unknown", Severity::note, "--ranking: the rulebook has no ranking '{0}', but {1}",
     "--ranking：考核办法中没有排名“{0}”，有：{1}", "", "", ""},
    {"usage-ranking-grain", Severity::note, "--ranking: '{0}' does not rank periods such as {1}",
     "--ranking：“{0}”不是按 {1} 这类周期排名", "", "", ""},
    {"usage-ranking-none", Severity::note, "the rulebook has no ranking of periods such as {0}",
     "考核办法没有按 {0} 这类周期的排名", "", "", ""},
    {"usage-ranking-which", Severity::note, "the rulebook has several rankings of periods such as {0}: --ranking {1}",
     "考核办法按 {0} 这类周期有多个排名，请指明 --ranking：{1}", "", "", ""},
    {"usage-date", Severity::note, "a date is wanted, 2026-03-01, not '{0}'", "应为日期，如 2026-03-01，而不是“{0}”",
     "", "", ""},
    {"usage-dates", Severity::note, "two dates are wanted, 2026-03-01..2026-03-31, not '{0}'",
     "应为两个日期，如 2026-03-01..2026-03-31，而不是“{0}”", "", "", ""},
    {"usage-facts", Severity::note, "a table and its file are wanted, arrests=march.csv, not '{0}'",
     "应为事件表及其文件，如 arrests=march.csv，而不是“{0}”", "", "", ""},
    {"usage-grain", Severity::note, "there is no grain '{0}': day, week, month, quarter, half, year",
     "没有周期“{0}”，可用：day、week、month、quarter、half、year", "", "", ""},
    {"usage-table", Severity::note, "there is no table '{0}': {1}", "没有结果表“{0}”，可用：{1}", "", "", ""},
    {"usage-isa", Severity::note, "there is no instruction set '{0}': best, baseline, avx2, avx512",
     "没有指令集“{0}”，可用：best、baseline、avx2、avx512", "", "", ""},
    {"usage-no-isa", Severity::note, "this processor has no {0}", "本机处理器不支持 {0}", "", "", ""},
    {"usage-no-command", Severity::note, "A subcommand is required", "请写明子命令", "", "", ""},
    {"usage-command-near", Severity::note, "cwp has no command '{0}'; did you mean '{1}'?",
     "cwp 没有子命令“{0}”；您是否想写“{1}”？", "", "", ""},
    {"usage-command", Severity::note, "cwp has no command '{0}', but {1}", "cwp 没有子命令“{0}”，有：{1}", "", "", ""},
    {"usage-option-near", Severity::note, "there is no option '{0}'; did you mean '{1}'?",
     "没有选项“{0}”；您是否想写“{1}”？", "", "", ""},
    {"usage-option-none", Severity::note, "there is no option '{0}'", "没有选项“{0}”", "", "", ""},
    {"usage-required", Severity::note, "{0} is required", "缺少 {0}", "", "", ""},
    {"usage-extra", Severity::note, "The following argument was not expected: {0}", "无法识别：{0}", "", "", ""},
    {"usage-extras", Severity::note, "The following arguments were not expected: {0}", "无法识别：{0}", "", "", ""},
    {"usage-excludes", Severity::note, "{0} excludes {1}", "{0} 与 {1} 不能同用", "", "", ""},
    {"usage-requires", Severity::note, "{0} requires {1}", "用 {0} 时必须写 {1}", "", "", ""},
    {"usage-not-in", Severity::note, "{0}: {1} not in {{2}}", "{0}：“{1}”不是允许的值，可用：{2}", "", "", ""},
    {"usage-not-in-range", Severity::note, "{0}: Value {1} not in range {2} to {3}", "{0}：{1} 不在 {2} 至 {3} 之间",
     "", "", ""},
    {"usage-missing", Severity::note, "{0}: {1} required {2} missing", "{0}：缺少 {1} 个值（{2}）", "", "", ""},
    {"usage-at-least", Severity::note, "{0}: At least {1} required but received {2}",
     "{0}：至少要 {1} 个值，只有 {2} 个", "", "", ""},
    {"usage-at-most", Severity::note, "{0}: At Most {1} required but received {2}", "{0}：至多 {1} 个值，却有 {2} 个",
     "", "", ""},
    {"usage-unconverted", Severity::note, "Could not convert: {0} = {1}", "{0} 的值“{1}”无法识别", "", "", ""},
    {"usage-option", Severity::note, "{0}: {1}", "{0}：{w1}", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> usage_rows() { return kRows; }

}  // namespace cwp
