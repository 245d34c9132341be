#include "golden.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <vector>

namespace cwp {
namespace {

constexpr std::size_t kShown = 12;  // lines of each side; the whole is in the received file

using Lines = std::vector<std::string_view>;

std::optional<std::string> file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// Lines keep their line feed, so that texts which differ in the last one only have lines that differ.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

void show(std::string& out, char sign, const Lines& lines, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < std::min(end, begin + kShown); ++i) {
    const bool ended = lines[i].ends_with('\n');
    out += sign + std::string(" ") + std::to_string(i + 1) + " | ";
    out += lines[i].substr(0, lines[i].size() - (ended ? 1 : 0));
    out += ended ? "\n" : " (no line feed here)\n";
  }
  if (end > begin + kShown) out += sign + std::string(" and ") + std::to_string(end - begin - kShown) + " lines more\n";
}

std::string difference(std::string_view approved, std::string_view received) {
  const Lines a = lines_of(approved);
  const Lines b = lines_of(received);
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  std::string out;
  show(out, ' ', a, head - std::min<std::size_t>(head, 2), head);
  show(out, '-', a, head, a.size() - tail);
  show(out, '+', b, head, b.size() - tail);
  return out;
}

}  // namespace

std::string approved_difference(std::string_view path, std::string_view received, const GoldenFolders& folders) {
  const std::filesystem::path approved_path = folders.approved / path;
  const std::filesystem::path received_path = folders.received / (std::string(path) + ".received");
  const std::optional<std::string> approved = file_text(approved_path);
  if (approved == received) {
    std::filesystem::remove(received_path);
    return "";
  }
  std::filesystem::create_directories(received_path.parent_path());
  std::ofstream file(received_path, std::ios::binary);
  file.write(received.data(), static_cast<std::streamsize>(received.size()));
  file.close();
  if (!file) throw std::runtime_error("cannot write " + received_path.string());
  return approved_path.string() + (approved ? " differs (- approved, + received):\n" : " does not exist; received:\n") +
         difference(approved.value_or(""), received) + "received: " + received_path.string() +
         "\nif it is right: ./dev approve\n";
}

}  // namespace cwp
