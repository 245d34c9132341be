#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

constexpr DiagnosticRow kRows[] = {
    // {0} found and {1} expected in English, {2} and {3} in Chinese
    {"formula-syntax", Severity::error, "expected {1}, found {0}", "此处应为{3}，却是{2}", "", "",
     "ratio(mediated disputes, 1)"},
    {"unclosed-parenthesis", Severity::error, "this '{0}' is never closed", "此处的“{0}”没有与之配对的右括号",
     "write the closing bracket; inside { } and [ ] of YAML put the formula in double quotes",
     "请补上右括号；在 YAML 的 { } 与 [ ] 之内，公式须用双引号括起来", "max(visits, 10"},
    {"text-not-closed", Severity::error, "this text has no closing quote", "此处的文本没有结束的单引号",
     "end the text with '; inside a text a quote is written twice: ''",
     "请以单引号 ' 结束文本；文本之内的单引号写两遍：''", "area = 'urban"},
    {"full-width-character", Severity::error, "'{0}' is a full-width character, which formulas do not have",
     "“{0}”是全角字符，公式中不能使用", "type {1}", "请改输半角字符 {1}", "max（visits, 10）"},
    {"number-format", Severity::error, "'{0}' is not how a number is written", "“{0}”不是规范的数字写法", "write {1}",
     "请写作 {1}", "visits * 010"},
    {"number-too-long", Severity::error, "'{0}' has more than 18 digits", "“{0}”超过 18 位数字",
     "write a number of at most 18 digits, those behind the point included (a percent sign adds two)",
     "数字最多 18 位（含小数位，百分号另计两位）", "1234567890123456789"},
    {"date-format", Severity::error, "'{0}' is not a date from 1900-01-01 to 2200-12-31",
     "“{0}”不是 1900-01-01 至 2200-12-31 之间的日期", "write year-month-day: date '2026-03-01'",
     "请写作 年-月-日：date '2026-03-01'", "joined < date '2026-3-1'"},
    {"formula-too-deep", Severity::error, "the formula is nested more than {0} levels deep here",
     "公式在此处的嵌套超过 {0} 层", "give a part of it a name under values", "请把公式的一部分写成 values 中的命名公式",
     ""},
    {"unknown-grain", Severity::error, "'{0}' is not a kind of period", "“{0}”不是周期类型",
     "one of day, week, month, quarter, half, year",
     "可用的周期：day（日）week（周）month（月）quarter（季）half（半年）year（年）", "mean(total per months)"},
    {"lag-not-positive", Severity::error, "'{0}' is not a number of periods", "“{0}”不是周期个数",
     "write a whole number from 1 on: x[-1] is the period before, over last 3 the last three",
     "请写大于等于 1 的整数：x[-1] 是上一周期，over last 3 是最近三个周期", "visits[-0]"},
    {"clause-twice", Severity::error, "'{0}' is said twice in one call", "同一个函数里“{0}”出现了两次",
     "keep one of them, or nest two functions", "请只保留一个，或改为两个函数嵌套", "mean(visits per week per month)"},
    {"unknown-operator", Severity::error, "'{0}' is not an operator of formulas", "“{0}”不是公式的运算符", "write {1}",
     "请写作 {1}", "visits == 3"},
};

}  // namespace

std::span<const DiagnosticRow> formula_rows() { return kRows; }

}  // namespace cwp
