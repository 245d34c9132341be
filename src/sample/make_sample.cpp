// All files of a sample.

#include <algorithm>

#include "cwp/sample.hpp"
#include "io/stage_progress.hpp"
#include "sample/fact_rows.hpp"
#include "sample/figure_rows.hpp"
#include "sample/wrong_rows.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

constexpr std::uint32_t kMostOfficers = 100'000;
constexpr std::int32_t kMostDays = 3'660;
constexpr std::int64_t kMostOfficerDays = 50'000'000;

std::vector<Diagnostic> problems_of(const SampleOptions& options) {
  std::vector<Diagnostic> problems;
  const auto report = [&](std::string_view slug, std::vector<std::string> arguments) {
    problems.push_back({slug, {}, std::move(arguments)});
  };
  const DayRange span = options.span;
  if (options.officers < 1 || kMostOfficers < options.officers)
    report("sample-officers", {std::to_string(options.officers), std::to_string(kMostOfficers)});
  else if (options.officers < options.stations)
    report("sample-stations", {std::to_string(options.stations), std::to_string(options.officers)});
  if (span.last < span.first)
    report("span-backwards", {span.first.to_text(), span.last.to_text()});
  else if (kMostDays < span.size() || kMostOfficerDays < std::int64_t{options.officers} * span.size())
    report("sample-too-large",
           {std::to_string(span.size()), std::to_string(kMostDays), std::to_string(kMostOfficerDays)});
  return problems;
}

/// Rows behind the rulebook's end would count for nothing.
DayRange usable_span(DayRange span, const Rulebook& rulebook) {
  if (const auto& end = rulebook.effective_to; end && span.first <= end->value && end->value < span.last)
    span.last = end->value;
  return span;
}

std::string text_of(std::optional<Day> day) { return day ? day->to_text() : ""; }

std::string roster_csv(const SampleWorld& world) {
  const std::vector<Attribute>& attributes = world.rulebook().attributes;
  std::vector<std::string> header = {"officer", "from", "to"};
  for (const Attribute& attribute : attributes) header.push_back(attribute.id.value);
  CsvText csv(header);
  for (const OfficerLife& officer : world.lives)
    for (const LifePost& post : officer.posts) {
      csv.cell(officer.key).cell(text_of(post.from)).cell(text_of(post.to));
      for (std::uint32_t i = 0; i < attributes.size(); ++i) csv.cell(world.attributes.value(i, officer, post.station));
      csv.end_row();
    }
  return std::move(csv).take();
}

std::string duty_csv(const SampleWorld& world) {
  CsvText csv({"officer", "from", "to", "status"});
  for (const OfficerLife& officer : world.lives)
    for (const LifeDuty& duty : officer.duty) {
      csv.cell(officer.key).cell(duty.days.first.to_text()).cell(duty.days.last.to_text()).cell(duty.status);
      csv.end_row();
    }
  return std::move(csv).take();
}

void add_rows(CsvText& csv, const std::vector<SampleRow>& rows) {
  for (const SampleRow& row : rows) {
    csv.cell(row.officer).cell(row.date);
    for (const std::string& cell : row.cells) csv.cell(cell);
    csv.end_row();
  }
}

std::string metrics_csv(const SampleWorld& world, bool wrong_rows, StageProgress& progress) {
  const std::vector<std::uint32_t> columns = reported_metrics(world.rulebook());
  std::vector<std::string> header = {"officer", "date"};
  for (const std::uint32_t column : columns) header.push_back(world.rulebook().metrics[column].id.value);
  const Impossible impossible = impossible_figures(world, columns);
  CsvText csv(header);
  for (const OfficerLife& officer : world.lives) {
    std::vector<SampleRow> rows = figure_rows(world, officer);
    if (wrong_rows) spoil_rows(rows, impossible, world, officer, "figures");
    add_rows(csv, rows);
    progress.add(1);
  }
  add_rows(csv, rows_about(world));
  return std::move(csv).take();
}

std::string events_csv(const FactPlan& plan, const SampleWorld& world, bool wrong_rows, StageProgress& progress) {
  const EventTable& table = world.rulebook().events[plan.table];
  std::vector<std::string> header = {"officer", "date"};
  for (const EventColumn& column : table.columns) header.push_back(column.id.value);
  const Impossible impossible = impossible_facts(table);
  CsvText csv(header);
  for (const OfficerLife& officer : world.lives) {
    std::vector<SampleRow> rows = fact_rows(plan, world, officer);
    if (wrong_rows) spoil_rows(rows, impossible, world, officer, table.id.value);
    add_rows(csv, rows);
    progress.add(1);
  }
  return std::move(csv).take();
}

}  // namespace

Result<std::vector<OutputFile>> make_sample(const CheckedRulebook& rules, const SampleOptions& options) {
  if (std::vector<Diagnostic> problems = problems_of(options); !problems.empty()) return problems;
  const DayRange span = usable_span(options.span, rules.rulebook());
  const Day middle = span.first + span.size() / 2;
  SampleWorld world{rules, span, options.seed, make_profiles(rules, middle), AttributeValues(rules, options.seed), {}};
  const LifeOptions life{span, options.seed, options.stations};
  for (std::uint32_t number = 1; number <= options.officers; ++number)
    world.lives.push_back(make_life(number, life, rules.rulebook()));

  const auto plans = fact_plans(rules, world.profiles);
  StageProgress progress(options.progress, WorkStage::making, world.lives.size() * (1 + plans.size()));
  std::vector<OutputFile> files = {{"roster.csv", roster_csv(world)},
                                   {"duty.csv", duty_csv(world)},
                                   {"metrics.csv", metrics_csv(world, options.wrong_rows, progress)}};
  for (const FactPlan& plan : plans)
    files.emplace_back("events-" + rules.rulebook().events[plan.table].id.value + ".csv",
                       events_csv(plan, world, options.wrong_rows, progress));
  return files;
}

}  // namespace cwp
