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
  span_ = span;
  if (dice_.chance(12)) {
    const Day effective_from = from + dice_.between(-5, 45);
    text_ += "effective: {from: " + effective_from.to_text();
    if (dice_.chance(30)) text_ += ", to: " + std::max(effective_from, span.last - dice_.between(0, 15)).to_text();
    text_ += "}\n";
  }
  const std::string points = rounding(100);
  text_ += "points: {" + points.substr(2) + "}\n";
  facts(span);
  scores();
  one.rulebook = text_;
  one.rows =
      ordinary_ ? ordinary_rows(dice_, names_.metrics, rules_, span) : random_rows(dice_, names_.metrics, rules_, span);
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

std::string RandomMaker::effective(int percent) {
  if (!dice_.chance(percent)) return "";
  const Day from = span_.first + dice_.between(-10, span_.size());
  std::string dates;
  if (dice_.chance(70)) dates = ", from: " + from.to_text();
  if (dates.empty() || dice_.chance(40)) dates += ", to: " + (from + dice_.between(0, span_.size())).to_text();
  return ", effective: {" + dates.substr(2) + "}";
}

void RandomMaker::facts(DayRange span) {
  const Day first_change = span.first + dice_.between(0, span.size() - 1);
  const Day late = span.first + dice_.between(-20, 30);
  text_ += "parameters:\n  quota: {2020-01-01: " + random_decimal(dice_, 3, 9, 1) + ", " + first_change.to_text() +
           ": " + random_decimal(dice_, 4, 15, 1) + "}\n  late_marks: {" + late.to_text() + ": " +
           random_decimal(dice_, 2, 20, 1) + "}\n  plain: " + random_decimal(dice_, 1, 6, 2) + "\n";
  names_.parameters = {"quota", "late_marks", "plain"};
  if (dice_.chance(25)) text_ += "attributes_at: " + dice_.word({"start", "end", "most"}) + "\n";
  text_ += "attributes:\n  station: {type: text, one_of: [A, B, C]" + attributes_at(25) +
           "}\n  area: {type: text, one_of: [urban, rural]" + attributes_at(15) +
           "}\n  coefficient: {type: number, min: 0.5, max: 1.5, default: 1" + attributes_at(15) +
           "}\n  weight: {type: number" + attributes_at(15) + "}\n  senior: {type: bool" + attributes_at(15) +
           "}\n  joined: {type: date}\n";
  text_ += "duty: {on_duty: assessed, leave: exempt, training: " + dice_.word({"exempt", "assessed"}) +
           ", suspended: " + dice_.word({"assessed", "rest"}) + ", standby: " + dice_.word({"assessed", "rest"}) +
           "}\n";
  text_ += "metrics:\n";
  metric({.id = "visits", .grain = Grain::day, .integer = true, .fold = "sum", .most = 12});
  const int others = dice_.between(2, 6);
  for (int i = 0; i < others; ++i) {
    RandomMetric one;
    one.id = "m" + std::to_string(i);
    const std::vector<Grain> grains =
        long_span_ ? std::vector<Grain>{Grain::day, Grain::week, Grain::month, Grain::quarter, Grain::half, Grain::year}
                   : std::vector<Grain>{Grain::day, Grain::day, Grain::week, Grain::month, Grain::quarter};
    one.grain = i == 0 ? Grain::day : dice_.one_of(grains);
    one.boolean = dice_.chance(15);
    one.integer = dice_.chance(50);
    one.fold = dice_.word({"sum", "sum", "mean", "last", "first", "max", "min", "count"});
    one.percent = !one.boolean && dice_.chance(20);
    one.least = dice_.chance(10) ? -5 : 0;
    one.most = dice_.between(5, one.percent ? 100 : 40);
    one.decimals = one.integer ? 0 : dice_.between(1, 3);
    if (i > 0 && dice_.chance(20)) one.about = dice_.word({"station", "station", "area"});
    metric(one);
  }
  derived_metrics();
  if (dice_.chance(60)) {
    text_ += "values:\n  rate: " + in_quotes("ratio(visits, m0 + 1, 1)") + "\n";
    names_.values.push_back("rate");
  }
}

void RandomMaker::metric(RandomMetric one) {
  const bool first = one.id == "visits" || one.id == "m0";
  if (first) one.boolean = false;
  if (first) one.least = 0;
  text_ += "  " + one.id + ": {per: " + grain_text(one.grain) + ", fold: " + one.fold;
  if (one.boolean) {
    text_ += ", type: bool";
  } else if (one.integer && one.least >= 0 && dice_.chance(80)) {
    text_ += ", type: " + dice_.word({"u8", "u16", "u32", "i32", "i64"});
  } else if (!one.integer && dice_.chance(50)) {
    text_ += ", decimals: " + std::to_string(one.decimals);
  }
  if (!one.about.empty()) text_ += ", about: " + one.about;
  if (one.percent) text_ += ", unit: '%'";
  if (!one.boolean && dice_.chance(60))
    text_ += ", range: [" + std::to_string(one.least) + ", " + std::to_string(one.most) + "]";
  if (dice_.chance(45)) text_ += ", absent: " + dice_.word({"zero", "missing", "missing", "carry", "error"});
  // Told from the text so far, so that the dice fall as they did before there was such a key.
  if (text_.ends_with("carry") && text_.size() % 3 != 0)
    text_ += ", carry_for: " + std::vector<std::string>{"1 day", "4 days", "12 days", "40 days"}[text_.size() % 4];
  one.may_duplicate = !one.boolean && dice_.chance(25);
  if (one.may_duplicate) text_ += ", on_duplicate: " + dice_.word({"sum", "last", "max"});
  text_ += "}\n";
  names_.metrics.push_back(one);
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

  text_ += "categories:\n";
  const int categories = dice_.between(1, 3);
  for (int i = 0; i < categories; ++i) category("  ", i == 0, 0);
  adjustments();
  assessments();
  rankings();
  grades();
  vetoes();
  awards();
  promises();
}

OracleCase random_case(std::uint64_t seed) { return RandomMaker(seed, false).make(); }
OracleCase ordinary_case(std::uint64_t seed) { return RandomMaker(seed, true).make(); }

}  // namespace cwp::oracle
