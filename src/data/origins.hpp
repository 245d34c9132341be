#pragma once
// Origins: the rows that a figure came from. There are millions, nearly all of one row.

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <vector>

#include "cwp/dataset.hpp"

namespace cwp {

/// A vector of Origin that has no memory of its own for one.
class Origins {
 public:
  Origins() = default;
  Origins(std::initializer_list<Origin> all) {
    for (const Origin& one : all) push_back(one);
  }
  Origins(const Origins& other)
      : one_(other.one_), all_(other.all_ ? std::make_unique<std::vector<Origin>>(*other.all_) : nullptr) {}
  Origins& operator=(const Origins& other) { return *this = Origins(other); }
  Origins(Origins&&) noexcept = default;
  Origins& operator=(Origins&&) noexcept = default;
  ~Origins() = default;

  bool empty() const { return size() == 0; }
  std::size_t size() const { return all_ ? all_->size() : one_ == kNone ? 0 : 1; }
  const Origin* begin() const { return all_ ? all_->data() : &one_; }
  const Origin* end() const { return begin() + size(); }
  const Origin& front() const { return *begin(); }
  const Origin& operator[](std::size_t i) const { return begin()[i]; }

  void push_back(const Origin& next) {
    if (empty()) {
      one_ = next;
      return;
    }
    if (!all_) all_ = std::make_unique<std::vector<Origin>>(1, one_);
    all_->push_back(next);
  }

  friend bool operator==(const Origins& a, const Origins& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  static constexpr Origin kNone{-2, 0};  ///< no file has this number

  Origin one_ = kNone;
  std::unique_ptr<std::vector<Origin>> all_;  ///< null: `one_`, or none
};

}  // namespace cwp
