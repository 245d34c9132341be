#pragma once
// OfficerKeys: the officers' keys, each once, with a number.

#include <atomic>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cwp {

/// A key has a number as long as the builder lives; numbers count from 0. Looking up may be done by several threads at
/// once, as long as nobody adds one.
///
/// Keys that come in their order, by length and then by bytes, are known to be new without being looked up, and rosters
/// are mostly sorted: then there is no table of them until many have been looked up.
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

  /// A power of two, at most half of them taken; those of the first `entered` keys. Moved and copied like a value.
  struct Table {
    std::vector<Slot> slots;
    std::atomic<std::size_t> entered = 0;
    std::atomic<std::size_t> searched = 0;  ///< how many keys were looked up without it
    std::mutex entering;

    Table() = default;
    Table(const Table& other) : slots(other.slots), entered(other.entered.load()) {}
    Table(Table&& other) noexcept : slots(std::move(other.slots)), entered(other.entered.exchange(0)) {}
    Table& operator=(Table other) noexcept {
      slots.swap(other.slots);
      entered = other.entered.load();
      return *this;
    }
  };

  std::optional<std::uint32_t> search(std::string_view key) const;
  std::size_t slot_of(std::string_view key, std::uint64_t hash) const;
  void enter_all() const;

  std::deque<std::string> keys_;
  bool ascending_ = true;  ///< each key is behind the one before
  mutable Table table_;
};

}  // namespace cwp
