#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "cwp/nearest.hpp"
#include "cwp/rulebook.hpp"

namespace cwp {
namespace {

/// Longer names are no slips of the pen, and comparing them would take long.
constexpr std::size_t kLongest = 100;

/// Code points after NFKC and case folding; nothing for a text that is too long or no UTF-8.
std::vector<utf8proc_int32_t> folded(std::string_view text) {
  std::vector<utf8proc_int32_t> points;
  if (text.empty() || text.size() > 4 * kLongest) return points;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
  utf8proc_uint8_t* raw = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &raw, options);
  for (utf8proc_ssize_t at = 0; at < size;) {
    utf8proc_int32_t point = 0;
    const auto step = utf8proc_iterate(raw + at, size - at, &point);
    if (step <= 0) break;
    points.push_back(point);
    at += step;
  }
  std::free(raw);  // utf8proc allocates with malloc
  if (points.size() > kLongest) points.clear();
  return points;
}

/// Damerau–Levenshtein distance in its usual restricted form: no part is edited twice. O(a · b).
std::size_t distance(const std::vector<utf8proc_int32_t>& a, const std::vector<utf8proc_int32_t>& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

/// All that are nearest, in their order.
std::vector<const std::string*> all_nearest(std::string_view text, const std::vector<std::string>& known) {
  const auto wanted = folded(text);
  std::vector<const std::string*> found;
  if (wanted.empty()) return found;
  std::size_t best = std::max<std::size_t>(1, wanted.size() / 3);
  for (const std::string& name : known) {
    const auto other = folded(name);
    const std::size_t longer = std::max(wanted.size(), other.size());
    if (other.empty() || longer - std::min(wanted.size(), other.size()) > best) continue;
    const std::size_t away = distance(wanted, other);
    if (away > best || away >= longer) continue;  // nothing in common is not near, however short
    if (away < best) found.clear();
    best = away;
    found.push_back(&name);
  }
  return found;
}

}  // namespace

std::string nearest_name(std::string_view text, const std::vector<std::string>& known) {
  const auto found = all_nearest(text, known);
  return found.empty() ? std::string() : *found.front();
}

std::string nearest_names(std::string_view text, const std::vector<std::string>& known) {
  constexpr std::size_t kMost = 3;
  std::string names;
  const auto found = all_nearest(text, known);
  for (std::size_t i = 0; i < std::min(found.size(), kMost); ++i) names += (i == 0 ? "" : ", ") + *found[i];
  return names;
}

}  // namespace cwp
