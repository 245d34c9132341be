#include "cli/period_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/date_argument.hpp"
#include "cwp/nearest.hpp"

namespace cwp {
namespace {

std::string grain_problem(const std::string& text) { return parse_grain(text) ? "" : wording("usage-grain", {text}); }

}  // namespace

void add_period_options(CLI::App& app, PeriodOptions& options) {
  const std::string group = "Periods";
  CLI::Option* from = app.add_option("--from", options.from, "Only periods that begin on this day or later");
  CLI::Option* to = app.add_option("--to", options.to, "Only periods that end on this day or earlier");
  for (CLI::Option* date : {from, to}) date->type_name("DATE")->check(date_problem)->group(group);
  app.add_option("--period", options.period,
                 "Only 2026-03-05, 2026-W12, 2026-03, 2026-Q1, 2026-H1 or 2026; with --grain, what lies in it")
      ->type_name("PERIOD")
      ->excludes(from)
      ->excludes(to)
      ->group(group);
  app.add_option("--grain", options.grains,
                 "day, week, month, quarter, half, year; default: all that the rulebook assesses")
      ->type_name("GRAIN,...")
      ->delimiter(',')
      ->check(grain_problem)
      ->group(group);
  app.add_flag("--provisional", options.provisional, "Also periods that are not over yet")->group(group);
}

std::string no_period(const std::string& text, const Calendar& calendar, const std::string& option) {
  const std::string meant = period_meant(text, calendar);
  return meant.empty() ? wording("usage-no-period", {option, text})
                       : wording("usage-no-period-near", {option, text, meant});
}

std::string refusal(const PeriodOptions& options) {
  const std::optional<Day> from = Day::parse(options.from);
  const std::optional<Day> to = Day::parse(options.to);
  return from && to && *to < *from ? wording("usage-backwards", {options.to, options.from}) : "";
}

std::optional<ScoreOptions> score_options(const PeriodOptions& options, const Calendar& calendar) {
  ScoreOptions result;
  result.provisional = options.provisional;
  for (const std::string& grain : options.grains) result.grains.push_back(*parse_grain(grain));
  if (!options.from.empty() || !options.to.empty())
    result.window = DayRange{Day::parse(options.from).value_or(kFirstDay), Day::parse(options.to).value_or(kLastDay)};
  if (!options.period.empty()) {
    const std::optional<Period> period = Period::parse(options.period, calendar);
    if (!period) return std::nullopt;
    result.window = calendar.days(*period);
    if (result.grains.empty()) result.grains = {period->grain};
  }
  return result;
}

}  // namespace cwp
