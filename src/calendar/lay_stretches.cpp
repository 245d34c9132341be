#include "calendar/lay_stretches.hpp"

#include <algorithm>
#include <set>

namespace cwp {
namespace {

/// A row begins, or has ended, on `day`.
struct Edge {
  Day day;
  bool begins;
  std::uint32_t row;
};

}  // namespace

std::vector<Stretch> lay_stretches(const std::vector<Stretch>& rows) {
  std::vector<Edge> edges;
  for (const Stretch& stretch : rows) {
    edges.push_back({stretch.days.first, true, stretch.row});
    edges.push_back({stretch.days.last + 1, false, stretch.row});
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.day < b.day; });
  std::vector<Stretch> laid;
  std::multiset<std::uint32_t> open;
  for (std::size_t i = 0; i < edges.size();) {
    const Day day = edges[i].day;
    for (; i < edges.size() && edges[i].day == day; ++i) {
      if (edges[i].begins)
        open.insert(edges[i].row);
      else
        open.erase(open.find(edges[i].row));
    }
    if (open.empty()) continue;
    const DayRange days{day, edges[i].day - 1};  // an open row still has its end before it
    const std::uint32_t row = *open.rbegin();
    if (!laid.empty() && laid.back().row == row && laid.back().days.last + 1 == day)
      laid.back().days.last = days.last;
    else
      laid.push_back({days, row});
  }
  return laid;
}

}  // namespace cwp
