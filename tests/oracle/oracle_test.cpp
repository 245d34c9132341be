// What cwp scores is compared, digit for digit, with what the oracle makes of the same rulebook and rows.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

#include "check/checked_state.hpp"
#include "cwp/cwp.hpp"
#include "oracle/plain/oracle.hpp"
#include "oracle/random/random_rulebook.hpp"

namespace cwp::oracle {
namespace {

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// What was compared, so that agreement about nothing does not pass for agreement.
struct Counts {
  std::map<std::string, std::int64_t> of;
  std::int64_t& operator[](const std::string& name) { return of[name]; }
  void print() const {
    for (const auto& [name, count] : of) std::cout << "  " << name << ": " << count << '\n';
  }
};

std::string shown(const std::optional<Decimal>& decimal) { return decimal ? decimal->to_text() : ""; }

std::string shown(const Part& part) {
  return shown(part.points) + " | full " + shown(part.full) + " | reachable " + shown(part.reachable) + " | coverage " +
         shown(part.coverage) + " | " + std::string(to_text(part.state));
}
std::string shown(const Printed& part) {
  return part.points + " | full " + part.full + " | reachable " + part.reachable + " | coverage " + part.coverage +
         " | " + part.state;
}
std::string shown(const RankedOfficer& row, bool unranked) {
  return row.group + " | rank " + shown(row.rank) + " | value " + shown(row.value) + " | " +
         (unranked ? std::string(to_text(row.reason)) : "");
}
std::string shown(const PrintedRank& row) {
  return row.group + " | rank " + row.rank + " | value " + row.value + " | " + row.reason;
}

/// Compares the Scores of one case with the oracle; collects every difference as one line.
class Comparison {
 public:
  Comparison(const CheckedRulebook& rules, const OracleCase& one, Counts& counts)
      : card_(rules.state().scorecard), case_(one), oracle_(card_, one.rows), counts_(counts) {
    for (const ScoreItem& item : card_.items) kinds_[item.written->id.value] = &item;
  }

  std::vector<std::string> differences(const Scores& scores) {
    for (const auto& assessment : card_.assessments)
      if (assessment) compare_table(scores, assessment->grain);
    for (std::size_t index = 0; index < card_.rankings.size(); ++index) compare_ranking(scores, index);
    return differences_;
  }

 private:
  void differ(const std::string& officer, Period period, const std::string& id, const std::string& cwp,
              const std::string& oracle) {
    differences_.push_back(oracle_.days().label(period) + " officer " + officer + " " + id + "\n    cwp:    " + cwp +
                           "\n    oracle: " + oracle);
  }

  void compare_table(const Scores& scores, Grain grain) {
    const ScoreTable* table = scores.table(grain);
    std::size_t rows = 0;
    for (const Period period : oracle_.published(grain, case_.provisional))
      for (std::size_t officer = 0; officer < oracle_.data().officers().size(); ++officer) {
        const std::string& key = oracle_.data().officers()[officer];
        if (oracle_.data().present_days(officer, period) == 0) continue;  // not his period: decision 0010, 20
        const ScoreRow* row = table == nullptr ? nullptr : table->find(period, officer);
        if (row == nullptr || scores.data().officer_key(officer) != key) {
          differ(key, period, "(row)", "not published", "published");
          continue;
        }
        ++rows;
        compare_row(*table, *row, key);
      }
    if (table != nullptr && table->rows.size() != rows)
      differences_.push_back(std::string(to_text(grain)) + ": cwp publishes " + std::to_string(table->rows.size()) +
                             " rows, the oracle " + std::to_string(rows));
  }

  void compare_row(const ScoreTable& table, const ScoreRow& row, const std::string& officer) {
    ++counts_["officer-periods"];
    ++counts_["officer-periods by " + std::string(to_text(table.grain))];
    const auto expected = oracle_.row(row.officer, row.period);
    if (expected.size() != table.ids.size())
      differ(officer, row.period, "(ids)", std::to_string(table.ids.size()), std::to_string(expected.size()));
    for (std::size_t i = 0; i < table.ids.size(); ++i) {
      const Part& part = row.parts[i];
      const auto found = expected.find(table.ids[i]);
      if (found == expected.end()) {
        differ(officer, row.period, table.ids[i], shown(part), "no such id");
        continue;
      }
      Printed wanted = found->second;
      if (part.reason == Reason::not_held) wanted.state = std::string(to_text(part.state));  // says nothing
      ++counts_["figures"];
      if (shown(part) != shown(wanted)) differ(officer, row.period, table.ids[i], shown(part), shown(wanted));
      if (wanted.points.empty()) continue;
      ++counts_["figures not absent"];
      const bool zero = wanted.points.find_first_not_of("-0.") == std::string::npos;
      counts_["figures not zero"] += !zero;
      counts_["figures not clamped"] += !wanted.clamped;
      counts_["figures not zero, not clamped, not filled in"] += !zero && !wanted.clamped && !wanted.filled;
      counts_["figures " + wanted.state]++;
      const auto kind = kinds_.find(table.ids[i]);
      if (kind == kinds_.end()) continue;
      const ScoreItem& item = *kind->second;
      ++counts_["items by form " + item.written->form.form.value];
      ++counts_["items of a " + std::string(to_text(item.grain)) + " in a " + std::string(to_text(table.grain))];
    }
    if (row.state != row.total().state)
      differ(officer, row.period, "(state)", std::string(to_text(row.state)), std::string(to_text(row.total().state)));
  }

  void compare_ranking(const Scores& scores, std::size_t index) {
    const ScoreRanking& ranking = card_.rankings[index];
    const RankingTable* table = scores.ranking(ranking.written->id.value);
    std::map<std::pair<Period, std::size_t>, const RankedOfficer*> rows;
    if (table != nullptr)
      for (const RankedOfficer& row : table->rows) rows[{row.period, row.officer}] = &row;
    std::size_t expected_rows = 0;
    for (const Period period : oracle_.published(ranking.grain, case_.provisional))
      for (const PrintedRank& wanted : oracle_.ranking(index, period)) {
        ++expected_rows;
        ++counts_["ranking rows"];
        counts_["ranking rows with a rank"] += !wanted.rank.empty();
        counts_["ranking rows tied"] += wanted.tied;
        const auto found = rows.find({period, wanted.officer});
        const bool unranked = found != rows.end() && found->second->reason != Unranked::none;
        const std::string cwp = found == rows.end() ? "not listed" : shown(*found->second, unranked);
        if (cwp != shown(wanted))
          differ(oracle_.data().officers()[wanted.officer], period, "ranking " + ranking.written->id.value, cwp,
                 shown(wanted));
      }
    if (rows.size() != expected_rows)
      differences_.push_back("ranking " + ranking.written->id.value + ": cwp lists " + std::to_string(rows.size()) +
                             " rows, the oracle " + std::to_string(expected_rows));
  }

  const Scorecard& card_;
  const OracleCase& case_;
  Oracle oracle_;
  Counts& counts_;
  std::map<std::string, const ScoreItem*> kinds_;
  std::vector<std::string> differences_;
};

/// The differences of one case, or nothing when the rulebook was refused (its slugs are counted).
std::optional<std::vector<std::string>> run(const OracleCase& one, Counts& counts) {
  const auto rules = load_and_check(Source("rulebook.yaml", one.rulebook));
  if (!rules.ok()) {
    for (const Diagnostic& diagnostic : rules.diagnostics())
      if (diagnostic.severity() == Severity::error) ++counts["refused: " + std::string(diagnostic.slug)];
    if (std::getenv("CWP_ORACLE_SHOW_REFUSED") != nullptr) std::cout << render(rules.diagnostics());
    return std::nullopt;
  }
  const auto data = to_dataset(one.rows, rules.value());
  if (!data.ok()) return std::vector{"the rows were refused: " + render(data.diagnostics())};
  ScoreOptions options;
  options.provisional = one.provisional;
  const auto scores = score(compile(rules.value()), data.value(), options);
  if (!scores.ok()) return std::vector{"no scores: " + render(scores.diagnostics())};
  Comparison comparison(rules.value(), one, counts);
  return comparison.differences(scores.value());
}

std::string first_few(const std::vector<std::string>& differences) {
  std::string text = std::to_string(differences.size()) + " differences, the first:";
  for (std::size_t i = 0; i < differences.size() && i < 5; ++i) text += "\n  " + differences[i];
  return text;
}

TEST(Oracle, AgreesOnRandomRulebooks) {
  const std::uint64_t first = from_environment("CWP_ORACLE_SEED", 1);
  const std::uint64_t wanted = from_environment("CWP_ORACLE_RULEBOOKS", 300);
  Counts counts;
  std::uint64_t accepted = 0, tried = 0, differing = 0;
  for (std::uint64_t seed = first; accepted < wanted && tried < 2 * wanted; ++seed) {
    ++tried;
    const OracleCase one = random_case(seed);
    const auto differences = run(one, counts);
    if (!differences) continue;
    ++accepted;
    if (differences->empty()) continue;
    ++differing;
    const std::string folder = CWP_RECEIVED_DIR "/../oracle/seed-" + std::to_string(seed);
    save_case(folder, one, first_few(*differences));
    if (differing <= 5) ADD_FAILURE() << "seed " << seed << " (" << folder << "): " << first_few(*differences);
  }
  std::cout << accepted << " rulebooks of " << tried << " from seed " << first << ", " << differing << " differ\n";
  counts.print();
  EXPECT_EQ(differing, 0U);
  EXPECT_EQ(accepted, wanted);
  EXPECT_LE(tried * 95, accepted * 100 + 100) << "too many random rulebooks are refused";
  if (wanted < 300) return;
  for (const auto& [name, least] :
       std::map<std::string, std::int64_t>{{"officer-periods", 10'000},
                                           {"figures not absent", 20'000},
                                           {"figures not zero, not clamped, not filled in", 8'000},
                                           {"figures incomplete", 500},
                                           {"figures provisional", 500},
                                           {"ranking rows with a rank", 2'000},
                                           {"ranking rows tied", 200}})
    EXPECT_GE(counts[name], least) << name;
  for (const char* form : {"points", "award", "deduct", "target", "bands", "cases"})
    EXPECT_GE(counts["items by form " + std::string(form)], 500) << form;
  for (const char* grain : {"day", "week", "month", "quarter", "half", "year"})
    EXPECT_GE(counts["officer-periods by " + std::string(grain)], 20) << grain;
}

/// Everything that is published of one period.
std::vector<std::string> cut(const Scores& scores, Period period) {
  std::vector<std::string> lines;
  if (const ScoreTable* table = scores.table(period.grain))
    for (const ScoreRow& row : table->rows)
      if (row.period == period)
        for (std::size_t i = 0; i < row.parts.size(); ++i)
          lines.push_back(std::to_string(row.officer) + " " + table->ids[i] + " " + shown(row.parts[i]) + " " +
                          std::string(to_text(row.parts[i].reason)));
  for (const RankingTable& table : scores.rankings())
    for (const RankedOfficer& row : table.rows)
      if (row.period == period)
        lines.push_back(table.id + " " + std::to_string(row.officer) + " " + shown(row, row.reason != Unranked::none));
  return lines;
}

TEST(Oracle, APeriodScoredAloneIsItsCutOfTheLongRun) {
  const std::uint64_t first = from_environment("CWP_ORACLE_SEED", 1);
  std::int64_t samples = 0, lines = 0;
  for (std::uint64_t seed = first; seed < first + 120; ++seed) {
    OracleCase one = random_case(seed);
    const auto rules = load_and_check(Source("rulebook.yaml", one.rulebook));
    if (!rules.ok()) continue;
    const Plan plan = compile(rules.value());
    const auto data = to_dataset(one.rows, rules.value());
    if (!data.ok()) continue;
    ScoreOptions options;
    options.provisional = true;
    const auto whole = score(plan, data.value(), options);
    ASSERT_TRUE(whole.ok()) << render(whole.diagnostics());
    Dice dice(seed);
    for (const ScoreTable& table : whole.value().tables()) {
      if (table.rows.empty()) continue;
      const Period period = dice.one_of(table.rows).period;
      const auto alone = score(plan, data.value(), period);
      ASSERT_TRUE(alone.ok()) << "seed " << seed << ": " << render(alone.diagnostics());
      const auto expected = cut(whole.value(), period);
      EXPECT_EQ(cut(alone.value(), period), expected)
          << "seed " << seed << " period " << rules.value().calendar().label(period);
      ++samples;
      lines += static_cast<std::int64_t>(expected.size());
    }
  }
  std::cout << samples << " periods alone, " << lines << " lines\n";
  EXPECT_GE(samples, 150);
}

TEST(Oracle, TheCalendarAgreesWithDaysWalkedOneByOne) {
  Dice dice(from_environment("CWP_ORACLE_SEED", 1));
  for (int trial = 0; trial < 24; ++trial) {
    CalendarRules rules;
    rules.week_starts = static_cast<Weekday>(dice.below(7));
    rules.month_starts = dice.between(1, 28);
    rules.year_first_month = dice.between(1, 12);
    rules.weeks_in_month = static_cast<WeeksInMonth>(dice.below(3));
    rules.holidays = {{*Day::from_date(2025, 1, 1), *Day::from_date(2025, 1, 9)}};
    rules.extra_workdays = {{*Day::from_date(2025, 1, 11), *Day::from_date(2025, 1, 12)}};
    const Calendar calendar(rules);
    const DayTable table(rules);
    for (Day day = *Day::from_date(2019, 6, 1); day < *Day::from_date(2027, 6, 1); day = day + 1) {
      ASSERT_EQ(calendar.is_workday(day), table.is_workday(day)) << day.to_text();
      for (int g = 0; g < kGrains; ++g) {
        const Period period = table.containing(day, static_cast<Grain>(g));
        ASSERT_EQ(calendar.containing(day, period.grain), period) << day.to_text() << " grain " << g;
        if (table.first_day(period) != day) continue;
        ASSERT_EQ(calendar.days(period), table.days(period)) << table.label(period);
        ASSERT_EQ(calendar.label(period), table.label(period));
        ASSERT_EQ(calendar.workdays(table.days(period)), table.workdays(table.days(period))) << table.label(period);
        for (int inner = 0; inner <= g; ++inner) {
          const PeriodRange range = calendar.inner(period, static_cast<Grain>(inner));
          const auto& periods = table.inner(period, static_cast<Grain>(inner));
          ASSERT_EQ(static_cast<std::size_t>(range.size()), periods.size()) << table.label(period);
          ASSERT_EQ(range.first, periods.front()) << table.label(period);
        }
        for (int outer = g; outer < kGrains; ++outer)
          ASSERT_EQ(calendar.holder(period, static_cast<Grain>(outer)), table.holder(period, static_cast<Grain>(outer)))
              << table.label(period);
      }
    }
  }
}

TEST(Oracle, AgreesOnTheCasesOfPastFaults) {
  const std::filesystem::path folder = CWP_TESTS_DIR "/oracle/cases";
  if (!std::filesystem::exists(folder)) return;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.is_directory()) continue;
    Counts counts;
    const auto differences = run(load_case(entry.path().string()), counts);
    ASSERT_TRUE(differences.has_value()) << entry.path() << " is refused";
    EXPECT_TRUE(differences->empty()) << entry.path() << ": " << first_few(*differences);
  }
}

}  // namespace
}  // namespace cwp::oracle
