#include "extend/base_source.hpp"

#include <filesystem>

namespace cwp {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& file) {
  const fs::path folder = file.parent_path().lexically_normal();
  return folder.empty() ? fs::path(".") : folder;
}

bool is_inside(const fs::path& file, const fs::path& folder) {
  const fs::path way = file.lexically_relative(folder);
  return !way.empty() && *way.begin() != "..";
}

/// With links followed. A file that is not there is inside: what is said of it is that it cannot be read.
bool is_really_inside(const fs::path& file, const fs::path& folder) {
  std::error_code error;
  const fs::path target = fs::canonical(file, error);
  if (error) return true;
  const fs::path home = fs::canonical(folder, error);
  return !error && is_inside(target, home);
}

}  // namespace

std::string tidy_path(const std::string& name) { return fs::path(name).lexically_normal().string(); }

std::string base_name(const std::string& written, const Source& from) {
  return (fs::path(from.name()).parent_path() / written).lexically_normal().string();
}

Result<Source> base_source(const SourceText& written, const Source& from, const Source& root,
                           std::span<const Source> given) {
  const auto problem = [&](std::string_view slug) -> Diagnostic { return {slug, written.place(), {written.text}, {}}; };
  if (written.text.find('\0') != std::string::npos) return problem("base-unreadable");
  const fs::path file = base_name(written.text, from);
  const fs::path home = folder_of(root.name());
  if (fs::path(written.text).is_absolute() || !is_inside(file, home)) return problem("base-outside");
  for (const Source& source : given)
    if (tidy_path(source.name()) == file.string()) return source;
  std::error_code error;
  if (from.origin() != SourceOrigin::file || !fs::is_regular_file(file, error)) return problem("base-unreadable");
  if (!is_really_inside(file, home)) return problem("base-outside");
  Result<Source> read = read_source(file.string());
  const bool unreadable = !read.ok() && read.diagnostics().front().slug == "file-unreadable";
  return unreadable ? Result<Source>(problem("base-unreadable")) : read;
}

}  // namespace cwp
