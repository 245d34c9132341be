#pragma once
// The words of the rule language, each with what it stands for: the loader reads them, the schema offers them.

#include <array>
#include <string_view>

#include "cwp/rulebook.hpp"

namespace cwp {

/// A word of the language and what it stands for.
template <class T>
struct RuleWord {
  std::string_view text;
  T value;
  bool later = false;  ///< not in this version: `not-yet`
};

inline constexpr RuleWord<bool> kBooleanWords[] = {{"true", true}, {"false", false}};
inline constexpr RuleWord<RankMethod> kRankMethodWords[] = {{"competition", RankMethod::competition},
                                                            {"dense", RankMethod::dense},
                                                            {"ordinal", RankMethod::ordinal},
                                                            {"fractional", RankMethod::fractional}};
inline constexpr RuleWord<AdjustmentRollUp> kAdjustmentRollUpWords[] = {
    {"sum", AdjustmentRollUp::sum}, {"mean", AdjustmentRollUp::mean}, {"none", AdjustmentRollUp::none}};
inline constexpr RuleWord<bool> kOrderWords[] = {{"descending", false}, {"ascending", true}};
inline constexpr RuleWord<AttributeType> kAttributeTypeWords[] = {{"text", AttributeType::text},
                                                                  {"number", AttributeType::number},
                                                                  {"date", AttributeType::date},
                                                                  {"bool", AttributeType::boolean}};
inline constexpr RuleWord<DutyMeaning> kDutyMeaningWords[] = {
    {"assessed", DutyMeaning::assessed}, {"exempt", DutyMeaning::exempt}, {"rest", DutyMeaning::rest}};
inline constexpr RuleWord<Fold> kFoldWords[] = {{"sum", Fold::sum},     {"mean", Fold::mean}, {"last", Fold::last},
                                                {"first", Fold::first}, {"max", Fold::max},   {"min", Fold::min},
                                                {"count", Fold::count}};
inline constexpr RuleWord<AbsentRule> kAbsentWords[] = {{"zero", AbsentRule::zero},
                                                        {"missing", AbsentRule::missing},
                                                        {"carry", AbsentRule::carry},
                                                        {"error", AbsentRule::error}};
inline constexpr RuleWord<NumberType> kNumberTypeWords[] = {
    {"u8", NumberType::u8},   {"u16", NumberType::u16}, {"u32", NumberType::u32}, {"i32", NumberType::i32},
    {"i64", NumberType::i64}, {"f32", NumberType::f32}, {"f64", NumberType::f64}, {"bool", NumberType::boolean}};
inline constexpr RuleWord<Better> kBetterWords[] = {{"more", Better::more}, {"less", Better::less}};
inline constexpr RuleWord<OnDuplicate> kOnDuplicateWords[] = {
    {"error", OnDuplicate::error}, {"sum", OnDuplicate::sum}, {"last", OnDuplicate::last}, {"max", OnDuplicate::max}};
inline constexpr RuleWord<Combine> kCombineWords[] = {
    {"sum", Combine::sum},   {"scaled", Combine::scaled},       {"capped", Combine::capped},
    {"mean", Combine::mean}, {"geometric", Combine::geometric}, {"min", Combine::min}};
inline constexpr RuleWord<DaysRule> kDaysWords[] = {
    {"duty", DaysRule::duty}, {"workdays", DaysRule::workdays}, {"all", DaysRule::all}};
inline constexpr RuleWord<Prorate> kProrateWords[] = {{"duty", Prorate::duty}, {"present", Prorate::present}};
inline constexpr RuleWord<IfNotApplicable> kNotApplicableWords[] = {
    {"drop", IfNotApplicable::drop}, {"full", IfNotApplicable::full}, {"zero", IfNotApplicable::zero}};
inline constexpr RuleWord<IfMissing> kIfMissingWords[] = {{"zero", IfMissing::zero},
                                                          {"full", IfMissing::full},
                                                          {"drop", IfMissing::drop},
                                                          {"error", IfMissing::error},
                                                          {"peers", IfMissing::peers}};
inline constexpr RuleWord<LineIfMissing> kLineIfMissingWords[] = {{"skip", LineIfMissing::skip},
                                                                  {"fail", LineIfMissing::fail}};
inline constexpr RuleWord<Weekday> kWeekdayWords[] = {
    {"mon", Weekday::monday},          {"tue", Weekday::tuesday},       {"wed", Weekday::wednesday},
    {"thu", Weekday::thursday},        {"fri", Weekday::friday},        {"sat", Weekday::saturday},
    {"sun", Weekday::sunday},          {"monday", Weekday::monday},     {"tuesday", Weekday::tuesday},
    {"wednesday", Weekday::wednesday}, {"thursday", Weekday::thursday}, {"friday", Weekday::friday},
    {"saturday", Weekday::saturday},   {"sunday", Weekday::sunday}};
inline constexpr RuleWord<WeeksInMonth> kWeeksInMonthWords[] = {{"majority", WeeksInMonth::majority},
                                                                {"start", WeeksInMonth::start},
                                                                {"end", WeeksInMonth::end},
                                                                {"split", WeeksInMonth::majority, true}};
inline constexpr RuleWord<QuotaRounding> kQuotaRoundingWords[] = {
    {"floor", QuotaRounding::floor}, {"half_up", QuotaRounding::half_up}, {"ceil", QuotaRounding::ceil}};
inline constexpr RuleWord<QuotaEdge> kQuotaEdgeWords[] = {{"out", QuotaEdge::out}, {"in", QuotaEdge::in}};
inline constexpr RuleWord<WarningIs> kWarningIsWords[] = {
    {"silent", WarningIs::silent}, {"note", WarningIs::note}, {"error", WarningIs::error}};
inline constexpr RuleWord<VetoRanking> kVetoRankingWords[] = {{"exclude", VetoRanking::exclude},
                                                              {"last", VetoRanking::last}};
inline constexpr RuleWord<bool> kHonoursWords[] = {{"none", true}};
inline constexpr RuleWord<bool> kLastsWords[] = {{"year", true}};
inline constexpr RuleWord<Grain> kGrainWords[] = {{"day", Grain::day},     {"week", Grain::week},
                                                  {"month", Grain::month}, {"quarter", Grain::quarter},
                                                  {"half", Grain::half},   {"year", Grain::year}};
inline constexpr RuleWord<Rounding> kRoundingWords[] = {
    {"half_up", Rounding::half_up}, {"half_even", Rounding::half_even}, {"up", Rounding::up},
    {"down", Rounding::down},       {"ceil", Rounding::ceil},           {"floor", Rounding::floor}};
inline constexpr RuleWord<Carry> kCarryWords[] = {{"shown", Carry::shown}, {"exact", Carry::exact}};
inline constexpr RuleWord<AttributesAt> kAttributesAtWords[] = {
    {"end", AttributesAt::end}, {"start", AttributesAt::start}, {"most", AttributesAt::most}};

/// The words alone.
template <const auto& words>
inline constexpr auto kTextsOf = [] {
  std::array<std::string_view, std::size(words)> texts{};
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = words[i].text;
  return texts;
}();

}  // namespace cwp
