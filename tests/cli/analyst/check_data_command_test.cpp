// cwp check --inputs: what data show, in both languages, as text and JSON.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "golden.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

TEST(CheckCommand, ShowsWhatDataSayOfTheRulebook) {
  const Program program;
  program.link("rules.yaml", root_dir() + "/rules/grid-worker.yaml");
  ASSERT_EQ(program.run("sample rules.yaml --officers 60 --from 2026-01-01 --to 2026-06-30 --clean --out trial").code,
            0);
  const std::string data = " --inputs trial";
  const Ran en = program.run("check rules.yaml --lang en" + data),
            zh = program.run("check rules.yaml --lang zh" + data);
  EXPECT_EQ(en.code, 0);
  EXPECT_EQ(approved_difference("cli/check_data.txt", program.transcript(en) + program.transcript(zh)), "");
  const auto problems = nlohmann::json::parse(program.run("check rules.yaml --format json" + data).out);
  for (const auto& problem : problems) {
    EXPECT_EQ(problem["severity"], "warning");
    EXPECT_TRUE(problem["slug"].get<std::string>().starts_with("data-"));
  }
}

TEST(CheckCommand, DataThatCannotBeReadAreAProblem) {
  const Program program;
  EXPECT_EQ(program.run("check station.yaml --inputs none").code, 1);
  EXPECT_EQ(program.run("check station.yaml --metrics data/metrics.csv").code, 2);
  EXPECT_EQ(program.run("check five_mistakes.yaml --inputs none").err.find("none"), std::string::npos)
      << "data are looked at once the rulebook is sound";
}

}  // namespace
}  // namespace cwp
