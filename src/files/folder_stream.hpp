#pragma once
// FolderStream: texts into the files of a folder while they are made, with their digests.

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "files/text_files.hpp"
#include "io/whole_folder.hpp"
#include "table/receipt.hpp"
#include "text/digest.hpp"

namespace cwp {

/// With `beside`, a thread of its own writes, and finds the digests, while others go on; whoever is too far ahead of it
/// waits. Else whoever appends does so.
class FolderStream : public TextFiles {
 public:
  /// `folder` is open, and must outlive this; it belongs to this until `close` has returned.
  FolderStream(WholeFolder& folder, bool beside);
  ~FolderStream() override { end(); }

  std::size_t add(const std::string& name) override;
  void append(std::size_t file, std::string piece) override;
  bool ended() const override { return folder_.failed(); }
  /// Waits until all is written; the files in their order.
  std::vector<OutputDigest> close();

 private:
  struct Job {
    std::size_t file = 0;
    std::string text;
    bool is_new = false;  ///< the text is the name of a new file
  };
  struct Written {
    std::string name;
    Sha256 digest;
    std::uint64_t bytes = 0;
  };

  void hand_over(Job job);
  void write(const Job& job);
  void write_all();
  void end();

  WholeFolder& folder_;
  std::size_t count_ = 0;
  std::vector<Written> written_;

  std::mutex lock_;
  std::condition_variable more_, less_;
  std::deque<Job> waiting_;
  std::size_t bytes_waiting_ = 0;
  bool last_ = false;  ///< there will be no more
  std::exception_ptr failure_;
  std::thread beside_;
};

}  // namespace cwp
