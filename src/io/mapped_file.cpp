#include "io/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

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
    void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    mapped = bytes != MAP_FAILED;
    if (mapped) {
      bytes_ = static_cast<const char*>(bytes);
      size_ = size;
    }
  }
  ::close(file);
  return mapped;
}

void MappedFile::close() {
  if (bytes_ != nullptr) ::munmap(const_cast<char*>(bytes_), size_);
  bytes_ = nullptr;
  size_ = 0;
}

}  // namespace cwp
