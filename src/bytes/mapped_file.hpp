#pragma once
// MappedFile: the bytes of a file where the system keeps them, without a copy. MappedPieces: only those asked for.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace cwp {

class MappedFile {
 public:
  MappedFile() = default;
  ~MappedFile() { close(); }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  /// Maps a regular file; false when it cannot be read so. Whoever shortens the file meanwhile ends the process.
  bool open(const std::string& path);
  void close();
  /// Zeros stand behind them, kZerosBehind of them at least.
  std::string_view bytes() const { return {bytes_, size_}; }
  static constexpr std::size_t kZerosBehind = 8;

 private:
  const char* bytes_ = "\0\0\0\0\0\0\0";
  std::size_t size_ = 0;
  std::size_t reserved_ = 0;
};

/// A file of which pieces are mapped, each for as long as somebody holds it.
class MappedPieces {
 public:
  MappedPieces() = default;
  ~MappedPieces() { close(); }
  MappedPieces(const MappedPieces&) = delete;
  MappedPieces& operator=(const MappedPieces&) = delete;

  /// Opens a regular file; else what the system says.
  std::string open(const std::string& path);
  std::uint64_t size() const { return size_; }  ///< as it was opened
  /// The bytes from `begin` up to `end`, which must lie within the size; a piece begins at a page of the file, so that
  /// bytes that lie at a multiple of 64 there do so here. Null where the system has no room. Pieces outlive this.
  /// Whoever shortens the file meanwhile ends the process.
  std::shared_ptr<const std::byte> map(std::uint64_t begin, std::uint64_t end) const;

 private:
  void close();

  int file_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace cwp
