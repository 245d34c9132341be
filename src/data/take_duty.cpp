#include "calendar/lay_stretches.hpp"
#include "data/finish_dataset.hpp"
#include "row/tidy_text.hpp"

namespace cwp {
namespace {

/// An index into Rulebook::duty, kOnDutyStatus, kRestStatus, or kNoStatus.
std::uint16_t status_number(const std::string& status, const Rulebook& rulebook) {
  for (std::size_t i = 0; i < rulebook.duty.size(); ++i)
    if (rulebook.duty[i].status.value == status) return std::uint16_t(i);
  if (status == kOnDutyName) return kOnDutyStatus;
  return status == kRestName ? kRestStatus : kNoStatus;
}

std::string known_statuses(const Rulebook& rulebook) {
  std::string text;
  for (const DutyRule& rule : rulebook.duty) text += rule.status.value + ", ";
  for (const std::string_view name : {kOnDutyName, kRestName})
    if (text.find(std::string(name) + ", ") == std::string::npos) text += std::string(name) + ", ";
  text.resize(text.size() - 2);
  return text;
}

}  // namespace

void take_duty(DatasetMaking& making) {
  InputRows& rows = making.rows;
  std::vector<std::vector<Stretch>> stretches(making.state.officers.size());
  std::vector<std::uint16_t> statuses(rows.duty.size());
  for (std::uint32_t i = 0; i < rows.duty.size(); ++i) {
    const DutyInput& input = rows.duty[i];
    const std::string_view key = rows.keys.key(input.officer);
    const std::string from = input.from ? input.from->to_text() : "", to = input.to ? input.to->to_text() : "";
    const DayRange days{input.from.value_or(kFirstDay), input.to.value_or(kLastDay)};
    const std::string status = tidy_text(input.status);
    statuses[i] = status_number(status, making.rulebook);
    const auto ignore = [&](std::string_view reason, std::string expected) {
      RowIssue issue = rows.issue(reason, input.origin, key, from, std::move(expected));
      issue.value = status;
      rows.issues.push_back(std::move(issue));
    };
    const std::uint32_t officer = making.officer_of_key[input.officer];
    if (key.empty())
      ignore("officer-empty", "");
    else if (officer == DatasetMaking::kNotInRoster)
      ignore("officer-not-in-roster", "");
    else if (days.size() < 1)
      ignore("from-after-to", from + ".." + to);
    else if (statuses[i] == kNoStatus)
      ignore("status-unknown", known_statuses(making.rulebook));
    else if (!present_within(making.state.officers[officer], days))
      ignore("officer-not-present", from + ".." + to);
    else
      stretches[officer].push_back({days, i});
  }
  for (std::size_t officer = 0; officer < stretches.size(); ++officer)
    for (const Stretch& stretch : lay_stretches(stretches[officer]))
      making.state.officers[officer].duty.push_back(
          {stretch.days, statuses[stretch.row], rows.duty[stretch.row].origin});
}

}  // namespace cwp
