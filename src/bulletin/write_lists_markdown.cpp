// Lists as Markdown: every part with its reason, promises that do not hold, what is wrong with the data.

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/write.hpp"

namespace cwp {
namespace {

std::string section(const std::string& title, const MarkdownTable& text) {
  return markdown_heading(title) + text.to_text();
}

}  // namespace

std::string parts_to_markdown(const ScoreTable& table, const Scores& scores, Language language) {
  const auto head = [&](std::string_view slug) { return wording(slug, {}, language); };
  const Rulebook& rulebook = rules_of(scores).rulebook();
  MarkdownTable text({{title_of(table.grain, language)},
                      {head("title-officer")},
                      {head("title-part")},
                      {head("title-points"), true},
                      {head("title-full"), true},
                      {head("title-reachable"), true},
                      {head("title-coverage"), true},
                      {head("title-state")},
                      {head("title-reason")}});
  for (const ScoreRow& row : table.rows)
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
      const Part& part = row.parts[i];
      text.add_row({rules_of(scores).calendar().label(row.period), std::string(scores.data().officer_key(row.officer)),
                    title_of(rulebook, table.ids[i], language), shown(part.points), shown(part.full),
                    shown(part.reachable), percent(part.coverage), title_of(part.state, language),
                    title_of(part.reason, language)});
    }
  return section(title_or_id(rulebook.title, rulebook.id.value, language), text);
}

std::string expectations_to_markdown(const Scores& scores, Language language) {
  const auto head = [&](std::string_view slug) { return wording(slug, {}, language); };
  MarkdownTable text({{head("title-period")},
                      {head("title-promise")},
                      {head("title-group")},
                      {head("title-officer")},
                      {head("title-formula")}});
  for (const BrokenExpectation& row : scores.broken_expectations())
    text.add_row({title_of(row.period, scores, language), title_of(rules_of(scores).rulebook(), row.id, language),
                  row.group, row.officer ? std::string(scores.data().officer_key(*row.officer)) : std::string(),
                  formula_of(row, rules_of(scores).rulebook())});
  return section(head("title-promises"), text);
}

std::string issues_to_markdown(const Scores& scores, Language language) {
  const auto head = [&](std::string_view slug) { return wording(slug, {}, language); };
  MarkdownTable text({{head("title-file")},
                      {head("title-line"), true},
                      {head("title-officer")},
                      {head("title-date")},
                      {head("title-metric")},
                      {head("title-written")},
                      {head("title-wrong")},
                      {head("title-mending")}});
  for (const RowIssue& issue : scores.issues())
    text.add_row({issue.file, issue.line > 0 ? std::to_string(issue.line) : std::string(), issue.officer, issue.date,
                  issue.metric, issue.value, message(issue, language), hint(issue, language)});
  return section(head("title-issues"), text);
}

}  // namespace cwp
