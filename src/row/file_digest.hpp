#pragma once
// FileDigest: which file an input was, where its digest may still be on its way.

#include <future>
#include <string>
#include <utility>

#include "cwp/dataset.hpp"

namespace cwp {

class FileDigest {
 public:
  FileDigest(InputDigest known) : bytes_(known.bytes), rows_(known.rows) {  // NOLINT: what is known is one
    std::promise<std::string> promise;
    promise.set_value(std::move(known.sha256));
    sha256_ = promise.get_future().share();
  }
  FileDigest(std::shared_future<std::string> sha256, std::uint64_t bytes, std::uint64_t rows)
      : sha256_(std::move(sha256)), bytes_(bytes), rows_(rows) {}

  std::uint64_t bytes() const { return bytes_; }
  std::uint64_t rows() const { return rows_; }
  /// Waits for it.
  InputDigest get() const {
    const std::shared_future<std::string> own = sha256_;  // others may ask, too
    return {own.get(), bytes_, rows_};
  }

 private:
  std::shared_future<std::string> sha256_;
  std::uint64_t bytes_, rows_;
};

}  // namespace cwp
