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
  const bool zh = language == Language::zh;
  const Rulebook& rulebook = rules_of(scores).rulebook();
  MarkdownTable text({{std::string(title_of(table.grain, language))},
                      {zh ? "人员" : "Officer"},
                      {zh ? "项目" : "Part"},
                      {zh ? "得分" : "Points", true},
                      {zh ? "满分" : "Full", true},
                      {zh ? "可得分" : "Reachable", true},
                      {zh ? "考核覆盖" : "Coverage", true},
                      {zh ? "状态" : "State"},
                      {zh ? "原因" : "Reason"}});
  for (const ScoreRow& row : table.rows)
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
      const Part& part = row.parts[i];
      text.add_row({rules_of(scores).calendar().label(row.period), scores.data().officer_key(row.officer),
                    title_of(rulebook, table.ids[i], language), shown(part.points), shown(part.full),
                    shown(part.reachable), percent(part.coverage), std::string(title_of(part.state, language)),
                    title_of(part.reason, language)});
    }
  return section(title_or_id(rulebook.title, rulebook.id.value, language), text);
}

std::string expectations_to_markdown(const Scores& scores, Language language) {
  const bool zh = language == Language::zh;
  MarkdownTable text({{zh ? "周期" : "Period"},
                      {zh ? "约定" : "Promise"},
                      {zh ? "组别" : "Group"},
                      {zh ? "人员" : "Officer"},
                      {zh ? "公式" : "Formula"}});
  for (const BrokenExpectation& row : scores.broken_expectations())
    text.add_row({rules_of(scores).calendar().label(row.period),
                  title_of(rules_of(scores).rulebook(), row.id, language), row.group,
                  row.officer ? scores.data().officer_key(*row.officer) : std::string(),
                  formula_of(row, rules_of(scores).rulebook())});
  return section(zh ? "未达到的约定" : "What was promised and does not hold", text);
}

std::string issues_to_markdown(const Scores& scores, Language language) {
  const bool zh = language == Language::zh;
  MarkdownTable text({{zh ? "文件" : "File"},
                      {zh ? "行" : "Line", true},
                      {zh ? "人员" : "Officer"},
                      {zh ? "日期" : "Date"},
                      {zh ? "指标或项目" : "Metric or item"},
                      {zh ? "所写的值" : "As written"},
                      {zh ? "问题" : "What is wrong"},
                      {zh ? "更正办法" : "How to mend it"}});
  for (const RowIssue& issue : scores.issues())
    text.add_row({issue.file, issue.line > 0 ? std::to_string(issue.line) : std::string(), issue.officer, issue.date,
                  issue.metric, issue.value, message(issue, language), hint(issue, language)});
  return section(zh ? "数据问题" : "Issues in the data", text);
}

}  // namespace cwp
