#include <gtest/gtest.h>

#include "load/loaded.hpp"

namespace cwp {
namespace {

TEST(LoadParameters, PlainAndByDate) {
  const auto result = load_text(book("parameters:\n  a: 5\n  b: {2025-12-21: 10, 2026-07-01: 12}\n"));
  ASSERT_TRUE(result.ok());
  const auto& parameters = result.value().parameters;
  EXPECT_FALSE(parameters[0].values[0].from);
  EXPECT_EQ(parameters[1].values[1].from->value.to_text(), "2026-07-01");
  EXPECT_EQ(parameters[1].values[1].value.value.to_text(), "12");
}

TEST(LoadParameters, DatesAscend) {
  EXPECT_EQ(problems(book("parameters:\n  b: {2026-07-01: 12, 2025-12-21: 10}\n")),
            Problems{"dates-not-ascending 4:23"});
  EXPECT_EQ(problems(book("parameters:\n  b: {2026-07-01: 12, '2026-07-01 ': 10}\n")), Problems{"date-twice 4:23"});
  EXPECT_EQ(problems(book("parameters:\n  b: {2026/7/1: 12}\n")), Problems{"date-expected 4:7"});
}

TEST(LoadAttributes, TypesAndPromises) {
  const auto result = load_text(book(
      "attributes:\n  station:\n  area: {type: text, one_of: [urban, rural], default: rural}\n  joined: {type: date}\n"
      "  coefficient: {type: number, min: 0.5, max: 1.5, default: 1}\n  party: {type: bool, default: false}\n"));
  ASSERT_EQ(problems(result.diagnostics()), Problems{});
  const auto& attributes = result.value().attributes;
  EXPECT_EQ(attributes[0].type, AttributeType::text);
  EXPECT_EQ(attributes[1].one_of.size(), 2u);
  EXPECT_EQ(attributes[3].max->to_text(), "1.5");
  EXPECT_EQ(attributes[3].default_value, "1");
  EXPECT_EQ(attributes[4].type, AttributeType::boolean);
}

TEST(LoadAttributes, WhatDoesNotFitTheType) {
  EXPECT_EQ(problems(book("attributes: {a: {type: date, one_of: [x], min: 1}}\n")),
            (Problems{"key-without-use 3:30", "key-without-use 3:43"}));
  EXPECT_EQ(problems(book("attributes: {a: {one_of: [x, y], default: z}}\n")), Problems{"default-not-allowed 3:43"});
  EXPECT_EQ(problems(book("attributes: {a: {type: number, max: 1, default: 2}}\n")),
            Problems{"default-not-allowed 3:49"});
  EXPECT_EQ(problems(book("attributes: {a: {type: date, default: 3月1日}}\n")), Problems{"date-expected 3:39"});
  for (const std::string word : {"yes", "no", "on", "off", "True", "1"})
    EXPECT_EQ(problems(book("attributes: {a: {type: bool, default: " + word + "}}\n")), Problems{"unknown-word 3:39"});
  EXPECT_EQ(problems(book("attributes: {a: {type: number, min: 2, max: 1}}\n")), Problems{"range-reversed 3:45"});
  EXPECT_EQ(problems(book("attributes: {a: {one_of: [x, x]}}\n")), Problems{"written-twice 3:30"});
}

TEST(LoadAttributes, TheDayThatTheyAreTakenFrom) {
  const auto loaded = load_text(book("attributes: {a: {attributes_at: most}, b: }\nattributes_at: start\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  EXPECT_EQ(loaded.value().attributes_at, AttributesAt::start);
  EXPECT_EQ(loaded.value().attributes[0].at, AttributesAt::most);
  EXPECT_FALSE(loaded.value().attributes[1].at);
  EXPECT_EQ(problems(book("attributes_at: middle\n")), Problems{"unknown-word 3:16"});
}

TEST(LoadInputs, TextsThatDataHoldAreAsTheirsAre) {
  const std::string composed = "\u00e9", apart = "e\u0301";
  const auto loaded =
      load_text(book("duty: {cong" + apart + ": exempt}\nattributes: {a: {one_of: [" + apart +
                     ", '  x '], default: " + composed + "}}\nevents: {t: {columns: {k: [vol" + apart + "]}}}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  EXPECT_EQ(loaded.value().duty[0].status.value, "cong" + composed);
  EXPECT_EQ(loaded.value().attributes[0].one_of, (std::vector<std::string>{composed, "x"}));
  EXPECT_EQ(loaded.value().events[0].columns[0].one_of, std::vector<std::string>{"vol" + composed});
  EXPECT_EQ(problems(book("attributes: {a: {one_of: [" + apart + ", " + composed + "]}}\n")),
            Problems{"written-twice 3:31"});
}

TEST(LoadDuty, StatusesAreAnyText) {
  const auto result = load_text(book("duty: {on_duty: assessed, 公休 假: exempt, x: rest}\n"));
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().duty[1].status.value, "公休 假");
  EXPECT_EQ(result.value().duty[1].meaning, DutyMeaning::exempt);
  EXPECT_EQ(problems(book("duty: {leave: excempt}\n")), Problems{"unknown-word 3:15"});
}

TEST(LoadMetrics, AllKeys) {
  const auto result = load_text(book(
      "metrics:\n  a:\n  b: {title: x, unit: '%', source: s, per: quarter, fold: last, range: [0, 100], decimals: 1,\n"
      "      better: less, on_duplicate: max, absent: carry, type: u16}\n  c: {fold: mean, min: -1}\n"));
  ASSERT_EQ(problems(result.diagnostics()), Problems{});
  const auto& metrics = result.value().metrics;
  EXPECT_EQ(metrics[0].absent, AbsentRule::zero);
  EXPECT_EQ(metrics[0].per.value, Grain::day);
  EXPECT_EQ(metrics[1].per.value, Grain::quarter);
  EXPECT_EQ(metrics[1].max->to_text(), "100");
  EXPECT_EQ(metrics[1].absent, AbsentRule::carry);
  EXPECT_EQ(metrics[1].on_duplicate, OnDuplicate::max);
  EXPECT_EQ(metrics[2].absent, AbsentRule::missing);
  EXPECT_EQ(metrics[2].min->to_text(), "-1");
}

TEST(LoadMetrics, Ranges) {
  EXPECT_EQ(problems(book("metrics: {a: {range: [0]}}\n")), Problems{"range-format 3:22"});
  EXPECT_EQ(problems(book("metrics: {a: {range: [9, 0]}}\n")), Problems{"range-reversed 3:22"});
  EXPECT_EQ(problems(book("metrics: {a: {range: [0, 9], min: 1}}\n")), Problems{"keys-exclude 3:30"});
  EXPECT_EQ(problems(book("metrics: {a: {range: 0..100}}\n")), Problems{"list-expected 3:22"});
}

TEST(LoadMetrics, HowLongAFigureIsCarried) {
  const auto with = [](const std::string& text) {
    return book("metrics: {a: {fold: last, absent: carry, carry_for: " + text + "}}\n");
  };
  EXPECT_EQ(load_text(with("90 days")).value().metrics[0].carry_for, 90);
  EXPECT_EQ(load_text(with("1 day")).value().metrics[0].carry_for, 1);
  for (const char* text : {"90", "90 hours", "0 days", "1.5 days", "3 months", "days"})
    EXPECT_EQ(problems(with(text)), Problems{"days-format 3:53"}) << text;
  EXPECT_EQ(problems(book("metrics: {a: {fold: last, carry_for: 90 days}}\n")), Problems{"key-needs 3:27"});
}

TEST(LoadMetrics, DerivedFromFacts) {
  const auto loaded =
      load_text(book("metrics:\n  late: {from: lateness, count: minutes <= 30, officer: whom}\n"
                     "  worst: {from: lateness, max: minutes}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const auto& metrics = loaded.value().metrics;
  EXPECT_EQ(metrics[0].from->table.text, "lateness");
  EXPECT_EQ(metrics[0].from->kind, Derivation::count);
  EXPECT_EQ(metrics[0].from->formula.text, "minutes <= 30");
  EXPECT_EQ(metrics[0].from->officer->text, "whom");
  EXPECT_EQ(metrics[0].fold, Fold::sum);
  EXPECT_EQ(metrics[1].from->kind, Derivation::max);
  EXPECT_EQ(metrics[1].fold, Fold::max);
  EXPECT_FALSE(metrics[1].max);
}

TEST(LoadMetrics, DerivedOnesSayOneThing) {
  EXPECT_EQ(problems(book("metrics: {a: {from: t, count: true, sum: x}}\n")), Problems{"keys-exclude 3:37"});
  EXPECT_EQ(problems(book("metrics: {a: {from: t}}\n")), Problems{"missing-key 3:15"});
  EXPECT_EQ(problems(book("metrics: {a: {from: t, count: true, per: month}}\n")), Problems{"key-without-use 3:37"});
  EXPECT_EQ(problems(book("metrics: {a: {from: t, count: true, about: station}}\n")), Problems{"keys-exclude 3:37"});
  EXPECT_EQ(problems(book("metrics: {a: {count: x > 3}}\n")), Problems{"key-needs 3:15"});
  EXPECT_EQ(problems(book("metrics: {a: {from: t, count: true, on_duplicate: sum}}\n")), Problems{"keys-exclude 3:37"});
}

TEST(LoadMetrics, DerivedOnesHaveBounds) {
  const auto loaded =
      load_text(book("metrics:\n  a: {from: t, count: true, max: 3}\n  b: {from: t, days: true, min: 0, max: 3}\n"
                     "  c: {from: t, max: x, min: 1}\n  d: {from: t, max: x, range: [1, 9]}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const auto& metrics = loaded.value().metrics;
  EXPECT_EQ(metrics[0].max->to_text(), "3");
  EXPECT_EQ(metrics[1].from->kind, Derivation::days);
  EXPECT_EQ(metrics[1].from->formula.root->kind, ExprKind::boolean);
  EXPECT_EQ(metrics[1].max->to_text(), "3");
  EXPECT_EQ(metrics[2].min->to_text(), "1");
  EXPECT_FALSE(metrics[2].max);
  EXPECT_EQ(metrics[3].max->to_text(), "9");
}

TEST(LoadMetrics, FoldsOfDerivedOnes) {
  const auto loaded = load_text(book("metrics: {a: {from: t, max: x}, b: {from: t, max: x, fold: sum}}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  EXPECT_EQ(loaded.value().metrics[0].absent, AbsentRule::missing);
  EXPECT_EQ(loaded.value().metrics[1].fold, Fold::sum);
  EXPECT_EQ(loaded.value().metrics[1].absent, AbsentRule::zero);
}

TEST(LoadMetrics, AboutAnAttribute) {
  const auto loaded = load_text(book("metrics: {inspection: {about: station, per: month}}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  EXPECT_EQ(loaded.value().metrics[0].about->text, "station");
}

TEST(LoadValues, AreFormulas) {
  const auto result = load_text(book("values: {rate: 'ratio(a, b, 1)'}\n"));
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().values[0].id.value, "rate");
  EXPECT_EQ(result.value().values[0].formula.root->arguments.size(), 3u);
}

}  // namespace
}  // namespace cwp
