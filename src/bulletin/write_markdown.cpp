// The tables of scores as Markdown.

#include <algorithm>

#include "bulletin/markdown_table.hpp"
#include "bulletin/standing_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/write.hpp"

namespace cwp {
std::string to_markdown(const ScoreTable& table, const Scores& scores, Language language) {
  const auto head = [&](std::string_view slug) { return wording(slug, {}, language); };
  const Rulebook& rulebook = rules_of(scores).rulebook();
  std::vector<MarkdownTable::Column> columns = {{title_of(table.grain, language)}, {head("title-officer")}};
  for (const std::string& id : table.ids) columns.push_back({title_of(rulebook, id, language), true});
  columns.push_back({head("title-reachable"), true});
  columns.push_back({head("title-coverage"), true});
  columns.push_back({head("title-state")});
  const bool vetoes =
      std::any_of(table.rows.begin(), table.rows.end(), [](const ScoreRow& row) { return !row.vetoes.empty(); });
  if (vetoes) columns.push_back({head("title-vetoes")});

  MarkdownTable text(columns);
  for (const ScoreRow& row : table.rows) {
    std::vector<std::string> cells = {rules_of(scores).calendar().label(row.period),
                                      std::string(scores.data().officer_key(row.officer))};
    for (const Part& part : row.parts) cells.push_back(shown(part.points));
    cells.push_back(shown(row.total().reachable));
    cells.push_back(percent(row.total().coverage));
    cells.push_back(title_of(row.state, language));
    std::string fired;
    for (const std::uint32_t veto : row.vetoes) {
      const std::string title = title_of(rulebook, table.veto_ids[veto], language);
      fired = fired.empty() ? title : wording("words-more", {fired, title}, language);
    }
    if (vetoes) cells.push_back(std::move(fired));
    text.add_row(std::move(cells));
  }
  return markdown_heading(title_or_id(rulebook.title, rulebook.id.value, language)) + text.to_text();
}

std::string standing_to_markdown(const ScoreTable& table, const Scores& scores, Language language) {
  const Rulebook& rulebook = rules_of(scores).rulebook();
  const StandingTable standing(table, scores);
  std::vector<MarkdownTable::Column> columns = {{title_of(table.grain, language)},
                                                {wording("title-officer", {}, language)}};
  for (const std::string& id : standing.ids()) columns.push_back({title_of(rulebook, id, language), true});
  columns.push_back({wording("title-state", {}, language)});
  for (const std::string& id : standing.rankings()) columns.push_back({title_of(rulebook, id, language), true});

  MarkdownTable text(columns);
  for (const ScoreRow& row : table.rows) {
    std::vector<std::string> cells = {rules_of(scores).calendar().label(row.period),
                                      std::string(scores.data().officer_key(row.officer))};
    for (const std::size_t part : standing.parts()) cells.push_back(shown(row.parts[part].points));
    cells.push_back(title_of(row.state, language));
    for (std::size_t r = 0; r < standing.rankings().size(); ++r) {
      const std::optional<Decimal> rank = standing.rank(r, row);
      cells.push_back(rank ? rank->to_short_text() : "–");
    }
    text.add_row(std::move(cells));
  }
  return markdown_heading(title_or_id(rulebook.title, rulebook.id.value, language)) + text.to_text();
}

}  // namespace cwp
