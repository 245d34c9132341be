// What changed between two Datasets: the figures and officers that differ and no others.

#include "scorer/data_change.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "checked_text.hpp"

namespace cwp {
namespace {

constexpr const char* kChangedRules = R"yaml(cwp: 1
id: changed
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {type: u16}
  survey: {per: month, fold: last}
categories:
  - id: work
    items: [{id: seen, per: day, full: 10, points: visits}, {id: asked, per: month, full: 10, points: survey}]
assessments: {month: {}}
)yaml";

class DataChangeTest : public testing::Test {
 protected:
  DataChangeTest() : rules_(checked_text(kChangedRules)) {}

  using Rows = std::function<void(DatasetBuilder&)>;
  /// Ann and Bob with two days of visits and a survey, and more.
  Dataset data(const Rows& more, const char* first = "2026-03-01") const {
    DatasetBuilder builder(rules_);
    builder.set_span({*Day::parse(first), *Day::parse("2026-03-31")});
    for (const char* officer : {"ann", "bob"}) {
      builder.add_officer(officer, {}, {}, {{"station", "A"}});
      builder.add_metric(officer, "2026-03-02", "visits", "2");
      builder.add_metric(officer, "2026-03-03", "visits", "3");
      builder.add_metric(officer, "2026-03", "survey", "7.5");
    }
    more(builder);
    return builder.finish().value();
  }
  /// From the data alone to those with these rows: `everything`, or `OFFICER: whole`, `OFFICER: METRIC@PERIOD …`.
  std::string change(const Rows& more, const char* first = "2026-03-01") const {
    return change(data([](DatasetBuilder&) {}), data(more, first));
  }
  std::string change(const Dataset& before, const Dataset& after) const {
    const DataChange found = change_between(before.state(), after.state());
    std::string text = found.everything ? "everything" : "";
    for (const auto& [officer, one] : found.officers) {
      text += std::string(after.officer_key(officer)) + ":" + (one.whole ? " whole" : "");
      for (const auto& [metric, period] : one.figures) {
        const Metric& changed = rules_.rulebook().metrics[metric];
        text += " " + changed.id.value + "@" + rules_.calendar().label({changed.per.value, period});
      }
      text += "\n";
    }
    return text;
  }
  static Rows figure(const char* officer, const char* date, const char* metric, const char* value) {
    return
        [=](DatasetBuilder& rows) { rows.add_metric(officer, date, metric, value, {}, {*Day::parse("2026-04-01")}); };
  }

  CheckedRulebook rules_;
};

TEST_F(DataChangeTest, OfTheSameRowsIsNone) {
  EXPECT_EQ(change([](DatasetBuilder&) {}), "");
}

TEST_F(DataChangeTest, FiguresThatAreNewGoneOrOtherwiseAreNamed) {
  EXPECT_EQ(change(figure("bob", "2026-03-02", "visits", "4")), "bob: visits@2026-03-02\n");
  EXPECT_EQ(change(figure("ann", "2026-03-02", "visits", "2")), "") << "the same figure, out of another row";
  EXPECT_EQ(change(figure("ann", "2026-03", "survey", "8")), "ann: survey@2026-03\n");
  const Rows three = [](DatasetBuilder& rows) {
    for (const char* date : {"2026-03-01", "2026-03-09"}) rows.add_metric("ann", date, "visits", "1");
    rows.add_metric("bob", "2026-03-04", "visits", "1");
  };
  EXPECT_EQ(change(three), "ann: visits@2026-03-01 visits@2026-03-09\nbob: visits@2026-03-04\n");
  EXPECT_EQ(change(data(three), data([](DatasetBuilder&) {})),
            "ann: visits@2026-03-01 visits@2026-03-09\nbob: visits@2026-03-04\n");
}

TEST_F(DataChangeTest, AFigureThatIsRefusedIsAnotherOne) {
  EXPECT_EQ(change([](DatasetBuilder& rows) { rows.add_metric("ann", "2026-03-05", "visits", "-1"); }),
            "ann: visits@2026-03-05\n");
}

TEST_F(DataChangeTest, DutyPresenceAndAttributesReachTheWholeOfAnOfficer) {
  const Day day = *Day::parse("2026-03-02");
  EXPECT_EQ(change([&](DatasetBuilder& rows) { rows.add_duty("bob", day, day, "leave"); }), "bob: whole\n");
  const auto bob = [&](std::optional<Day> from, const char* station) {
    DatasetBuilder builder(rules_);
    builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
    builder.add_officer("bob", from, {}, {{"station", station}});
    return builder.finish().value();
  };
  EXPECT_EQ(change(bob({}, "A"), bob({}, "A")), "");
  EXPECT_EQ(change(bob({}, "A"), bob({}, "B")), "bob: whole\n");
  EXPECT_EQ(change(bob({}, "A"), bob(day, "A")), "bob: whole\n");
}

TEST_F(DataChangeTest, OtherOfficersOrAnotherBeginningIsEverything) {
  EXPECT_EQ(change([](DatasetBuilder& rows) { rows.add_officer("cid", {}, {}, {}); }), "everything");
  EXPECT_EQ(change([](DatasetBuilder&) {}, "2026-02-28"), "everything");
}

TEST_F(DataChangeTest, FlagsThatTravelWithAValueAreCompared) {
  Value one = Value::of(Rational(1)), other = one;
  EXPECT_TRUE(same_with_flags(one, other));
  for (bool Value::*const flag : {&Value::incomplete, &Value::faulty}) {
    other = one;
    other.*flag = true;
    EXPECT_FALSE(same_with_flags(one, other));
    EXPECT_FALSE(same_with_flags(std::vector{one, one}, std::vector{one, other}));
  }
  other = one;
  other.fault = Fault::negative_amount;
  EXPECT_FALSE(same_with_flags(one, other));
  EXPECT_FALSE(same_with_flags(std::vector{one}, std::vector{one, one}));
}

}  // namespace
}  // namespace cwp
