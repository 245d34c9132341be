// What compare says is what two runs, each by itself, differ in; what is set beside a rulebook is what its text says.

#include "cwp/compare.hpp"

#include <gtest/gtest.h>

#include <map>

#include "cwp/read_csv.hpp"
#include "cwp/score.hpp"
#include "decimal/rational.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

const std::string kBureauFolder = root_dir() + "/rules/";

Source bureau() { return read_source(kBureauFolder + "community-officers.yaml").value(); }

Source edited_bureau(std::initializer_list<std::pair<std::string_view, std::string_view>> edits) {
  std::string text(bureau().text());
  for (const auto& [piece, by] : edits) {
    EXPECT_NE(text.find(piece), std::string::npos) << piece;
    text.replace(text.find(piece), piece.size(), by);
  }
  return Source("edited.yaml", text);
}

Scores scored_bureau(const CheckedRulebook& rules, std::vector<CheckedRulebook> beside = {}) {
  CsvInputs inputs;
  inputs.directory = kBureauFolder + "data/community-officers";
  inputs.span = DayRange{*Day::parse("2026-01-21"), *Day::parse("2026-03-22")};
  inputs.beside = std::move(beside);
  return score(compile(rules), read_csv(inputs, rules).value()).value();
}

Scores scored_bureau(const Source& source) { return scored_bureau(load_and_check(source).value()); }

/// The cells of a table in CSV, by period, officer and column.
std::map<std::string, std::string> cells_of(const std::string& csv) {
  std::map<std::string, std::string> cells;
  std::vector<std::string> header;
  std::size_t begin = 0;
  while (begin < csv.size()) {
    const std::size_t end = csv.find('\n', begin);
    std::vector<std::string> row;
    for (std::size_t at = begin; at <= end;) {
      const std::size_t comma = std::min(csv.find(',', at), end);
      row.push_back(csv.substr(at, comma - at));
      at = comma + 1;
    }
    if (header.empty())
      header = row;
    else
      for (std::size_t i = 2; i < row.size(); ++i) cells[row[0] + " " + row[1] + " " + header[i]] = row[i];
    begin = end + 1;
  }
  return cells;
}

TEST(Compare, ItsDifferencesAreThoseOfTwoRunsSubtracted) {
  const Scores before = scored_bureau(bureau());
  const Scores after = scored_bureau(
      edited_bureau({{"at: rentals_a_month", "at: rentals_a_month + 6"}, {"[5, 2.5], [8, 4]", "[5, 3], [8, 4]"}}));
  const Comparison comparison = compare(before, after);
  EXPECT_EQ(comparison.rules.size(), 2U);
  std::map<std::string, Rational> sums;
  std::map<std::string, std::size_t> moved;
  for (const ScoreTable& table : before.tables()) {
    const auto old_cells = cells_of(to_csv(table, before)),
               new_cells = cells_of(to_csv(*after.table(table.grain), after));
    ASSERT_EQ(old_cells.size(), new_cells.size());
    for (const auto& [key, text] : old_cells) {
      const std::string id = key.substr(key.rfind(' ') + 1);
      const auto was = Decimal::parse(text), is = Decimal::parse(new_cells.at(key));
      if (!was || !is || id == "reachable" || id == "coverage" || *was == *is) continue;
      const std::string name = std::string(to_text(table.grain)) + " " + id;
      sums[name] += Rational(*is) - Rational(*was);
      ++moved[name];
    }
  }
  ASSERT_GE(moved.size(), 5U);
  EXPECT_EQ(comparison.parts.size(), moved.size());
  for (const PartChange& part : comparison.parts) {
    const std::string name = std::string(to_text(part.grain)) + " " + part.id;
    EXPECT_EQ(part.count.gained + part.count.lost, moved[name]) << name;
    EXPECT_EQ(Rational(part.count.sum.value()), sums[name]) << name;
  }
  // Everybody is in one area: the groups of an attribute add up to the total.
  Rational areas, total;
  for (const GroupChange& group : comparison.groups)
    if (group.grain == Grain::month && group.attribute == "area") areas += Rational(*group.count.sum);
  for (const PartChange& part : comparison.parts)
    if (part.grain == Grain::month && part.id == "total") total = Rational(*part.count.sum);
  EXPECT_EQ(areas, total);
  EXPECT_FALSE(total.is_zero());
}

TEST(Compare, WhatIsSetBesideARulebookIsWhatItsTextSays) {
  const std::vector<Source> settings = {{"--set", "rentals_a_month=30"},
                                        {"--set", "household_visits.bands.table=[[0, 0], [5, 3], [8, 4], [10, 5]]"},
                                        {"--set", "key_persons.if_missing=full"},
                                        {"--set", "entry_target=if(area = 'urban', 14, rural_entries)"}};
  const Scores set = scored_bureau(load_and_check(bureau(), {}, settings).value());
  const Scores edited = scored_bureau(
      edited_bureau({{"rentals_a_month: 24", "rentals_a_month: 30"},
                     {"[[0, 0], [5, 2.5], [8, 4], [10, 5]]", "[[0, 0], [5, 3], [8, 4], [10, 5]]"},
                     {"{id: key_persons,", "{id: key_persons, if_missing: full,"},
                     {"if(area = 'urban', urban_entries, rural_entries)", "if(area = 'urban', 14, rural_entries)"}}));
  OutputOptions wanted;
  wanted.details = true;
  const auto set_files = output_files(set, wanted), edited_files = output_files(edited, wanted);
  ASSERT_EQ(set_files.size(), edited_files.size());
  for (std::size_t i = 0; i < set_files.size(); ++i)
    if (set_files[i].first != "receipt.json") {
      EXPECT_EQ(set_files[i], edited_files[i]);
    }
  EXPECT_NE(to_csv(*set.table(Grain::month), set), to_csv(*scored_bureau(bureau()).table(Grain::month), set));
}

TEST(Compare, NothingMovesBetweenTwoLayoutsOfOneRulebook) {
  const Scores before = scored_bureau(bureau());
  const Scores after = scored_bureau(Source("other.yaml", "# read again\n" + std::string(bureau().text())));
  const Comparison comparison = compare(before, after);
  EXPECT_TRUE(comparison.moved.figures.empty());
  EXPECT_TRUE(comparison.parts.empty());
  EXPECT_EQ(to_text(comparison, before, after), "The rules: nothing changed in meaning.\n\nNo figure changes.\n");
}

TEST(Compare, OneSetOfFilesServesBothRulebooks) {
  // The older one knows nothing of thefts and squads, which the files already have.
  const CheckedRulebook newer = load_and_check(bureau()).value();
  const CheckedRulebook older =
      load_and_check(
          edited_bureau(
              {{"  lectures:       {title: {zh: 防诈宣传, en: Talks against fraud}, unit: 场, type: u8}\n", ""},
               {"lectures, at: lectures_a_month", "calls, at: lectures_a_month"}}))
          .value();
  EXPECT_THROW(scored_bureau(older), Error);
  const Scores before = scored_bureau(older, {older, newer});
  const Comparison comparison = compare(before, scored_bureau(newer, {older, newer}));
  EXPECT_FALSE(comparison.parts.empty());
  EXPECT_EQ(before.issues().size(), scored_bureau(newer).issues().size());
}

TEST(Compare, FilesAndTextTellTheSame) {
  const Scores before = scored_bureau(bureau());
  const Scores after =
      scored_bureau(load_and_check(bureau(), {}, std::vector{Source("--set", "rentals_a_month=30")}).value());
  const Comparison comparison = compare(before, after, {{"area"}});
  const auto files = comparison_files(comparison, after);
  ASSERT_EQ(files.size(), 4U);
  EXPECT_EQ(files[0].second.substr(0, files[0].second.find('\n')),
            "change,section,id,key,before,after,old_file,old_line,new_file,new_line");
  EXPECT_NE(files[2].second.find("month,rental_inspections,0,"), std::string::npos) << files[2].second;
  EXPECT_NE(files[3].second.find("month,area,urban,"), std::string::npos) << files[3].second;
  EXPECT_EQ(files[3].second.find("station"), std::string::npos);
  const std::string told = to_text(comparison, before, after, Language::zh, 2);
  EXPECT_NE(told.find("rentals_a_month：24 → 30"), std::string::npos) << told;
  EXPECT_NE(told.find("moved.csv"), std::string::npos) << told;
}

}  // namespace
}  // namespace cwp
