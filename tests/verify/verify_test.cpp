#include "cwp/verify.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cwp/write.hpp"
#include "scored_files.hpp"

namespace cwp {
namespace {

using Json = nlohmann::json;

class Verify : public testing::Test {
 protected:
  ~Verify() override { std::filesystem::remove_all(root); }
  /// The slugs and first arguments of what differs from `receipt`.
  std::vector<std::string> differences(const std::string& receipt, const std::string& name) const {
    std::ofstream(root / "receipt.json") << receipt;
    VerifyOptions options;
    options.inputs = root_dir() + "/rules/data/" + name;
    std::vector<std::string> told;
    const Verification verification = verify(root / "receipt.json", options).value();
    for (const Diagnostic& one : verification.differences)
      told.push_back(std::string(one.slug) + " " + one.arguments[0]);
    return told;
  }
  /// Scores with details and writes; the receipt.
  std::string written(const std::string& name, const std::string& span = "",
                      const OutputOptions& output = {.details = true}) const {
    const std::vector<OutputFile> files = output_files(scored_files(name, span), output);
    EXPECT_TRUE(write_output(root, files, true).empty());
    return files.back().second;
  }
  const std::filesystem::path root = std::filesystem::path(testing::TempDir()) / ("verify-" + std::to_string(getpid()));
};

class VerifyRulebook : public Verify, public testing::WithParamInterface<const char*> {};

TEST_P(VerifyRulebook, ScoringAgainGivesTheSameBytes) {
  EXPECT_EQ(differences(written(GetParam()), GetParam()), std::vector<std::string>{});
}

// With facts, duty, figures about stations; with the span stated by nobody.
INSTANTIATE_TEST_SUITE_P(All, VerifyRulebook, testing::Values("worked-example", "migrant-registration", "decathlon"),
                         [](const auto& use) { return "rulebook_" + std::to_string(use.index); });

TEST_F(Verify, ARulebookIsVerifiedWithWhatItIsBuiltOn) {
  const std::string receipt = written("county-bureau", "2026-03-01..2026-04-30");
  EXPECT_EQ(differences(receipt, "county-bureau"), std::vector<std::string>{});
  Json changed = Json::parse(receipt);
  Json& rulebook = changed["rulebook"];
  ASSERT_EQ(rulebook["extends"].size(), 1U);
  const std::string base = root_dir() + "/rules/provincial-officers.yaml";
  EXPECT_EQ(rulebook["extends"][0]["file"], base);
  EXPECT_NE(rulebook["sha256_of_all"], rulebook["sha256"]);
  rulebook["extends"][0]["sha256"] = "00";
  EXPECT_EQ(differences(changed.dump(), "county-bureau"), (std::vector<std::string>{"verify-file-changed " + base}));
}

TEST_F(Verify, EveryFormatIsWrittenAgainAsItWas) {
  const std::string span = "2026-02-21..2026-03-22";
  for (const OutputFormatDoc& row : output_formats())
    for (const Language language : {Language::en, Language::zh}) {
      const std::string receipt = written("worked-example", span, {row.format, row.worded, language});
      EXPECT_EQ(differences(receipt, "worked-example"), std::vector<std::string>{}) << row.name;
      std::ofstream(root / ("month" + std::string(row.extension)), std::ios::app) << "x";
      EXPECT_EQ(differences(receipt, "worked-example"),
                std::vector<std::string>{"verify-output-changed month" + std::string(row.extension)});
    }
}

TEST_F(Verify, TablesThatWereAskedForAreAllThatIsExpected) {
  const std::string span = "2026-02-21..2026-03-22";
  OutputOptions output;
  output.tables = {OutputTable::standing, OutputTable::issues};
  Json receipt = Json::parse(written("worked-example", span, output));
  EXPECT_EQ(differences(receipt.dump(), "worked-example"), std::vector<std::string>{});
  receipt["output"]["tables"] = {"standing"};
  EXPECT_EQ(differences(receipt.dump(), "worked-example"), std::vector<std::string>{"verify-output-gone issues.csv"});
  receipt["output"].erase("tables");  // a receipt of before
  EXPECT_EQ(differences(receipt.dump(), "worked-example").front(), "verify-output-gone week_standing.csv");
  receipt["output"]["tables"] = {"sums"};
  std::ofstream(root / "receipt.json") << receipt.dump();
  const auto refused = verify(root / "receipt.json", {});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(message(refused.diagnostics()[0]).substr((root / "receipt.json").string().size()),
            " is no receipt of cwp: there is no table \"sums\"");
}

TEST_F(Verify, AReceiptThatWasCutOrHasMoreIsNotEqual) {
  Json receipt = Json::parse(written("worked-example", "2026-02-21..2026-03-22"));
  Json& outputs = receipt["outputs"];
  ASSERT_EQ(outputs[0]["file"], "week.csv");
  outputs[0]["file"] = "hour.csv";
  EXPECT_EQ(differences(receipt.dump(), "worked-example"),
            (std::vector<std::string>{"verify-output-gone hour.csv", "verify-output-unlisted week.csv"}));
}

// As when a nightly export is written while it is scored.
TEST_F(Verify, TheReceiptNamesTheBytesThatWereReadNotThoseOfLater) {
  std::filesystem::create_directories(root);
  std::ofstream(root / "rules.yaml") << "cwp: 1\nid: late\nmetrics: {visits: {per: month}}\ncategories:\n"
                                        "  - {id: work, items: [{id: a, per: month, points: visits}]}\n";
  std::ofstream(root / "roster.csv") << "officer\nann\n";
  std::ofstream(root / "metrics.csv") << "officer,date,visits\n\nann,2026-03,40\n";
  const CheckedRulebook rules = load_and_check(read_source(root / "rules.yaml").value()).value();
  CsvInputs inputs;
  inputs.directory = root;
  const Dataset data = read_csv(inputs, rules).value();
  std::ofstream(root / "metrics.csv") << "officer,date,visits\nann,2026-03,41\n";
  const std::string receipt = output_files(score(compile(rules), data).value()).back().second;
  // printf 'officer,date,visits\n\nann,2026-03,40\n' | sha256sum
  EXPECT_EQ(Json::parse(receipt)["inputs"][1]["sha256"],
            "71b1b76a0d3e647d1a816a432b9ba4cebebb96e33673d201d18e815f7641c383");
  EXPECT_EQ(Json::parse(receipt)["inputs"][1]["rows"], 1);
  std::ofstream(root / "receipt.json") << receipt;
  VerifyOptions options;
  options.inputs = root;
  const Verification verification = verify(root / "receipt.json", options).value();
  ASSERT_EQ(verification.differences.size(), 2U);
  EXPECT_EQ(verification.differences[0].slug, "verify-file-changed");
  EXPECT_EQ(verification.differences[1].slug, "verify-output-differs");
}

// Ann's 40 visits were corrected to 20 on 10 April; the receipt is of 5 April.
TEST_F(Verify, WhatWasKnownOnADayIsScoredAgainAsItWasKnown) {
  std::filesystem::create_directories(root);
  const std::string rulebook = root / "rules.yaml";
  std::ofstream(rulebook) << "cwp: 1\nid: known\nmetrics: {visits: {per: month, fold: last}}\ncategories:\n"
                             "  - {id: work, items: [{id: a, per: month, points: visits}]}\n";
  std::ofstream(root / "roster.csv") << "officer,from,to\nann,,\n";
  std::ofstream(root / "metrics.csv") << "officer,date,visits,recorded\nann,2026-03,40,2026-04-01\n"
                                         "ann,2026-03,20,2026-04-10\n";
  const CheckedRulebook rules = load_and_check(read_source(rulebook).value()).value();
  CsvInputs inputs;
  inputs.roster = root / "roster.csv";
  inputs.metrics = {root / "metrics.csv"};
  inputs.known_at = Day::parse("2026-04-05");
  const std::vector<OutputFile> files = output_files(score(compile(rules), read_csv(inputs, rules).value()).value());
  const std::string receipt = files.back().second;
  ASSERT_EQ(files.back().first, "receipt.json");
  EXPECT_EQ(Json::parse(receipt)["known_at"], "2026-04-05");

  VerifyOptions options;
  options.inputs = root;
  const auto differing = [&](const std::string& text) {
    std::ofstream(root / "receipt.json") << text;
    std::string names;
    const Verification verification = verify(root / "receipt.json", options).value();
    for (const Diagnostic& one : verification.differences)
      names += std::string(one.slug) + " " + one.arguments[0] + ";";
    return names;
  };
  EXPECT_EQ(differing(receipt), "");
  Json later = Json::parse(receipt);
  later["known_at"] = "2026-04-10";
  EXPECT_EQ(differing(later.dump()), "verify-output-differs month.csv;");
}

}  // namespace
}  // namespace cwp
