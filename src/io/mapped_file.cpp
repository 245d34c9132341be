#include "io/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

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

}  // namespace cwp
