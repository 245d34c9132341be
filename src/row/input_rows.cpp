#include "row/input_rows.hpp"

#include <fmt/format.h>

namespace cwp {

RowIssue InputRows::issue(std::string_view reason, Origin origin, std::string officer, std::string date,
                          std::string expected) const {
  RowIssue issue;
  issue.reason = reason;
  if (origin.file >= 0) issue.file = files[std::size_t(origin.file)];
  issue.line = origin.line;
  issue.officer = std::move(officer);
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

}  // namespace cwp
