#include "cli/input_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/choice_option.hpp"
#include "cli/date_argument.hpp"
#include "cli/print.hpp"

namespace cwp {

std::optional<DayRange> parse_day_range(const std::string& text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) return std::nullopt;
  const std::optional<Day> first = Day::parse(text.substr(0, dots));
  const std::optional<Day> last = Day::parse(text.substr(dots + 2));
  if (!first || !last || *last < *first) return std::nullopt;
  return DayRange{*first, *last};
}

namespace {

std::string range_problem(const std::string& text) {
  if (parse_day_range(text)) return "";
  const std::size_t dots = text.find("..");
  const bool two_dates =
      dots != std::string::npos && Day::parse(text.substr(0, dots)) && Day::parse(text.substr(dots + 2));
  return wording(two_dates ? "usage-dates-backwards" : "usage-dates", {text});
}

}  // namespace

std::optional<std::pair<std::string, std::string>> split_events(const std::string& text) {
  const std::size_t sign = text.find('=');
  if (sign == 0 || sign == std::string::npos || sign + 1 == text.size()) return std::nullopt;
  return std::pair(text.substr(0, sign), text.substr(sign + 1));
}

void add_input_options(CLI::App& app, InputOptions& options) {
  const std::string group = "Data";
  CLI::Option* directory =
      app.add_option("--inputs", options.directory,
                     "A folder with roster.csv, metrics.csv, duty.csv, events-TABLE.csv; or name the files:")
          ->type_name("DIR")
          ->group(group);
  CLI::Option* roster = app.add_option("--roster", options.roster, "The officers: officer,from,to,<attributes>")
                            ->type_name("CSV")
                            ->group(group);
  CLI::Option* metrics =
      app.add_option("--metrics", options.metrics, "Figures: officer,date,<metrics> or officer,date,metric,value")
          ->type_name("CSV...")
          ->group(group);
  CLI::Option* duty =
      app.add_option("--duty", options.duty, "Duty records: officer,from,to,status")->type_name("CSV...")->group(group);
  CLI::Option* events =
      app.add_option("--events", options.events, "Facts of a table of the rulebook: officer,date,<columns>")
          ->type_name("TABLE=CSV...")
          ->check([](const std::string& text) { return split_events(text) ? "" : wording("usage-facts", {text}); })
          ->group(group);
  for (CLI::Option* file : {roster, metrics, duty, events}) directory->excludes(file);
  app.add_option("--span", options.span, "The days for which the data are complete; default: first to last row")
      ->type_name("FROM..TO")
      ->check(range_problem)
      ->group(group);
  add_choice(app, "--encoding", options.encoding, "Encoding of the files; default: detected", names_of(encodings()))
      ->group(group);
  add_choice(app, "--delimiter", options.delimiter, "What stands between fields; default: as the header shows",
             names_of(delimiters()))
      ->group(group);
  app.add_option("--known-at", options.known_at,
                 "Leave out rows whose column recorded has a later day; default: all rows count")
      ->type_name("DATE")
      ->check(date_problem)
      ->group(group);
}

std::string refusal(const InputOptions& options) {
  if (options.directory.empty() && options.roster.empty()) return wording("usage-no-data");
  return "";
}

CsvInputs csv_inputs(const InputOptions& options) {
  CsvInputs inputs;
  inputs.directory = options.directory;
  inputs.roster = options.roster;
  inputs.metrics = options.metrics;
  inputs.duty = options.duty;
  for (const std::string& text : options.events) inputs.events.push_back(split_events(text).value());
  inputs.dialect = {parse_encoding(options.encoding).value_or(TextEncoding::detect),
                    parse_delimiter(options.delimiter).value_or(FieldDelimiter::detect)};
  inputs.span = parse_day_range(options.span);
  inputs.known_at = Day::parse(options.known_at);
  return inputs;
}

std::optional<Dataset> read_inputs(const InputOptions& options, const CheckedRulebook& rules, Language language,
                                   ProgressLine& line) {
  CsvInputs inputs = csv_inputs(options);
  inputs.progress = line.progress();
  inputs.threads = options.threads;
  Result<Dataset> data = read_csv(inputs, rules);
  if (!data.diagnostics().empty()) line.clear();
  print_problems(data.diagnostics(), language);
  if (!data.ok()) return std::nullopt;
  return std::move(data).value();
}

}  // namespace cwp
