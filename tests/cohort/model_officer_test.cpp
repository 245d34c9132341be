// The model has what most of a cohort have: days, duty, figures, attributes.

#include "cohort/model_officer.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

constexpr const char* kModelRules = R"yaml(cwp: 1
id: model
attributes: {area: {type: text}}
duty: {leave: exempt}
metrics: {visits: {per: day, type: u16}, cases: {per: day, type: u8}}
categories:
  - {id: work, items: [{id: seen, per: month, full: 10, award: {of: sum(visits) + sum(cases), each: 0.1}}]}
assessments: {month: {}}
)yaml";

Day of_march(int day) { return *Day::from_date(2026, 3, day); }

ModelOfficer model_of(DatasetBuilder& builder, const CheckedRulebook& rules, std::size_t attempt = 0) {
  builder.set_span({of_march(1), of_march(31)});
  static std::optional<Dataset> data;
  data = builder.finish().value();
  const Plan plan = compile(rules);
  const ScoreOptions options;
  const cwp::Run run(plan, *data, options);
  std::vector<std::uint32_t> officers;
  for (std::uint32_t i = 0; i < data->officer_count(); ++i) officers.push_back(i);
  return model_officer(run, officers, attempt);
}

std::string figures(const ModelOfficer& model, std::size_t metric) {
  std::string text;
  for (const MetricCell& cell : model.record->metrics[metric])
    text += (text.empty() ? "" : " ") + Day{cell.period}.to_text().substr(8) + ":" + cell.value.to_text();
  return text;
}

TEST(ModelOfficer, WasPresentAndOnDutyWhereMostWere) {
  const CheckedRulebook rules = checked_text(kModelRules);
  DatasetBuilder builder(rules);
  builder.add_officer("1", {}, {}, {});
  builder.add_officer("2", of_march(10), {}, {});
  builder.add_officer("3", of_march(10), {}, {});
  builder.add_duty("1", of_march(12), of_march(13), "leave");
  builder.add_duty("2", of_march(13), of_march(20), "leave");
  builder.add_duty("3", of_march(25), of_march(26), "leave");
  const ModelOfficer model = model_of(builder, rules);
  ASSERT_EQ(model.record->presence.size(), 1U);
  EXPECT_EQ(model.record->presence[0].days.first, of_march(10));
  ASSERT_EQ(model.record->duty.size(), 1U);
  EXPECT_EQ(model.record->duty[0].days.first, of_march(13));
  EXPECT_EQ(model.record->duty[0].days.last, of_march(13));
}

TEST(ModelOfficer, HasAFigureWhereMostHaveOneHisOwnOrAnothers) {
  const CheckedRulebook rules = checked_text(kModelRules);
  DatasetBuilder builder(rules);
  for (const char* key : {"1", "2", "3"}) builder.add_officer(key, {}, {}, {});
  builder.add_metric("1", "2026-03-02", "visits", "11");
  builder.add_metric("2", "2026-03-02", "visits", "12");
  builder.add_metric("2", "2026-03-03", "visits", "22");
  builder.add_metric("3", "2026-03-03", "visits", "23");
  builder.add_metric("1", "2026-03-04", "visits", "31");  // the only one
  builder.add_metric("1", "2026-03-05", "visits", "x");   // refused
  builder.add_metric("2", "2026-03-05", "visits", "42");
  const ModelOfficer model = model_of(builder, rules);
  EXPECT_EQ(model.number, 0U);
  EXPECT_EQ(figures(model, 0), "02:11 03:22");
  EXPECT_EQ(figures(model, 1), "");
}

TEST(ModelOfficer, HasTheAttributesOfOneWhoHasAsManyAsMost) {
  const CheckedRulebook rules = checked_text(kModelRules);
  DatasetBuilder builder(rules);
  builder.add_officer("1", {}, {}, {});
  builder.add_officer("2", of_march(5), {}, {{"area", "urban"}});
  builder.add_officer("3", {}, {}, {{"area", "rural"}});
  EXPECT_EQ(model_of(builder, rules).number, 2U) << "the one with an area who was there longest";
}

TEST(ModelOfficer, OfAnotherAttemptIsAnotherOfficer) {
  const CheckedRulebook rules = checked_text(kModelRules);
  DatasetBuilder builder(rules);
  for (const char* key : {"1", "2", "3"}) builder.add_officer(key, {}, {}, {});
  EXPECT_EQ(model_of(builder, rules, 2).number, 2U);
}

}  // namespace
}  // namespace cwp
