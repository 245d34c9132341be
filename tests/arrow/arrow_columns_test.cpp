// From a batch into a ColumnsBuilder: by which names, what is refused, and who releases it.

#include "arrow/column_fixture.hpp"
#include "cwp/score.hpp"

namespace cwp {
namespace {

TEST_F(ArrowColumns, ASliceOfTheBatchIsOneOfItsColumns) {
  const ArrowBatch batch = record_of(2, 1)
                               .with(texts_of("officer", {"zoe", "ann", "bob", "cai"}))
                               .with({"i", "visits", 4, {bits("01101"), bytes<std::int32_t>({9, 9, 1, 2, 9})}, 1})
                               .taken();
  ColumnsBuilder builder(rules, batch.rows());
  add_batch(builder, batch, kInMarch);
  const Dataset data = builder.finish().value();
  EXPECT_EQ(std::string(data.officer_key(0)) + std::string(data.officer_key(1)), "annbob");
  EXPECT_EQ(data.state().officer(0)->metrics[0].at(0).value.to_text(), "1");
  EXPECT_TRUE(data.state().officer(1)->metrics[0].empty());
}

TEST_F(ArrowColumns, TheMemoryIsReleasedOnceWithTheLastThatHoldsIt) {
  Releases releases;
  std::optional<Scores> scores;
  {
    const ArrowBatch batch = record_of(2).with(column_of<std::uint8_t>("C", "hours", {1, 2})).counted(releases).taken();
    ColumnsBuilder builder(rules, 2);
    add_batch(builder, batch, kInMarch);
    ScoreOptions options;
    scores = score(compile(rules), builder.finish().value(), options).value();
  }
  EXPECT_EQ(releases.arrays + releases.schemas, 0) << "a Dataset is read after its batch has gone";
  EXPECT_EQ(scores->data().state().officer(1)->metrics[1].at(0).value.to_text(), "2");
  scores.reset();
  EXPECT_EQ(releases.arrays, 1);
  EXPECT_EQ(releases.schemas, 1);
}

TEST_F(ArrowColumns, AnErrorReleasesToo) {
  Releases releases;
  {
    const ArrowBatch batch = record_of(2).with(column_of<std::uint8_t>("C", "hours", {1, 2})).counted(releases).taken();
    ColumnsBuilder builder(rules, 2);
    add_batch(builder, batch, kInMarch);
    add_batch(builder, batch, kInMarch);
    EXPECT_EQ(errors(builder.finish()), "column-twice: 'hours' has two columns for 2026-03\n");
  }
  EXPECT_EQ(releases.arrays, 1);
}

TEST_F(ArrowColumns, ABatchWithoutRowsIsNobody) {
  const ArrowBatch batch = record_of(0)
                               .with({"u", "officer", 0, {{}, {}, {}}})
                               .with({"i", "visits", 0, {{}, {}}})
                               .with({"i", "area", 0, {{}, {}}})
                               .taken();
  ColumnsBuilder builder(rules, batch.rows());
  add_batch(builder, batch, kInMarch);
  EXPECT_EQ(builder.finish().value().officer_count(), 0U);
}

TEST_F(ArrowColumns, WhatIsWrongIsReportedTogether) {
  const ArrowBatch batch = record_of(2)
                               .with(texts_of("a", {"x", "y"}))
                               .with(column_of<std::uint8_t>("C", "b", {1, 2}))
                               .with(column_of<std::uint8_t>("C", "twice", {1, 2}))
                               .with(column_of<std::uint8_t>("C", "twice", {1, 2}))
                               .with({"tdD", "day", 2, {{}, Bytes(8)}})
                               .with(column_of<std::int8_t>("c", "coded", {0, 0}).of(texts_of("", {"x"})))
                               .taken();
  ColumnsBuilder builder(rules, 2);
  add_figures(builder, batch, "a", "visits", kInMarch);
  add_figures(builder, batch, "coded", "visits", kInMarch);
  add_figures(builder, batch, "c", "visits", kInMarch);
  add_figures(builder, batch, "twice", "visits", kInMarch);
  add_figures(builder, batch, "b", "vists", kInMarch);
  add_figures(builder, batch, "b", "minutes", kInMarch);
  add_figures(builder, batch, "b", "visits", {Grain::week, 2900});
  set_attribute(builder, batch, "day", "area");
  set_attribute(builder, batch, "a", "aera");
  set_keys(builder, batch, "day");
  EXPECT_EQ(errors(builder.finish()),
            "arrow-not-figures: the column 'a' has the Arrow format 'u', which is no figures\n"
            "arrow-not-figures: the column 'coded' has the Arrow format 'c', which is no figures\n"
            "arrow-no-column: the batch has no column 'c' (there are: a, b, twice, twice, day, coded)\n"
            "arrow-column-twice: the batch has two columns 'twice'\n"
            "column-name: 'vists' is no attribute, duty status, or metric that takes figures of officers\n"
            "column-name: 'minutes' is no attribute, duty status, or metric that takes figures of officers\n"
            "column-grain: 'visits' has one figure per month, and the column is of another period\n"
            "arrow-not-texts: the column 'day' has the Arrow format 'tdD', which is no key of officers, or value of an "
            "attribute\n"
            "column-name: 'aera' is no attribute, duty status, or metric that takes figures of officers\n"
            "arrow-not-texts: the column 'day' has the Arrow format 'tdD', which is no key of officers, or value of an "
            "attribute\n");
}

TEST_F(ArrowColumns, ABatchHasARowForEachOfficer) {
  const ArrowBatch batch = record_of(2)
                               .with(texts_of("officer", {"ann", "bob"}))
                               .with(texts_of("area", {"urban", "urban"}))
                               .with(column_of<std::uint8_t>("C", "visits", {1, 2}))
                               .taken();
  ColumnsBuilder builder(rules, 3);
  add_batch(builder, batch, kInMarch);
  EXPECT_EQ(errors(builder.finish()),
            "column-length: the column 'officer' has 2 values, and there are 3 officers\n"
            "column-length: the column 'area' has 2 values, and there are 3 officers\n"
            "column-length: the column 'visits' has 2 values, and there are 3 officers\n");
}

TEST_F(ArrowColumns, ABatchIsTakenByTheNamesOfItsColumns) {
  const ArrowBatch batch = record_of(2)
                               .with(texts_of("officer", {"ann", "bob"}))
                               .with(texts_of("area", {"urban", "rural"}))
                               .with(column_of<std::uint8_t>("C", "visits", {1, 2}))
                               .with(column_of<std::uint8_t>("C", "hours 2026-04", {3, 4}))
                               .with(column_of<std::uint8_t>("C", "entries 2026-03-05", {5, 6}))
                               .taken();
  ColumnsBuilder builder(rules, 2);
  add_batch(builder, batch, kInMarch);
  const Dataset data = builder.finish().value();
  EXPECT_EQ(data.officer_key(1), "bob");
  std::string figures;
  for (const auto& [key, stored] : data.state().columns->figures)
    figures += std::to_string(key.first) + " " + rules.calendar().label(key.second) + " " +
               std::to_string(stored.units(1)) + "\n";
  EXPECT_EQ(figures, "0 2026-03 2\n1 2026-04 4\n3 2026-03-05 6\n");
}

TEST_F(ArrowColumns, ABatchNamesWhatTheRulebookKnowsAndAPeriod) {
  const ArrowBatch batch = record_of(1)
                               .with(column_of<std::uint8_t>("C", "vists", {1}))
                               .with(column_of<std::uint8_t>("C", "visits", {1}))
                               .with(column_of<std::uint8_t>("C", "visits march", {1}))
                               .with(column_of<std::uint8_t>("C", "entries 2026-03", {1}))
                               .with(column_of<std::uint8_t>("C", "", {1}))
                               .with(column_of<std::uint8_t>("C", "", {1}))
                               .taken();
  ColumnsBuilder builder(rules, 1);
  add_batch(builder, batch);
  EXPECT_EQ(errors(builder.finish()),
            "column-name: 'vists' is no attribute, duty status, or metric that takes figures of officers\n"
            "arrow-no-period: the column 'visits' does not say of which period its figures are\n"
            "arrow-no-period: the column 'visits march' does not say of which period its figures are\n"
            "column-grain: 'entries' has one figure per day, and the column is of another period\n"
            "column-name: '' is no attribute, duty status, or metric that takes figures of officers\n"
            "arrow-column-twice: the batch has two columns ''\n");
}

TEST_F(ArrowColumns, SeveralBatchesAreOfTheSameOfficers) {
  const ArrowBatch march = record_of(2)
                               .with(texts_of("officer", {"ann", "bob"}))
                               .with(column_of<std::uint8_t>("C", "visits", {1, 2}))
                               .taken();
  const ArrowBatch others =
      record_of(2).with(texts_of("officer", {"ann", "eve"})).with(texts_of("area", {"", ""})).taken();
  ColumnsBuilder builder(rules, 2);
  add_batch(builder, march, kInMarch);
  add_batch(builder, march, kInMarch + 1);
  add_batch(builder, others);
  set_attribute(builder, others, "area", "area");
  EXPECT_EQ(errors(builder.finish()),
            "arrow-other-officers: the batch is of other officers: row 1 is 'eve', and was 'bob' before\n"
            "arrow-attribute-twice: the attribute 'area' has been given before\n");
}

}  // namespace
}  // namespace cwp
