#pragma once
// Origins: the rows that a figure came from. There are millions, nearly all of one row.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <utility>
#include <vector>

#include "cwp/dataset.hpp"

namespace cwp {

/// A sequence of Origin in eight bytes, with no memory of its own for one.
class Origins {
 public:
  Origins() = default;
  Origins(std::initializer_list<Origin> all) {
    for (const Origin& one : all) push_back(one);
  }
  Origins(const Origins& other) : word_(other.word_) {
    if (is_list()) hold(new std::vector<Origin>(other.list()));
  }
  Origins(Origins&& other) noexcept : word_(std::exchange(other.word_, 0)) {}
  Origins& operator=(Origins other) noexcept {
    std::swap(word_, other.word_);
    return *this;
  }
  ~Origins() {
    if (is_list()) delete &list();
  }

  bool empty() const { return word_ == 0; }
  std::size_t size() const { return is_list() ? list().size() : empty() ? 0 : 1; }
  Origin operator[](std::size_t i) const { return is_list() ? list()[i] : one(); }
  Origin front() const { return (*this)[0]; }

  void push_back(const Origin& next) {
    if (empty() && next.line < kOne) {
      word_ = (std::uint64_t{next.line | kOne} << 32) | std::uint32_t(next.file);
      return;
    }
    if (!is_list()) {
      auto* const all = new std::vector<Origin>();
      if (!empty()) all->push_back(one());
      hold(all);
    }
    list().push_back(next);
  }

  class Iterator {
   public:
    using value_type = Origin;
    using reference = Origin;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;

    Iterator(const Origins& origins, std::size_t at) : origins_(&origins), at_(at) {}
    Origin operator*() const { return (*origins_)[at_]; }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) { return {*origins_, at_++}; }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Origins* origins_;
    std::size_t at_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

  friend bool operator==(const Origins& a, const Origins& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  /// In the place of a line's highest bit: it is one row. No address has that bit; a row with such a line is in a list.
  static constexpr std::uint32_t kOne = 0x8000'0000;
  static_assert(sizeof(std::vector<Origin>*) == sizeof(std::uint64_t));

  bool is_list() const { return word_ != 0 && (word_ >> 63) == 0; }
  Origin one() const { return {std::int32_t(std::uint32_t(word_)), std::uint32_t(word_ >> 32) & ~kOne}; }
  std::vector<Origin>& list() const {
    return *reinterpret_cast<std::vector<Origin>*>(word_);  // NOLINT: it is one, as hold put it there
  }
  void hold(std::vector<Origin>* all) { word_ = reinterpret_cast<std::uint64_t>(all); }  // NOLINT

  std::uint64_t word_ = 0;  ///< 0: none; one row; or the address of a list
};

}  // namespace cwp
