// load: the top of a rulebook, its calendar and its rounding.

#include <algorithm>

#include "cwp/load.hpp"
#include "extend/rule_tree.hpp"
#include "extend/set_value.hpp"
#include "load/sections.hpp"

namespace cwp {
namespace {

constexpr std::size_t kLargest = std::size_t{8} << 20;
constexpr std::size_t kMostDates = 10'000;

struct WrittenRange {
  DayRange range;
  const YamlNode* node = nullptr;
};

std::vector<WrittenRange> read_ranges(RuleReader& reader, const YamlNode& node) {
  std::vector<WrittenRange> ranges;
  const auto all = reader.one_or_more(node);
  if (all.size() > kMostDates) {
    reader.report("too-many-dates", node, {std::to_string(kMostDates)});
    return ranges;
  }
  for (const YamlNode* item : all)
    if (const auto range = reader.dates(*item)) ranges.push_back({*range, item});
  return ranges;
}

/// O(n log n): holidays in order of their first day; of those that begin in time the one that lasts longest decides.
void check_ranges_apart(RuleReader& reader, std::vector<WrittenRange> holidays,
                        const std::vector<WrittenRange>& extras) {
  std::stable_sort(holidays.begin(), holidays.end(),
                   [](const WrittenRange& a, const WrittenRange& b) { return a.range.first < b.range.first; });
  std::vector<const WrittenRange*> longest;
  for (const WrittenRange& holiday : holidays)
    longest.push_back(longest.empty() || longest.back()->range.last < holiday.range.last ? &holiday : longest.back());
  for (const WrittenRange& extra : extras) {
    const auto behind =
        std::upper_bound(holidays.begin(), holidays.end(), extra.range.last,
                         [](Day day, const WrittenRange& holiday) { return day < holiday.range.first; });
    if (behind == holidays.begin()) continue;
    const WrittenRange& holiday = *longest[static_cast<std::size_t>(behind - holidays.begin()) - 1];
    if (holiday.range.last < extra.range.first) continue;
    const Day both = std::max(holiday.range.first, extra.range.first);
    reader.report("holiday-and-workday", *extra.node, {both.to_text()},
                  {{"holiday-written-here", reader.head(*holiday.node), {both.to_text()}}});
  }
}

CalendarRules read_calendar(RuleReader& reader, const YamlNode& node) {
  CalendarRules rules;
  const RuleKeys keys = reader.open(node, Section::calendar);
  if (const YamlNode* week = keys.find("week"))
    if (const YamlNode* starts = reader.open(*week, Section::week).find("starts"))
      rules.week_starts = reader.word<Weekday>(*starts, kWeekdayWords).value_or(rules.week_starts);
  if (const YamlNode* month = keys.find("month"))
    if (const YamlNode* starts = reader.open(*month, Section::month).find("starts"))
      rules.month_starts = reader.integer(*starts, 1, 28).value_or(rules.month_starts);
  if (const YamlNode* year = keys.find("year"))
    if (const YamlNode* first = reader.open(*year, Section::year).find("first_month"))
      rules.year_first_month = reader.integer(*first, 1, 12).value_or(rules.year_first_month);
  if (const YamlNode* weeks = keys.find("weeks_in_month"))
    rules.weeks_in_month = reader.word<WeeksInMonth>(*weeks, kWeeksInMonthWords).value_or(rules.weeks_in_month);
  if (const YamlNode* workdays = keys.find("workdays")) {
    rules.workdays.clear();
    for (const YamlPtr& item : reader.items(*workdays))
      if (const auto day = reader.word<Weekday>(*item, kWeekdayWords)) {
        if (std::find(rules.workdays.begin(), rules.workdays.end(), *day) == rules.workdays.end())
          rules.workdays.push_back(*day);
        else
          reader.report("written-twice", *item, {item->text.text});
      }
  }
  std::vector<WrittenRange> holidays, extras;
  if (const YamlNode* dates = keys.find("holidays")) holidays = read_ranges(reader, *dates);
  if (const YamlNode* dates = keys.find("extra_workdays")) extras = read_ranges(reader, *dates);
  for (const WrittenRange& range : holidays) rules.holidays.push_back(range.range);
  for (const WrittenRange& range : extras) rules.extra_workdays.push_back(range.range);
  check_ranges_apart(reader, std::move(holidays), extras);
  return rules;
}

RoundingRules read_points(RuleReader& reader, const RuleKeys& keys) {
  RoundingRules rules;
  if (const YamlNode* node = keys.find("points")) rules = reader.rounding(reader.open(*node, Section::points));
  if (!rules.decimals) rules.decimals = Written<int>{2, {}};
  if (!rules.rounding) rules.rounding = Rounding::half_up;
  if (!rules.carry) rules.carry = Carry::shown;
  return rules;
}

std::vector<WarningRule> read_warnings(RuleReader& reader, const YamlNode& node) {
  std::vector<WarningRule> rules;
  const auto name_at = [&](const YamlNode* value) {
    return Name{reader.text(*value).value_or(""), reader.place(*value)};
  };
  read_each(reader, node, [&](const YamlNode& item) {
    const RuleKeys keys = reader.open(item, Section::warning);
    WarningRule rule;
    rule.place = reader.head(item);
    if (const YamlNode* warning = keys.find("warning")) rule.warning = name_at(warning);
    if (const YamlNode* at = keys.find("at")) rule.at = name_at(at);
    if (const YamlNode* is = keys.find("is")) rule.is = reader.word<WarningIs>(*is, kWarningIsWords).value_or(rule.is);
    if (const YamlNode* reason = keys.find("reason")) rule.reason = reader.title(*reason);
    if (!rule.warning.value.empty()) rules.push_back(std::move(rule));
  });
  return rules;
}

Rulebook read_rulebook(RuleReader& reader, const YamlNode& node) {
  Rulebook rulebook;
  const RuleKeys keys = reader.open(node, Section::rulebook);
  if (const YamlNode* id = keys.find("id")) rulebook.id = {reader.text(*id).value_or(""), reader.place(*id)};
  if (const YamlNode* title = keys.find("title")) rulebook.title = reader.title(*title);
  const Effective effective = read_effective(reader, keys.find("effective"));
  rulebook.effective_from = effective.from;
  rulebook.effective_to = effective.to;
  if (const YamlNode* calendar = keys.find("calendar")) {
    rulebook.calendar = read_calendar(reader, *calendar);
    rulebook.calendar_place = reader.place(*calendar);
  }
  rulebook.points = read_points(reader, keys);
  if (const YamlNode* part = keys.find("parameters")) rulebook.parameters = read_parameters(reader, *part);
  if (const YamlNode* part = keys.find("attributes")) rulebook.attributes = read_attributes(reader, *part);
  if (const YamlNode* at = keys.find("attributes_at"))
    rulebook.attributes_at = reader.word<AttributesAt>(*at, kAttributesAtWords).value_or(AttributesAt::end);
  if (const YamlNode* part = keys.find("duty")) rulebook.duty = read_duty(reader, *part);
  if (const YamlNode* part = keys.find("metrics")) rulebook.metrics = read_metrics(reader, *part);
  if (const YamlNode* part = keys.find("events")) rulebook.events = read_events(reader, *part);
  if (const YamlNode* part = keys.find("values")) rulebook.values = read_values(reader, *part);
  if (const YamlNode* part = keys.find("categories")) rulebook.categories = read_categories(reader, *part);
  if (const YamlNode* part = keys.find("balance")) rulebook.balance = read_balance(reader, *part);
  if (const YamlNode* part = keys.find("groups")) rulebook.groups = read_groups(reader, *part);
  if (const YamlNode* part = keys.find("adjustments")) rulebook.adjustments = read_adjustments(reader, *part);
  if (const YamlNode* part = keys.find("vetoes")) rulebook.vetoes = read_vetoes(reader, *part);
  if (const YamlNode* part = keys.find("assessments")) rulebook.assessments = read_assessments(reader, *part);
  if (const YamlNode* part = keys.find("rankings")) rulebook.rankings = read_rankings(reader, *part);
  if (const YamlNode* part = keys.find("grades")) rulebook.grades = read_grades(reader, *part);
  if (const YamlNode* part = keys.find("awards")) rulebook.awards = read_awards(reader, *part);
  if (const YamlNode* part = keys.find("expect")) rulebook.expectations = read_expectations(reader, *part);
  if (const YamlNode* part = keys.find("tests")) rulebook.tests = read_tests(reader, *part, rulebook);
  if (const YamlNode* part = keys.find("on_warning")) rulebook.warnings = read_warnings(reader, *part);
  return rulebook;
}

}  // namespace

Result<Rulebook> load(const Source& source, std::span<const Source> bases, std::span<const Source> settings) {
  std::vector<Diagnostic> diagnostics;
  if (source.text().size() > kLargest) return Diagnostic{"file-too-large", {source, {0, 1}}, {source.name()}, {}};
  RuleTree tree = read_rule_tree(source, bases, diagnostics);
  std::optional<Rulebook> rulebook;
  if (tree.root) {
    std::vector<std::string> keys;
    for (const KeyRow& row : key_rows(Section::rulebook)) keys.emplace_back(row.name);
    for (const Source& setting : settings) tree.root = set_value(tree.root, setting, keys, diagnostics);
    RuleReader reader(diagnostics);
    rulebook = read_rulebook(reader, *tree.root);
    rulebook->source = source;
    rulebook->bases = std::move(tree.bases);
    rulebook->removed = std::move(tree.removed);
    rulebook->settings.assign(settings.begin(), settings.end());
    rulebook->written = tree.root;
  }
  sort_diagnostics(diagnostics);
  if (!rulebook) return diagnostics;
  return {*std::move(rulebook), std::move(diagnostics)};
}

}  // namespace cwp
