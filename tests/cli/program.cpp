#include "cli/program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "this_build.hpp"

namespace cwp {
namespace {

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::filesystem::path new_folder() {
  static std::atomic<int> count = 0;
  return std::filesystem::temp_directory_path() /
         ("cwp-cli-" + std::to_string(getpid()) + "-" + std::to_string(count++));
}

}  // namespace

Program::Program() : folder_(new_folder()) {
  std::filesystem::create_directories(folder_);
  std::filesystem::copy(tests_dir() + "/cli/inputs", folder_ / "run", std::filesystem::copy_options::recursive);
}

Program::~Program() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Ran Program::run(const std::string& arguments, const std::string& environment) const {
  const std::string shell = "cd '" + (folder_ / "run").string() + "' && exec env -u LC_ALL -u LC_MESSAGES -u LANG " +
                            environment + " '" + this_build().command + "' " + arguments;
  // The arguments may redirect the output themselves; the rest is caught outside.
  const std::string all =
      "( " + shell + " ) >'" + (folder_ / "out").string() + "' 2>'" + (folder_ / "err").string() + "'";
  const int status = std::system(all.c_str());
  Ran ran;
  ran.command = (environment.empty() ? "" : environment + " ") + "cwp" + (arguments.empty() ? "" : " " + arguments);
  ran.out = file_text(folder_ / "out");
  ran.err = file_text(folder_ / "err");
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

void Program::write(const std::string& path, std::string_view text) const {
  std::filesystem::create_directories((folder_ / "run" / path).parent_path());
  std::ofstream(folder_ / "run" / path, std::ios::binary) << text;
}

void Program::link(const std::string& path, const std::string& target) const {
  std::filesystem::create_symlink(target, folder_ / "run" / path);
}

bool Program::exists(const std::string& path) const { return std::filesystem::exists(folder_ / "run" / path); }

std::string Program::read(const std::string& path) const { return file_text(folder_ / "run" / path); }

std::string Program::transcript(const Ran& ran, const std::string& folder) const {
  std::string text = "$ " + ran.command + "\n" + ran.out;
  if (!ran.err.empty()) text += "---- standard error\n" + ran.err;
  text += "---- exit " + std::to_string(ran.code) + "\n";
  if (folder.empty()) return text;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_ / "run" / folder))
    if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder_ / "run").string());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) text += "---- " + name + "\n" + read(name);
  return text;
}

}  // namespace cwp
