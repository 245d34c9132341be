// The small examples in a rulebook as they are read.

#include <gtest/gtest.h>

#include "load/sections.hpp"
#include "loaded.hpp"

namespace cwp {
namespace {

TEST(LoadTests, AllParts) {
  const auto loaded = load_text(book(R"(tests:
  - name: all of it
    officers:
      ann: {station: A, from: 2026-03-01}
      bob: [{station: A, to: 2026-03-09}, {station: B, from: 2026-03-10}]
    duty: [{officer: ann, dates: 2026-03-02..2026-03-04, status: leave}]
    metrics:
      - {officer: ann, dates: 2026-03-01..2026-03-31, visits: 3}
      - {station: A, date: 2026-03, inspection: 80}
    events:
      traces: [{officer: bob, date: 2026-03-04, punished: true}]
    data: {from: 2026-03-01, to: 2026-03-31}
    expect:
      - {officer: ann, period: 2026-03, total: 12, rank: , "total + 1": 13}
)"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const RuleTest& test = loaded.value().tests[0];
  EXPECT_EQ(test.name, "all of it");
  ASSERT_EQ(test.officers.size(), 3u);
  EXPECT_EQ(test.officers[0].from->value.to_text(), "2026-03-01");
  EXPECT_EQ(test.officers[2].key.value, "bob");
  EXPECT_EQ(test.officers[2].attributes[0].second, "B");
  EXPECT_EQ(test.duty[0].to->to_text(), "2026-03-04");
  EXPECT_EQ(test.metrics[0].dates->size(), 31);
  EXPECT_EQ(test.metrics[0].values[0].second, "3");
  EXPECT_EQ(test.metrics[1].values[0].first.text, "station");
  EXPECT_EQ(test.events[0].table.text, "traces");
  EXPECT_EQ(test.data->size(), 31);
  const auto& figures = test.expect[0].figures;
  EXPECT_EQ(test.expect[0].period.value, "2026-03");
  EXPECT_EQ(figures[0].expected, "12");
  EXPECT_EQ(figures[1].expected, "");
  EXPECT_TRUE(figures[2].formula);
  EXPECT_FALSE(figures[0].formula);
}

TEST(LoadTests, Problems) {
  const auto test = [](const std::string& expect) {
    return problems(book("tests: [{name: t, officers: {a: {}}, expect: " + expect + "}]\n"));
  };
  EXPECT_EQ(test("[{officer: a, period: 2026-03}]"), Problems{"test-expects-nothing 3:47"});
  EXPECT_EQ(test("[{officer: a, total: 1}]"), Problems{"missing-key 3:47"});
  EXPECT_EQ(problems(book("tests: [{officers: {a: {}}, expect: []}]\n")), Problems{"missing-key 3:9"});
}

}  // namespace
}  // namespace cwp
