// Rulebooks written after real assessment rules, against the figures worked out by hand from the written rules.

#include <gtest/gtest.h>

#include "golden.hpp"
#include "scored_files.hpp"

namespace cwp {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

/// Totals of a year by officer, of rules/migrant-registration.yaml changed by `change`.
template <class Change>
std::string totals_2026(Change change) {
  const Source written = read_source(CWP_ROOT_DIR "/rules/migrant-registration.yaml").value();
  const Source changed("rules.yaml", change(std::string(written.text())));
  const auto rules = load_and_check(changed).value();
  CsvInputs inputs;
  inputs.directory = CWP_ROOT_DIR "/rules/data/migrant-registration";
  inputs.span = DayRange{*Day::parse("2025-01-01"), *Day::parse("2026-12-31")};
  const Scores scores = score(compile(rules), read_csv(inputs, rules).value()).value();
  std::string text;
  for (const ScoreRow& row : scores.table(Grain::year)->rows)
    text += scores.data().officer_key(row.officer) + " " + row.total().points->to_text() + "\n";
  return text;
}

// "Per 1 % below" has three readings, and each gives other totals; the first is what the rulebook says.
TEST(MigrantRegistration, FullPointsCount) {
  EXPECT_EQ(totals_2026([](std::string text) { return text; }), "X 93.00\nY 65.30\nZ 99.00\n");
}

TEST(MigrantRegistration, StartedPointsCount) {
  EXPECT_EQ(totals_2026([](const std::string& text) { return replaced(text, "whole: down", "whole: up"); }),
            "X 92.20\nY 65.00\nZ 99.00\n");
}

// In proportion X has exactly 100163552/1080695 = 92.6843855…, Y 326/5.
TEST(MigrantRegistration, PartsOfPointsCount) {
  const auto change = [](const std::string& text) {
    return replaced(replaced(text, "whole: down", "whole: exact"), "points: {decimals: 2}",
                    "points: {decimals: 6, carry: exact}");
  };
  EXPECT_EQ(totals_2026(change), "X 92.684386\nY 65.200000\nZ 99.000000\n");
}

}  // namespace
}  // namespace cwp
