// Output files onto the disk.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "table/output_folder.hpp"

#include "cwp/write.hpp"
#include "io/atomic_file.hpp"
#include "text/digest.hpp"

namespace cwp {
namespace {

std::string bytes_in(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::set<std::string> results_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  const nlohmann::json receipt = nlohmann::json::parse(bytes_in(folder / "receipt.json"), nullptr, false);
  if (!receipt.is_object() || !receipt.contains("outputs") || !receipt["outputs"].is_array()) return names;
  for (const nlohmann::json& output : receipt["outputs"]) {
    if (!output.is_object() || !output.contains("file") || !output["file"].is_string()) continue;
    const auto name = output["file"].get<std::string>();
    std::error_code error;
    if (name.empty() || name.find('/') != std::string::npos) continue;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(folder / name, error))) continue;
    if (output.value("sha256", nlohmann::json()) == sha256_hex(bytes_in(folder / name))) names.insert(name);
  }
  return names;
}

std::vector<Diagnostic> write_output(const std::string& directory, const std::vector<OutputFile>& files, bool force,
                                     const std::function<bool()>& stop) {
  std::vector<Diagnostic> problems;
  std::set<std::string> outdated = force ? results_in(directory) : std::set<std::string>();
  for (const auto& [name, content] : files) outdated.erase(name);
  if (std::optional<Diagnostic> problem = write_files_whole(directory, files, force, stop, outdated))
    problems.push_back(*std::move(problem));
  return problems;
}

}  // namespace cwp
