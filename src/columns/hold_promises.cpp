#include "columns/hold_promises.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "row/take_value.hpp"

namespace cwp {
namespace {

template <typename T>
void measure_as(StoredFigures& stored, std::size_t officers) {
  const T* figures = static_cast<const T*>(stored.data);
  T low = figures[0], high = figures[0];
  for (std::size_t i = 0; i < officers; ++i) {
    low = std::min(low, figures[i]);
    high = std::max(high, figures[i]);
  }
  stored.low = std::int64_t(low);
  stored.high = std::int64_t(high);
}

}  // namespace

void measure(StoredFigures& stored, std::size_t officers) {
  if (officers == 0 || stored.is_measured) return;
  stored.is_measured = true;
  switch (stored.type) {
    case FigureColumn::Type::u8:
      return measure_as<std::uint8_t>(stored, officers);
    case FigureColumn::Type::u16:
      return measure_as<std::uint16_t>(stored, officers);
    case FigureColumn::Type::i32:
      return measure_as<std::int32_t>(stored, officers);
    default:
      return measure_as<std::int64_t>(stored, officers);
  }
}

bool takes_unseen(const Metric& metric, std::int64_t low, std::int64_t high, int decimals, bool whole) {
  const std::int64_t power = power_of_ten(decimals);
  const auto keeps = [&](std::int64_t units) { return !broken_promise(Rational(units, power), metric); };
  const bool may_have_places = metric.type == NumberType::f64 && metric.decimals.value_or(9) >= decimals && whole;
  return (decimals == 0 || may_have_places) && keeps(low) && keeps(high);
}

void hold_promises(const CheckedRulebook& rules, const std::vector<std::string>& keys, std::uint32_t metric,
                   Period period, StoredFigures& stored, std::vector<RowIssue>& issues) {
  const Metric& written = rules.rulebook().metrics[metric];
  const std::int64_t power = power_of_ten(stored.decimals);
  const auto refuse = [&](std::uint32_t officer, const Refusal& refusal, const std::string& value) {
    RowIssue issue;
    issue.reason = refusal.reason;
    issue.officer = keys[officer];
    issue.date = rules.calendar().label(period);
    issue.metric = written.id.value;
    issue.value = value;
    issue.expected = refusal.expected;
    issues.push_back(std::move(issue));
  };
  for (const std::uint32_t officer : stored.refused)
    refuse(officer, {"value-too-long", std::to_string(stored.most_digits)}, "");
  measure(stored, keys.size());
  const bool whole = stored.refused.empty() && stored.absent.empty();
  if (keys.empty() || takes_unseen(written, stored.low, stored.high, stored.decimals, whole)) return;
  // Somebody's figure breaks a promise, or may: they are looked at one by one.
  std::vector<std::uint32_t> broken;
  std::optional<std::pair<std::int64_t, std::int64_t>> range;
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    if (std::binary_search(stored.refused.begin(), stored.refused.end(), i)) continue;
    if (std::binary_search(stored.absent.begin(), stored.absent.end(), i)) continue;
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
  stored.refused.insert(stored.refused.end(), broken.begin(), broken.end());
  std::sort(stored.refused.begin(), stored.refused.end());
}

}  // namespace cwp
