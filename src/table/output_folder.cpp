// Output files onto the disk.

#include "cwp/write.hpp"
#include "io/atomic_file.hpp"

namespace cwp {

std::vector<Diagnostic> write_output(const std::string& directory, const std::vector<OutputFile>& files, bool force,
                                     const std::function<bool()>& stop) {
  std::vector<Diagnostic> problems;
  if (std::optional<Diagnostic> problem = write_files_whole(directory, files, force, stop))
    problems.push_back(*std::move(problem));
  return problems;
}

}  // namespace cwp
