#include "columns/hold_promises.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "columns/take_doubles.hpp"
#include "kernel/choose_isa.hpp"
#include "row/take_value.hpp"

namespace cwp {
namespace {

void add_refused(StoredFigures& stored, const std::vector<std::uint32_t>& officers) {
  stored.refused.insert(stored.refused.end(), officers.begin(), officers.end());
  std::sort(stored.refused.begin(), stored.refused.end());
}

}  // namespace

void measure(StoredFigures& stored, std::size_t officers) {
  if (officers == 0 || stored.is_measured) return;
  stored.is_measured = true;
  std::int64_t range[2];
  measure_figures_for(Isa::best)(lane_of(stored.type), stored.data, officers, range, nullptr, nullptr);
  stored.low = range[0], stored.high = range[1];
}

bool takes_unseen(const Metric& metric, std::int64_t low, std::int64_t high, int decimals, bool whole) {
  const std::int64_t power = power_of_ten(decimals);
  const auto keeps = [&](std::int64_t units) { return !broken_promise(Rational(units, power), metric); };
  const bool may_have_places = metric.type == NumberType::f64 && metric.decimals.value_or(9) >= decimals && whole;
  return (decimals == 0 || may_have_places) && keeps(low) && keeps(high);
}

void hold_promises(const CheckedRulebook& rules, const OfficerKeys& keys, std::uint32_t metric, Period period,
                   StoredFigures& stored, std::vector<RowIssue>& issues) {
  const Metric& written = rules.rulebook().metrics[metric];
  const std::int64_t power = power_of_ten(stored.decimals);
  const auto refuse = [&](std::uint32_t officer, const Refusal& refusal, const std::string& value) {
    RowIssue issue;
    issue.reason = refusal.reason;
    issue.officer = keys.key(officer);
    issue.date = rules.calendar().label(period);
    issue.metric = written.id.value;
    issue.value = value;
    issue.expected = refusal.expected;
    issues.push_back(std::move(issue));
  };
  for (const std::uint32_t officer : stored.refused)
    refuse(officer, {"value-too-long", std::to_string(stored.most_digits)}, "");
  std::vector<std::uint32_t> broken;
  std::erase_if(stored.apart, [&](const auto& figure) {
    const auto& [officer, own] = figure;
    const auto refusal = broken_promise(value_of(own), written);
    if (!refusal) return false;
    refuse(officer, *refusal, shortest_text(own));
    broken.push_back(officer);
    return true;
  });
  add_refused(stored, broken);
  broken.clear();
  measure(stored, keys.size());
  const bool whole = !stored.is_lacked();
  if (keys.size() == 0 || takes_unseen(written, stored.low, stored.high, stored.decimals, whole)) return;
  // Somebody's figure breaks a promise, or may: they are looked at one by one.
  const auto is_apart = [&](std::uint32_t officer) {
    const std::pair<std::uint32_t, double> least{officer, -INFINITY};
    const auto found = std::lower_bound(stored.apart.begin(), stored.apart.end(), least);
    return found != stored.apart.end() && found->first == officer;
  };
  std::optional<std::pair<std::int64_t, std::int64_t>> range;
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    if (std::binary_search(stored.refused.begin(), stored.refused.end(), i)) continue;
    if (std::binary_search(stored.absent.begin(), stored.absent.end(), i)) continue;
    if (is_apart(i)) continue;
    const std::int64_t units = stored.units(i);
    if (const auto refusal = broken_promise(Rational(units, power), written)) {
      refuse(i, *refusal, Rational(units, power).to_text());
      broken.push_back(i);
      continue;
    }
    if (!range) range = {units, units};
    range = {std::min(range->first, units), std::max(range->second, units)};
  }
  if (range) std::tie(stored.low, stored.high) = *range;
  stored.spills = true;
  add_refused(stored, broken);
}

}  // namespace cwp
