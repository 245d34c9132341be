#pragma once
// FolderStream: texts into the files of a folder while they are made, with their digests.

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "files/text_files.hpp"
#include "io/whole_folder.hpp"
#include "table/receipt.hpp"
#include "text/digest.hpp"

namespace cwp {

/// Whoever appends a piece to a file writes it, and adds it to the digest. With `beside`, each file that has some
/// pieces gets a thread of its own that does so while others go on; whoever is too far ahead of it waits.
class FolderStream : public TextFiles {
 public:
  /// `folder` is open, and must outlive this; it belongs to this until `close` has returned.
  FolderStream(WholeFolder& folder, bool beside) : folder_(folder), beside_(beside) {}
  ~FolderStream() override { end(); }

  std::size_t add(const std::string& name) override;
  void append(std::size_t file, std::string piece) override;
  bool ended() const override { return folder_.failed(); }
  /// Waits until all is written; the files in their order.
  std::vector<OutputDigest> close();

 private:
  struct File {
    std::size_t number = 0;
    std::string name;
    Sha256 digest;
    std::uint64_t bytes = 0;

    std::mutex lock;
    std::condition_variable more, less;
    std::deque<std::string> waiting;
    std::size_t bytes_waiting = 0, pieces = 0;
    bool last = false;  ///< there will be no more
    std::exception_ptr failure;
    std::thread writer;
  };

  void write(File& file, const std::string& piece);
  void write_all(File& file);
  void end();

  WholeFolder& folder_;
  bool beside_;
  std::vector<std::unique_ptr<File>> files_;
};

}  // namespace cwp
