#include "files/folder_stream.hpp"

#include <system_error>

namespace cwp {
namespace {

/// A file of fewer pieces is written before a thread would have begun.
constexpr std::size_t kFewPieces = 2;
/// Pieces that are kept to be used again.
constexpr std::size_t kMostUsed = 64;

}  // namespace

std::size_t FolderStream::add(const std::string& name) {
  File& file = *files_.emplace_back(std::make_unique<File>());
  file.name = name;
  file.number = folder_.add(name);
  return files_.size() - 1;
}

TextPiece FolderStream::piece(std::size_t room) {
  const std::lock_guard guard(lock_);
  for (TextPiece& one : used_)
    if (one.room() >= room) {
      std::swap(one, used_.back());
      TextPiece found = std::move(used_.back());
      used_.pop_back();
      return found;
    }
  return TextPiece(room);
}

void FolderStream::take_back(TextPiece piece) {
  const std::lock_guard guard(lock_);
  if (used_.size() < kMostUsed) used_.push_back(std::move(piece));
}

void FolderStream::append(std::size_t number, TextPiece piece) {
  File& file = *files_[number];
  const auto write = [this, &file](std::string_view text) { folder_.append(file.number, text); };
  const auto digest = [this, &file](std::string_view text) {
    if (!folder_.failed()) file.digest.add(text);
  };
  file.bytes += piece.text().size();
  if (beside_ && ++file.pieces > kFewPieces) {
    try {
      if (!file.writer) file.writer = std::make_unique<PieceThread>(write);
      if (!file.digester) file.digester = std::make_unique<PieceThread>(digest);
    } catch (const std::system_error&) {
      // There is no room for a thread: whoever appends does it himself, behind all that others do.
    }
  }
  const std::shared_ptr<const TextPiece> shared(new TextPiece(std::move(piece)), [this](TextPiece* done) {
    take_back(std::move(*done));
    delete done;
  });
  file.writer ? file.writer->push(shared) : write(shared->text());
  file.digester ? file.digester->push(shared) : digest(shared->text());
}

std::vector<OutputDigest> FolderStream::close() {
  std::vector<OutputDigest> digests;
  for (const std::unique_ptr<File>& file : files_) {
    if (file->writer) file->writer->finish();
    if (file->digester) file->digester->finish();
    digests.push_back({file->name, file->digest.hex(), file->bytes});
  }
  return digests;
}

}  // namespace cwp
