#include "data/finish_dataset.hpp"

#include <gtest/gtest.h>

#include "data/built_data.hpp"

namespace cwp {
namespace {

TEST(FinishDataset, ASpanThatEndsBeforeItBeginsIsAnError) {
  BuiltData rows;
  rows.builder.set_span({*Day::parse("2026-03-31"), *Day::parse("2026-03-01")});
  const Result<Dataset> data = rows.builder.finish();
  ASSERT_FALSE(data.ok());
  EXPECT_EQ(data.diagnostics()[0].slug, "span-backwards");
}

TEST(FinishDataset, ASpanThatIsFarFromAllDatesIsAnError) {
  const Day march = *Day::parse("2026-03-01");
  for (const DayRange span : {DayRange{march, Day{INT32_MAX}}, DayRange{Day{INT32_MIN}, march},
                              DayRange{Day{INT32_MAX}, Day{INT32_MIN}}, DayRange{march, kLastDay + 367}}) {
    BuiltData rows;
    rows.officer("ann");
    rows.builder.set_span(span);
    const Result<Dataset> data = rows.builder.finish();
    ASSERT_FALSE(data.ok());
    EXPECT_EQ(data.diagnostics()[0].slug, "span-far-outside");
  }
  EXPECT_FALSE(span_problem({kFirstDay, kLastDay}));
}

TEST(FinishDataset, IssuesComeByPlaceAndEachOnce) {
  BuiltData rows;
  rows.officer("ann");
  rows.builder.add_metric("eve", "2026-03-02", "hours", "1", {1, 9});
  rows.builder.add_metric("eve", "2026-03-02", "visits", "1", {1, 9});  // one wide row
  rows.builder.add_metric("eve", "2026-03-01", "visits", "1", {1, 4});
  EXPECT_EQ(BuiltData::issues(rows.builder.finish().value()),
            "metrics.csv:4 officer-not-in-roster\nmetrics.csv:9 officer-not-in-roster\n");
}

TEST(FinishDataset, TheBuilderIsEmptyAfterwards) {
  BuiltData rows;
  rows.officer("ann");
  EXPECT_EQ(rows.builder.finish().value().officer_count(), 1U);
  EXPECT_EQ(rows.builder.finish().value().officer_count(), 0U);
}

}  // namespace
}  // namespace cwp
