// Tables of facts as they are read.

#include <gtest/gtest.h>

#include "load/sections.hpp"
#include "loaded.hpp"

namespace cwp {
namespace {

TEST(LoadEvents, EveryKindOfColumn) {
  const auto loaded =
      load_text(book("events:\n  t: {columns: {minutes: number, solved: bool, whom: text, seen: date}}\n"
                     "  u: {columns: {kind: [felony, other], marks: {type: number, range: [2, 10]}}}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const auto& tables = loaded.value().events;
  EXPECT_EQ(tables[0].id.value, "t");
  EXPECT_EQ(tables[0].columns[1].type, AttributeType::boolean);
  EXPECT_EQ(tables[0].columns[2].type, AttributeType::text);
  EXPECT_EQ(tables[0].columns[3].type, AttributeType::date);
  EXPECT_EQ(tables[1].columns[0].one_of, (std::vector<std::string>{"felony", "other"}));
  EXPECT_EQ(tables[1].columns[1].max->to_text(), "10");
}

TEST(LoadEvents, Problems) {
  EXPECT_EQ(problems(book("events: {t: {}}\n")), Problems{"missing-key 3:13"});
  EXPECT_EQ(problems(book("events: {t: {columns: {recorded: text}}}\n")), Problems{"column-taken 3:24"});
  EXPECT_EQ(problems(book("events: {t: {columns: {a: txt}}}\n")), Problems{"unknown-word 3:27"});
  EXPECT_EQ(problems(book("events: {t: {columns: {a: {range: [1]}}}}\n")), Problems{"range-format 3:35"});
  EXPECT_EQ(problems(book("events: {t: {columns: {officer: text}}}\n")), Problems{"column-taken 3:24"});
  EXPECT_EQ(problems(book("events: {t: {columns: {total: text}}}\n")), Problems{"reserved-name 3:24"});
  EXPECT_EQ(problems(book("events: {t: {columns: {a: [x, x]}}}\n")), Problems{"written-twice 3:31"});
  EXPECT_EQ(problems(book("events: {t: {columns: {a: []}}}\n")), Problems{"list-empty 3:27"});
  EXPECT_EQ(problems(book("events: {t: {columns: {a: }}}\n")), Problems{"value-missing 3:24"});
  EXPECT_EQ(problems(book("events: {t: {columns: {a: text, a: bool}}}\n")), Problems{"duplicate-key 3:33"});
}

TEST(LoadEvents, WhatDoesNotFitTheTypeOfAColumn) {
  const auto column = [](const std::string& type) {
    return problems(book("events: {t: {columns: {a: {" + type + "}}}}\n"));
  };
  EXPECT_EQ(column("type: number, one_of: [x]"), Problems{"key-without-use 3:42"});
  EXPECT_EQ(column("type: text, min: 1"), Problems{"key-without-use 3:40"});
  EXPECT_EQ(column("one_of: [x], range: [1, 2]"), Problems{"key-without-use 3:41"});
  EXPECT_EQ(column("range: [1, 2], max: 3"), Problems{"keys-exclude 3:43"});
  EXPECT_EQ(column("range: [2, 1]"), Problems{"range-reversed 3:35"});
  EXPECT_EQ(column("one_of: [x]"), Problems{});
}

}  // namespace
}  // namespace cwp
