// cwp prove: what can come out at all, in both languages, and its counter-examples.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

constexpr const char* kDoubtful = R"(cwp: 1
id: jintie
metrics:
  zoufang: {per: month, fold: last, type: u8, max: 20, better: more}
  tousu: {per: month, fold: last, type: u8, max: 5, better: less}
categories:
  - id: qunzhong
    full: 20
    items:
      - {id: rihu, per: month, full: 10, bands: {of: zoufang, table: [[0, 0], [5, 10], [10, 6]]}}
      - {id: fuwu, per: month, full: 10, points: 8 - tousu}
vetoes: [{id: foujue, per: month, when: tousu > 200, set: 0}]
assessments: {month: {}}
)";

TEST(ProveCommand, TellsEndsAndClaimsWithWhoeverShowsThem) {
  const Program program;
  program.write("jintie.yaml", kDoubtful);
  const Ran en = program.run("prove jintie.yaml --lang en"), zh = program.run("prove jintie.yaml --lang zh");
  EXPECT_EQ(en.code, 1) << "something is refuted";
  EXPECT_EQ(approved_difference("cli/prove.txt", program.transcript(en) + program.transcript(zh)), "");
}

// More visits, fewer marks: by the table 5 to 9 of them are 10 marks, 10 are 6.
TEST(ProveCommand, CounterExamplesStandInTheJson) {
  const Program program;
  program.write("jintie.yaml", kDoubtful);
  const auto json = nlohmann::json::parse(program.run("prove jintie.yaml --format json").out);
  bool found = false;
  for (const auto& claim : json["claims"]) {
    if (claim["slug"] != "claim-more-never-costs") continue;
    found = true;
    EXPECT_EQ(claim["verdict"], "refuted");
    EXPECT_EQ(claim["examples"].size(), 2U);
    EXPECT_EQ(claim["line"], 10);
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(json["ranges"].back()["part"], "total");
  // No visits, and 5 complaints: 0 + (8 - 5).
  EXPECT_EQ(json["ranges"].back()["least"]["points"], "3.00");
}

TEST(ProveCommand, ARulebookWithMistakesIsNotProved) {
  const Program program;
  EXPECT_EQ(program.run("prove five_mistakes.yaml").code, 1);
}

}  // namespace
}  // namespace cwp
