// Keys of officers and values of attributes: texts of every layout, dictionaries, numbers.

#include "arrow/arrow_texts.hpp"

#include "arrow/column_fixture.hpp"

namespace cwp {
namespace {

using ArrowTexts = ArrowColumns;

TEST_F(ArrowTexts, KeysAreTextsOrWholeNumbers) {
  EXPECT_EQ(keys(texts_of("k", {"ann", "王芳"})), "ann 王芳");
  EXPECT_EQ(keys({"U", "k", 2, {{}, bytes<std::int64_t>({1, 4, 7}), {'-', 'a', 'n', 'n', 'b', 'o', 'b'}}}), "ann bob");
  EXPECT_EQ(keys({"u", "k", 2, {{}, bytes<std::int32_t>({9, 1, 4, 7}), {'-', 'a', 'n', 'n', 'b', 'o', 'b'}}, 1}),
            "ann bob");
  EXPECT_EQ(keys(column_of<std::int32_t>("i", "k", {7, 10, 100})), "7 10 100");
  EXPECT_EQ(keys(column_of<std::uint64_t>("L", "k", {7, 18446744073709551615U})), "7 18446744073709551615");
  EXPECT_EQ(keys(column_of<std::int8_t>("c", "k", {1, 0}).of(texts_of("", {"bob", "ann"}))), "ann bob");
}

TEST_F(ArrowTexts, TextsInViewsAreShortOnesInThemselvesLongOnesElsewhere) {
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

TEST_F(ArrowTexts, KeysAscendAndNobodyIsWithout) {
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

TEST_F(ArrowTexts, AttributesAreTextsNumbersOrTruths) {
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

TEST_F(ArrowTexts, NumbersOfADictionaryAreReadWhereTheyLie) {
  Exported made = column_of<std::int32_t>("i", "x", {1, 0, 1}).of(texts_of("", {"rural", "urban"}));
  const void* numbers = made.array.buffers[1];
  const ArrowBatch batch = std::move(made).taken();
  ColumnsBuilder builder(rules, 3);
  set_attribute(builder, batch, "x", "area");
  EXPECT_EQ(static_cast<const void*>(builder.finish().value().state().columns->attributes[0].numbers.data()), numbers);
}

TEST_F(ArrowTexts, ADictionaryMayHoldNullsAndWhatNobodyHas) {
  EXPECT_EQ(values(column_of<std::uint32_t>("I", "x", {2, 2, 1}).of(texts_of("", {"suburb", "rural", "urban"}))),
            "urban urban rural");
  EXPECT_EQ(values(Exported("i", "x", 2, {bits("10"), bytes<std::int32_t>({0, 77})}).of(texts_of("", {"urban"}))),
            "urban rural");
  Exported null_value("u", "", 2, {bits("01"), bytes<std::int32_t>({0, 0, 5}), {'u', 'r', 'b', 'a', 'n'}});
  EXPECT_EQ(values(column_of<std::int16_t>("s", "x", {1, 0}).of(std::move(null_value))), "urban rural");
}

}  // namespace
}  // namespace cwp
