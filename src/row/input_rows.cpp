#include "row/input_rows.hpp"

#include <fmt/format.h>

namespace cwp {

RowIssue InputRows::issue(std::string_view reason, Origin origin, std::string_view officer, std::string date,
                          std::string expected) const {
  RowIssue issue;
  issue.reason = reason;
  if (origin.file >= 0) issue.file = files[std::size_t(origin.file)];
  issue.line = origin.line;
  issue.officer = officer;
  issue.date = std::move(date);
  issue.expected = std::move(expected);
  return issue;
}

std::string InputRows::place(Origin origin) const {
  return origin.file < 0 ? "memory" : fmt::format("{}:{}", files[std::size_t(origin.file)], origin.line);
}

std::string InputRows::written_value(const FigureInput& figure) const {
  return figure.remark != kNoRemark ? remarks[figure.remark].written : figure.value.to_text();
}

std::string InputRows::written_date(const FigureInput& figure, const Rulebook& rulebook,
                                    const Calendar& calendar) const {
  if (figure.day) return figure.day->to_text();
  return calendar.label({rulebook.metrics[figure.metric].per.value, figure.period});
}

RowsMark mark_of(const InputRows& rows) {
  return {rows.files.size(), rows.roster.size(),  rows.duty.size(),   rows.figures.size(), rows.figures_recorded.size(),
          rows.facts.size(), rows.remarks.size(), rows.issues.size(), rows.sheets.size(),  rows.rosters.size(),
          rows.span,         rows.known_at,       rows.dialect};
}

void take_back(InputRows& rows, const RowsMark& mark) {
  rows.files.resize(mark.files);
  rows.holds.resize(mark.files);
  rows.digests.resize(mark.files);
  rows.roster.resize(mark.roster);
  rows.duty.resize(mark.duty);
  rows.figures.resize(mark.figures);
  rows.figures_recorded.resize(mark.recorded);
  rows.facts.resize(mark.facts);
  rows.remarks.resize(mark.remarks);
  rows.issues.resize(mark.issues);
  rows.sheets.resize(mark.sheets);
  rows.rosters.resize(mark.rosters);
  rows.span = mark.span;
  rows.known_at = mark.known_at;
  rows.dialect = mark.dialect;
}

}  // namespace cwp
