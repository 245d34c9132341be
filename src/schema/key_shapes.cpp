#include "schema/key_shapes.hpp"

#include "load/rule_words.hpp"

namespace cwp {
namespace {

struct ShapeRow {
  Section section;
  std::string_view key;
  KeyShape shape;
};

constexpr KeyShape word(std::span<const std::string_view> words) { return {Inside::value, {}, words}; }

constexpr ShapeRow kShapes[] = {
    {Section::rulebook, "effective", {Inside::section, Section::effective}},
    {Section::rulebook, "calendar", {Inside::section, Section::calendar}},
    {Section::rulebook, "points", {Inside::section, Section::points}},
    {Section::rulebook, "parameters", {Inside::dated_numbers}},
    {Section::rulebook, "attributes", {Inside::named_sections, Section::attribute}},
    {Section::rulebook, "duty", {Inside::named_words, {}, kTextsOf<kDutyMeaningWords>}},
    {Section::rulebook, "metrics", {Inside::named_sections, Section::metric}},
    {Section::rulebook, "events", {Inside::named_sections, Section::event}},
    {Section::rulebook, "values", {Inside::named_formulas}},
    {Section::rulebook, "categories", {Inside::things, Section::category}},
    {Section::rulebook, "balance", {Inside::named_shares}},
    {Section::rulebook, "groups", {Inside::named_caps, Section::group}},
    {Section::rulebook, "adjustments", {Inside::things, Section::adjustment}},
    {Section::rulebook, "vetoes", {Inside::things, Section::veto}},
    {Section::rulebook, "assessments", {Inside::by_grain, Section::assessment}},
    {Section::rulebook, "rankings", {Inside::things, Section::ranking}},
    {Section::rulebook, "grades", {Inside::things, Section::grade_set}},
    {Section::rulebook, "awards", {Inside::things, Section::award}},
    {Section::rulebook, "expect", {Inside::things, Section::expectation}},
    {Section::rulebook, "tests", {Inside::things, Section::test}},
    {Section::rulebook, "on_warning", {Inside::things, Section::warning}},
    {Section::rulebook, "remove", {Inside::texts}},
    {Section::calendar, "week", {Inside::section, Section::week}},
    {Section::calendar, "month", {Inside::section, Section::month}},
    {Section::calendar, "year", {Inside::section, Section::year}},
    {Section::calendar, "workdays", {Inside::weekdays, {}, kTextsOf<kWeekdayWords>}},
    {Section::calendar, "holidays", {Inside::days}},
    {Section::calendar, "extra_workdays", {Inside::days}},
    {Section::attribute, "one_of", {Inside::texts}},
    {Section::metric, "range", {Inside::two_numbers}},
    {Section::metric, "max", {Inside::formula}},  // a bound, or what is taken of the facts of a day
    {Section::category, "items", {Inside::things, Section::item}},
    {Section::category, "categories", {Inside::things, Section::category}},
    {Section::category, "effective", {Inside::section, Section::effective}},
    {Section::item, "effective", {Inside::section, Section::effective}},
    {Section::adjustment, "effective", {Inside::section, Section::effective}},
    {Section::assessment, "roll_up", {Inside::named_words, {}, kTextsOf<kAdjustmentRollUpWords>}},
    {Section::ranking, "by", {Inside::names}},
    {Section::ranking, "ties", {Inside::formulas}},
    {Section::grade_set, "levels", {Inside::things, Section::level}},
    {Section::level, "at_most", {Inside::quota}},
    {Section::level, "by", {Inside::names}},
    {Section::award, "top", {Inside::quota}},
    {Section::award, "bottom", {Inside::quota}},
    {Section::award, "pays", {Inside::payment, Section::pool}},
    {Section::expectation, "by", {Inside::names}},
    {Section::event, "columns", {Inside::named_columns, Section::event_column}},
    {Section::event_column, "range", {Inside::two_numbers}},
    {Section::event_column, "one_of", {Inside::texts}},
    {Section::test, "officers", {Inside::officers}},
    {Section::test, "duty", {Inside::things, Section::test_duty}},
    {Section::test, "metrics", {Inside::figures}},
    {Section::test, "events", {Inside::facts}},
    {Section::test, "data", {Inside::section, Section::test_data}},
    {Section::test, "expect", {Inside::expectations}},
    {Section::rulebook, "attributes_at", word(kTextsOf<kAttributesAtWords>)},
    {Section::calendar, "weeks_in_month", word(kTextsOf<kWeeksInMonthWords>)},
    {Section::week, "starts", word(kTextsOf<kWeekdayWords>)},
    {Section::points, "rounding", word(kTextsOf<kRoundingWords>)},
    {Section::points, "carry", word(kTextsOf<kCarryWords>)},
    {Section::category, "rounding", word(kTextsOf<kRoundingWords>)},
    {Section::category, "carry", word(kTextsOf<kCarryWords>)},
    {Section::item, "rounding", word(kTextsOf<kRoundingWords>)},
    {Section::item, "carry", word(kTextsOf<kCarryWords>)},
    {Section::adjustment, "rounding", word(kTextsOf<kRoundingWords>)},
    {Section::adjustment, "carry", word(kTextsOf<kCarryWords>)},
    {Section::assessment, "rounding", word(kTextsOf<kRoundingWords>)},
    {Section::assessment, "carry", word(kTextsOf<kCarryWords>)},
    {Section::attribute, "type", word(kTextsOf<kAttributeTypeWords>)},
    {Section::attribute, "attributes_at", word(kTextsOf<kAttributesAtWords>)},
    {Section::metric, "per", word(kTextsOf<kGrainWords>)},
    {Section::item, "per", word(kTextsOf<kGrainWords>)},
    {Section::adjustment, "per", word(kTextsOf<kGrainWords>)},
    {Section::veto, "per", word(kTextsOf<kGrainWords>)},
    {Section::expectation, "per", word(kTextsOf<kGrainWords>)},
    {Section::ranking, "every", word(kTextsOf<kGrainWords>)},
    {Section::metric, "fold", word(kTextsOf<kFoldWords>)},
    {Section::metric, "absent", word(kTextsOf<kAbsentWords>)},
    {Section::metric, "type", word(kTextsOf<kNumberTypeWords>)},
    {Section::metric, "better", word(kTextsOf<kBetterWords>)},
    {Section::metric, "on_duplicate", word(kTextsOf<kOnDuplicateWords>)},
    {Section::category, "combine", word(kTextsOf<kCombineWords>)},
    {Section::category, "beyond_full", word(kTextsOf<kBooleanWords>)},
    {Section::item, "days", word(kTextsOf<kDaysWords>)},
    {Section::item, "prorate", word(kTextsOf<kProrateWords>)},
    {Section::item, "if_not_applicable", word(kTextsOf<kNotApplicableWords>)},
    {Section::item, "if_missing", word(kTextsOf<kIfMissingWords>)},
    {Section::ranking, "order", word(kTextsOf<kOrderWords>)},
    {Section::ranking, "method", word(kTextsOf<kRankMethodWords>)},
    {Section::veto, "no_score", word(kTextsOf<kBooleanWords>)},
    {Section::veto, "ranking", word(kTextsOf<kVetoRankingWords>)},
    {Section::veto, "honours", word(kTextsOf<kHonoursWords>)},
    {Section::veto, "lasts", word(kTextsOf<kLastsWords>)},
    {Section::level, "edge", word(kTextsOf<kQuotaEdgeWords>)},
    {Section::level, "quota_rounding", word(kTextsOf<kQuotaRoundingWords>)},
    {Section::award, "edge", word(kTextsOf<kQuotaEdgeWords>)},
    {Section::award, "quota_rounding", word(kTextsOf<kQuotaRoundingWords>)},
    {Section::award, "progress", word(kTextsOf<kBooleanWords>)},
    {Section::test_duty, "withdrawn", word(kTextsOf<kBooleanWords>)},
    {Section::warning, "is", word(kTextsOf<kWarningIsWords>)},
    {Section::event_column, "type", word(kTextsOf<kAttributeTypeWords>)},
};

}  // namespace

KeyShape shape_of(Section section, std::string_view key) {
  for (const ShapeRow& row : kShapes)
    if (row.section == section && row.key == key) return row.shape;
  return {};
}

}  // namespace cwp
