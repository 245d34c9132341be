// Two windows that meet publish together what one run publishes, but for the periods that lie in both.

#include <gtest/gtest.h>

#include <iostream>
#include <regex>

#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

/// Awards that look at the period before are rare: every second rulebook gets some in place of those in a row.
void more_progress(OracleCase& one) {
  const bool has_some = one.rulebook.find("progress: true") != std::string::npos;
  if (has_some || one.rulebook.size() % 2 == 0) return;
  one.rulebook = std::regex_replace(one.rulebook, std::regex(R"(in_a_row: \d)"), "progress: true");
}

TEST(TwoWindows, ThatMeetPublishWhatOneRunPublishes) {
  std::int64_t first_half = 0, second_half = 0, straddling = 0;
  for_random_cases(15, more_progress, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    const Dataset data = to_dataset(one.rows, rules).value();
    const Published whole = published(scored(rules, data));
    for (const int share : {dice.between(15, 50), dice.between(50, 85)}) {
      const Day cut = one.rows.span.first + one.rows.span.size() * share / 100;
      Published left_out = whole;
      for (const DayRange window : {DayRange{kFirstDay, cut}, DayRange{cut + 1, kLastDay}}) {
        ScoreOptions options;
        options.provisional = true;
        options.window = window;
        for (const auto& [period, lines] : published(score(compile(rules), data, options).value())) {
          EXPECT_EQ(lines, whole.at(period)) << rules.calendar().label(period) << " cut after " << cut.to_text();
          EXPECT_EQ(left_out.erase(period), 1U) << rules.calendar().label(period) << " stands in both";
          (window.last == cut ? first_half : second_half) += static_cast<std::int64_t>(lines.size());
        }
      }
      for (const auto& [period, lines] : left_out) {
        const DayRange days = rules.calendar().days(period);
        EXPECT_TRUE(days.first <= cut && cut < days.last) << rules.calendar().label(period) << " is lost";
        ++straddling;
      }
    }
  });
  std::cout << first_half << " lines before, " << second_half << " after, " << straddling << " periods in both\n";
  if (shorter_run()) return;
  EXPECT_GE(first_half, 2'000);
  EXPECT_GE(second_half, 2'000);
  EXPECT_GE(straddling, 10);
}

}  // namespace
}  // namespace cwp::oracle
