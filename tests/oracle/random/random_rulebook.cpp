#include "oracle/random/random_rulebook.hpp"

#include <algorithm>

#include "oracle/input/day_table.hpp"
#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

OracleCase RandomMaker::make() {
  OracleCase one;
  long_span_ = dice_.chance(14);
  text_ = "cwp: 1\nid: random\ntitle: Random\n";
  const int days = long_span_ ? dice_.between(380, 640) : dice_.between(20, 120);
  Day from = *Day::from_date(2025, dice_.between(1, 12), dice_.between(1, 28));
  calendar();
  if (dice_.chance(55)) {  // begin with a period, so that long ones are whole
    const DayTable table(rules_);
    from = table.first_day(table.containing(from, long_span_
                                                      ? dice_.one_of<Grain>({Grain::quarter, Grain::half, Grain::year})
                                                      : dice_.one_of<Grain>({Grain::month, Grain::quarter})));
  }
  const DayRange span{from, from + days};
  if (dice_.chance(12)) {
    const Day effective_from = from + dice_.between(-5, 45);
    text_ += "effective: {from: " + effective_from.to_text();
    if (dice_.chance(30)) text_ += ", to: " + std::max(effective_from, span.last - dice_.between(0, 15)).to_text();
    text_ += "}\n";
  }
  const std::string points = rounding(100);
  text_ += "points: {" + points.substr(2) + "}\n";
  inputs(span);
  scores();
  one.rulebook = text_;
  one.rows = random_rows(dice_, names_.metrics, rules_, span);
  one.provisional = dice_.chance(50);
  return one;
}

void RandomMaker::calendar() {
  const std::vector<std::string> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday"};
  const int starts = dice_.chance(60) ? 0 : dice_.below(7);
  rules_.week_starts = static_cast<Weekday>(starts);
  rules_.month_starts = dice_.chance(45) ? 1 : dice_.between(2, 28);
  rules_.year_first_month = dice_.chance(65) ? 1 : dice_.between(2, 12);
  rules_.weeks_in_month = dice_.one_of<WeeksInMonth>({WeeksInMonth::majority, WeeksInMonth::start, WeeksInMonth::end});
  text_ += "calendar:\n  week: {starts: " + weekdays[static_cast<std::size_t>(starts)] + "}\n";
  text_ += "  month: {starts: " + std::to_string(rules_.month_starts) + "}\n";
  text_ += "  year: {first_month: " + std::to_string(rules_.year_first_month) + "}\n";
  constexpr std::array kWeeks = {"majority", "start", "end"};
  text_ += std::string("  weeks_in_month: ") + kWeeks[static_cast<std::size_t>(rules_.weeks_in_month)] + "\n";
  if (dice_.chance(25)) {
    rules_.workdays.push_back(Weekday::saturday);
    text_ += "  workdays: [mon, tue, wed, thu, fri, sat]\n";
  }
  std::string holidays;
  for (int month = 1; month <= 12; month += dice_.between(1, 3)) {
    const Day from = *Day::from_date(2025, month, dice_.between(1, 20));
    const DayRange range{from, from + dice_.below(9)};
    rules_.holidays.push_back(range);
    holidays += (holidays.empty() ? "" : ", ") + from.to_text();
    if (range.size() > 1) holidays += ".." + range.last.to_text();
  }
  text_ += "  holidays: [" + holidays + "]\n";
  const Day extra = *Day::from_date(2025, dice_.between(3, 12), 29);  // no holiday reaches a 29th
  rules_.extra_workdays = {{extra, extra}};
  text_ += "  extra_workdays: [" + extra.to_text() + "]\n";
}

std::string RandomMaker::rounding(int percent) {
  std::string text;
  if (dice_.chance(percent))
    text += ", decimals: " + std::to_string(dice_.chance(60) ? dice_.between(1, 2) : dice_.between(0, 6));
  if (dice_.chance(percent))
    text += ", rounding: " + dice_.word({"half_up", "half_up", "half_even", "up", "down", "ceil", "floor"});
  if (dice_.chance(percent)) text += ", carry: " + dice_.word({"shown", "shown", "exact"});
  return text;
}

void RandomMaker::scores() {
  std::vector<Grain> possible =
      long_span_ ? std::vector<Grain>{Grain::day,     Grain::week, Grain::month, Grain::month,
                                      Grain::quarter, Grain::half, Grain::year}
                 : std::vector<Grain>{Grain::day, Grain::week, Grain::month, Grain::month, Grain::quarter};
  for (int i = dice_.between(1, 3); i > 0; --i) item_grains_.push_back(dice_.one_of(possible));
  const Grain finest = *std::min_element(item_grains_.begin(), item_grains_.end());
  for (const Grain grain : possible)
    if (grain >= finest && (dice_.chance(50) || grain == item_grains_.front()) &&
        std::find(names_.assessed.begin(), names_.assessed.end(), grain) == names_.assessed.end())
      names_.assessed.push_back(grain);
  std::sort(names_.assessed.begin(), names_.assessed.end());

  groups();
  if (dice_.chance(45)) adjustments(dice_.between(1, 2), false);
  early_adjustments_ = names_.adjustments.size();
  text_ += "categories:\n";
  const int categories = dice_.between(1, 3);
  for (int i = 0; i < categories; ++i) category("  ", i == 0, 0);
  if (dice_.chance(45)) adjustments(dice_.between(1, 3), true);
  if (!adjustments_.empty()) text_ += "adjustments:\n" + adjustments_;
  assessments();
  for (int i = 0; i < categories_; ++i) names_.scores.push_back("c" + std::to_string(i));
  names_.scores.insert(names_.scores.end(), 2, "total");
  rankings();
  grades();
  awards();
  expectations();
  vetoes();
}

OracleCase random_case(std::uint64_t seed) { return RandomMaker(seed).make(); }

}  // namespace cwp::oracle
