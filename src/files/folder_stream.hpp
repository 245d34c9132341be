#pragma once
// FolderStream: texts into the files of a folder while they are made, with their digests.

#include <memory>
#include <mutex>
#include <vector>

#include "files/piece_thread.hpp"
#include "files/text_files.hpp"
#include "io/whole_folder.hpp"
#include "table/receipt.hpp"
#include "text/digest.hpp"

namespace cwp {

/// Whoever appends a piece to a file writes it, and adds it to the digest. With `beside`, each file that has some
/// pieces gets two threads of its own, one that writes and one that digests, while others go on; whoever is too far
/// ahead of them waits.
class FolderStream : public TextFiles {
 public:
  /// `folder` is open, and must outlive this; it belongs to this until `close` has returned.
  FolderStream(WholeFolder& folder, bool beside) : folder_(folder), beside_(beside) {}

  std::size_t add(const std::string& name) override;
  void append(std::size_t file, TextPiece piece) override;
  TextPiece piece(std::size_t room) override;
  bool ended() const override { return folder_.failed(); }
  /// Waits until all is written; the files in their order.
  std::vector<OutputDigest> close();

 private:
  struct File {
    std::size_t number = 0;
    std::string name;
    Sha256 digest;
    std::uint64_t bytes = 0;
    std::size_t pieces = 0;
    // Behind what they work on: they end first.
    std::unique_ptr<PieceThread> writer, digester;
  };

  void take_back(TextPiece piece);

  WholeFolder& folder_;
  bool beside_;
  std::mutex lock_;
  std::vector<TextPiece> used_;  ///< that were done with
  std::vector<std::unique_ptr<File>> files_;
};

}  // namespace cwp
