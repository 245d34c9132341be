#pragma once
// TextFiles: where the texts of files go, piece by piece; KeptTexts: into memory.

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cwp/write.hpp"

namespace cwp {

/// Text in memory that may have room for more, and can be used again.
class TextPiece {
 public:
  TextPiece() = default;
  ~TextPiece() = default;
  /// What was moved from is empty.
  TextPiece(TextPiece&& other) noexcept
      : memory_(std::move(other.memory_)), room_(std::exchange(other.room_, 0)), size_(std::exchange(other.size_, 0)) {}
  TextPiece& operator=(TextPiece&& other) noexcept {
    memory_ = std::move(other.memory_);
    room_ = std::exchange(other.room_, 0);
    size_ = std::exchange(other.size_, 0);
    return *this;
  }
  TextPiece(std::string_view text) : TextPiece(text.size()) {  // NOLINT: a text is a piece
    std::copy(text.begin(), text.end(), memory_.get());
    size_ = text.size();
  }
  TextPiece(const std::string& text) : TextPiece(std::string_view(text)) {}  // NOLINT
  /// Without text.
  explicit TextPiece(std::size_t room) : memory_(std::make_unique_for_overwrite<char[]>(room)), room_(room) {}

  std::string_view text() const { return {memory_.get(), size_}; }
  std::size_t room() const { return room_; }
  /// Where the text is to be written.
  char* begin() { return memory_.get(); }
  /// The text is what was written up to there.
  void end_at(const char* end) { size_ = std::size_t(end - memory_.get()); }

 private:
  std::unique_ptr<char[]> memory_;
  std::size_t room_ = 0, size_ = 0;
};

class TextFiles {
 public:
  virtual ~TextFiles() = default;
  /// The number of a new file, from 0. Not beside anything else.
  virtual std::size_t add(const std::string& name) = 0;
  /// Behind what the file has. Different files may be written by several threads at once.
  virtual void append(std::size_t file, TextPiece piece) = 0;
  /// An empty piece with that much room or more, of those that were done with, if there is one. By several threads at
  /// once.
  virtual TextPiece piece(std::size_t room) { return TextPiece(room); }
  /// Such a piece with this text.
  TextPiece filled(std::string_view text) {
    TextPiece one = piece(text.size());
    one.end_at(std::copy(text.begin(), text.end(), one.begin()));
    return one;
  }
  /// Whether nobody wants more: writing has failed, or was stopped. At any time.
  virtual bool ended() const { return false; }
};

class KeptTexts : public TextFiles {
 public:
  std::size_t add(const std::string& name) override {
    files_.push_back({name, {}});
    return files_.size() - 1;
  }
  void append(std::size_t file, TextPiece piece) override { files_[file].second.emplace_back(piece.text()); }

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
