#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cwp/write.hpp"
#include "made_scores.hpp"

namespace cwp {
namespace {

using Json = nlohmann::json;

MadeScores two_months() {
  MadeScores scores;
  ScoreTable table = month_table();
  table.rows = {{month(3), 0, {Part(), Part(), Part()}, State::final},
                {month(3), 1, {Part(), Part(), Part()}, State::final},
                {month(4), 0, {Part(), Part(), Part()}, State::provisional}};
  scores.tables = {table};
  scores.rankings = {{"best", Grain::month, {{month(3), "", decimal("1"), 0, {}, true, Unranked::none}}}};
  scores.grades = {{"level", Grain::month, {{month(3), 0, "", "good", Ungraded::none}}}};
  scores.awards = {{"pay", Grain::month, {}}};
  scores.broken_expectations = {{"fair", month(3), "", 1}, {"fair", month(4), "", 1}};
  scores.issues = {{"value-out-of-range", "", 0, "", "", "", "", ""},
                   {"division-by-zero", "", 0, "", "", "", "", ""},
                   {"value-out-of-range", "", 0, "", "", "", "", ""}};
  return scores;
}

TEST(Receipt, NamesRulebookSpanAndWhatWasPublished) {
  const Json receipt = Json::parse(receipt_json(two_months().made()));
  EXPECT_EQ(receipt["cwp"], version());
  EXPECT_EQ(receipt["rulebook"], Json({{"id", "station"}, {"file", "rules.yaml"}, {"sha256", "c0ffee"}}));
  EXPECT_EQ(receipt["span"], Json({{"from", "2026-03-01"}, {"to", "2026-04-15"}}));
  EXPECT_EQ(receipt["officers"], 2);
  EXPECT_EQ(
      receipt["published"],
      Json::parse(R"({"month": {"periods": 2, "first": "2026-03", "last": "2026-04", "provisional": 1, "rows": 3}})"));
  EXPECT_EQ(receipt["rankings"], Json({{"best", 1}}));
  EXPECT_EQ(receipt["grades"], Json({{"level", 1}}));
  EXPECT_EQ(receipt["awards"], Json({{"pay", 0}}));
  EXPECT_EQ(receipt["broken_expectations"], 2);
  EXPECT_EQ(receipt["issues"],
            Json::parse(R"({"total": 3, "kinds": {"value-out-of-range": 2, "division-by-zero": 1}})"));
}

TEST(Receipt, StatesTheOptionsButNotTheThreads) {
  MadeScores scores = two_months();
  scores.options.window = DayRange{Day::parse("2026-03-01").value(), Day::parse("2026-03-31").value()};
  scores.options.grains = {Grain::day, Grain::month};
  scores.options.strict = true;
  const std::string one = receipt_json(scores.made());
  scores.options.threads = 8;
  EXPECT_EQ(receipt_json(scores.made()), one);
  EXPECT_EQ(Json::parse(one)["options"], Json::parse(R"({"window": {"from": "2026-03-01", "to": "2026-03-31"},
    "grains": ["day", "month"], "provisional": false, "strict": true})"));
}

TEST(Receipt, HasTheDigestOfEachInputAsTyped) {
  const std::string path = testing::TempDir() + "receipt-" + std::to_string(getpid()) + ".csv";
  std::ofstream(path, std::ios::binary) << "a\n1\n";
  MadeScores scores;
  scores.files = {path, "gone.csv"};
  const Json inputs = Json::parse(receipt_json(scores.made()))["inputs"];
  std::filesystem::remove(path);
  // printf 'a\n1\n' | sha256sum
  EXPECT_EQ(inputs[0], Json({{"file", path},
                             {"holds", ""},
                             {"sha256", "309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc"},
                             {"bytes", 4},
                             {"rows", 1}}));
  EXPECT_EQ(inputs[1],
            Json({{"file", "gone.csv"}, {"holds", ""}, {"sha256", nullptr}, {"bytes", nullptr}, {"rows", nullptr}}));
}

TEST(Receipt, HasTheDigestOfEachOutput) {
  const std::vector<OutputFile> outputs = {{"month.csv", "a\n1\n"}};
  const Json receipt = Json::parse(receipt_json(MadeScores().made(), outputs));
  EXPECT_EQ(receipt["outputs"], Json::parse(R"([{"file": "month.csv",
                             "sha256": "309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc",
                             "bytes": 4}])"));
}

TEST(Receipt, SaysHowFarTheRulebookLooksBack) {
  const Json receipt = Json::parse(receipt_json(MadeScores().made()));
  EXPECT_EQ(receipt["look_back"], 31);  // the farthest of 0, 31 and 7 days
  EXPECT_TRUE(receipt.contains("known_at"));
  EXPECT_TRUE(receipt["known_at"].is_null());
}

TEST(Receipt, KeepsHowTheFilesWereSaidToBeWritten) {
  MadeScores scores;
  EXPECT_EQ(Json::parse(receipt_json(scores.made()))["dialect"], Json({{"encoding", nullptr}, {"delimiter", nullptr}}));
  scores.dialect = {TextEncoding::utf16, FieldDelimiter::tab};
  EXPECT_EQ(Json::parse(receipt_json(scores.made()))["dialect"], Json({{"encoding", "utf-16"}, {"delimiter", "tab"}}));
}

TEST(Receipt, AFileNameThatIsNotUtf8IsNoAccident) {
  MadeScores scores;
  scores.files = {"\xFF.csv"};
  EXPECT_EQ(Json::parse(receipt_json(scores.made()))["inputs"][0]["file"], "\uFFFD.csv");
}

TEST(Receipt, KeepsItsOrder) {
  const std::string text = receipt_json(MadeScores().made());
  EXPECT_LT(text.find("\"cwp\""), text.find("\"rulebook\""));
  EXPECT_LT(text.find("\"rulebook\""), text.find("\"inputs\""));
  EXPECT_LT(text.find("\"published\""), text.find("\"issues\""));
  EXPECT_TRUE(text.ends_with("}\n"));
}

}  // namespace
}  // namespace cwp
