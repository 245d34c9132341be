#include "row/officer_keys.hpp"

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

}  // namespace

/// The slot that has the key, or the free one where it belongs.
std::size_t OfficerKeys::slot_of(std::string_view key, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = std::size_t(hash >> 32) & mask;; i = (i + 1) & mask) {
    if (slots_[i].number == kFree) return i;
    if (slots_[i].hash == std::uint32_t(hash >> 32) && keys_[slots_[i].number] == key) return i;
  }
}

void OfficerKeys::widen() {
  std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == kFree) continue;
    std::size_t i = slot.hash & mask;
    while (slots_[i].number != kFree) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

std::uint32_t OfficerKeys::number(std::string_view key) {
  if (2 * (keys_.size() + 1) > slots_.size()) widen();
  const std::uint64_t hash = hash_of_key(key);
  Slot& slot = slots_[slot_of(key, hash)];
  if (slot.number == kFree) {
    slot = {std::uint32_t(hash >> 32), std::uint32_t(keys_.size())};
    keys_.emplace_back(key);
  }
  return slot.number;
}

std::optional<std::uint32_t> OfficerKeys::find(std::string_view key) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint32_t number = slots_[slot_of(key, hash_of_key(key))].number;
  return number == kFree ? std::nullopt : std::optional(number);
}

}  // namespace cwp
