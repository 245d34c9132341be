#pragma once
// TextFiles: where the texts of files go, piece by piece; KeptTexts: into memory.

#include <string>
#include <utility>
#include <vector>

#include "cwp/write.hpp"

namespace cwp {

class TextFiles {
 public:
  virtual ~TextFiles() = default;
  /// The number of a new file, from 0. Not beside anything else.
  virtual std::size_t add(const std::string& name) = 0;
  /// Behind what the file has. Different files may be written by several threads at once.
  virtual void append(std::size_t file, std::string piece) = 0;
  /// Whether nobody wants more: writing has failed, or was stopped. At any time.
  virtual bool ended() const { return false; }
};

class KeptTexts : public TextFiles {
 public:
  std::size_t add(const std::string& name) override {
    files_.push_back({name, {}});
    return files_.size() - 1;
  }
  void append(std::size_t file, std::string piece) override { files_[file].second.push_back(std::move(piece)); }

  /// The files in their order. Once.
  std::vector<OutputFile> take() {
    std::vector<OutputFile> taken;
    for (auto& [name, pieces] : files_) {
      OutputFile& file = taken.emplace_back(std::move(name), std::string());
      std::size_t size = 0;
      for (const std::string& piece : pieces) size += piece.size();
      file.second.reserve(size);
      for (std::string& piece : pieces) {
        file.second += piece;
        piece = std::string();
      }
    }
    files_.clear();
    return taken;
  }

 private:
  std::vector<std::pair<std::string, std::vector<std::string>>> files_;
};

}  // namespace cwp
