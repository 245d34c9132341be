#include "io/input_digest.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "text/digest.hpp"

namespace cwp {

std::uint64_t csv_rows(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::uint64_t rows = 0;
  bool quoted = false;
  bool blank = true;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;  // a doubled quote toggles twice
    if ((c == '\n' || c == '\r') && !quoted) {
      rows += blank ? 0 : 1;
      blank = true;
    } else {
      blank = false;
    }
  }
  return rows + (blank ? 0 : 1);
}

std::optional<InputDigest> input_digest(const std::string& path) {
  // Folders open, too; devices and pipes have no end or can be read only once.
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return std::nullopt;
  const std::uint64_t rows = csv_rows(text);
  return InputDigest{sha256_hex(text), text.size(), rows - (rows > 0 ? 1 : 0)};
}

}  // namespace cwp
