#pragma once
// Few: a list that mostly is empty, where there are millions of them.

#include <initializer_list>
#include <memory>
#include <vector>

namespace cwp {

/// A vector in the room of one pointer, while it is empty.
template <typename T>
class Few {
 public:
  Few() = default;
  Few(std::vector<T> all) {  // NOLINT: it is one
    if (!all.empty()) all_ = std::make_unique<std::vector<T>>(std::move(all));
  }
  Few(std::initializer_list<T> all) : Few(std::vector<T>(all)) {}
  Few(const Few& other) : all_(other.all_ ? std::make_unique<std::vector<T>>(*other.all_) : nullptr) {}
  Few& operator=(const Few& other) { return *this = Few(other); }
  Few(Few&&) noexcept = default;
  Few& operator=(Few&&) noexcept = default;
  ~Few() = default;

  const std::vector<T>& list() const {
    static const std::vector<T> kNone;
    return all_ ? *all_ : kNone;
  }
  operator const std::vector<T>&() const { return list(); }  // NOLINT: it is one
  bool empty() const { return !all_; }
  std::size_t size() const { return list().size(); }
  const T& operator[](std::size_t i) const { return (*all_)[i]; }
  auto begin() const { return list().begin(); }
  auto end() const { return list().end(); }

  T& emplace_back() { return own().emplace_back(); }
  void push_back(T one) { own().push_back(std::move(one)); }

  friend bool operator==(const Few& a, const Few& b) { return a.list() == b.list(); }

 private:
  std::vector<T>& own() {
    if (!all_) all_ = std::make_unique<std::vector<T>>();
    return *all_;
  }

  std::unique_ptr<std::vector<T>> all_;  ///< null: empty
};

}  // namespace cwp
