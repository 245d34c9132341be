#include "cli/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "cwp/write.hpp"

namespace cwp {
namespace {

constexpr std::size_t kLeaders = 3;
constexpr std::size_t kGroups = 5;

std::string published(const ScoreTable& table, const Calendar& calendar, Language language) {
  std::set<Period> periods, provisional;
  std::set<std::size_t> officers;
  for (const ScoreRow& row : table.rows) {
    periods.insert(row.period);
    officers.insert(row.officer);
    if (row.state == State::provisional) provisional.insert(row.period);
  }
  // In Chinese a word of two characters says the grain; its key names the file.
  const std::string grain(to_text(table.grain));
  const std::string name = language == Language::zh ? wording("grain-" + grain, {}, language) : grain;
  if (periods.empty()) return fmt::format("  {:8} {}\n", name, wording("said-no-period", {}, language));
  std::string range = calendar.label(*periods.begin());
  if (periods.size() > 1) range = wording("said-from-to", {range, calendar.label(*periods.rbegin())}, language);
  return fmt::format("  {:8} {}\n", name,
                     wording(provisional.empty() ? "said-published" : "said-published-open",
                             {std::to_string(periods.size()), range, std::to_string(officers.size()),
                              std::to_string(provisional.size())},
                             language));
}

// The first three of each group in the last period; `left_out` counts the groups that are too many to show.
RankingTable leaders(const RankingTable& ranking, std::size_t& left_out) {
  RankingTable result{ranking.id, ranking.every, {}};
  if (ranking.rows.empty()) return result;
  const Period last = ranking.rows.back().period;
  std::map<std::string, std::size_t> shown;
  std::set<std::string> more;
  for (const RankedOfficer& row : ranking.rows) {
    if (row.period != last || !row.rank) continue;
    if (shown.size() == kGroups && !shown.contains(row.group))
      more.insert(row.group);
    else if (++shown[row.group] <= kLeaders)
      result.rows.push_back(row);
  }
  left_out = more.size();
  return result;
}

std::string leaders_text(const RankingTable& ranking, const Scores& scores, Language language,
                         std::string_view extension) {
  std::size_t left_out = 0;
  const RankingTable first = leaders(ranking, left_out);
  const std::string file = "ranking_" + ranking.id + std::string(extension);
  if (first.rows.empty()) return "\n" + wording("said-nobody-ranked", {file}, language) + "\n";
  std::string text = "\n" + to_markdown(first, scores, language);
  if (left_out > 0) text += wording("said-more-groups", {std::to_string(left_out), file}, language) + "\n";
  return text;
}

std::string place_of(const RowIssue& issue) {
  if (!issue.file.empty()) return issue.line > 0 ? fmt::format("{}:{}", issue.file, issue.line) : issue.file;
  return issue.officer + (issue.date.empty() ? "" : " " + issue.date);
}

std::string issues_text(const std::vector<RowIssue>& issues, Language language, std::string_view extension) {
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
      "\n" + wording("said-issues", {std::to_string(issues.size()), std::string(extension)}, language) + "\n";
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

std::string promises_text(const Scores& scores, Language language, std::string_view extension) {
  std::map<std::string, std::size_t> broken;
  for (const BrokenExpectation& one : scores.broken_expectations()) ++broken[one.id];
  if (broken.empty()) return "";
  std::string text = "\n" + wording("said-promises", {std::string(extension)}, language) + "\n";
  for (const auto& [id, count] : broken) text += fmt::format("  {:5} {}\n", count, id);
  return text;
}

}  // namespace

std::string summary(const Scores& scores, const Calendar& calendar, Language language, std::string_view extension) {
  std::string text = wording("said-scored", {}, language) + "\n";
  for (const ScoreTable& table : scores.tables()) text += published(table, calendar, language);
  for (const RankingTable& ranking : scores.rankings()) text += leaders_text(ranking, scores, language, extension);
  return text + promises_text(scores, language, extension) + issues_text(scores.issues(), language, extension);
}

}  // namespace cwp
