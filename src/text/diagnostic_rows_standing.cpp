#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// Rankings, grades, awards and promises: what cwp::check reports of them.
constexpr DiagnosticRow kRows[] = {
    {"unknown-ranking", Severity::error, "no ranking is named '{0}'", "没有名为“{0}”的排名", "did you mean '{1}'?",
     "您是否想写“{1}”？", "grades: [{id: g, ranking: bureau_yaer, levels: [{id: good}]}]"},
    {"unknown-award-source", Severity::error, "no ranking and no grade set is named '{0}'", "没有名为“{0}”的排名或等次",
     "did you mean '{1}'?", "您是否想写“{1}”？", "awards: [{id: honours, from: bureau_yaer, top: 10}]"},
    {"unknown-level", Severity::error, "the grades '{1}' have no level '{0}'", "等次“{1}”没有“{0}”这一级",
     "did you mean '{2}'?", "您是否想写“{2}”？", "awards: [{id: a, from: year_grade, when: grade = 'goood'}]"},
    {"unknown-veto-level", Severity::error, "no grades of a {1} have a level '{0}'", "按 {1} 的等次中没有“{0}”这一级",
     "did you mean '{2}'? a veto acts on grades whose ranking has the same period",
     "您是否想写“{2}”？否决只作用于同一周期排名的等次",
     "vetoes: [{id: v, per: month, when: late > 3, grade_at_most: fair}]"},
    {"rank-not-known-here", Severity::error, "`rank` is known only in `when` and `pays` of awards and `when` of levels",
     "`rank` 只能用于奖惩的 `when`、`pays` 和等次的 `when`", "rank(x by station) compares officers by a figure",
     "rank(x by station) 可按数值比较人员", "points: 10 - rank"},
    {"grade-not-known-here", Severity::error, "`grade` is known only in `when` and `pays` of awards",
     "`grade` 只能用于奖惩的 `when`、`pays`", "", "", "points: if(grade = 'good', 10, 0)"},
    {"grade-unclear", Severity::error, "`grade` says nothing here: ranking '{0}' has {1} grade sets",
     "此处的 `grade` 含义不明：排名“{0}”有 {1} 套等次", "take the award `from` a grade set",
     "请让奖惩的 `from` 指向一套等次", "awards: [{id: a, from: bureau_month, when: grade = 'good'}]"},
    {"standing-of-other-periods", Severity::error,
     "`{0}` is that of the period at hand and cannot stand inside an aggregate or a lag",
     "`{0}` 只指本期，不能放在汇总函数或回看中", "`in_a_row` says that something must hold several times",
     "连续多期的条件请用 `in_a_row`", "when: rank[-1] <= 3"},
    {"unit-value-differs", Severity::warning,
     "what is ranked may differ between the officers of one {0}; the first of them would decide",
     "同一 {0} 的人员，其排名数值可能不同；将以其中第一人为准", "gather it: mean(total by {0})",
     "请按单位汇总，如 mean(total by {0})", "{id: stations, every: month, unit: station, of: total}"},
    {"level-unreachable", Severity::warning, "level '{0}' is never reached: '{1}' above it takes everybody",
     "“{0}”永远达不到：其上的“{1}”包括所有人", "give '{1}' a condition or a quota", "请为“{1}”加上条件或名额",
     "levels: [{id: good}, {id: fair}]"},
};

}  // namespace

std::span<const DiagnosticRow> standing_rows() { return kRows; }

}  // namespace cwp
