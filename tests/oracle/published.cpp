#include "oracle/published.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "oracle/comparison.hpp"
#include "oracle/random/random_rulebook.hpp"

namespace cwp::oracle {
namespace {

class Lines {
 public:
  Lines(const Scores& scores, const Naming& naming) : scores_(scores), naming_(naming) {}

  Published all() {
    for (const ScoreTable& table : scores_.tables()) figures(table);
    for (const RankingTable& table : scores_.rankings())
      for (const RankedOfficer& row : table.rows)
        add(row.period, row.officer,
            table.id + " " + row.subject + " in '" + row.group + "' " + shown(row.rank) + " by " + shown(row.value) +
                " " + std::string(to_text(row.reason)) + row.veto);
    for (const GradeTable& table : scores_.grades())
      for (const GradedOfficer& row : table.rows)
        add(row.period, row.officer,
            table.id + " " + row.subject + " " + row.grade + " " + std::string(to_text(row.reason)));
    for (const AwardTable& table : scores_.awards())
      for (const AwardedOfficer& row : table.rows)
        add(row.period, row.officer,
            table.id + " " + row.subject + " in '" + row.group + "' " + shown(row.rank) + " " + shown(row.amount));
    for (const BrokenExpectation& broken : scores_.broken_expectations()) {
      if (broken.officer)
        add(broken.period, std::string(scores_.data().officer_key(*broken.officer)), broken.id);
      else
        add(broken.period, broken.group, broken.id);
    }
    return std::move(lines_);
  }

 private:
  void figures(const ScoreTable& table) {
    for (const ScoreRow& row : table.rows) {
      for (std::size_t i = 0; i < row.parts.size(); ++i)
        add(row.period, row.officer,
            table.ids[i] + " " + shown(row.parts[i]) + " " + std::string(to_text(row.parts[i].reason)));
      std::string vetoes = "vetoes";
      for (const std::uint32_t veto : row.vetoes) vetoes += " " + table.veto_ids[veto];
      add(row.period, row.officer, vetoes);
    }
  }
  void add(Period period, std::size_t officer, const std::string& line) {
    add(period, std::string(scores_.data().officer_key(officer)), line);
  }
  void add(Period period, const std::string& key, const std::string& line) {
    const std::string name = naming_ ? naming_(key) : key;
    if (!name.empty() || key.empty()) lines_[period].push_back(name + " " + line);
  }

  const Scores& scores_;
  const Naming& naming_;
  Published lines_;
};

}  // namespace

Published published(const Scores& scores, const Naming& naming) { return Lines(scores, naming).all(); }

std::vector<std::string> issues(const Scores& scores, const Naming& naming) {
  std::vector<std::string> lines;
  for (const RowIssue& issue : scores.issues()) {
    const std::string name = naming ? naming(issue.officer) : issue.officer;
    if (name.empty() && !issue.officer.empty()) continue;
    lines.push_back(std::string(issue.reason) + " " + name + " " + issue.date + " " + issue.metric + " " + issue.value);
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

void for_random_cases(std::uint64_t share, const std::function<void(OracleCase&)>& change,
                      const std::function<void(const OracleCase&, const CheckedRulebook&, Dice&)>& look) {
  const std::uint64_t first = from_environment("CWP_ORACLE_SEED", 1);
  const std::uint64_t rulebooks = from_environment("CWP_ORACLE_RULEBOOKS", kRulebooks);
  const std::uint64_t wanted = std::max<std::uint64_t>(rulebooks / share, 1);
  std::uint64_t accepted = 0;
  for (std::uint64_t seed = first; accepted < wanted && seed < first + 3 * wanted + 10; ++seed) {
    OracleCase one = random_case(seed);
    // Long spans cost more than all others together: a short run leaves them to the long one.
    if (rulebooks <= kRulebooks && one.rows.span.size() > 100) continue;
    if (change) change(one);
    const auto rules = load_and_check(Source("rulebook.yaml", one.rulebook));
    if (!rules.ok()) continue;
    ++accepted;
    Dice dice(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    look(one, rules.value(), dice);
    if (testing::Test::HasFailure()) return;  // the first is enough to look at
  }
  EXPECT_EQ(accepted, wanted) << "too many random rulebooks are refused";
}

Scores scored(const CheckedRulebook& rules, const Dataset& data, bool provisional) {
  ScoreOptions options;
  options.provisional = provisional;
  return score(compile(rules), data, options).value();
}

Scores scored(const CheckedRulebook& rules, const InputRows& rows, bool provisional) {
  return scored(rules, to_dataset(rows, rules).value(), provisional);
}

}  // namespace cwp::oracle
