#include "row/officer_keys.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace cwp {
namespace {

std::uint64_t hash_of_key(std::string_view key) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
  std::uint64_t hash = (key.size() + 1) * kFactor;
  const auto take = [&](std::size_t bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, key.data(), bytes);
    key.remove_prefix(bytes);
    hash = (hash ^ word) * kFactor;
    hash ^= hash >> 29;
  };
  while (key.size() > 8) take(8);
  take(key.size());
  return hash * kFactor;
}

constexpr std::size_t kWord = sizeof(std::uint64_t);

/// A table costs as much as looking up one in so many keys without it, about.
constexpr std::size_t kOneIn = 16;

bool is_behind(std::string_view key, std::string_view last) {
  return key.size() != last.size() ? key.size() > last.size() : key > last;
}

}  // namespace

/// The slot that has the key, or the free one where it belongs.
std::size_t OfficerKeys::slot_of(std::string_view key, std::uint64_t hash) const {
  const std::vector<Slot>& slots = table_.slots;
  const std::size_t mask = slots.size() - 1;
  for (std::size_t i = std::size_t(hash >> 32) & mask;; i = (i + 1) & mask) {
    if (slots[i].number == kFree) return i;
    if (slots[i].hash == std::uint32_t(hash >> 32) && this->key(slots[i].number) == key) return i;
  }
}

/// The keys that are not in the table yet.
void OfficerKeys::enter_all() const {
  if (table_.entered.load(std::memory_order_acquire) == size()) return;
  const std::lock_guard guard(table_.entering);
  const std::size_t before = table_.entered.load(std::memory_order_relaxed);
  if (before == size()) return;
  std::size_t room = std::max<std::size_t>(table_.slots.size(), 64);
  while (room < 2 * (size() + 1)) room *= 2;
  if (room != table_.slots.size()) {
    std::vector<Slot> old(room);
    old.swap(table_.slots);
    for (const Slot& slot : old) {
      if (slot.number == kFree) continue;
      std::size_t i = slot.hash & (room - 1);
      while (table_.slots[i].number != kFree) i = (i + 1) & (room - 1);
      table_.slots[i] = slot;
    }
  }
  for (std::size_t number = before; number < size(); ++number) {
    const std::string_view one = key(std::uint32_t(number));
    const std::uint64_t hash = hash_of_key(one);
    table_.slots[slot_of(one, hash)] = {std::uint32_t(hash >> 32), std::uint32_t(number)};
  }
  table_.entered.store(size(), std::memory_order_release);
}

std::uint32_t OfficerKeys::number(std::string_view key) {
  const auto next = std::uint32_t(size());
  ascending_ = ascending_ && (next == 0 || is_behind(key, this->key(next - 1)));
  if (!ascending_)
    if (const auto found = find(key)) return *found;
  return add(key);
}

std::uint32_t OfficerKeys::number_of_field(std::string_view key) {
  const std::size_t begin = ends_.empty() ? 0 : ends_.back(), end = begin + key.size();
  const bool has_room = !ends_.empty() && end + kWord <= bytes_.size();
  if (std::endian::native != std::endian::little || !ascending_ || !has_room || key.empty() || key.size() > kWord)
    return number(key);
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, key.data(), kWord);
  const std::uint64_t word = __builtin_bswap64(bytes << (8 * (kWord - key.size())));
  const std::size_t last_size = begin - (ends_.size() > 1 ? ends_[ends_.size() - 2] : 0);
  if (key.size() < last_size || (key.size() == last_size && word <= last_)) return number(key);
  std::memcpy(bytes_.data() + begin, &bytes, kWord);
  last_ = word;
  ends_.push_back(end);
  return std::uint32_t(ends_.size() - 1);
}

OfficerKeys::OfficerKeys(const std::vector<std::string>& distinct) {
  reserve(distinct.size());
  for (std::size_t i = 0; i < distinct.size(); ++i) {
    ascending_ = ascending_ && (i == 0 || is_behind(distinct[i], distinct[i - 1]));
    add(distinct[i]);
  }
}

void OfficerKeys::reserve(std::size_t keys) {
  ends_.reserve(keys);
  const std::size_t more = keys > size() ? keys - size() : 0;
  bytes_.resize(std::max(bytes_.size(), (ends_.empty() ? 0 : ends_.back()) + (more + 1) * kWord));
}

/// A key that is not there.
std::uint32_t OfficerKeys::add(std::string_view key) {
  const std::size_t begin = ends_.empty() ? 0 : ends_.back(), end = begin + key.size();
  if (bytes_.size() < end + kWord) bytes_.resize(2 * (end + kWord));
  std::copy(key.begin(), key.end(), bytes_.begin() + std::ptrdiff_t(begin));
  ends_.push_back(end);
  std::uint64_t bytes = 0;
  if (!key.empty() && key.size() <= kWord) std::memcpy(&bytes, key.data(), key.size());
  last_ = key.empty() ? 0 : __builtin_bswap64(bytes << (8 * (kWord - std::min(key.size(), kWord))));
  return std::uint32_t(ends_.size() - 1);
}

/// Among keys that are all in their order.
std::optional<std::uint32_t> OfficerKeys::search(std::string_view key) const {
  std::uint32_t low = 0, high = std::uint32_t(size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (is_behind(key, this->key(middle)))
      low = middle + 1;
    else
      high = middle;
  }
  return low < size() && this->key(low) == key ? std::optional(low) : std::nullopt;
}

std::optional<std::uint32_t> OfficerKeys::find(std::string_view key) const {
  if (size() == 0) return std::nullopt;
  if (ascending_ && table_.entered.load(std::memory_order_acquire) == 0 && table_.searched++ < size() / kOneIn)
    return search(key);
  enter_all();
  const std::uint32_t number = table_.slots[slot_of(key, hash_of_key(key))].number;
  return number == kFree ? std::nullopt : std::optional(number);
}

}  // namespace cwp
