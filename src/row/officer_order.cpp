#include "row/officer_order.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
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

bool integer_before(std::string_view a, std::string_view b) {
  // Mostly there is neither a sign nor a zero in front.
  if ('0' < a.front() && '0' < b.front()) return a.size() != b.size() ? a.size() < b.size() : a < b;
  const std::string_view x = magnitude(a), y = magnitude(b);
  const bool a_negative = a.starts_with('-') && !x.empty(), b_negative = b.starts_with('-') && !y.empty();
  if (a_negative != b_negative) return a_negative;
  if (x != y) return (x.size() != y.size() ? x.size() < y.size() : x < y) != a_negative;
  return a < b;  // 7 and 07 are two officers
}

template <typename Before>
bool is_ascending(const OfficerKeys& keys, Before before) {
  for (std::uint32_t i = 1; i < keys.size(); ++i)
    if (!before(keys.key(i - 1), keys.key(i))) return false;
  return true;
}

/// Most rosters are sorted.
template <typename Before>
void sort_unsorted(std::vector<std::string>& keys, Before before) {
  if (!std::is_sorted(keys.begin(), keys.end(), before)) std::sort(keys.begin(), keys.end(), before);
}

/// Whether all are whole numbers of one to eight digits without a zero in front, one above the other.
bool are_short_and_ascend(const OfficerKeys& keys) {
  constexpr std::uint64_t kZeros = 0x3030303030303030, kAboveNine = 0x7676767676767676, kHighest = 0x8080808080808080;
  if constexpr (std::endian::native != std::endian::little) return false;
  std::uint64_t last = 0;
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    const std::string_view key = keys.key(i);
    if (key.empty() || key.size() > sizeof last) return false;
    std::uint64_t digits = 0;
    std::memcpy(&digits, key.data(), sizeof digits);  // behind the last of them is room
    digits = (digits ^ kZeros) << (8 * (sizeof digits - key.size()));
    if (key[0] == '0' || (((digits & ~kHighest) + kAboveNine) | digits) & kHighest) return false;
    const std::uint64_t number = __builtin_bswap64(digits);  // the first digit is the highest
    if (number <= last) return false;
    last = number;
  }
  return true;
}

}  // namespace

bool in_officer_order(const OfficerKeys& keys) {
  if (are_short_and_ascend(keys)) return true;
  bool integers = true;
  for (std::uint32_t i = 0; i < keys.size() && integers; ++i) integers = is_integer(keys.key(i));
  return integers ? is_ascending(keys, integer_before) : is_ascending(keys, std::less<std::string_view>());
}

void sort_officer_keys(std::vector<std::string>& keys) {
  if (std::all_of(keys.begin(), keys.end(), is_integer))
    sort_unsorted(keys, integer_before);
  else
    sort_unsorted(keys, std::less<>());  // UTF-8 sorts by code point
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace cwp
