#pragma once
// OfficerKeys: the officers' keys, each once, with a number.

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cwp {

/// A key has a number as long as the builder lives; numbers count from 0. Looking up takes no memory, and may be done
/// by several threads at once.
class OfficerKeys {
 public:
  /// Adds a key that is not there yet.
  std::uint32_t number(std::string_view key);
  std::optional<std::uint32_t> find(std::string_view key) const;
  const std::string& key(std::uint32_t number) const { return keys_[number]; }
  std::size_t size() const { return keys_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kFree;
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  std::size_t slot_of(std::string_view key, std::uint64_t hash) const;
  void widen();

  std::deque<std::string> keys_;
  std::vector<Slot> slots_;  // a power of two, at most half of them taken
};

}  // namespace cwp
