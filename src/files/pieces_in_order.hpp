#pragma once
// PiecesInOrder: pieces of a file that several threads make, handed on in their order.

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "files/text_files.hpp"

namespace cwp {

class PiecesInOrder {
 public:
  /// Of a file of `files`, which must outlive this; so many there are.
  PiecesInOrder(TextFiles& files, std::size_t file, std::size_t pieces)
      : files_(&files), file_(file), waiting_(pieces) {}

  /// Piece `number`, from any thread, each once. Whoever has the one that the others wait for hands on theirs, too.
  void hand_on(std::size_t number, TextPiece piece) {
    const std::lock_guard guard(lock_);
    waiting_[number] = std::move(piece);
    while (next_ < waiting_.size() && waiting_[next_]) {
      // Also where it cannot be appended: others may come here until they hear of it.
      TextPiece taken = *std::exchange(waiting_[next_++], std::nullopt);
      files_->append(file_, std::move(taken));
    }
  }

 private:
  TextFiles* files_;
  std::size_t file_;
  std::mutex lock_;
  std::vector<std::optional<TextPiece>> waiting_;  ///< for those before them
  std::size_t next_ = 0;                           ///< the first that was not handed on
};

}  // namespace cwp
