#include "cases/case_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cases/case_contents.hpp"
#include "cwp/read_csv.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line.substr(0, line.find('#')));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// The tables of a case as files in a folder that goes away again.
class CaseFolder {
 public:
  explicit CaseFolder(std::string_view name) : path_(std::filesystem::path(this_build().received) / "cases" / name) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~CaseFolder() { std::filesystem::remove_all(path_); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

std::string part_text(const Part& part, const std::string& field) {
  const auto text = [](const std::optional<Decimal>& figure) { return figure ? figure->to_text() : std::string("-"); };
  if (field.empty()) return text(part.points);
  if (field == "full") return text(part.full);
  if (field == "reachable") return text(part.reachable);
  if (field == "coverage") return text(part.coverage);
  if (field == "state") return std::string(to_text(part.state));
  if (field == "reason") return part.reason == Reason::none ? "-" : std::string(to_text(part.reason));
  return "no field " + field;
}

/// The row of a table about an officer or a unit in a period, as `show` prints it.
template <class Tables, class Show>
std::string standing_text(const Tables& tables, const Scores& scores, Period period,
                          const std::vector<std::string>& words, const std::string& otherwise, Show show) {
  for (const auto& table : tables) {
    if (table.id != words[3]) continue;
    for (const auto& row : table.rows)
      if (row.period == period &&
          words[1] == (row.subject.empty() ? scores.data().officer_key(row.officer) : row.subject))
        return show(row);
    return otherwise;
  }
  return "no " + words[3];
}

std::string with_hyphens(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '-');
  return text.empty() ? "-" : text;
}

std::string why_text(const Scores& scores, Period period, const std::vector<std::string>& words) {
  if (scores.ranking(words[3]))
    return standing_text(scores.rankings(), scores, period, words, "not-listed", [](const RankedOfficer& row) {
      return with_hyphens(std::string(to_text(row.reason)) + (row.veto.empty() ? "" : " " + row.veto));
    });
  return standing_text(scores.grades(), scores, period, words, "not-listed",
                       [](const GradedOfficer& row) { return with_hyphens(std::string(to_text(row.reason))); });
}

std::string promise_text(const Scores& scores, Period period, const std::vector<std::string>& words) {
  for (const BrokenExpectation& broken : scores.broken_expectations())
    if (broken.period == period && broken.id == words[3] &&
        words[1] == (broken.officer ? scores.data().officer_key(*broken.officer) : broken.group))
      return "broken";
  return "-";
}

std::string vetoes_text(const ScoreTable& table, const ScoreRow& row) {
  std::string text;
  for (const std::uint32_t veto : row.vetoes) text += (text.empty() ? "" : ";") + table.veto_ids[veto];
  return text.empty() ? "-" : text;
}

std::string figure_text(const Scores& scores, const CheckedRulebook& rules, const std::vector<std::string>& words) {
  const auto period = Period::parse(words[0], rules.calendar());
  if (!period) return "no period " + words[0];
  if (words.size() == 5) {
    if (words[2] == "rank")
      return standing_text(scores.rankings(), scores, *period, words, "not-listed", [](const RankedOfficer& row) {
        return row.rank ? row.rank->to_short_text() : std::string("-");
      });
    if (words[2] == "why") return why_text(scores, *period, words);
    if (words[2] == "grade")
      return standing_text(scores.grades(), scores, *period, words, "not-listed",
                           [](const GradedOfficer& row) { return row.grade.empty() ? "-" : row.grade; });
    if (words[2] == "award")
      return standing_text(scores.awards(), scores, *period, words, "-",
                           [](const AwardedOfficer& row) { return row.amount ? row.amount->to_text() : "yes"; });
    if (words[2] == "expect") return promise_text(scores, *period, words);
    return "nothing is named " + words[2];
  }
  const auto officer = scores.data().find_officer(words[1]);
  if (!officer) return "no officer " + words[1];
  const ScoreTable* table = scores.table(period->grain);
  const ScoreRow* row = table ? table->find(*period, *officer) : nullptr;
  if (!row) return "not published";
  if (words[2] == "vetoes") return vetoes_text(*table, *row);
  const std::string id = words[2].substr(0, words[2].find('.'));
  const std::string field = id.size() < words[2].size() ? words[2].substr(id.size() + 1) : "";
  for (std::size_t i = 0; i < table->ids.size(); ++i)
    if (table->ids[i] == id) return part_text(row->parts[i], field);
  return "no id " + id;
}

struct CaseInput {
  std::string rulebook;
  std::vector<Source> bases;
  CsvInputs csv;
  ScoreOptions options;
};

std::string place_of(std::string_view name, std::uint32_t line) {
  return std::string(name) + ":" + std::to_string(line) + ": ";
}

void compare_figures(const Scores& scores, const CheckedRulebook& rules, const CaseSection& section,
                     std::string_view name, CaseRun& run) {
  std::istringstream lines(section.text);
  std::string line;
  for (std::uint32_t number = section.line + 1; std::getline(lines, line); ++number) {
    const std::vector<std::string> words = words_of(line);
    if (words.empty()) continue;
    if (words.size() < 4) {
      run.differences += place_of(name, number) + "not a figure: " + line + "\n";
      continue;
    }
    ++run.compared;
    if (words.back() != "-") ++run.there;
    const std::string figure = figure_text(scores, rules, words);
    if (figure != words.back())
      run.differences += place_of(name, number) + "expected " + words.back() + ", got " + figure + "\n";
  }
}

void look_for(const CheckedRulebook& rules, const CaseSection& section, std::string_view name, CaseRun& run) {
  const std::set<std::string> contents = contents_of(rules);
  std::istringstream lines(section.text);
  std::string line;
  for (std::uint32_t number = section.line + 1; std::getline(lines, line); ++number) {
    std::string wanted;
    for (const std::string& word : words_of(line)) wanted += (wanted.empty() ? "" : " ") + word;
    if (wanted.empty()) continue;
    ++run.looked_for;
    const std::string problem = missing_content(contents, wanted);
    if (!problem.empty()) run.differences += place_of(name, number) + problem + "\n";
  }
}

}  // namespace

std::vector<CaseSection> read_case(std::string_view text) {
  std::vector<CaseSection> sections;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (std::uint32_t number = 1; std::getline(lines, line); ++number) {
    if (line.starts_with("---- ")) {
      const std::vector<std::string> words = words_of(line.substr(5));
      sections.push_back({words.at(0), words.size() > 1 ? words[1] : "", "", number});
    } else if (!sections.empty()) {
      sections.back().text += line + "\n";
    }
  }
  return sections;
}

CaseRun run_case(std::string_view name, std::string_view text) {
  const CaseFolder folder(name);
  CaseInput input;
  std::string expected_problems;
  bool expects_problems = false;
  std::vector<CaseSection> figures, contents;
  for (const CaseSection& section : read_case(text)) {
    if (section.name == "rulebook")
      input.rulebook = section.text;
    else if (section.name == "base")
      input.bases.emplace_back(section.argument, section.text);
    else if (section.name == "roster")
      input.csv.roster = folder.write("roster.csv", section.text);
    else if (section.name == "duty")
      input.csv.duty.push_back(folder.write("duty.csv", section.text));
    else if (section.name == "metrics")
      input.csv.metrics.push_back(folder.write("metrics" + std::to_string(section.line) + ".csv", section.text));
    else if (section.name == "events")
      input.csv.events.emplace_back(section.argument,
                                    folder.write("events" + std::to_string(section.line) + ".csv", section.text));
    else if (section.name == "span")
      input.csv.span = DayRange{*Day::parse(section.argument.substr(0, 10)), *Day::parse(section.argument.substr(12))};
    else if (section.name == "known_at")
      input.csv.known_at = Day::parse(section.argument);
    else if (section.name == "options")
      input.options.provisional = section.argument == "provisional";
    else if (section.name == "figures")
      figures.push_back(section);
    else if (section.name == "contains")
      contents.push_back(section);
    else if (section.name == "problems") {
      expects_problems = true;
      std::istringstream lines(section.text);
      for (std::string line; std::getline(lines, line);)
        if (const auto words = words_of(line); words.size() == 2) expected_problems += words[0] + " " + words[1] + "\n";
    } else {
      return {std::string(name) + ": no section is named " + section.name + "\n"};
    }
  }

  const Result<CheckedRulebook> rules = load_and_check(Source("rules.yaml", input.rulebook), input.bases);
  std::string problems;
  for (const Diagnostic& diagnostic : rules.diagnostics()) {
    const Position position = diagnostic.place.source.position(diagnostic.place.span.begin);
    const std::string& file = diagnostic.place.source.name();
    problems += std::string(diagnostic.slug) + " " + (file == "rules.yaml" ? "" : file + ":") +
                std::to_string(position.line) + ":" + std::to_string(position.column) + "\n";
  }
  if (expects_problems) {
    if (problems == expected_problems) return {};
    return {std::string(name) + ": expected problems\n" + expected_problems + "got\n" + problems +
            render(rules.diagnostics())};
  }
  const auto told = [&](const std::vector<Diagnostic>& diagnostics) {
    return CaseRun{std::string(name) + ":\n" + render(diagnostics)};
  };
  if (!rules.ok()) return told(rules.diagnostics());
  const Result<Dataset> data = read_csv(input.csv, rules.value());
  if (!data.ok()) return told(data.diagnostics());
  const Result<Scores> scores = score(compile(rules.value()), data.value(), input.options);
  if (!scores.ok()) return told(scores.diagnostics());
  CaseRun run;
  for (const CaseSection& section : figures) compare_figures(scores.value(), rules.value(), section, name, run);
  for (const CaseSection& section : contents) look_for(rules.value(), section, name, run);
  if (run.compared == 0) run.differences += std::string(name) + ": compares nothing\n";
  return run;
}

std::string case_differences(std::string_view name, std::string_view text) { return run_case(name, text).differences; }

}  // namespace cwp
