// Batches of every type, with nulls and as slices, score as rows do that say the same.

#include <gtest/gtest.h>

#include <random>

#include "arrow/made_arrow.hpp"
#include "checked_text.hpp"
#include "cwp/score.hpp"
#include "cwp/write.hpp"

namespace cwp {
namespace {

constexpr const char* kTwoWays = R"yaml(cwp: 1
id: two-ways
attributes: {area: {type: text, one_of: [urban, rural], default: rural}}
metrics:
  visits: {per: month, fold: sum, type: u16, absent: zero}
  late: {per: month, fold: sum, absent: zero}
  content: {per: month, fold: last, range: [0, 100], decimals: 1}
  clean: {per: month, fold: last, type: bool}
  share: {per: month, fold: last}
categories:
  - id: work
    full: 50
    items:
      - {id: visiting, per: month, full: 10, target: {of: visits, at: "if(area = 'urban', 40, 25)", better: more}}
      - {id: punctual, per: month, full: 10, points: 10 - late / 3}
      - {id: pleasing, per: month, full: 10, points: content / 10, if_missing: zero}
      - {id: shared, per: month, full: 10, points: share * 7, decimals: 6, if_missing: drop}
      - {id: tidy, per: month, full: 10, points: "if(clean, 10, 4)", if_missing: full}
assessments: {month: {}}
rankings: [{id: first, every: month, of: total, by: area}]
)yaml";
constexpr std::size_t kOfficers = 500, kBefore = 11;  // the batch is a slice behind eleven others

/// A random column, in memory as Arrow lays it and in rows as text.
template <class T>
struct Drawn {
  std::vector<T> values = std::vector<T>(kBefore + kOfficers);
  std::string there = std::string(kBefore + kOfficers, '1');

  template <class Draw>
  Drawn(std::mt19937& random, unsigned gaps, Draw draw) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = draw(unsigned(random()));
      if (gaps > 0 && random() % gaps == 0) there[i] = '0';
    }
  }
  Exported column(const char* format, const char* name) const {
    Bytes memory(values.size() * sizeof(T));
    std::memcpy(memory.data(), values.data(), memory.size());
    return {format, name, std::int64_t(values.size()), {bits(there), std::move(memory)}};
  }
  bool has(std::size_t officer) const { return there[kBefore + officer] == '1'; }
  T of(std::size_t officer) const { return values[kBefore + officer]; }
};

void score_both_ways(unsigned seed, unsigned gaps) {
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const CheckedRulebook rules = checked_text(kTwoWays);
  const Period march{Grain::month, 2026 * 12 + 2};
  const Drawn<std::uint16_t> visits(random, 0, [](unsigned drawn) { return std::uint16_t(drawn % 60); });
  const Drawn<std::int8_t> late(random, gaps, [](unsigned drawn) { return std::int8_t(drawn % 9); });
  const Drawn<std::int64_t> content(random, gaps, [](unsigned drawn) { return std::int64_t(drawn % 1005) * 10; });
  const Drawn<std::uint8_t> areas(random, gaps, [](unsigned drawn) { return std::uint8_t(drawn % 2); });
  const Drawn<std::int32_t> keys(random, 0, [next = 1](unsigned drawn) mutable { return next += 1 + int(drawn % 3); });
  // 18 digits, of which two to fifteen stand behind the point.
  const Drawn<std::int64_t> share(random, gaps, [](unsigned drawn) {
    return std::int64_t(drawn) * 100'000'007 % (drawn % 2 == 0 ? 999'999'999'999'999'999 : 1'700'000'000'000'000);
  });
  std::string clean;
  for (std::size_t i = 0; i < kBefore + kOfficers; ++i) clean += random() % 2 == 0 ? '0' : '1';

  const ArrowBatch batch = record_of(kOfficers, kBefore)
                               .with(keys.column("i", "officer"))
                               .with(areas.column("C", "area").of(texts_of("", {"urban", "rural"})))
                               .with(visits.column("S", "visits"))
                               .with(late.column("c", "late"))
                               .with(content.column("d:18,2,64", "content"))
                               .with(share.column("d:18,15,64", "share"))
                               .with({"b", "clean", std::int64_t(kBefore + kOfficers), {bits(late.there), bits(clean)}})
                               .taken();
  ColumnsBuilder builder(rules, batch.rows());
  add_batch(builder, batch, march);
  const Scores of_arrow = score(compile(rules), builder.finish().value()).value();

  DatasetBuilder rows(rules);
  for (std::size_t i = 0; i < kOfficers; ++i) {
    const std::string key = std::to_string(keys.of(i));
    rows.add_officer(key, {}, {}, {{"area", !areas.has(i) ? "" : areas.of(i) == 0 ? "urban" : "rural"}});
    const auto add = [&](const char* metric, const std::string& value) {
      rows.add_metric(key, "2026-03", metric, value);
    };
    add("visits", std::to_string(visits.of(i)));
    if (late.has(i)) add("late", std::to_string(late.of(i)));
    if (content.has(i)) add("content", Decimal{content.of(i) / 10, 1}.to_text());
    if (share.has(i)) add("share", Decimal{share.of(i), 15}.to_text());
    if (late.has(i)) add("clean", std::string(1, clean[kBefore + i]));
  }
  rows.set_span(rules.calendar().days(march));
  const Scores of_rows = score(compile(rules), rows.finish().value()).value();

  EXPECT_EQ(to_csv(*of_arrow.table(Grain::month), of_arrow), to_csv(*of_rows.table(Grain::month), of_rows));
  EXPECT_EQ(parts_to_csv(*of_arrow.table(Grain::month), of_arrow), parts_to_csv(*of_rows.table(Grain::month), of_rows));
  EXPECT_EQ(to_csv(*of_arrow.ranking("first"), of_arrow), to_csv(*of_rows.ranking("first"), of_rows));
  EXPECT_EQ(of_arrow.issues().size(), of_rows.issues().size());
}

TEST(ScoreArrow, ABatchScoresAsItsRows) {
  for (unsigned seed = 1; seed <= 4; ++seed) score_both_ways(seed, 7);
}

TEST(ScoreArrow, ABatchWithoutNullsToo) { score_both_ways(5, 0); }

}  // namespace
}  // namespace cwp
