// Figures about a value of an attribute: who sees them.

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "data/dataset_state.hpp"

namespace cwp {
namespace {

constexpr std::string_view kRules =
    "cwp: 1\nid: about\n"
    "attributes: {station: {}, squad: {type: number}}\n"
    "metrics:\n"
    "  inspection: {about: station, per: month, fold: last, range: [0, 100]}\n"
    "  calls: {about: station}\n"
    "  drills: {about: squad, on_duplicate: sum}\n"
    "categories: [{id: c, items: [{id: i, per: month, points: inspection + calls + drills}]}]\n";

struct TakeAbout : testing::Test {
  CheckedRulebook rules = checked_text(kRules);
  DatasetBuilder builder{rules};
  std::uint32_t line = 1;

  /// ann stays at A, bob moves from A to B on 16 March, cid left A on 20 March, dee is in squad 7.
  TakeAbout() {
    const auto day = [](const char* text) { return *Day::parse(text); };
    builder.add_officer("ann", {}, {}, {{"station", "A"}});
    builder.add_officer("bob", {}, day("2026-03-15"), {{"station", "A"}});
    builder.add_officer("bob", day("2026-03-16"), {}, {{"station", "B"}});
    builder.add_officer("cid", {}, day("2026-03-20"), {{"station", "A"}});
    builder.add_officer("dee", {}, {}, {{"squad", "7.0"}});
  }
  void row(std::string value, std::string_view date, std::string_view metric, std::string_view figure) {
    builder.add_metric(std::move(value), date, metric, figure, {-1, ++line});
  }
  /// `OFFICER VALUE@LINE` for each officer who has a figure of the metric with this number.
  static std::string seen(const Dataset& data, std::size_t metric) {
    std::string text;
    for (const OfficerRecord& officer : data.state().officers)
      for (const MetricCell& cell : officer.metrics[metric]) {
        text += (text.empty() ? "" : ", ") + officer.key + " " + (cell.refused ? "refused" : cell.value.to_text());
        for (const Origin& origin : cell.origins) text += "@" + std::to_string(origin.line);
      }
    return text;
  }
  static std::string issues(const Dataset& data) {
    std::string text;
    for (const RowIssue& issue : data.issues())
      text += (text.empty() ? "" : "; ") + std::to_string(issue.line) + " " + std::string(issue.reason) + " " +
              issue.officer + " " + issue.date + " " + issue.metric + " " + issue.value;
    return text;
  }
};

TEST_F(TakeAbout, AllWhoHaveTheValueOnTheLastDayOfThePeriodSeeIt) {
  row("A", "2026-03", "inspection", "80");
  row("B", "2026-03-02", "inspection", "90");
  const Dataset data = builder.finish().value();
  EXPECT_EQ(seen(data, 0), "ann 80@2, bob 90@3");
  EXPECT_EQ(issues(data), "");
}

TEST_F(TakeAbout, AFigureOfADayIsSeenByThoseOfThatDay) {
  row("A", "2026-03-15", "calls", "3");
  row("A", "2026-03-16", "calls", "4");
  EXPECT_EQ(seen(builder.finish().value(), 1), "ann 3@2, ann 4@3, bob 3@2, cid 3@2, cid 4@3");
}

TEST_F(TakeAbout, NumbersAreComparedAsNumbers) {
  row("7", "2026-03-02", "drills", "1");
  row("7.00", "2026-03-02", "drills", "2");
  EXPECT_EQ(seen(builder.finish().value(), 2), "dee 3@2@3");
}

TEST_F(TakeAbout, AValueThatNobodyHasIsAnIssue) {
  row("C", "2026-03", "inspection", "80");
  row(" ", "2026-03", "inspection", "70");
  row("seven", "2026-03-02", "drills", "1");
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data),
            "2 about-nobody C 2026-03 station ; 3 about-empty  2026-03 station ; "
            "4 value-not-a-number seven 2026-03-02 squad ");
  EXPECT_EQ(data.issues()[0].expected, "station");
  EXPECT_EQ(data.span(), std::nullopt);
}

TEST_F(TakeAbout, AnOfficersKeyIsNoStation) {
  row("ann", "2026-03", "inspection", "80");
  EXPECT_EQ(issues(builder.finish().value()), "2 about-nobody ann 2026-03 station ");
}

TEST_F(TakeAbout, ARefusedFigureIsRefusedForAllAndSaidOnce) {
  row("A", "2026-04", "inspection", "180");
  const Dataset data = builder.finish().value();
  EXPECT_EQ(seen(data, 0), "ann refused@2");
  EXPECT_EQ(issues(data), "2 value-out-of-range A 2026-04 inspection 180");
}

TEST_F(TakeAbout, TwoRowsAboutTheSameAreAnError) {
  row("A", "2026-03", "inspection", "80");
  row("A", "2026-03-31", "inspection", "81");
  const Result<Dataset> data = builder.finish();
  ASSERT_EQ(data.diagnostics().size(), 1u);
  EXPECT_EQ(message(data.diagnostics()[0]), "'inspection' of A for 2026-03 stands twice: in memory and in memory");
}

TEST_F(TakeAbout, RowsStretchTheSpan) {
  row("A", "2026-03-16", "calls", "4");
  row("B", "2026-03-18", "calls", "4");
  EXPECT_EQ(builder.finish().value().span()->last.to_text(), "2026-03-18");
}

}  // namespace
}  // namespace cwp
