// Ten times the figures against ten times the thresholds: the same points, ranks, grades.

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "oracle/published.hpp"
#include "oracle/random/random_rulebook.hpp"

namespace cwp::oracle {
namespace {

/// Rulebooks in which figures meet nothing but whole thresholds and each other. The same seed gives the same rulebook,
/// with every threshold times `factor`.
class Thresholds {
 public:
  Thresholds(std::uint64_t seed, int factor) : dice_(seed), factor_(factor) {}

  std::string rulebook() {
    const std::string month_starts = std::to_string(dice_.between(1, 28));
    std::string text =
        "cwp: 1\nid: thresholds\ntitle: Thresholds\ncalendar:\n  month: {starts: " + month_starts +
        "}\nattributes:\n  station: {type: text, one_of: [A, B, C]}\n  area: {type: text}\n  coefficient: {type: "
        "number}\n  weight: {type: number}\n  senior: {type: bool}\n  joined: {type: date}\n";
    text += "duty: {leave: exempt, training: exempt, suspended: assessed, standby: rest}\nmetrics:\n";
    for (RandomMetric& metric : metrics_) {
      metric.fold = dice_.word({"sum", "mean", "last", "max", "min", "first"});
      text += "  " + metric.id + ": {per: " + std::string(to_text(metric.grain)) + ", fold: " + metric.fold +
              ", absent: " + dice_.word({"zero", "missing", "carry"}) + ", range: [0, " +
              std::to_string(metric.most * factor_) + "]}\n";
    }
    text += "categories:\n  - id: work\n    combine: capped\n    full: 60\n    items:\n";
    for (int item = 0; item < 8; ++item)
      text += "      - {id: i" + std::to_string(item) +
              ", per: " + (item == 0 ? "week" : dice_.word({"week", "month", "month"})) + ", full: 12, " + keys() +
              "}\n";
    text += "adjustments:\n  - {id: merit, per: month, gives: " +
            quoted("step(" + metric() + ", " + threshold(2) + " -> 1.5, " + threshold(30) + " -> 4)") + "}\n";
    text += "vetoes:\n  - {id: veto, per: month, when: " + quoted(metric() + " < " + threshold(1)) + ", cap: 9.25}\n";
    text +=
        "assessments:\n  week: {}\n  month: {roll_up: {}}\nrankings:\n  - {id: r, every: month, of: total, ties: [" +
        metric() + ", " + quoted("-" + metric()) + "], eligible: " + quoted(metric() + " > " + threshold(1)) + "}\n";
    return text + "grades:\n  - id: g\n    ranking: r\n    levels:\n      - {id: good, when: " +
           quoted(metric() + " >= " + threshold(8)) + ", at_most: 50%}\n      - {id: fair}\n";
  }
  const std::vector<RandomMetric>& metrics() const { return metrics_; }

 private:
  static std::string quoted(const std::string& text) { return '"' + text + '"'; }
  std::string metric() { return dice_.one_of(metrics_).id; }
  std::string threshold(int around) { return std::to_string((around + dice_.between(0, around)) * factor_); }

  std::string keys() {
    const std::string prorate = dice_.chance(30) ? "prorate: duty, " : "";
    const std::string one = metric();
    switch (dice_.below(9)) {
      case 0:
        return prorate + "target: {of: " + one + ", at: " + threshold(20) + ", zero_at: " + threshold(2) + "}";
      case 1:
        return prorate + "bands: {of: " + one + ", table: [[0, 1], [" + threshold(4) + ", 3.5], [" + threshold(16) +
               ", 12]], between: " + dice_.word({"step", "linear"}) + "}";
      case 2:
        return prorate + "deduct: {of: " + one + ", above: " + threshold(6) + ", unit: " + threshold(3) +
               ", each: 0.75, whole: " + dice_.word({"up", "down", "exact"}) + ", all_gone_at: " + threshold(40) + "}";
      case 3:
        return "award: {of: " + one + ", unit: " + threshold(3) +
               ", each: 0.35, whole: " + dice_.word({"up", "down", "exact"}) + ", at_most: 9}";
      case 4:
        return "cases: [{when: " + quoted(one + dice_.word({" >= ", " > ", " = "}) + threshold(6)) +
               ", points: 7}, {when: " + quoted(one + " <= " + metric()) + ", points: 4}, {otherwise: 1}]";
      case 5:
        return "points: " +
               quoted(dice_.word({"rank(", "4 * minmax(", "6 + zscore(", "9 * share(", "5 * percent_rank("}) + one +
                      " by station)");
      case 6:
        return "points: " + quoted("12 * min(" + one + ", " + threshold(20) + ") / " + threshold(20));
      case 7:
        return "points: " + quoted("count(visits >= " + threshold(3) + " per day) / 3 + ratio(m1, visits, 1)");
      default:
        return "points: " +
               quoted("streak(visits < " + threshold(4) + " per day) + growth(" + one + "[-1], " + one + ", 0)");
    }
  }

  Dice dice_;
  int factor_;
  std::vector<RandomMetric> metrics_ = {{.id = "visits", .grain = Grain::day, .most = 20},
                                        {.id = "m1", .grain = Grain::day, .most = 12},
                                        {.id = "m2", .grain = Grain::week, .most = 30}};
};

/// A value as written, times ten; what is no number stays what it is.
std::string tenfold(const std::string& value) {
  const auto decimal = Decimal::parse(value);
  return decimal ? Decimal{decimal->units * 10, decimal->decimals}.to_text() : value;
}

TEST(Tenfold, FiguresAgainstTenfoldThresholdsScoreTheSame) {
  const std::uint64_t first = from_environment("CWP_ORACLE_SEED", 1);
  const std::uint64_t wanted = std::max<std::uint64_t>(from_environment("CWP_ORACLE_RULEBOOKS", kRulebooks) / 15, 1);
  std::int64_t lines = 0, refused = 0;
  for (std::uint64_t seed = first; seed < first + wanted; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Thresholds once(seed, 1), ten(seed, 10);
    const auto rules = load_and_check(Source("rulebook.yaml", once.rulebook()));
    const auto ten_rules = load_and_check(Source("rulebook.yaml", ten.rulebook()));
    ASSERT_TRUE(rules.ok() && ten_rules.ok()) << render(rules.diagnostics());
    Dice dice(seed);
    const Day from = *Day::from_date(2025, dice.between(1, 12), dice.between(1, 28));
    InputRows rows = random_rows(dice, once.metrics(), rules.value().calendar().rules(), {from, from + 70});
    const Published expected = published(scored(rules.value(), rows));
    for (MetricRow& row : rows.metrics) row.value = tenfold(row.value);
    const Scores scores = scored(ten_rules.value(), rows);
    EXPECT_EQ(published(scores), expected);
    for (const auto& [period, of_period] : expected) lines += static_cast<std::int64_t>(of_period.size());
    refused += static_cast<std::int64_t>(scores.data().issues().size());
    if (HasFailure()) return;
  }
  std::cout << lines << " lines, " << refused << " rows refused\n";
  if (shorter_run()) return;
  EXPECT_GE(lines, 8'000);
  EXPECT_GE(refused, 100);
}

}  // namespace
}  // namespace cwp::oracle
