#include "cli/score_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/date_argument.hpp"
#include "cli/rulebook_argument.hpp"

namespace cwp {
namespace {

std::string grain_problem(const std::string& text) {
  return parse_grain(text) ? "" : "there is no grain '" + text + "': day, week, month, quarter, half, year";
}

std::string isa_problem(const std::string& text) {
  const auto isa = parse_isa(text);
  if (!isa) return "there is no instruction set '" + text + "': best, baseline, avx2, avx512";
  return has_isa(*isa) ? "" : "this processor has no " + text;
}

void add_period_options(CLI::App& app, ScoreCommandOptions& options) {
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

}  // namespace

void add_score_options(CLI::App& app, ScoreCommandOptions& options) {
  add_rulebook_argument(app, options.rulebook);
  app.add_option("--out", options.out, "A new folder for the results (required)")->type_name("DIR")->required();
  app.add_flag("--details", options.details, "Also GRAIN_parts.csv: every part with its full marks and reason");
  app.add_flag("--force", options.force, "Write into a folder that already holds files");
  app.add_flag("--strict", options.strict, "Stop at the first issue in the data");
  app.add_option("--threads", options.threads, "Number of threads, default 1; the results do not depend on it")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  app.add_option("--isa", options.isa,
                 "Instruction set: best, baseline, avx2 or avx512; the results do not depend on it")
      ->type_name("ISA")
      ->check(isa_problem);
  app.add_flag("--profile", options.profile, "Also print how the work was done, and how long its parts took");
  add_language_option(app, options.lang);
  add_input_options(app, options.inputs);
  add_period_options(app, options);
}

std::string refusal(const ScoreCommandOptions& options) {
  const std::optional<Day> from = Day::parse(options.from);
  const std::optional<Day> to = Day::parse(options.to);
  if (from && to && *to < *from) return "--to " + options.to + " is before --from " + options.from;
  return refusal(options.inputs);
}

std::optional<ScoreOptions> score_options(const ScoreCommandOptions& options, const Calendar& calendar) {
  ScoreOptions result;
  result.provisional = options.provisional;
  result.strict = options.strict;
  result.threads = options.threads;
  result.engine.isa = parse_isa(options.isa).value_or(Isa::best);
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
