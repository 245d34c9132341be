#pragma once
// ColumnMemory: room for columns out of a few large pieces. A new page of memory costs the system as much as filling it
// costs us, so the system is asked for large pages.

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <vector>

namespace cwp {

class ColumnMemory {
 public:
  /// Not cleared; it stays where it is, at a multiple of 64.
  std::byte* take(std::size_t bytes);
  /// Gives back what was taken last.
  void give_back(std::size_t bytes);

 private:
  struct Free {
    void operator()(std::byte* memory) const { std::free(memory); }
  };
  std::vector<std::unique_ptr<std::byte[], Free>> pieces_;
  std::size_t used_ = 0, size_ = 0;  ///< of the last piece
};

}  // namespace cwp
