#pragma once
// MarkedFiles: files that all begin with the same text, as with a byte order mark.

#include "files/text_files.hpp"

namespace cwp {

class MarkedFiles : public TextFiles {
 public:
  /// All else is for `files`, which must outlive this. An empty mark is none.
  MarkedFiles(TextFiles& files, std::string_view mark) : files_(files), mark_(mark) {}

  std::size_t add(const std::string& name) override {
    const std::size_t file = files_.add(name);
    if (!mark_.empty()) files_.append(file, mark_);
    return file;
  }
  void append(std::size_t file, TextPiece piece) override { files_.append(file, std::move(piece)); }
  TextPiece piece(std::size_t room) override { return files_.piece(room); }
  bool ended() const override { return files_.ended(); }

 private:
  TextFiles& files_;
  std::string_view mark_;
};

}  // namespace cwp
