#pragma once
// Program: the command line, run as people run it, in a folder of its own.

#include <filesystem>
#include <string>
#include <string_view>

namespace cwp {

/// What a command printed and ended with, as one text: what is approved.
struct Ran {
  std::string command, out, err;
  int code = -1;
};

/// A folder with a copy of tests/cli/inputs, in which commands run; it goes with the object.
class Program {
 public:
  Program();
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Runs `cwp ARGUMENTS` in a shell; `environment` (`LC_ALL=zh_CN.UTF-8`) comes before. No locale is set otherwise.
  Ran run(const std::string& arguments, const std::string& environment = "") const;
  void write(const std::string& path, std::string_view text) const;
  /// A file or folder of the tree under a name in the folder.
  void link(const std::string& path, const std::string& target) const;
  std::string folder() const { return folder_ / "run"; }
  bool exists(const std::string& path) const;
  std::string read(const std::string& path) const;
  /// The command, its output, and the files under `folder` (none: no files), to be approved.
  std::string transcript(const Ran& ran, const std::string& folder = "") const;

 private:
  std::filesystem::path folder_;
};

}  // namespace cwp
