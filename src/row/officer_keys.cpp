#include "row/officer_keys.hpp"

#include <algorithm>
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
    if (slots[i].hash == std::uint32_t(hash >> 32) && keys_[slots[i].number] == key) return i;
  }
}

/// The keys that are not in the table yet.
void OfficerKeys::enter_all() const {
  if (table_.entered.load(std::memory_order_acquire) == keys_.size()) return;
  const std::lock_guard guard(table_.entering);
  const std::size_t before = table_.entered.load(std::memory_order_relaxed);
  if (before == keys_.size()) return;
  std::size_t size = std::max<std::size_t>(table_.slots.size(), 64);
  while (size < 2 * (keys_.size() + 1)) size *= 2;
  if (size != table_.slots.size()) {
    std::vector<Slot> old(size);
    old.swap(table_.slots);
    for (const Slot& slot : old) {
      if (slot.number == kFree) continue;
      std::size_t i = slot.hash & (size - 1);
      while (table_.slots[i].number != kFree) i = (i + 1) & (size - 1);
      table_.slots[i] = slot;
    }
  }
  for (std::size_t number = before; number < keys_.size(); ++number) {
    const std::uint64_t hash = hash_of_key(keys_[number]);
    table_.slots[slot_of(keys_[number], hash)] = {std::uint32_t(hash >> 32), std::uint32_t(number)};
  }
  table_.entered.store(keys_.size(), std::memory_order_release);
}

std::uint32_t OfficerKeys::number(std::string_view key) {
  ascending_ = ascending_ && (keys_.empty() || is_behind(key, keys_.back()));
  if (!ascending_)
    if (const auto found = find(key)) return *found;
  keys_.emplace_back(key);
  return std::uint32_t(keys_.size() - 1);
}

/// Among keys that are all in their order.
std::optional<std::uint32_t> OfficerKeys::search(std::string_view key) const {
  const auto found =
      std::lower_bound(keys_.begin(), keys_.end(), key,
                       [](const std::string& one, std::string_view sought) { return is_behind(sought, one); });
  if (found == keys_.end() || *found != key) return std::nullopt;
  return std::uint32_t(found - keys_.begin());
}

std::optional<std::uint32_t> OfficerKeys::find(std::string_view key) const {
  if (keys_.empty()) return std::nullopt;
  if (ascending_ && table_.entered.load(std::memory_order_acquire) == 0 && table_.searched++ < keys_.size() / kOneIn)
    return search(key);
  enter_all();
  const std::uint32_t number = table_.slots[slot_of(key, hash_of_key(key))].number;
  return number == kFree ? std::nullopt : std::optional(number);
}

}  // namespace cwp
