#include "table/json_text.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

using Head = std::vector<std::pair<std::string, std::string>>;

TEST(JsonText, ARowIsALineAndAGroupAnObject) {
  JsonText json(Head{{"table", "\"t\""}});
  json.columns({"officer", "a", "total", "eligible", "line", "vetoes", "reason"}, "points", 1, 3);
  json.text("ann");
  json.figure(Decimal{-1250, 2});
  json.figure(Decimal{0, 2});
  json.truth(true);
  json.number(12);
  json.list({"late", "absent"});
  json.text_about("excluded", " ", "veto", "late");
  json.end_row();
  json.text("");
  json.figure({});
  json.figure({});
  json.truth(false);
  json.number(0);
  json.list({});
  json.text_about("", " ", "veto", "");
  json.end_row();
  EXPECT_EQ(std::move(json).take(), R"({
  "table": "t",
  "rows": [
    {"officer": "ann", "points": {"a": "-12.50", "total": "0.00"}, "eligible": true, "line": 12, "vetoes": ["late", "absent"], "reason": "excluded", "veto": "late"},
    {"officer": null, "points": {"a": null, "total": null}, "eligible": false, "line": null, "vetoes": [], "reason": null, "veto": null}
  ]
}
)");
}

TEST(JsonText, AGroupOfTheLastColumnsEndsWithTheRow) {
  JsonText json(Head{});
  json.columns({"a", "b"}, "all", 0, 2);
  json.text("1");
  json.text("2");
  json.end_row();
  EXPECT_EQ(std::move(json).take(), "{\n  \"rows\": [\n    {\"all\": {\"a\": \"1\", \"b\": \"2\"}}\n  ]\n}\n");
}

TEST(JsonText, WithoutRowsThereIsAnEmptyList) {
  JsonText json(Head{});
  json.columns({"a"}, "", 0, 0);
  EXPECT_EQ(std::move(json).take(), "{\n  \"rows\": []\n}\n");
}

TEST(JsonText, WhateverATextHoldsIsJson) {
  EXPECT_EQ(json_string("a\"b\\\n\t\x01"), R"("a\"b\\\n\t\u0001")");
  EXPECT_EQ(json_string("张三"), "\"张三\"");
  EXPECT_EQ(json_string("\xFF"), "\"\uFFFD\"");
}

}  // namespace
}  // namespace cwp
