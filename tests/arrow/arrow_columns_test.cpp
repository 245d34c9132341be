// From a batch into a ColumnsBuilder: what is taken, from where, and what is refused.

#include <gtest/gtest.h>

#include "arrow/made_arrow.hpp"
#include "checked_text.hpp"
#include "cwp/score.hpp"
#include "cwp/write.hpp"
#include "data/column_store.hpp"

namespace cwp {
namespace {

constexpr const char* kArrowRules = R"yaml(cwp: 1
id: arrow
attributes:
  area: {type: text, one_of: [urban, rural], default: rural}
  weight: {type: number, max: 1.5}
  armed: {type: bool}
events: {records: {columns: {minutes: {type: number}}}}
metrics:
  visits: {per: month, fold: sum, range: [-500, 99999999999999999]}
  hours: {per: month, fold: sum}
  clean: {per: month, fold: last, type: bool}
  entries: {type: u16}
  minutes: {from: records, sum: minutes}
categories:
  - id: work
    items:
      - {id: a, per: month, full: 10, points: visits + hours + minutes + weight + clean + sum(entries), if_missing: zero,
         applies: area = 'urban' or armed}
)yaml";
constexpr Period kInMarch{Grain::month, 2026 * 12 + 2};

class ArrowColumns : public testing::Test {
 protected:
  ArrowColumns() : rules(checked_text(kArrowRules)) {}

  /// The figures of `visits`, officer by officer: `-` none, `x` refused.
  std::string visits(Exported column) {
    const ArrowBatch batch = std::move(column).taken();
    ColumnsBuilder builder(rules, batch.rows());
    add_figures(builder, batch, batch.names()[0], "visits", kInMarch);
    const Result<Dataset> data = builder.finish();
    if (!data.ok()) return render(data.diagnostics());
    std::string text;
    for (std::size_t i = 0; i < batch.rows(); ++i) {
      const auto cells = data.value().state().officer(i)->metrics[0];
      text += i == 0 ? "" : " ";
      text += cells.empty() ? "-" : cells[0].refused ? "x" : cells[0].value.to_text();
    }
    return text;
  }
  /// Where the figures of `visits` lie.
  static const void* place(const Dataset& data) { return data.state().columns->figures.begin()->second.data; }

  std::string keys(Exported column) {
    const ArrowBatch batch = std::move(column).taken();
    ColumnsBuilder builder(rules, batch.rows());
    set_keys(builder, batch, batch.names()[0]);
    return keys(builder, batch.rows());
  }
  static std::string keys(ColumnsBuilder& builder, std::size_t officers) {
    const Result<Dataset> data = builder.finish();
    if (!data.ok()) return errors(data);
    std::string text;
    for (std::size_t i = 0; i < officers; ++i) text += (i == 0 ? "" : " ") + data.value().officer_key(i);
    return text;
  }
  /// The attribute's values, officer by officer; then the issues.
  std::string values(Exported column, const char* attribute = "area", std::size_t number = 0) {
    const ArrowBatch batch = std::move(column).taken();
    ColumnsBuilder builder(rules, batch.rows());
    set_attribute(builder, batch, batch.names()[0], attribute);
    const Result<Dataset> data = builder.finish();
    if (!data.ok()) return errors(data);
    std::string text;
    for (std::size_t i = 0; i < batch.rows(); ++i) {
      const auto record = data.value().state().officer(i);
      const Value& value = data.value().state().roster_rows[record->presence.at(0).roster_row].attributes[number];
      text += (i == 0 ? "" : " ") + (value.present() ? plain_text(value) : "-");
    }
    for (const RowIssue& issue : data.value().issues()) text += " " + std::string(issue.reason) + ":" + issue.value;
    return text;
  }
  static std::string errors(const Result<Dataset>& data) {
    std::string text;
    for (const Diagnostic& problem : data.diagnostics())
      text += std::string(problem.slug) + ": " + message(problem) + "\n";
    return text;
  }

  CheckedRulebook rules;
};

TEST_F(ArrowColumns, IntegersOfAllWidths) {
  EXPECT_EQ(visits(column_of<std::int8_t>("c", "x", {-128, 0, 127})), "-128 0 127");
  EXPECT_EQ(visits(column_of<std::uint8_t>("C", "x", {0, 200, 255})), "0 200 255");
  EXPECT_EQ(visits(column_of<std::int16_t>("s", "x", {-500, 32767})), "-500 32767");
  EXPECT_EQ(visits(column_of<std::uint16_t>("S", "x", {1, 65535})), "1 65535");
  EXPECT_EQ(visits(column_of<std::int32_t>("i", "x", {-7, 2147483647})), "-7 2147483647");
  EXPECT_EQ(visits(column_of<std::uint32_t>("I", "x", {7, 4294967295})), "7 4294967295");
  EXPECT_EQ(visits(column_of<std::int64_t>("l", "x", {-7, 99999999999999999})), "-7 99999999999999999");
}

TEST_F(ArrowColumns, AnUnsignedFigureOfNineteenDigitsIsRefused) {
  EXPECT_EQ(visits(column_of<std::uint64_t>("L", "x", {7, 1000000000000000000U, 18446744073709551615U, 8})), "7 x x 8");
}

TEST_F(ArrowColumns, TruthsAreBitsFromAnyBitOn) {
  EXPECT_EQ(visits(Exported("b", "x", 9,
                            {{},
                             bits("00000"
                                  "101100111"
                                  "0000")},
                            5)),
            "1 0 1 1 0 0 1 1 1");
}

TEST_F(ArrowColumns, ADecimalIsTakenExactlyByItsScale) {
  EXPECT_EQ(visits(column_of<std::int64_t>("d:18,2,64", "x", {150, -57, 0, 9150})), "1.5 -0.57 0 91.5");
  EXPECT_EQ(visits(column_of<std::int32_t>("d:9,-2,32", "x", {150, -3})), "15000 -300");
  // 128 bits, low half first: 0.57 with 20 places; 10^18, one digit too many; 0.0…01 with 19 places, likewise.
  EXPECT_EQ(visits({"d:38,20", "x", 1, {{}, bytes<std::uint64_t>({1659767778871345152U, 3})}}), "0.57");
  EXPECT_EQ(visits({"d:38,0", "x", 3, {{}, bytes<std::uint64_t>({1000000000000000000U, 0, 5, 0, 0, 5})}}), "x 5 x");
  EXPECT_EQ(visits({"d:38,19", "x", 2, {{}, bytes<std::uint64_t>({1, 0, 0, 0})}}), "x 0");
  EXPECT_EQ(visits({"d:38,1", "x", 1, {{}, bytes<std::int64_t>({-15, -1})}}), "-1.5");
}

TEST_F(ArrowColumns, DecimalsThatNeedMoreThanEighteenDigitsTogether) {
  // The one has 17 digits before the point, the other needs four behind it.
  EXPECT_EQ(visits(column_of<std::int64_t>("d:18,0,64", "x", {12345678901234567})), "12345678901234567");
  EXPECT_EQ(visits({"d:38,4", "x", 2, {{}, bytes<std::uint64_t>({12345, 0, 12776324570088360304U, 6})}}), "1.2345 x");
}

TEST_F(ArrowColumns, FloatsAreTheDecimalsTheyWereWrittenAs) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(visits(column_of<double>("g", "x", {91.5, 0.1, none, -2})), "91.5 0.1 - -2");
  EXPECT_EQ(visits(column_of<float>("f", "x", {91.5F, 0.1F, float(none), 88.2F})), "91.5 0.1 - 88.2");
  EXPECT_EQ(visits(column_of<double>("g", "x", {0.1 + 0.2, 1, std::numeric_limits<double>::infinity()})), "x 1 x");
  EXPECT_EQ(visits(column_of<float>("f", "x", {1e30F, 2})), "x 2");
}

TEST_F(ArrowColumns, NullIsNoRow) {
  EXPECT_EQ(visits({"C", "x", 4, {bits("1011"), {1, 2, 3, 4}}}), "1 - 3 4");
  EXPECT_EQ(visits({"l", "x", 2, {bits("01"), bytes<std::int64_t>({INT64_MIN, 6})}}), "- 6");
  EXPECT_EQ(visits({"g", "x", 2, {bits("01"), bytes<double>({1e300, 6})}}), "- 6");
  EXPECT_EQ(visits({"b", "x", 3, {bits("101"), bits("110")}}), "1 - 0");
  EXPECT_EQ(visits({"d:38,1", "x", 2, {bits("01"), bytes<std::uint64_t>({0, ~0U, 65, 0})}}), "- 6.5");
  EXPECT_EQ(visits({"n", "x", 3, {}}), "- - -");
  EXPECT_EQ(visits({"i", "x", 2, {bits("00"), bytes<std::int32_t>({1, 2})}}), "- -");
}

TEST_F(ArrowColumns, ASliceIsReadFromItsOffset) {
  EXPECT_EQ(visits({"S", "x", 3, {{}, bytes<std::uint16_t>({9, 9, 1, 2, 3, 9})}, 2}), "1 2 3");
  EXPECT_EQ(visits({"S", "x", 3, {bits("001011"), bytes<std::uint16_t>({9, 9, 1, 2, 3, 9})}, 2}), "1 - 3");
  // Eleven rows from the thirteenth on: neither bitmap nor values begin at a whole byte.
  EXPECT_EQ(visits({"b",
                    "x",
                    11,
                    {bits("1111111111111"
                          "10111111101"),
                     bits("0000000000000"
                          "11011111110")},
                    13}),
            "1 - 0 1 1 1 1 1 1 - 0");
}

TEST_F(ArrowColumns, ASliceOfTheBatchIsOneOfItsColumns) {
  const ArrowBatch batch = record_of(2, 1)
                               .with(texts_of("officer", {"zoe", "ann", "bob", "cai"}))
                               .with({"i", "visits", 4, {bits("01101"), bytes<std::int32_t>({9, 9, 1, 2, 9})}, 1})
                               .taken();
  ColumnsBuilder builder(rules, batch.rows());
  add_batch(builder, batch, kInMarch);
  const Dataset data = builder.finish().value();
  EXPECT_EQ(data.officer_key(0) + data.officer_key(1), "annbob");
  EXPECT_EQ(data.state().officer(0)->metrics[0].at(0).value.to_text(), "1");
  EXPECT_TRUE(data.state().officer(1)->metrics[0].empty());
}

TEST_F(ArrowColumns, FiguresOfFourTypesWithoutNullsAreReadWhereTheyLie) {
  const std::pair<const char*, std::size_t> formats[] = {{"C", 1}, {"S", 2}, {"i", 4}, {"l", 8}};
  for (const auto& [format, width] : formats) {
    Exported made(format, "x", 2, {{}, Bytes(4 * width, 1)}, 1);
    const void* values = static_cast<const char*>(made.array.buffers[1]) + width;
    const ArrowBatch batch = std::move(made).taken();
    ColumnsBuilder builder(rules, 2);
    add_figures(builder, batch, "x", "hours", kInMarch);
    EXPECT_EQ(place(builder.finish().value()), values) << format;
  }
}

TEST_F(ArrowColumns, FiguresAtCrookedPlacesAreCopied) {
  Bytes memory = bytes<std::int64_t>({0, 0, 0, 0});
  const std::int64_t figures[] = {17, -4};
  std::memcpy(memory.data() + 3, figures, sizeof figures);
  Exported made("l", "x", 2, {{}, {0}});
  made.array.buffers[1] = memory.data() + 3;
  EXPECT_EQ(visits(std::move(made)), "17 -4");
}

TEST_F(ArrowColumns, WhoHasNoFigureDoesNotWidenTheRange) {
  const ArrowBatch batch = Exported("l", "x", 3, {bits("011"), bytes<std::int64_t>({INT64_MAX, 6, 7})}).taken();
  ColumnsBuilder builder(rules, 3);
  add_figures(builder, batch, "x", "visits", kInMarch);
  const Dataset data = builder.finish().value();
  const StoredFigures& stored = data.state().columns->figures.begin()->second;
  EXPECT_EQ(stored.low, 6);
  EXPECT_EQ(stored.high, 7);
  EXPECT_TRUE(data.issues().empty());
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

TEST_F(ArrowColumns, KeysAreTextsOrWholeNumbers) {
  EXPECT_EQ(keys(texts_of("k", {"ann", "王芳"})), "ann 王芳");
  EXPECT_EQ(keys({"U", "k", 2, {{}, bytes<std::int64_t>({1, 4, 7}), {'-', 'a', 'n', 'n', 'b', 'o', 'b'}}}), "ann bob");
  EXPECT_EQ(keys({"u", "k", 2, {{}, bytes<std::int32_t>({9, 1, 4, 7}), {'-', 'a', 'n', 'n', 'b', 'o', 'b'}}, 1}),
            "ann bob");
  EXPECT_EQ(keys(column_of<std::int32_t>("i", "k", {7, 10, 100})), "7 10 100");
  EXPECT_EQ(keys(column_of<std::uint64_t>("L", "k", {7, 18446744073709551615U})), "7 18446744073709551615");
  EXPECT_EQ(keys(column_of<std::int8_t>("c", "k", {1, 0}).of(texts_of("", {"bob", "ann"}))), "ann bob");
}

TEST_F(ArrowColumns, TextsInViewsAreShortOnesInThemselvesLongOnesElsewhere) {
  // `ann`, then thirteen letters from the third on in the second buffer.
  Bytes views = bytes<std::int32_t>({3, 0, 0, 0, 13, 0, 1, 2});
  std::memcpy(views.data() + 4, "ann", 3);
  std::memcpy(views.data() + 20, "bart", 4);
  const std::string characters = "--bartholomew-j";
  Exported made("vu", "k", 2,
                {{}, views, {0}, Bytes(characters.begin(), characters.end()), bytes<std::int64_t>({1, 15})});
  EXPECT_EQ(keys(std::move(made)), "ann bartholomew-j");
  Exported beyond("vu", "k", 2, {{}, views, {0}, Bytes(14), bytes<std::int64_t>({1, 14})});
  EXPECT_EQ(keys(std::move(beyond)).substr(0, 15), "arrow-malformed");
  Exported none("vu", "k", 2, {{}, views, {0}, bytes<std::int64_t>({1})});
  EXPECT_EQ(keys(std::move(none)).substr(0, 15), "arrow-malformed");
}

TEST_F(ArrowColumns, KeysAscendAndNobodyIsWithout) {
  EXPECT_EQ(keys(texts_of("k", {"bob", "ann"})),
            "column-keys: the officers' keys are not in ascending order, or one stands twice\n");
  EXPECT_EQ(keys(texts_of("k", {"ann", "ann"})),
            "column-keys: the officers' keys are not in ascending order, or one stands twice\n");
  EXPECT_EQ(keys({"u", "k", 2, {bits("10"), bytes<std::int32_t>({0, 1, 2}), {'a', 'b'}}}),
            "arrow-no-key: the column 'k' has no key of an officer in row 1\n");
  EXPECT_EQ(keys(column_of<double>("g", "k", {1, 2})),
            "arrow-not-texts: the column 'k' has the Arrow format 'g', which is no key of officers, or value of an "
            "attribute\n");
  EXPECT_EQ(keys({"u", "k", 2, {{}, bytes<std::int32_t>({0, 2, 1}), {'a', 'b'}}}).substr(0, 15), "arrow-malformed");
  EXPECT_EQ(keys(column_of<std::int8_t>("c", "k", {0, 2}).of(texts_of("", {"ann", "bob"}))),
            "column-number: the column 'k' has a number at or above 2, the number of its values\n");
  EXPECT_EQ(keys(column_of<std::int8_t>("c", "k", {-1, 1}).of(texts_of("", {"ann", "bob"}))),
            "column-number: the column 'k' has a number at or above 2, the number of its values\n");
}

TEST_F(ArrowColumns, AttributesAreTextsNumbersOrTruths) {
  EXPECT_EQ(values(texts_of("x", {"urban", "", "suburb"})), "urban rural - value-not-allowed:suburb");
  EXPECT_EQ(values({"u",
                    "x",
                    2,
                    {bits("01"), bytes<std::int32_t>({0, 5, 10}), {'u', 'r', 'b', 'a', 'n', 'u', 'r', 'b', 'a', 'n'}}}),
            "rural urban");
  EXPECT_EQ(values(column_of<double>("g", "x", {1.25, 0.5}), "weight", 1), "1.25 0.5");
  EXPECT_EQ(values(column_of<float>("f", "x", {0.1F, 1e30F}), "weight", 1), "0.1 - value-not-a-number:1e+30");
  EXPECT_EQ(values(column_of<std::int64_t>("d:18,2,64", "x", {125, 175}), "weight", 1),
            "1.25 - value-out-of-range:1.75");
  EXPECT_EQ(values({"d:38,20", "x", 1, {{}, bytes<std::int64_t>({-1, -1})}}, "weight", 1),
            "- value-too-long:-0.00000000000000000001");
  EXPECT_EQ(values(column_of<std::int8_t>("c", "x", {1, -1}), "weight", 1), "1 -1");
  EXPECT_EQ(values({"b", "x", 2, {{}, bits("10")}}, "armed", 2), "true false");
  EXPECT_EQ(values({"n", "x", 2, {}}), "rural rural");
}

TEST_F(ArrowColumns, NumbersOfADictionaryAreReadWhereTheyLie) {
  Exported made = column_of<std::int32_t>("i", "x", {1, 0, 1}).of(texts_of("", {"rural", "urban"}));
  const void* numbers = made.array.buffers[1];
  const ArrowBatch batch = std::move(made).taken();
  ColumnsBuilder builder(rules, 3);
  set_attribute(builder, batch, "x", "area");
  EXPECT_EQ(static_cast<const void*>(builder.finish().value().state().columns->attributes[0].numbers.data()), numbers);
}

TEST_F(ArrowColumns, ADictionaryMayHoldNullsAndWhatNobodyHas) {
  EXPECT_EQ(values(column_of<std::uint32_t>("I", "x", {2, 2, 1}).of(texts_of("", {"suburb", "rural", "urban"}))),
            "urban urban rural");
  EXPECT_EQ(values(Exported("i", "x", 2, {bits("10"), bytes<std::int32_t>({0, 77})}).of(texts_of("", {"urban"}))),
            "urban rural");
  Exported null_value("u", "", 2, {bits("01"), bytes<std::int32_t>({0, 0, 5}), {'u', 'r', 'b', 'a', 'n'}});
  EXPECT_EQ(values(column_of<std::int16_t>("s", "x", {1, 0}).of(std::move(null_value))), "urban rural");
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
