#include <algorithm>

#include "calendar/lay_stretches.hpp"
#include "data/finish_dataset.hpp"
#include "row/officer_order.hpp"
#include "row/take_value.hpp"
#include "row/tidy_text.hpp"

namespace cwp {
namespace {

/// The last stretch that begins on the day or before; null when there is none.
const PresenceStretch* begun_by(const OfficerRecord& officer, Day day) {
  const auto after = std::upper_bound(officer.presence.begin(), officer.presence.end(), day,
                                      [](Day sought, const PresenceStretch& one) { return sought < one.days.first; });
  return after == officer.presence.begin() ? nullptr : &*std::prev(after);
}

/// Two persons of one key look so: a row that begins no later than the one before it, says otherwise for some
/// of its days, and is no correction that was recorded. Who moves has rows that begin one behind the other.
bool contradicts(const RosterInput& row, DayRange days, const RosterRow& taken, DayRange days_before,
                 const RosterRow& taken_before) {
  if (row.recorded != Recorded{}) return false;
  if (days_before.first < days.first || days.last < days_before.first) return false;
  const auto same = [](const Value& a, const Value& b) { return to_text(a) == to_text(b); };
  return !std::equal(taken.attributes.begin(), taken.attributes.end(), taken_before.attributes.begin(),
                     taken_before.attributes.end(), same);
}

/// Where a row stands; one of memory by its first day.
std::string place_of(const RosterInput& row, const InputRows& rows) {
  if (row.origin.file < 0) return row.from.value_or(kFirstDay).to_text();
  return rows.files[std::size_t(row.origin.file)] + ":" + std::to_string(row.origin.line);
}

}  // namespace

RosterRow attributes_of(const RosterInput& input, DatasetMaking& making) {
  RosterRow row;
  row.origin = input.origin;
  const auto issue = [&](std::string_view reason, const std::string& attribute, const std::string& written,
                         std::string expected) {
    RowIssue made = making.rows.issue(reason, input.origin, making.rows.keys.key(input.officer),
                                      input.from ? input.from->to_text() : "", std::move(expected));
    made.metric = attribute;
    made.value = written;
    making.rows.issues.push_back(std::move(made));
  };
  std::vector<std::string> known;
  for (const Attribute& attribute : making.rulebook.attributes) {
    known.push_back(attribute.id.value);
    const auto written = input.attributes.find(attribute.id.value);
    std::string text = written != input.attributes.end() ? written->second : "";
    if (tidy_text(text).empty()) text = attribute.default_value.value_or("");
    Value value;
    if (tidy_text(text).empty())
      value = absent_attribute(attribute);
    else if (const std::optional<Refusal> refusal = take_attribute(text, attribute, value))
      issue(refusal->reason, attribute.id.value, text, refusal->expected);
    row.attributes.push_back(std::move(value));
  }
  for (const auto& [name, text] : input.attributes)
    if (std::find(known.begin(), known.end(), name) == known.end())
      issue("attribute-unknown", name, text, nearest_name(name, known));
  return row;
}

bool present_within(const OfficerRecord& officer, DayRange days) {
  const PresenceStretch* last = begun_by(officer, days.last);
  return last && days.first <= last->days.last;
}

const PresenceStretch* presence_on(const OfficerRecord& officer, Day day) {
  const PresenceStretch* last = begun_by(officer, day);
  return last && day <= last->days.last ? last : nullptr;
}

void take_roster(DatasetMaking& making) {
  InputRows& rows = making.rows;
  std::vector<std::vector<Stretch>> stretches(rows.keys.size());
  std::vector<const RosterInput*> last_of(rows.keys.size());
  std::vector<std::string> keys;
  for (const RosterInput& input : rows.roster) {
    const std::string_view key = rows.keys.key(input.officer);
    const DayRange days{input.from.value_or(kFirstDay), input.to.value_or(kLastDay)};
    if (key.empty() || days.size() < 1) {
      const std::string from = input.from ? input.from->to_text() : "", to = input.to ? input.to->to_text() : "";
      rows.issues.push_back(key.empty() ? rows.issue("officer-empty", input.origin, key, from)
                                        : rows.issue("from-after-to", input.origin, key, from, from + ".." + to));
      continue;
    }
    std::vector<Stretch>& own = stretches[input.officer];
    if (own.empty()) keys.emplace_back(key);
    RosterRow row = attributes_of(input, making);
    if (!own.empty() && contradicts(input, days, row, own.back().days, making.state.roster_rows[own.back().row]))
      rows.issues.push_back(rows.issue("roster-contradicts", input.origin, key, input.from ? input.from->to_text() : "",
                                       place_of(*last_of[input.officer], rows)));
    last_of[input.officer] = &input;
    own.push_back({days, std::uint32_t(making.state.roster_rows.size())});
    making.state.roster_rows.push_back(std::move(row));
  }
  sort_officer_keys(keys);
  making.officer_of_key.assign(rows.keys.size(), DatasetMaking::kNotInRoster);
  for (std::string& key : keys) {
    const std::uint32_t number = rows.keys.number(key);
    making.officer_of_key[number] = std::uint32_t(making.state.officers.size());
    OfficerRecord officer;
    officer.key = std::move(key);
    for (const Stretch& stretch : lay_stretches(stretches[number]))
      officer.presence.push_back({stretch.days, stretch.row});
    officer.metrics.resize(making.rulebook.metrics.size());
    making.state.officers.push_back(std::move(officer));
  }
}

}  // namespace cwp
