#include "standing/rank.hpp"

#include <algorithm>

namespace cwp {
namespace {

/// Negative when `a` is better.
int compare_tie(const Value& a, const Value& b, bool ascending) {
  if (!a.present() || !b.present()) return a.present() ? -1 : b.present() ? 1 : 0;
  const auto order = a.number <=> b.number;
  if (order == 0) return 0;
  return (order < 0) == ascending ? -1 : 1;
}

int compare(const Contender& a, const Contender& b, bool ascending, const std::vector<bool>& ties_ascending) {
  return compare(RankedBy{&a.value, &a.ties, a.behind}, RankedBy{&b.value, &b.ties, b.behind}, ascending,
                 ties_ascending);
}

}  // namespace

int compare(const RankedBy& a, const RankedBy& b, bool ascending, const std::vector<bool>& ties_ascending) {
  if (a.behind != b.behind) return a.behind ? 1 : -1;
  const auto order = *a.value <=> *b.value;
  if (order != 0) return (order < 0) == ascending ? -1 : 1;
  for (std::size_t i = 0; i < ties_ascending.size(); ++i)
    if (const int tie = compare_tie((*a.ties)[i], (*b.ties)[i], ties_ascending[i])) return tie;
  return 0;
}

Decimal rank_of(RankMethod method, std::size_t position, std::size_t first, std::size_t last, std::int64_t group) {
  switch (method) {
    case RankMethod::competition:
      return {std::int64_t(first) + 1, 0};
    case RankMethod::dense:
      return {group, 0};
    case RankMethod::ordinal:
      return {std::int64_t(position) + 1, 0};
    case RankMethod::fractional:
      return {std::int64_t(first + last + 2) * 5, 1};
  }
  return {};
}

std::vector<Ranked> rank(std::vector<Contender> contenders, bool ascending, const std::vector<bool>& ties_ascending,
                         RankMethod method) {
  std::sort(contenders.begin(), contenders.end(), [&](const Contender& a, const Contender& b) {
    const int order = compare(a, b, ascending, ties_ascending);
    return order != 0 ? order < 0 : a.officer < b.officer;
  });
  std::vector<Ranked> ranked;
  std::int64_t group = 0;
  for (std::size_t first = 0; first < contenders.size();) {
    std::size_t last = first;
    while (last + 1 < contenders.size() &&
           compare(contenders[first], contenders[last + 1], ascending, ties_ascending) == 0)
      ++last;
    ++group;
    for (std::size_t position = first; position <= last; ++position)
      ranked.push_back({contenders[position].officer, rank_of(method, position, first, last, group)});
    first = last + 1;
  }
  return ranked;
}

}  // namespace cwp
