// The clauses of aggregates and the families of functions, for people.

#include <algorithm>
#include <array>
#include <iterator>

#include "cwp/function_catalog.hpp"

namespace cwp {
namespace {

constexpr ClauseDoc kClauses[] = {
    {"per GRAIN", "each period of this kind gives one value: day, week, month, quarter, half, year",
     "按该周期逐期取值：day、week、month、quarter、half、year", "sum(min(visits, 10) per week)"},
    {"over last N", "the last N inner periods up to the end of the outer one, also from before its start",
     "截至外层周期末的最近 N 个内层周期，可早于外层周期的起点", "mean(total per month over last 3)"},
    {"over GRAIN to date",
     "from the first inner period of the containing year (quarter …) up to the end of the outer one",
     "自所在年度（季度等）的第一个内层周期起，至外层周期末", "sum(visits per month over year to date)"},
    {"by NAME, … or by all", "across officers: those with the same values of these attributes, or all",
     "跨人员：属性值相同的人员为一组；by all 为全体", "mean(visits by station)"},
    {"where CONDITION", "only the inner periods (with by: the officers) for which the condition holds",
     "只取符合条件的内层周期；与 by 同用时，只取符合条件的人员", "mean(visits by station where duty_days >= 10)"},
};

struct Family {
  std::string_view en, zh;
};
constexpr Family kFamilies[] = {
    {"arithmetic", "算术"},   {"choice", "选择与比较"}, {"rates", "比率"},
    {"tables", "分档与查表"}, {"over time", "跨周期"},  {"across officers", "跨人员"},
    {"absent", "有无数值"},   {"dates", "日期与天数"},  {"forms", "由计分形式转换而来"},
};

}  // namespace

std::vector<ClauseDoc> clauses() { return {std::begin(kClauses), std::end(kClauses)}; }

std::string_view family_title(std::string_view family, Language language) {
  const auto found = std::ranges::find(kFamilies, family, &Family::en);
  return found != std::end(kFamilies) && language == Language::zh ? found->zh : family;
}

}  // namespace cwp
