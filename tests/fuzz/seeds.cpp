// Texts to begin with, from the tree.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cwp/function_catalog.hpp"
#include "fuzz/entries.hpp"

namespace cwp {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 12000;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  return text.substr(0, text.size() <= kMostBytes ? text.size() : text.rfind('\n', kMostBytes) + 1);
}

std::vector<fs::path> files_below(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && (extension.empty() || entry.path().extension() == extension) &&
        entry.path().string().find("/build/") == std::string::npos)
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<std::string> fuzz_corpus(std::string_view name) {
  std::vector<std::string> texts;
  for (const fs::path& path : files_below(fs::path(CWP_ROOT_DIR) / "tests/fuzz/corpus" / name, ""))
    texts.push_back(text_of(path));
  return texts;
}

std::vector<std::string> fuzz_seeds(std::string_view name) {
  const fs::path root = CWP_ROOT_DIR;
  std::vector<std::string> texts = fuzz_corpus(name);
  if (name == "rulebook") {
    for (const fs::path& path : files_below(root, ".yaml")) texts.push_back(text_of(path));
    for (const fs::path& path : files_below(root / "tests/cases", ".case")) {
      const std::string text = text_of(path);
      const std::size_t begin = text.find("cwp: 1");
      if (begin != std::string::npos) texts.push_back(text.substr(begin, text.find("\n----", begin) + 1 - begin));
    }
  }
  if (name == "formula")
    for (const FunctionDoc& function : functions()) {
      texts.emplace_back(function.signature);
      if (!function.example.empty()) texts.emplace_back(function.example);
    }
  if (name == "table")
    for (const char* data : {"worked-example", "station-month"})
      for (const fs::path& path : files_below(root / "rules/data" / data, ".csv")) texts.push_back(text_of(path));
  return texts;
}

}  // namespace cwp
