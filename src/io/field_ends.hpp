#pragma once
// FieldEnds: where the bytes of a text are that are no digits: fields end there, or are no plain numbers.

#include <cstddef>
#include <cstdint>
#include <memory>

#include "kernel/text_fields.hpp"

namespace cwp {

/// Found many at once: a digit loop, which asks each byte whether the number is over, guesses wrong at every other
/// number, and each number waits for the one before.
class FieldEnds {
 public:
  explicit FieldEnds(FindEnds by) : by_(by) {}

  /// Of the `size` bytes at `text`, in place of those that were found before. O(size).
  void find(const char* text, std::size_t size) {
    // Whole groups are written, and one end may be added.
    if (const std::size_t needed = size + kFieldGroup + 1; capacity_ < needed) {
      room_ = std::make_unique_for_overwrite<std::uint32_t[]>(needed);
      capacity_ = needed;
    }
    count_ = by_(text, size, room_.get());
  }
  /// One more, behind all others.
  void add(std::uint32_t end) { room_[count_++] = end; }

  /// Offsets from the text, ascending.
  std::uint32_t operator[](std::size_t i) const { return room_[i]; }
  const std::uint32_t* from(std::size_t i) const { return room_.get() + i; }
  std::size_t count() const { return count_; }

 private:
  FindEnds by_;
  std::unique_ptr<std::uint32_t[]> room_;
  std::size_t capacity_ = 0, count_ = 0;
};

}  // namespace cwp
