#include "cli/score_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/bom_option.hpp"
#include "cli/choice_option.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/tables_option.hpp"
#include "cli/threads_option.hpp"

namespace cwp {
namespace {

std::string isa_problem(const std::string& text) {
  const auto isa = parse_isa(text);
  if (!isa) return wording("usage-isa", {text});
  return has_isa(*isa) ? "" : wording("usage-no-isa", {text});
}

}  // namespace

void add_score_options(CLI::App& app, ScoreCommandOptions& options) {
  add_rulebook_argument(app, options.rulebook);
  app.add_option("--out", options.out, "A new folder for the results (required)")->type_name("DIR")->required();
  add_choice(app, "--format", options.format, "Format of the tables; default: csv", names_of(output_formats()));
  add_tables_option(app, options.output);
  add_bom_option(app, options.output.bom);
  app.add_flag("--details", options.output.details, "Also GRAIN_parts: every part with its full marks and reason");
  app.add_flag("--force", options.force,
               "Also into a folder that holds files: results that are there are replaced, others stay");
  app.add_flag("--strict", options.strict, "Stop at the first issue in the data");
  add_threads_option(app, options.threads);
  app.add_option("--isa", options.isa,
                 "Instruction set: best, baseline, avx2 or avx512; the results do not depend on it")
      ->type_name("ISA")
      ->check(isa_problem);
  app.add_flag("--profile", options.profile, "Also print how the work was done, and how long its parts took");
  add_progress_option(app, options.no_progress);
  add_language_option(app, options.lang);
  add_input_options(app, options.inputs);
  CLI::Option* columns =
      app.add_option("--columns", options.columns, "A column file of cwp pack, in place of all these")
          ->type_name("FILE")
          ->group("Data");
  for (CLI::Option* other : app.get_options())
    if (other != columns && other->get_group() == columns->get_group()) columns->excludes(other);
  add_period_options(app, options.periods);
}

std::string refusal(const ScoreCommandOptions& options) {
  if (const std::string reason = bom_refusal(options.output.bom, options.format); !reason.empty()) return reason;
  const std::string reason = refusal(options.periods);
  return reason.empty() && options.columns.empty() ? refusal(options.inputs) : reason;
}

std::optional<ScoreOptions> score_options(const ScoreCommandOptions& options, const Calendar& calendar) {
  std::optional<ScoreOptions> result = score_options(options.periods, calendar);
  if (!result) return std::nullopt;
  result->strict = options.strict;
  result->threads = options.threads;
  result->engine.isa = parse_isa(options.isa).value_or(Isa::best);
  return result;
}

}  // namespace cwp
