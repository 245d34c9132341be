#include "cwp/source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "cwp/result.hpp"

namespace cwp {

struct Source::State {
  std::string name;
  std::string text;
  SourceOrigin origin = SourceOrigin::memory;
  std::vector<std::uint32_t> line_starts;  // byte of each line's first character
};

namespace {

constexpr std::size_t kLargestSource = std::size_t{8} << 20;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The first byte that is not UTF-8 (overlong forms, surrogates and code points above U+10FFFF are not), or the size.
std::size_t first_bad_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || i + length > text.size()) return i;
    for (std::size_t k = 1; k < length; ++k)
      if (!continues(text[i + k])) return i;
    if (length > 2) {
      const auto second = static_cast<unsigned char>(text[i + 1]);
      if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
          (lead == 0xF4 && second > 0x8F))
        return i;
    }
    i += length;
  }
  return text.size();
}

Diagnostic file_problem(std::string_view slug, const std::string& path, std::vector<std::string> arguments) {
  return {slug, {Source(path, ""), {}}, std::move(arguments)};
}

/// A file that the system does not let be read, and why.
Diagnostic unreadable(const std::string& path) {
  Diagnostic problem = file_problem("file-unreadable", path, {path});
  problem.notes.push_back({"state-no-file", {}, {std::generic_category().message(errno)}});
  return problem;
}

}  // namespace

Source::Source() : Source(std::string(), std::string()) {}

Source::Source(std::string name, std::string text, SourceOrigin origin) {
  auto state = std::make_shared<State>();
  state->name = std::move(name);
  state->text = std::move(text);
  state->origin = origin;
  state->line_starts.push_back(0);
  for (std::size_t i = 0; i < state->text.size(); ++i)
    if (state->text[i] == '\n') state->line_starts.push_back(std::uint32_t(i + 1));
  state_ = std::move(state);
}

const std::string& Source::name() const { return state_->name; }
std::string_view Source::text() const { return state_->text; }
SourceOrigin Source::origin() const { return state_->origin; }

Position Source::position(std::uint32_t offset) const {
  offset = std::min(offset, std::uint32_t(state_->text.size()));
  const auto& starts = state_->line_starts;
  // Inside a character means at it; no character has more than three bytes behind its first.
  for (int i = 0; i < 3 && offset > 0 && offset < state_->text.size() && continues(state_->text[offset]); ++i) --offset;
  const auto line = std::upper_bound(starts.begin(), starts.end(), offset) - 1;
  const auto first = state_->text.begin() + *line;
  const auto characters = std::count_if(first, state_->text.begin() + offset, [](char c) { return !continues(c); });
  return {std::uint32_t(line - starts.begin()) + 1, std::uint32_t(characters) + 1};
}

std::string_view Source::line(std::uint32_t line) const {
  const auto& starts = state_->line_starts;
  if (line < 1 || line > starts.size()) return {};
  const std::size_t begin = starts[line - 1];
  std::size_t end = line < starts.size() ? starts[line] - 1 : state_->text.size();
  if (end > begin && state_->text[end - 1] == '\r') --end;
  return text().substr(begin, end - begin);
}

Place SourceText::place(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, text.size());
  end = std::clamp(end, begin, text.size());
  // The end of a range is one behind its last byte, even where decoding left bytes out between them.
  const std::uint32_t last = end > begin ? offsets[end - 1] + 1 : offsets[begin];
  return {source, {offsets[begin], last}};
}

SourceText SourceText::whole(Source source) {
  SourceText result;
  result.text = std::string(source.text());
  result.offsets.resize(result.text.size() + 1);
  for (std::size_t i = 0; i <= result.text.size(); ++i) result.offsets[i] = std::uint32_t(i);
  result.source = std::move(source);
  return result;
}

Result<Source> read_source(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return unreadable(path);
  std::string text;
  char buffer[1 << 16];
  std::size_t count = 0;
  while (text.size() <= kLargestSource && (count = std::fread(buffer, 1, sizeof buffer, file)) > 0)
    text.append(buffer, count);
  if (std::ferror(file) != 0) {
    const Diagnostic problem = unreadable(path);
    std::fclose(file);
    return problem;
  }
  std::fclose(file);
  if (text.size() > kLargestSource) return file_problem("file-too-large", path, {path});
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const std::size_t bad = first_bad_byte(text);
  if (bad == text.size()) return Source(path, std::move(text), SourceOrigin::file);
  Diagnostic diagnostic = file_problem("not-utf8", path, {path});
  // Shown up to the line before the bad byte: a terminal could not print the rest.
  diagnostic.place.source = Source(path, text.substr(0, bad));
  diagnostic.place.span = {std::uint32_t(bad), std::uint32_t(bad)};
  return diagnostic;
}

}  // namespace cwp
