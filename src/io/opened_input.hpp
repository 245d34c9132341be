#pragma once
// OpenedInput: the text of an input file, and its digest, which is found beside whatever else goes on, and may be found
// when the file has long been read. InputsAhead: the files of a run one after the other, each opened while the one
// before it is read.

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "io/input_text.hpp"

namespace cwp {

struct OpenedInput {
  /// Whoever takes it, as long as all threads have something better to do, keeps digests waiting.
  const std::shared_ptr<RightOfWay> way;
  const std::shared_ptr<InputText> text = std::make_shared<InputText>();
  std::optional<Diagnostic> problem;       ///< of the file as a whole; an error: there is no text
  std::shared_future<std::string> sha256;  ///< of its bytes; none after an error

  OpenedInput(const std::string& path, TextEncoding encoding, int threads,
              std::shared_ptr<RightOfWay> of = std::make_shared<RightOfWay>())
      : way(std::move(of)), problem(text->read(path, encoding, threads)) {
    if (problem && problem->severity() == Severity::error) return;
    const auto when = threads > 1 ? std::launch::async | std::launch::deferred : std::launch::deferred;
    // The text goes with its last reader. It is no temporary: where no thread can be started, async needs it twice.
    const auto find = [read = text, way = way]() mutable {
      std::string hex = read->sha256(*way);
      read.reset();
      return hex;
    };
    sha256 = std::async(when, find).share();
  }
  /// The digest; where there is no thread for it, it is found now.
  std::shared_future<std::string> digest() const {
    if (sha256.wait_for(std::chrono::seconds(0)) == std::future_status::deferred) sha256.wait();
    return sha256;
  }
  OpenedInput(const OpenedInput&) = delete;
  OpenedInput& operator=(const OpenedInput&) = delete;
};

/// With more than one thread (and where no thread can be started, later by this one) the next file is opened, looked
/// through and digested while this one is read: what comes of a small roster is made by one thread, and large files of
/// figures are mostly waiting behind it.
class InputsAhead {
 public:
  InputsAhead(std::vector<std::string> paths, TextEncoding encoding, int threads)
      : paths_(std::move(paths)), encoding_(encoding), threads_(threads) {}

  /// The next of them, in their order; as often as there are files.
  std::unique_ptr<OpenedInput> next() {
    const std::size_t at = at_++;
    std::unique_ptr<OpenedInput> opened = ahead_.valid() ? ahead_.get() : open(at);
    if (threads_ > 1 && at_ < paths_.size())
      ahead_ = std::async(std::launch::async | std::launch::deferred, [this, at] { return open(at + 1); });
    return opened;
  }

 private:
  std::unique_ptr<OpenedInput> open(std::size_t at) const {
    return std::make_unique<OpenedInput>(paths_[at], encoding_, threads_, way_);
  }

  std::vector<std::string> paths_;
  TextEncoding encoding_;
  int threads_;
  std::shared_ptr<RightOfWay> way_ = std::make_shared<RightOfWay>();
  std::size_t at_ = 0;
  std::future<std::unique_ptr<OpenedInput>> ahead_;
};

}  // namespace cwp
