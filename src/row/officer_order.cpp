#include "row/officer_order.hpp"

#include <algorithm>
#include <functional>
#include <string_view>

namespace cwp {
namespace {

bool is_integer(std::string_view key) {
  if (key.starts_with('-')) key.remove_prefix(1);
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return '0' <= c && c <= '9'; });
}

/// The digits without sign and leading zeros: integers of any length compare by them.
std::string_view magnitude(std::string_view key) {
  key.remove_prefix(std::min(key.find_first_not_of("-0"), key.size()));
  return key;
}

bool integer_before(const std::string& a, const std::string& b) {
  // Mostly there is neither a sign nor a zero in front.
  if ('0' < a.front() && '0' < b.front()) return a.size() != b.size() ? a.size() < b.size() : a < b;
  const std::string_view x = magnitude(a), y = magnitude(b);
  const bool a_negative = a.starts_with('-') && !x.empty(), b_negative = b.starts_with('-') && !y.empty();
  if (a_negative != b_negative) return a_negative;
  if (x != y) return (x.size() != y.size() ? x.size() < y.size() : x < y) != a_negative;
  return a < b;  // 7 and 07 are two officers
}

template <typename Before>
bool is_ascending(const std::vector<std::string>& keys, Before before) {
  for (std::size_t i = 1; i < keys.size(); ++i)
    if (!before(keys[i - 1], keys[i])) return false;
  return true;
}

/// Most rosters are sorted.
template <typename Before>
void sort_unsorted(std::vector<std::string>& keys, Before before) {
  if (!std::is_sorted(keys.begin(), keys.end(), before)) std::sort(keys.begin(), keys.end(), before);
}

}  // namespace

bool in_officer_order(const std::vector<std::string>& keys) {
  return std::all_of(keys.begin(), keys.end(), is_integer) ? is_ascending(keys, integer_before)
                                                           : is_ascending(keys, std::less<>());
}

void sort_officer_keys(std::vector<std::string>& keys) {
  if (std::all_of(keys.begin(), keys.end(), is_integer))
    sort_unsorted(keys, integer_before);
  else
    sort_unsorted(keys, std::less<>());  // UTF-8 sorts by code point
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace cwp
