// Rankings, grades and awards as Markdown.

#include <algorithm>

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/write.hpp"

namespace cwp {
namespace {

std::string rank_text(const std::optional<Decimal>& rank) { return rank ? rank->to_short_text() : "–"; }

template <class Rows, class Has>
bool any(const Rows& rows, Has has) {
  return std::any_of(rows.begin(), rows.end(), has);
}

template <class Things>
auto with_id(const Things& things, std::string_view id) {
  return std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.id.value == id; });
}

/// Officer, or what is ranked in the officers' stead by the ranking, grade set or award `id`, even where nobody is.
std::string who_column(std::string_view id, const Scores& scores, Language language) {
  const Rulebook& rulebook = rules_of(scores).rulebook();
  if (const auto award = with_id(rulebook.awards, id); award != rulebook.awards.end()) id = award->from.text;
  if (const auto grades = with_id(rulebook.grades, id); grades != rulebook.grades.end()) id = grades->ranking.text;
  const auto ranking = with_id(rulebook.rankings, id);
  const bool units = ranking != rulebook.rankings.end() && ranking->unit;
  return wording(units ? "title-unit" : "title-officer", {}, language);
}

std::string headed(const Scores& scores, std::string_view id, Language language, const MarkdownTable& text) {
  return markdown_heading(title_of(rules_of(scores).rulebook(), id, language)) + text.to_text();
}

std::string why(const RankedOfficer& row, const Rulebook& rulebook, Language language) {
  const std::string text = title_of(row.reason, language);
  if (row.reason != Unranked::excluded) return text;
  return wording("words-about", {text, title_of(rulebook, row.veto, language)}, language);
}

/// One table below the other; where the rulebook has none, a heading that says so.
template <class Tables>
std::string all_tables(const Tables& tables, const std::string& kind, const Scores& scores, Language language) {
  std::string text;
  for (const auto& table : tables) text += (text.empty() ? "" : "\n") + to_markdown(table, scores, language);
  return tables.empty() ? markdown_heading(kind) + wording("title-none", {}, language) + "\n" : text;
}

}  // namespace

std::string grades_to_markdown(const Scores& scores, Language language) {
  return all_tables(scores.grades(), wording("title-grades", {}, language), scores, language);
}

std::string awards_to_markdown(const Scores& scores, Language language) {
  return all_tables(scores.awards(), wording("title-awards", {}, language), scores, language);
}

std::string to_markdown(const RankingTable& table, const Scores& scores, Language language) {
  const auto head = [&](std::string_view slug) { return wording(slug, {}, language); };
  const bool groups = any(table.rows, [](const RankedOfficer& row) { return !row.group.empty(); });
  const bool reasons = any(table.rows, [](const RankedOfficer& row) { return row.reason != Unranked::none; });

  std::vector<MarkdownTable::Column> columns = {{title_of(table.every, language)}};
  if (groups) columns.push_back({head("title-group")});
  columns.push_back({head("title-rank"), true});
  columns.push_back({who_column(table.id, scores, language)});
  columns.push_back({head("title-value"), true});
  if (reasons) columns.push_back({head("title-no-rank")});

  MarkdownTable text(columns);
  for (const RankedOfficer& row : table.rows) {
    std::vector<std::string> cells = {title_of(row.period, scores, language)};
    if (groups) cells.push_back(row.group);
    cells.push_back(rank_text(row.rank));
    cells.push_back(who(row, scores));
    cells.push_back(shown(row.value));
    if (reasons) cells.push_back(why(row, rules_of(scores).rulebook(), language));
    text.add_row(std::move(cells));
  }
  std::string said = headed(scores, table.id, language, text);
  const Rulebook& rulebook = rules_of(scores).rulebook();
  if (const auto ranking = with_id(rulebook.rankings, table.id); ranking != rulebook.rankings.end())
    for (const std::string& grouping : groupings(*ranking, rulebook, language))
      said += "\n" + wording("words-sentence", {grouping}, language) + "\n";
  return said;
}

std::string to_markdown(const GradeTable& table, const Scores& scores, Language language) {
  const auto head = [&](std::string_view slug) { return wording(slug, {}, language); };
  const bool reasons = any(table.rows, [](const GradedOfficer& row) { return row.reason != Ungraded::none; });
  std::vector<MarkdownTable::Column> columns = {
      {title_of(table.every, language)}, {who_column(table.id, scores, language)}, {head("title-grade")}};
  if (reasons) columns.push_back({head("title-no-grade")});

  MarkdownTable text(columns);
  for (const GradedOfficer& row : table.rows) {
    std::vector<std::string> cells = {title_of(row.period, scores, language), who(row, scores)};
    cells.push_back(row.grade.empty() ? "–" : level_title(rules_of(scores).rulebook(), table.id, row.grade, language));
    if (reasons) cells.push_back(title_of(row.reason, language));
    text.add_row(std::move(cells));
  }
  return headed(scores, table.id, language, text);
}

std::string to_markdown(const AwardTable& table, const Scores& scores, Language language) {
  const auto head = [&](std::string_view slug) { return wording(slug, {}, language); };
  const bool groups = any(table.rows, [](const AwardedOfficer& row) { return !row.group.empty(); });
  const bool amounts = any(table.rows, [](const AwardedOfficer& row) { return row.amount.has_value(); });
  std::vector<MarkdownTable::Column> columns = {{title_of(table.every, language)}};
  if (groups) columns.push_back({head("title-group")});
  columns.push_back({who_column(table.id, scores, language)});
  columns.push_back({head("title-rank"), true});
  if (amounts) columns.push_back({head("title-amount"), true});

  MarkdownTable text(columns);
  for (const AwardedOfficer& row : table.rows) {
    std::vector<std::string> cells = {title_of(row.period, scores, language)};
    if (groups) cells.push_back(row.group);
    cells.push_back(who(row, scores));
    cells.push_back(rank_text(row.rank));
    if (amounts) cells.push_back(shown(row.amount));
    text.add_row(std::move(cells));
  }
  return headed(scores, table.id, language, text);
}

}  // namespace cwp
