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
      - {officer: ann, period: 2026-03, total: 12, best: }
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
}

TEST(LoadTests, AFigureThatIsNoNameIsAFormula) {
  const auto loaded = load_text(book(
      "tests: [{name: t, officers: {a: {}}, expect: [{officer: a, period: 2026-03, 'total + 1': 2, 总分2: 3}]}]\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const auto& figures = loaded.value().tests[0].expect[0].figures;
  EXPECT_EQ(figures[0].formula->text, "total + 1");
  EXPECT_FALSE(figures[1].formula.has_value());
}

TEST(LoadTests, RowsMayBeRecordedAndWithdrawn) {
  const auto loaded = load_text(book(R"(tests:
  - name: a correction
    officers: {ann: {recorded: 2026-03-01}}
    duty: [{officer: ann, date: 2026-03-02, status: leave, recorded: 2026-04-01, withdrawn: true}]
    metrics: [{officer: ann, date: 2026-03-02, visits: 3, recorded: 2026-04-02}]
    events: {traces: [{officer: ann, date: 2026-03-04, withdrawn: false}]}
    known_at: 2026-04-01
    expect: [{officer: ann, period: 2026-03, total: 12}]
)"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const RuleTest& test = loaded.value().tests[0];
  EXPECT_EQ(test.known_at->to_text(), "2026-04-01");
  EXPECT_EQ(test.officers[0].history.day->to_text(), "2026-03-01");
  EXPECT_TRUE(test.officers[0].attributes.empty());
  EXPECT_TRUE(test.duty[0].history.withdrawn);
  EXPECT_EQ(test.metrics[0].history.day->to_text(), "2026-04-02");
  EXPECT_EQ(test.metrics[0].values.size(), 1u);
  EXPECT_FALSE(test.events[0].rows[0].history.withdrawn);
  const auto row = [](const std::string& history) {
    return problems(book("tests: [{name: t, officers: {a: {}}, metrics: [{officer: a, date: 2026-03, x: 1, " + history +
                         "}], expect: [{officer: a, period: 2026-03, total: 1}]}]\n"));
  };
  EXPECT_EQ(row("recorded: May"), Problems{"date-expected 3:92"});
  EXPECT_EQ(row("withdrawn: 2"), Problems{"unknown-word 3:93"});
}

TEST(LoadTests, Problems) {
  const auto test = [](const std::string& expect) {
    return problems(book("tests: [{name: t, officers: {a: {}}, expect: " + expect + "}]\n"));
  };
  EXPECT_EQ(test("[{officer: a, period: 2026-03}]"), Problems{"test-expects-nothing 3:47"});
  EXPECT_EQ(test("[{officer: a, total: 1}]"), Problems{"missing-key 3:47"});
  EXPECT_EQ(problems(book("tests: [{officers: {a: {}}, expect: []}]\n")),
            (Problems{"missing-key 3:9", "list-empty 3:37"}));
  EXPECT_EQ(test("[{officer: , period: 2026-03, total: 1}]"), Problems{"value-missing 3:48"});
  EXPECT_EQ(test("[{officer: a, period: 2026-03, 'total +': 1}]"), (Problems{"formula-syntax 3:85"}));
}

TEST(LoadTests, DatesOfTests) {
  const auto test = [](const std::string& rest) {
    return problems(book("tests: [{name: t, officers: {a: {from: 2026-03-01}}, " + rest +
                         ", expect: [{officer: a, period: 2026-03, total: 1}]}]\n"));
  };
  EXPECT_EQ(test("data: {from: 2026-03-01, to: 2026-02-01}"), Problems{"dates-reversed 3:83"});
  EXPECT_EQ(test("data: {from: 2026-03-32, to: 2026-04-01}"), Problems{"no-such-date 3:67"});
  EXPECT_EQ(test("metrics: [{officer: a, x: 1}]"), Problems{"missing-key 3:64"});
  EXPECT_EQ(test("metrics: [{officer: a, date: 2026-03, dates: 2026-03-01..2026-03-02, x: 1}]"),
            Problems{"keys-exclude 3:92"});
  EXPECT_EQ(test("metrics: [{officer: a, dates: 2026-03-02..2026-03-01, x: 1}]"), Problems{"dates-reversed 3:84"});
  EXPECT_EQ(test("duty: [{officer: a, status: leave, from: 2026-03-02, to: 2026-03-01}]"),
            Problems{"dates-reversed 3:111"});
  EXPECT_EQ(test("duty: [{officer: a, status: leave, from: 2026-03-02, date: 2026-03-01}]"),
            Problems{"keys-exclude 3:107"});
  EXPECT_EQ(test("duty: [{officer: a, status: leave, date: 2026-03-01..2026-03-02}]"), Problems{"date-expected 3:95"});
}

TEST(LoadTests, StretchesOfOfficers) {
  const auto officer = [](const std::string& stretches) {
    return problems(book("tests: [{name: t, officers: {a: " + stretches +
                         "}, expect: [{officer: a, period: 2026-03, total: 1}]}]\n"));
  };
  EXPECT_EQ(officer("{from: 2026-03-02, to: 2026-03-01}"), Problems{"dates-reversed 3:56"});
  EXPECT_EQ(officer("[]"), Problems{"list-empty 3:33"});
  EXPECT_EQ(officer("x"), Problems{"mapping-expected 3:33"});
  EXPECT_EQ(officer(""), Problems{});
}

TEST(LoadTests, AtMostAMillionFigures) {
  std::string rows;
  for (int i = 0; i < 10; ++i) rows += "      - {officer: a, dates: 1901-01-01..2200-12-31, x: 1}\n";
  const auto loaded =
      load_text(book("tests:\n  - {name: s, officers: {a: }, expect: [{officer: a, period: 2026-03, total: 1}]}\n"
                     "  - name: t\n    officers: {a: }\n    metrics:\n" +
                     rows + "    expect: [{officer: a, period: 2026-03, total: 1}]\n"));
  EXPECT_EQ(problems(loaded.diagnostics()), Problems{"too-many-test-figures 5:5"});
  EXPECT_EQ(loaded.partial()->tests.size(), 1u);
}

}  // namespace
}  // namespace cwp
