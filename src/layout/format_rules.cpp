#include "cwp/format_rules.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "io/atomic_file.hpp"
#include "layout/rule_layout.hpp"
#include "yaml/read_yaml.hpp"

namespace cwp {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr int kMostLayouts = 3;
constexpr std::size_t kMostLines = 20;

std::string with_plain_ends(std::string_view text) {
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    plain += text[i] == '\r' ? '\n' : text[i];
  }
  return plain;
}

bool same_tree(const YamlNode& a, const YamlNode& b) {
  return a.kind == b.kind && a.plain == b.plain && a.flow == b.flow && a.text.text == b.text.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    [](const YamlPtr& x, const YamlPtr& y) { return same_tree(*x, *y); }) &&
         std::equal(a.pairs.begin(), a.pairs.end(), b.pairs.begin(), b.pairs.end(),
                    [](const YamlPair& x, const YamlPair& y) {
                      return same_tree(*x.key, *y.key) && same_tree(*x.value, *y.value);
                    });
}

/// A text of LF lines, read and cut.
struct ReadText {
  std::string text;
  YamlPtr tree;
  std::vector<RuleToken> tokens;

  std::vector<std::string_view> remarks() const {
    std::vector<std::string_view> all;
    for (const RuleToken& token : tokens)
      if (token.kind == RuleTokenKind::remark)
        all.push_back(std::string_view(text).substr(token.span.begin, token.span.end - token.span.begin));
    return all;
  }
};

std::optional<ReadText> read_text(std::string text, std::vector<Diagnostic>& diagnostics) {
  ReadText read{std::move(text), nullptr, {}};
  read.tree = read_yaml(Source("", read.text), diagnostics);
  if (!read.tree || !diagnostics.empty()) return std::nullopt;
  auto tokens = rule_tokens(read.text, *read.tree);
  if (!tokens) return std::nullopt;
  read.tokens = *std::move(tokens);
  return read;
}

std::vector<std::string_view> lines_of_text(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_empty_line(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// The file as it lies there, a byte order mark included; read_source has found it readable.
Result<Source> source_of_file(const std::string& path) {
  Result<Source> source = read_source(path);
  if (!source.ok()) return source;
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return Source(path, std::move(text), SourceOrigin::file);
}

}  // namespace

Result<std::string> format_rules(const Source& source) {
  std::vector<Diagnostic> diagnostics;
  const YamlPtr written = read_yaml(source, diagnostics);
  if (!diagnostics.empty()) return diagnostics;
  if (!written || written->kind != YamlKind::mapping)
    return Diagnostic{written ? "rulebook-not-a-mapping" : "rulebook-empty", {source, {0, 0}}, {}, {}};
  const Diagnostic refusal{"format-would-change", {source, {0, 1}}, {}, {}};
  std::optional<ReadText> first = read_text(with_plain_ends(source.text()), diagnostics);
  if (!first || !same_tree(*written, *first->tree)) return refusal;
  std::string text = lay_out(first->text, first->tokens);
  for (int i = 0; i < kMostLayouts; ++i) {
    const std::optional<ReadText> again = read_text(text, diagnostics);
    if (!again || !same_tree(*written, *again->tree) || first->remarks() != again->remarks()) return refusal;
    std::string next = lay_out(again->text, again->tokens);
    if (next == text) return text;
    text = std::move(next);
  }
  return refusal;
}

std::vector<Diagnostic> format_differences(const Source& source) {
  const Result<std::string> formatted = format_rules(source);
  if (!formatted.ok()) return formatted.diagnostics();
  if (formatted.value() == source.text()) return {};
  std::vector<Diagnostic> differences;
  const auto before = lines_of_text(source.text()), after = lines_of_text(formatted.value());
  std::size_t more = 0;
  // Lines stay lines, but for empty ones.
  for (std::size_t i = 0, j = 0; i < before.size(); ++i) {
    if (is_empty_line(before[i])) continue;
    while (j < after.size() && is_empty_line(after[j])) ++j;
    if (j == after.size()) break;
    const std::string_view is = without_return(before[i]), should = after[j++];
    const bool marked = i == 0 && is.starts_with(kMark);
    if ((marked ? is.substr(kMark.size()) : is) == should) continue;
    if (differences.size() == kMostLines) {
      ++more;
      continue;
    }
    const auto start = std::size_t(before[i].data() - source.text().data());
    const auto apart =
        std::size_t(std::mismatch(is.begin(), is.end(), should.begin(), should.end()).first - is.begin());
    differences.push_back(
        {"not-canonical",
         {source, {std::uint32_t(start + std::min(apart, is.size())), std::uint32_t(start + is.size())}},
         {std::string(should)},
         {}});
  }
  if (more > 0)
    differences.push_back({"not-canonical-more", {Source(source.name(), ""), {}}, {std::to_string(more)}, {}});
  if (differences.empty()) {
    const auto apart =
        std::mismatch(source.text().begin(), source.text().end(), formatted.value().begin(), formatted.value().end());
    const auto at = std::uint32_t(apart.first - source.text().begin());
    differences.push_back({"not-canonical-lines", {source, {at, at}}, {}, {}});
  }
  return differences;
}

Result<std::size_t> format_file(const std::string& path) {
  const Result<Source> source = source_of_file(path);
  if (!source.ok()) return source.diagnostics();
  const Result<std::string> formatted = format_rules(source.value());
  if (!formatted.ok()) return formatted.diagnostics();
  if (formatted.value() == source.value().text()) return std::size_t{0};
  if (auto problem = replace_file_whole(path, formatted.value())) return *problem;
  const auto before = lines_of_text(source.value().text()), after = lines_of_text(formatted.value());
  std::size_t changed = 0;
  for (std::size_t i = 0, j = 0; i < before.size(); ++i) {
    while (j < after.size() && is_empty_line(after[j]) && !is_empty_line(before[i])) ++j;
    const bool dropped = is_empty_line(before[i]) && (j >= after.size() || !is_empty_line(after[j]));
    if (dropped || j >= after.size() || before[i] != after[j]) ++changed;
    if (!dropped) ++j;
  }
  return std::max<std::size_t>(changed, 1);
}

std::vector<Diagnostic> file_differences(const std::string& path) {
  const Result<Source> source = source_of_file(path);
  return source.ok() ? format_differences(source.value()) : source.diagnostics();
}

}  // namespace cwp
