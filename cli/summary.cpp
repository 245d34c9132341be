#include "cli/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cwp/write.hpp"

namespace cwp {
namespace {

std::string published(const GrainSummary& summary, const Calendar& calendar, Language language) {
  // In Chinese a word of two characters says the grain; its key names the file.
  const std::string grain(to_text(summary.grain));
  const std::string name = language == Language::zh ? wording("grain-" + grain, {}, language) : grain;
  if (summary.periods.empty()) return fmt::format("  {:8} {}\n", name, wording("said-no-period", {}, language));
  std::string range = calendar.label(summary.periods.front());
  if (summary.periods.size() > 1)
    range = wording("said-from-to", {range, calendar.label(summary.periods.back())}, language);
  return fmt::format("  {:8} {}\n", name,
                     wording(summary.provisional == 0 ? "said-published" : "said-published-open",
                             {std::to_string(summary.periods.size()), range, std::to_string(summary.officers),
                              std::to_string(summary.provisional)},
                             language));
}

/// The name of a file of results, as it is said where to look.
std::string file_of(OutputTable table, const OutputOptions& output, std::string_view of = {}) {
  const std::string file = file_name(table, output.format, of);
  return output.writes(table) ? file : wording("said-unwritten", {file}, output.language);
}

std::string leaders_text(const RankingSummary& ranking, const Scores& scores, const OutputOptions& output) {
  const Language language = output.language;
  const std::string file = file_of(OutputTable::rankings, output, ranking.leaders.id);
  if (ranking.leaders.rows.empty()) return "\n" + wording("said-nobody-ranked", {file}, language) + "\n";
  std::string text = "\n" + to_markdown(ranking.leaders, scores, language);
  if (ranking.more_groups > 0)
    text += wording("said-more-groups", {std::to_string(ranking.more_groups), file}, language) + "\n";
  return text;
}

std::string place_of(const RowIssue& issue) {
  if (!issue.file.empty()) return issue.line > 0 ? fmt::format("{}:{}", issue.file, issue.line) : issue.file;
  return issue.officer + (issue.date.empty() ? "" : " " + issue.date);
}

std::string issues_text(const std::vector<RowIssue>& issues, const OutputOptions& output) {
  const Language language = output.language;
  if (issues.empty()) return "\n" + wording("said-no-issues", {}, language) + "\n";
  std::vector<std::pair<const RowIssue*, std::size_t>> kinds;  // the first of each kind, and how many there are
  for (const RowIssue& issue : issues) {
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first->reason == issue.reason; });
    if (known == kinds.end())
      kinds.emplace_back(&issue, 1);
    else
      ++known->second;
  }
  std::string text =
      "\n" + wording("said-issues", {std::to_string(issues.size()), file_of(OutputTable::issues, output)}, language) +
      "\n";
  for (const auto& [issue, count] : kinds) {
    text += fmt::format("  {:5} {}\n", count, issue->reason);
    const std::string place = place_of(*issue);
    const std::string what = message(*issue, language);
    text += fmt::format("        {}\n", place.empty() ? what : wording("words-about", {place, what}, language));
    if (const std::string mending = hint(*issue, language); !mending.empty())
      text += fmt::format("        = {}\n", mending);
  }
  return text;
}

std::string promises_text(const Scores& scores, const OutputOptions& output) {
  std::map<std::string, std::size_t> broken;
  for (const BrokenExpectation& one : scores.broken_expectations()) ++broken[one.id];
  if (broken.empty()) return "";
  std::string text = "\n" + wording("said-promises", {file_of(OutputTable::expect, output)}, output.language) + "\n";
  for (const auto& [id, count] : broken) text += fmt::format("  {:5} {}\n", count, id);
  return text;
}

}  // namespace

std::string summary(const ScoreSummary& published_in, const Scores& scores, const Calendar& calendar,
                    const OutputOptions& output) {
  std::string text = wording("said-scored", {}, output.language) + "\n";
  for (const GrainSummary& grain : published_in.grains) text += published(grain, calendar, output.language);
  const auto is_empty = [](const GrainSummary& grain) { return grain.periods.empty(); };
  if (std::any_of(published_in.grains.begin(), published_in.grains.end(), is_empty))
    if (const auto span = scores.data().span())
      text += "  " + wording("said-reach", {span->first.to_text(), span->last.to_text()}, output.language) + "\n";
  for (const RankingSummary& ranking : published_in.rankings) text += leaders_text(ranking, scores, output);
  return text + promises_text(scores, output) + issues_text(scores.issues(), output);
}

}  // namespace cwp
