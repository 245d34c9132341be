#include "bytes/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#ifndef MAP_POPULATE
#define MAP_POPULATE 0  // pages come one by one then
#endif

namespace cwp {

bool MappedFile::open(const std::string& path) {
  close();
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  struct stat status = {};
  const bool regular = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  bool mapped = regular && status.st_size == 0;  // nothing can be mapped of it, and nothing need be
  if (regular && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    const std::size_t room = size + kZerosBehind;
    // Behind the last byte of the file its page is zero; where it fills the page, the next one must be there, too.
    void* const bytes = ::mmap(nullptr, room, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (bytes != MAP_FAILED) {
      mapped = ::mmap(bytes, size, PROT_READ, MAP_PRIVATE | MAP_FIXED | MAP_POPULATE, file, 0) != MAP_FAILED;
      bytes_ = static_cast<const char*>(bytes);
      size_ = size;
      reserved_ = room;
    }
  }
  ::close(file);
  return mapped;
}

void MappedFile::close() {
  if (reserved_ > 0) ::munmap(const_cast<char*>(bytes_), reserved_);
  bytes_ = "\0\0\0\0\0\0\0";
  size_ = reserved_ = 0;
}

std::string MappedPieces::open(const std::string& path) {
  close();
  const auto failed = [](int error) { return std::generic_category().message(error); };
  file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // others may wait for a writer
  struct stat status = {};
  if (file_ < 0 || ::fstat(file_, &status) != 0) return failed(errno);
  if (!S_ISREG(status.st_mode)) return failed(S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
  size_ = static_cast<std::uint64_t>(status.st_size);
  return "";
}

std::shared_ptr<const std::byte> MappedPieces::map(std::uint64_t begin, std::uint64_t end) const {
  static const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  const std::uint64_t before = begin % page;
  const std::size_t room = end - begin + before;
  void* const bytes =
      ::mmap(nullptr, room, PROT_READ, MAP_SHARED | MAP_POPULATE, file_, static_cast<off_t>(begin - before));
  if (bytes == MAP_FAILED) return nullptr;
  const std::shared_ptr<void> mapping(bytes, [room](void* mapped) { ::munmap(mapped, room); });
  return {mapping, static_cast<const std::byte*>(bytes) + before};
}

void MappedPieces::close() {
  if (file_ >= 0) ::close(file_);
  file_ = -1;
  size_ = 0;
}

}  // namespace cwp
