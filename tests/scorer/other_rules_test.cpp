// Data of one rulebook and the plan of another: an error of everything that takes both, never figures of other metrics.

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "cwp/column_file.hpp"
#include "cwp/score_files.hpp"
#include "cwp/score_sink.hpp"
#include "cwp/scorer.hpp"
#include "io/made_files.hpp"

namespace cwp {
namespace {

/// The same rules with the metrics written in this order, and points for them.
CheckedRulebook rules_with(const std::string& metrics, const std::string& points = "visits") {
  return checked_text("cwp: 1\nid: rules\nmetrics: {" + metrics +
                      "}\ncategories:\n"
                      "  - id: work\n"
                      "    items:\n"
                      "      - {id: seen, per: month, full: 10, points: " +
                      points +
                      "}\n"
                      "      - {id: lost, per: month, full: 10, deduct: {of: missed, each: 2}}\n"
                      "assessments: {month: {}}\n");
}
const char* const kAsMade = "visits: {type: u16}, missed: {type: u16}";
const char* const kReordered = "missed: {type: u16}, visits: {type: u16}";
const char* const kOneMore = "visits: {type: u16}, missed: {type: u16}, extra: {}";

DatasetBuilder rows_of(const CheckedRulebook& rules) {
  DatasetBuilder builder(rules);
  builder.add_officer("ann", {}, {}, {});
  builder.add_metric("ann", "2026-03-02", "visits", "7");
  builder.add_metric("ann", "2026-03-02", "missed", "1");
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
  return builder;
}
Dataset columns_of(const CheckedRulebook& rules) {
  static const std::vector<std::uint16_t> visits(100, 7), missed(100, 1);
  const Period day = *Period::parse("2026-03-02", rules.calendar());
  ColumnsBuilder builder(rules, 100);
  builder.add_figures("visits", day, std::span(visits));
  builder.add_figures("missed", day, std::span(missed));
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
  return builder.finish().value();
}

template <class T>
std::string refused(const Result<T>& result) {
  if (result.ok()) return "scored";
  return std::string(result.diagnostics()[0].slug) + (result.diagnostics().size() > 1 ? " and more" : "");
}

struct Nothing : ScoreSink {
  void block(const ScoreBlock&) override { ADD_FAILURE() << "something was scored"; }
};

TEST(OtherRules, EverythingThatTakesAPlanAndDataRefusesThem) {
  const CheckedRulebook made_for = rules_with(kAsMade);
  const FolderOfFiles files;
  for (const CheckedRulebook& other : {rules_with(kReordered), rules_with(kOneMore, "visits + extra")}) {
    const Plan plan = compile(other);
    const Period march = *Period::parse("2026-03", other.calendar());
    for (const Dataset& data : {rows_of(made_for).finish().value(), columns_of(made_for)}) {
      Nothing sink;
      EXPECT_EQ(refused(score(plan, data)), "data-of-other-rules");
      EXPECT_EQ(refused(score(plan, data, march)), "data-of-other-rules");
      EXPECT_EQ(refused(score_into(sink, plan, data)), "data-of-other-rules");
      EXPECT_EQ(refused(describe_lanes(plan, data)), "data-of-other-rules");
      EXPECT_EQ(refused(score_to_files(plan, data, {}, {}, 0)), "data-of-other-rules");
      FolderOptions folder;
      folder.directory = (files.folder / "results").string();
      EXPECT_EQ(refused(score_into_folder(plan, data, folder, {}, {}, 0)), "data-of-other-rules");
    }
    EXPECT_EQ(refused(Scorer::make(plan, rows_of(made_for))), "data-of-other-rules");
  }
}

TEST(OtherRules, AColumnFileIsOfTheRulesItWasOpenedFor) {
  const CheckedRulebook made_for = rules_with(kAsMade), other = rules_with(kReordered);
  const FolderOfFiles files;
  const std::string path = (files.folder / "march.columns").string();
  ASSERT_TRUE(write_column_file(columns_of(made_for), path).ok());
  Nothing sink;
  EXPECT_EQ(refused(score_into(sink, compile(other), open_column_file(made_for, path).value())), "data-of-other-rules");
  EXPECT_EQ(refused(score(compile(other), open_column_file(made_for, path).value().dataset().value())),
            "data-of-other-rules");
  // By name: 7 visits, and 10 - 2 for one that was missed.
  const Dataset data = open_column_file(other, path).value().dataset().value();
  EXPECT_EQ(score(compile(other), data).value().table(Grain::month)->rows[0].total().points->to_text(), "15.00");
}

TEST(OtherRules, TheSameTextReadTwiceIsTheSameRulebook) {
  const Scores scores = score(compile(rules_with(kAsMade)), rows_of(rules_with(kAsMade)).finish().value()).value();
  EXPECT_EQ(scores.table(Grain::month)->rows[0].total().points->to_text(), "15.00");
}

TEST(OtherRules, TheErrorNamesBoth) {
  const CheckedRulebook made_for = rules_with(kAsMade), other = rules_with(kReordered);
  const Result<Scores> scores = score(compile(other), rows_of(made_for).finish().value());
  EXPECT_EQ(message(scores.diagnostics().at(0)), "the data were made for the rulebook 'rules' (SHA-256 " +
                                                     made_for.hash() + "), the plan is of 'rules' (SHA-256 " +
                                                     other.hash() + ")");
}

}  // namespace
}  // namespace cwp
