// Batches: their shape, and who releases them.

#include "arrow/arrow_batch.hpp"

#include <gtest/gtest.h>

#include "arrow/made_arrow.hpp"

namespace cwp {
namespace {

std::string refusal_of(Exported batch) {
  Releases releases;
  Exported counted = std::move(batch).counted(releases);
  const Result<ArrowBatch> taken = ArrowBatch::take(&counted.array, &counted.schema);
  EXPECT_EQ(releases.arrays, taken.ok() ? 0 : 1);
  EXPECT_EQ(releases.schemas, taken.ok() ? 0 : 1);
  std::string text;
  for (const Diagnostic& problem : taken.diagnostics())
    text += std::string(problem.slug) + " " + (problem.arguments.empty() ? "" : problem.arguments[0]) + "\n";
  return text;
}

TEST(ArrowBatches, AreReleasedOnceWhenTheLastCopyGoes) {
  Releases releases;
  {
    Exported made = record_of(2).with(column_of<std::uint8_t>("C", "a", {1, 2})).counted(releases);
    Result<ArrowBatch> taken = ArrowBatch::take(&made.array, &made.schema);
    EXPECT_EQ(made.array.release, nullptr);
    EXPECT_EQ(made.schema.release, nullptr);
    {
      const ArrowBatch copy = taken.value();
      taken = Diagnostic();
      EXPECT_EQ(copy.rows(), 2U);
      EXPECT_EQ(copy.names(), std::vector<std::string>{"a"});
      EXPECT_EQ(releases.arrays + releases.schemas, 0);
    }
    EXPECT_EQ(releases.arrays, 1);
    EXPECT_EQ(releases.schemas, 1);
  }
  EXPECT_EQ(releases.arrays, 1);
}

TEST(ArrowBatches, ThatAreBorrowedAreNotReleased) {
  Releases releases;
  {
    Exported made = record_of(0).counted(releases);
    { EXPECT_EQ(ArrowBatch::borrow(made.array, made.schema).value().rows(), 0U); }
    EXPECT_EQ(releases.arrays + releases.schemas, 0);
  }
  EXPECT_EQ(releases.arrays, 1);
}

TEST(ArrowBatches, ASingleArrayIsABatchOfOneColumn) {
  const ArrowBatch batch = column_of<std::int64_t>("l", "visits", {1, 2, 3}).taken();
  EXPECT_EQ(batch.rows(), 3U);
  EXPECT_EQ(batch.names(), std::vector<std::string>{"visits"});
}

TEST(ArrowBatches, WhatIsReleasedOrNotThereIsAnError) {
  Exported made = record_of(0);
  { const auto taken = ArrowBatch::take(&made.array, &made.schema); }
  const auto again = ArrowBatch::take(&made.array, &made.schema);
  ASSERT_EQ(again.diagnostics().size(), 1U);
  EXPECT_EQ(message(again.diagnostics()[0]), "the Arrow array or its schema is not there, or has been released");
  EXPECT_FALSE(ArrowBatch::borrow(made.array, made.schema).ok());
  Releases releases;
  Exported other = record_of(0).counted(releases);
  EXPECT_FALSE(ArrowBatch::take(&other.array, nullptr).ok());
  EXPECT_EQ(releases.arrays, 1);  // taken over, whatever comes of it
  EXPECT_FALSE(ArrowBatch::take(nullptr, &other.schema).ok());
  EXPECT_EQ(releases.schemas, 1);
}

TEST(ArrowBatches, WhatIsNotAsItsFormatSaysIsAnErrorAndReleased) {
  const auto column = [](const char* format, std::int64_t length, std::vector<Bytes> buffers, std::int64_t offset = 0) {
    return refusal_of(Exported(format, "x", length, std::move(buffers), offset));
  };
  EXPECT_EQ(column("C", 1, {{}, {1}}), "");
  EXPECT_EQ(column("C", 1, {{1}}), "arrow-malformed x\n");           // no values
  EXPECT_EQ(column("C", 1, {{}, {}}), "arrow-malformed x\n");        // values nowhere
  EXPECT_EQ(column("C", 1, {{}, {1}, {1}}), "arrow-malformed x\n");  // a buffer too many
  EXPECT_EQ(column("u", 1, {{}, {0}}), "arrow-malformed x\n");       // no characters
  EXPECT_EQ(column("C", -1, {{}, {1}}), "arrow-malformed x\n");
  EXPECT_EQ(column("C", 1, {{}, {1}}, -1), "arrow-malformed x\n");
  EXPECT_EQ(column("C", INT64_MAX, {{}, {1}}, 1), "arrow-malformed x\n");
  EXPECT_EQ(refusal_of(record_of(3).with(column_of<std::uint8_t>("C", "short", {1, 2}))), "arrow-malformed short\n");
  EXPECT_EQ(refusal_of(record_of(1, 2).with(column_of<std::uint8_t>("C", "short", {1, 2}))), "arrow-malformed short\n");
  // All are reported.
  EXPECT_EQ(refusal_of(record_of(1).with({"u", "a", 1, {{}}}).with({"C", "b", 1, {{}, {1}}}).with({"l", "c", 1, {}})),
            "arrow-malformed a\narrow-malformed c\n");
  // A dictionary of texts, whose numbers are no integers.
  EXPECT_EQ(refusal_of(column_of<double>("g", "x", {0}).of(texts_of("", {"a"}))), "arrow-malformed x\n");
}

TEST(ArrowBatches, ChildrenOfArrayAndSchemaAreAsMany) {
  Exported made = record_of(1).with(column_of<std::uint8_t>("C", "a", {1}));
  made.schema.n_children = 0;
  EXPECT_FALSE(ArrowBatch::borrow(made.array, made.schema).ok());
  made.schema.n_children = 1;
  EXPECT_TRUE(ArrowBatch::borrow(made.array, made.schema).ok());
}

TEST(ArrowBatches, NullsAreThoseOfTheColumnAndOfTheStructAroundIt) {
  // Rows 3 … 12 of the batch; the column itself begins at its third value.
  const ArrowBatch batch = record_of(10, 3, bits("0001111111110"))  // the last row is null
                               .with({"C",
                                      "a",
                                      13,
                                      {bits("000001110111111"
                                            "1"),
                                       Bytes(15, 7)},
                                      2})
                               .taken();
  std::string nulls;
  for (std::size_t row = 0; row < batch.rows(); ++row) nulls += batch.state()->columns[0].is_null(row) ? 'x' : '.';
  EXPECT_EQ(nulls, "...x.....x");
}

TEST(ArrowBatches, ANullCountOfNoneOutweighsTheBitmap) {
  const ArrowBatch batch = Exported("C", "a", 3, {bits("000"), {1, 2, 3}}, 0, 0).taken();
  EXPECT_FALSE(batch.state()->columns[0].is_null(1));
}

TEST(ArrowBatches, ColumnsOfOtherTypesMayBeThere) {
  EXPECT_EQ(refusal_of(record_of(1).with({"tdD", "day", 1, {{}, {0, 0, 0, 0}}}).with({"+us:0", "either", 1, {{0}}})),
            "");
}

}  // namespace
}  // namespace cwp
