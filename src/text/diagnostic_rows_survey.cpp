#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// What data show: `cwp check --inputs`. The figures are in the words; what is an estimate says so.
constexpr DiagnosticRow kRows[] = {
    {"data-all-full", Severity::warning, "'{0}' tells nobody apart: {1} of {2} figures have full marks, {3}",
     "“{0}”区分不出人员：{2} 个得分中有 {1} 个是满分，占 {3}", "ask for more, or give its marks to something else",
     "请提高要求，或把分值用于其他项目", ""},
    {"data-all-nothing", Severity::warning, "'{0}' tells nobody apart: {1} of {2} figures are 0 or less, {3}",
     "“{0}”区分不出人员：{2} 个得分中有 {1} 个是 0 分或以下，占 {3}",
     "ask for less, or look whether its figures arrive", "请降低要求，或检查其数据是否上报", ""},
    {"data-weight-more", Severity::warning,
     "'{0}' has {1} of the full marks and makes about {2} of the differences between officers (by {w3}, {4} cases)",
     "“{0}”占满分的 {1}，却约占人员之间差距的 {2}（按{w3}，{4} 例）",
     "the others are nearly alike for everybody: ask more of them, or give this one fewer marks",
     "其他项目几乎人人相同：请提高其要求，或减少本项分值", ""},
    {"data-weight-less", Severity::warning,
     "'{0}' has {1} of the full marks and makes about {2} of the differences between officers (by {w3}, {4} cases)",
     "“{0}”占满分的 {1}，却只约占人员之间差距的 {2}（按{w3}，{4} 例）",
     "it is nearly alike for everybody: ask more of it, or give it fewer marks",
     "本项几乎人人相同：请提高要求，或减少分值", ""},
    {"data-weight-against", Severity::warning,
     "'{0}' works against the other items: {1} of the full marks, about {2} of the differences (by {w3}, {4} cases)",
     "“{0}”与其他项目相抵：占满分的 {1}，约占差距的 {2}（按{w3}，{4} 例）",
     "whoever has more elsewhere has less here: is that meant?", "其他项目得分高的人，本项得分低：是否有意如此？", ""},
    {"data-items-alike", Severity::warning,
     "'{0}' and '{1}' go together: a correlation of about {2} (by {w3}, {4} cases)",
     "“{0}”与“{1}”同涨同落：相关系数约为 {2}（按{w3}，{4} 例）", "do both measure one thing? it counts twice then",
     "两者是否衡量同一件事？若是则重复计分", ""},
    {"data-few-peers", Severity::warning,
     "in group '{1}' only {0} can be compared in {2}; {3} of {4} groups have fewer than 5",
     "{2}“{1}”中只有 {0} 人相互比较；{4} 组中有 {3} 组不足 5 人", "compare in larger groups", "请在更大的范围内比较",
     ""},
    {"data-metric-stopped", Severity::warning,
     "figures of '{0}' came until {1} and then no more: {2} times a {w3} without any, at most {4} before",
     "“{0}”的数据到 {1} 为止，此后中断：已缺 {2} 个{w3}，此前最多缺 {4} 个", "ask whoever delivers them",
     "请询问数据提供单位", ""},
    {"data-holidays-end", Severity::warning, "holidays are listed up to {0}, and the data go to {1}",
     "节假日只列到 {0} 年，而数据到 {1} 为止", "add the holidays and make-up days of {2}",
     "请添加 {2} 年的节假日与调休上班日", ""},
    {"data-metric-never", Severity::warning, "there is no figure of '{0}' in the data", "数据中没有“{0}”",
     "is its column there, under this name?", "数据中是否有此名称的列？", ""},
    {"data-value-jump", Severity::warning,
     "'{0}' jumps: {1} of its figures above ten times what nineteen of twenty stay below ({2}): {3}",
     "“{0}”有 {1} 个数值超过绝大多数（二十分之十九）上限 {2} 的十倍：{3}", "a slip of typing, or another unit?",
     "是否录入错误，或单位不同？", ""},
    {"data-value-heap", Severity::warning,
     "{1} of the {2} figures of '{0}' are multiples of {3}; about {4} would be usual",
     "“{0}”的 {2} 个数值中有 {1} 是 {3} 的倍数，通常约为 {4}", "are they counted, or estimated?",
     "是计数得来，还是估计的？", ""},
};

}  // namespace

std::span<const DiagnosticRow> survey_rows() { return kRows; }

}  // namespace cwp
