#pragma once
// OfficerKeys: the officers' keys, each once, with a number.

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "row/same_bytes.hpp"

namespace cwp {

/// A key has a number as long as the builder lives; numbers count from 0. Looking up may be done by several threads at
/// once, as long as nobody adds one.
///
/// Keys that come in their order, by length and then by bytes, are known to be new without being looked up, and rosters
/// are mostly sorted: then there is no table of them until many have been looked up.
class OfficerKeys {
 public:
  OfficerKeys() = default;
  /// Of keys none of which stands twice: their numbers are their places.
  explicit OfficerKeys(const std::vector<std::string>& distinct);

  /// Adds a key that is not there yet.
  std::uint32_t number(std::string_view key);
  /// The same, where eight bytes may be read from the beginning of `key` on: quick for short keys in their order.
  std::uint32_t number_of_field(std::string_view key);
  std::optional<std::uint32_t> find(std::string_view key) const;
  /// Until the next one is added.
  std::string_view key(std::uint32_t number) const {
    const std::size_t begin = number > 0 ? ends_[number - 1] : 0;
    return {bytes_.data() + begin, ends_[number] - begin};
  }
  /// Whether it is that key; eight bytes may be read from the beginning of `key` on.
  bool is(std::uint32_t number, std::string_view key) const {
    const std::string_view known = this->key(number);
    return known.size() == key.size() && same_bytes(known.data(), key.data(), key.size());
  }
  std::size_t size() const { return ends_.size(); }
  /// Memory is asked for ahead: where a key lies, and itself, once it is known where.
  void ask_where_is(std::uint32_t number) const { __builtin_prefetch(ends_.data() + number); }
  void ask_for(std::uint32_t number) const { __builtin_prefetch(key(number).data()); }
  /// Room for so many keys of usual length.
  void reserve(std::size_t keys);

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
  std::uint32_t add(std::string_view key);

  std::vector<char> bytes_;        ///< one behind the other, and eight bytes more
  std::vector<std::size_t> ends_;  ///< where each of them ends
  std::uint64_t last_ = 0;         ///< the last key as a number, the first byte highest, where it has eight at most
  bool ascending_ = true;          ///< each key is behind the one before
  mutable Table table_;
};

}  // namespace cwp
