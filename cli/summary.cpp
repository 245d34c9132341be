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

std::string published(const ScoreTable& table, const Calendar& calendar, bool zh) {
  std::set<Period> periods, provisional;
  std::set<std::size_t> officers;
  for (const ScoreRow& row : table.rows) {
    periods.insert(row.period);
    officers.insert(row.officer);
    if (row.state == State::provisional) provisional.insert(row.period);
  }
  const std::string grain(to_text(table.grain));
  if (periods.empty())
    return zh ? fmt::format("  {:8} 无\n", grain)
              : fmt::format("  {:8} nothing: no such period is over within the data\n", grain);
  std::string range = calendar.label(*periods.begin());
  if (periods.size() > 1) range += (zh ? " 至 " : " to ") + calendar.label(*periods.rbegin());
  std::string open;
  if (!provisional.empty())
    open = zh ? fmt::format("（{} 期未结束，为暂计）", provisional.size())
              : fmt::format(" ({} provisional)", provisional.size());
  if (zh) return fmt::format("  {:8} {} 期，{}{}，{} 人\n", grain, periods.size(), range, open, officers.size());
  return fmt::format("  {:8} {} period{}, {}{}, {} officer{}\n", grain, periods.size(), periods.size() == 1 ? "" : "s",
                     range, open, officers.size(), officers.size() == 1 ? "" : "s");
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
  const bool zh = language == Language::zh;
  std::size_t left_out = 0;
  const RankingTable first = leaders(ranking, left_out);
  const std::string file = "ranking_" + ranking.id + std::string(extension);
  if (first.rows.empty())
    return zh ? fmt::format("\n{}：无人排名\n", file) : fmt::format("\n{}: nobody has a rank\n", file);
  std::string text = "\n" + to_markdown(first, scores, language);
  if (left_out > 0)
    text += zh ? fmt::format("另有 {} 组，见 {}\n", left_out, file)
               : fmt::format("{} more group{}: {}\n", left_out, left_out == 1 ? "" : "s", file);
  return text;
}

std::string place_of(const RowIssue& issue) {
  if (!issue.file.empty()) return issue.line > 0 ? fmt::format("{}:{}", issue.file, issue.line) : issue.file;
  return issue.officer + (issue.date.empty() ? "" : " " + issue.date);
}

std::string issues_text(const std::vector<RowIssue>& issues, Language language, std::string_view extension) {
  const bool zh = language == Language::zh;
  if (issues.empty()) return zh ? "\n数据没有问题\n" : "\nNo issues in the data\n";
  std::vector<std::pair<const RowIssue*, std::size_t>> kinds;  // the first of each kind, and how many there are
  for (const RowIssue& issue : issues) {
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first->reason == issue.reason; });
    if (known == kinds.end())
      kinds.emplace_back(&issue, 1);
    else
      ++known->second;
  }
  std::string text = zh ? fmt::format("\n数据问题 {} 个，详见 issues{}：\n", issues.size(), extension)
                        : fmt::format("\n{} issue{} in the data, all of them in issues{}:\n", issues.size(),
                                      issues.size() == 1 ? "" : "s", extension);
  for (const auto& [issue, count] : kinds) {
    text += fmt::format("  {:5} {}\n", count, issue->reason);
    const std::string place = place_of(*issue);
    text += fmt::format("        {}{}{}\n", place, place.empty() ? "" : (zh ? "：" : ": "), message(*issue, language));
    if (const std::string mending = hint(*issue, language); !mending.empty())
      text += fmt::format("        = {}\n", mending);
  }
  return text;
}

std::string promises_text(const Scores& scores, Language language, std::string_view extension) {
  const bool zh = language == Language::zh;
  std::map<std::string, std::size_t> broken;
  for (const BrokenExpectation& one : scores.broken_expectations()) ++broken[one.id];
  if (broken.empty()) return "";
  std::string text = zh ? fmt::format("\n未达到的约定，详见 expect{}：\n", extension)
                        : fmt::format("\nWhat was promised and does not hold, all of it in expect{}:\n", extension);
  for (const auto& [id, count] : broken) text += fmt::format("  {:5} {}\n", count, id);
  return text;
}

}  // namespace

std::string summary(const Scores& scores, const Calendar& calendar, Language language, std::string_view extension) {
  const bool zh = language == Language::zh;
  std::string text = zh ? "已计分：\n" : "Scored:\n";
  for (const ScoreTable& table : scores.tables()) text += published(table, calendar, zh);
  for (const RankingTable& ranking : scores.rankings()) text += leaders_text(ranking, scores, language, extension);
  return text + promises_text(scores, language, extension) + issues_text(scores.issues(), language, extension);
}

}  // namespace cwp
