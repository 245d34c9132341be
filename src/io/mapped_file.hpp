#pragma once
// MappedFile: the bytes of a file where the system keeps them, without a copy.

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

}  // namespace cwp
