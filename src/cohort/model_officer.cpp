#include "cohort/model_officer.hpp"

#include <algorithm>
#include <map>

#include "data/column_store.hpp"

namespace cwp {
namespace {

/// Counts what most officers have.
class Majority {
 public:
  Majority(const DatasetState& data, DayRange days, const std::vector<std::uint32_t>& officers)
      : data_(data), days_(days), officers_(officers) {}

  /// Of those who have values of the same attributes as most, the one who was present the longest; the next ones for
  /// further attempts.
  std::uint32_t donor(std::size_t attempt) const {
    std::map<std::vector<bool>, std::vector<std::uint32_t>> by_attributes;
    for (const std::uint32_t number : officers_) by_attributes[attributes_of(number)].push_back(number);
    const auto most = std::max_element(by_attributes.begin(), by_attributes.end(),
                                       [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    std::vector<std::uint32_t>& candidates = most->second;
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return present_days(a) > present_days(b); });
    return candidates[attempt % candidates.size()];
  }

  /// Present where most were, by the rows of the donor's roster.
  std::vector<PresenceStretch> presence(const OfficerRecord& donor) const {
    std::vector<int> changes(std::size_t(days_.size()) + 1);
    for (const std::uint32_t number : officers_)
      for (const PresenceStretch& stretch : data_.officers[number].presence) count(stretch.days, changes);
    std::vector<PresenceStretch> stretches;
    int there = 0;
    for (Day day = days_.first; day <= days_.last; day = day + 1) {
      there += changes[std::size_t(day - days_.first)];
      if (!is_most(there)) continue;
      const std::uint32_t row = row_on(donor, day);
      if (!stretches.empty() && stretches.back().days.last + 1 == day && stretches.back().roster_row == row)
        stretches.back().days.last = day;
      else
        stretches.push_back({{day, day}, row});
    }
    return stretches;
  }

  /// The duty records that most have.
  std::vector<DutyStretch> duty() const {
    std::map<std::uint16_t, std::vector<int>> changes;
    for (const std::uint32_t number : officers_)
      for (const DutyStretch& stretch : data_.officers[number].duty) {
        auto& of_status = changes[stretch.status];
        of_status.resize(std::size_t(days_.size()) + 1);
        count(stretch.days, of_status);
      }
    std::vector<DutyStretch> stretches;
    for (const auto& [status, of_status] : changes) {
      int there = 0;
      for (Day day = days_.first; day <= days_.last; day = day + 1) {
        there += of_status[std::size_t(day - days_.first)];
        if (!is_most(there)) continue;
        if (!stretches.empty() && stretches.back().days.last + 1 == day && stretches.back().status == status)
          stretches.back().days.last = day;
        else
          stretches.push_back({{day, day}, status, {}});
      }
    }
    std::sort(stretches.begin(), stretches.end(),
              [](const DutyStretch& a, const DutyStretch& b) { return a.days.first < b.days.first; });
    return stretches;
  }

  /// A figure where most have one: the donor's, or another's.
  std::vector<MetricCell> figures(std::size_t metric, const OfficerRecord& donor) const {
    struct Seen {
      int count = 0;
      const MetricCell* cell = nullptr;
    };
    std::map<std::int32_t, Seen> by_period;
    const auto take = [&](const OfficerRecord& officer, int count) {
      for (const MetricCell& cell : officer.metrics[metric]) {
        if (cell.refused || cell.incomplete) continue;
        Seen& seen = by_period[cell.period];
        seen.count += count;
        if (seen.cell == nullptr) seen.cell = &cell;
      }
    };
    take(donor, 0);
    for (const std::uint32_t number : officers_) take(data_.officers[number], 1);
    std::vector<MetricCell> cells;
    for (const auto& [period, seen] : by_period)
      if (is_most(seen.count)) cells.push_back(*seen.cell);
    return cells;
  }

 private:
  bool is_most(int count) const { return 2 * std::size_t(count) > officers_.size(); }
  void count(DayRange stretch, std::vector<int>& changes) const {
    const Day first = std::max(stretch.first, days_.first), last = std::min(stretch.last, days_.last);
    if (last < first) return;
    ++changes[std::size_t(first - days_.first)];
    --changes[std::size_t(last - days_.first) + 1];
  }
  std::int32_t present_days(std::uint32_t number) const {
    std::int32_t days = 0;
    for (const PresenceStretch& stretch : data_.officers[number].presence)
      days += std::max(0, std::min(stretch.days.last, days_.last) - std::max(stretch.days.first, days_.first) + 1);
    return days;
  }
  std::vector<bool> attributes_of(std::uint32_t number) const {
    std::vector<bool> has;
    if (data_.officers[number].presence.empty()) return has;
    for (const Value& value : data_.roster_rows[data_.officers[number].presence.back().roster_row].attributes)
      has.push_back(value.present());
    return has;
  }
  static std::uint32_t row_on(const OfficerRecord& donor, Day day) {
    for (const PresenceStretch& stretch : donor.presence)
      if (day <= stretch.days.last) return stretch.roster_row;
    return donor.presence.empty() ? 0 : donor.presence.back().roster_row;
  }

  const DatasetState& data_;
  DayRange days_;
  const std::vector<std::uint32_t>& officers_;
};

/// The figures of columns that most of the officers have: the donor's, or another's.
void take_common_figures(const ColumnStore& columns, const std::vector<std::uint32_t>& officers, std::uint32_t donor,
                         OfficerRecord& model) {
  std::vector<bool> among(columns.keys.size());
  for (const std::uint32_t officer : officers) among[officer] = true;
  for (auto& cells : model.metrics) cells.clear();
  for (const auto& [of, figures] : columns.figures) {
    std::vector<bool> lacks(columns.keys.size());
    std::size_t lacking = 0;
    for (const auto* without : {&figures.absent, &figures.refused})
      for (const std::uint32_t officer : *without) {
        lacks[officer] = true;
        lacking += among[officer] ? 1 : 0;
      }
    if (2 * (officers.size() - lacking) <= officers.size()) continue;
    const std::uint32_t who =
        !lacks[donor] ? donor
                      : *std::find_if(officers.begin(), officers.end(), [&](auto officer) { return !lacks[officer]; });
    MetricCell cell;
    cell.period = of.second.ordinal;
    cell.value = Rational(figures.units(who), power_of_ten(figures.decimals));
    cell.origins.push_back({});
    model.metrics[of.first].push_back(std::move(cell));
  }
}

}  // namespace

ModelOfficer model_officer(const Run& run, const std::vector<std::uint32_t>& officers, std::size_t attempt) {
  const DatasetState& data = run.data();
  if (data.columns != nullptr) {
    const std::uint32_t number = officers[attempt % officers.size()];
    auto model = std::make_shared<OfficerRecord>(*data.officer(number));
    take_common_figures(*data.columns, officers, number, *model);
    return {std::move(model), number};
  }
  const Majority majority(data, run.schedule().days(), officers);
  const std::uint32_t number = majority.donor(attempt);
  const OfficerRecord& donor = data.officers[number];
  auto model = std::make_shared<OfficerRecord>();
  model->presence = majority.presence(donor);
  model->duty = majority.duty();
  for (std::size_t metric = 0; metric < donor.metrics.size(); ++metric)
    model->metrics.push_back(majority.figures(metric, donor));
  return {std::move(model), number};
}

}  // namespace cwp
