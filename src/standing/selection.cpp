#include "standing/selection.hpp"

#include <algorithm>
#include <map>

#include "standing/quota.hpp"

namespace cwp {
namespace {

void take(const Quota& quota, const QuotaRules& rules, const std::vector<std::size_t>& places,
          const std::vector<AwardCandidate>& candidates, std::vector<bool>& taken) {
  std::vector<std::size_t> order;
  for (const std::size_t i : places) order.push_back(candidates[i].order);
  const std::size_t count = places_taken(order, quota_size(quota, rules, places.size()), rules.edge);
  for (std::size_t i = 0; i < count; ++i) taken[places[i]] = true;
}

}  // namespace

std::vector<bool> named(const Award& award, const std::vector<AwardCandidate>& candidates) {
  std::vector<bool> taken(candidates.size(), !award.top && !award.bottom);
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < candidates.size(); ++i) groups[candidates[i].group].push_back(i);
  for (auto& [name, places] : groups) {
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return candidates[a].order < candidates[b].order; });
    if (award.top) take(*award.top, award.quota, places, candidates, taken);
    std::reverse(places.begin(), places.end());
    if (award.bottom) take(*award.bottom, award.quota, places, candidates, taken);
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) taken[i] = taken[i] && candidates[i].when.is_true();
  return taken;
}

bool in_a_row(std::span<const Turn> turns, int times) {
  int count = 0;
  for (std::size_t i = turns.size(); i > 0 && count < times; --i) {
    if (turns[i - 1] == Turn::not_named) return false;
    if (turns[i - 1] == Turn::named) ++count;
  }
  return count >= times;
}

}  // namespace cwp
