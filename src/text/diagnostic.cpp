#include "cwp/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "text/display_width.hpp"

namespace cwp {
namespace {

/// Fills `{0}`, `{1}` … in. A wording that asks for an argument that was not given is a broken invariant.
std::string filled(std::string_view wording, const std::vector<std::string>& arguments) {
  std::string text;
  for (std::size_t i = 0; i < wording.size(); ++i) {
    if (wording[i] != '{' || i + 2 >= wording.size() || wording[i + 2] != '}' || wording[i + 1] < '0' ||
        '9' < wording[i + 1]) {
      text += wording[i];
      continue;
    }
    const auto number = std::size_t(wording[i + 1] - '0');
    if (number >= arguments.size())
      throw std::logic_error(fmt::format("a message lacks argument {}: {}", number, wording));
    text += arguments[number];
    i += 2;
  }
  return text;
}

std::string worded(std::string_view slug, const std::vector<std::string>& arguments, Language language) {
  const DiagnosticRow& row = diagnostic_row(slug);
  return filled(language == Language::zh ? row.zh : row.en, arguments);
}

/// True when the wording asks for an argument that is empty: then there is nothing to suggest.
bool asks_for_empty(std::string_view wording, const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i)
    if (arguments[i].empty() && wording.find(fmt::format("{{{}}}", i)) != std::string_view::npos) return true;
  return false;
}

std::string printable(std::string_view line) {
  std::string text(line);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text;
}

std::string_view severity_word(Severity severity, Language language) {
  constexpr std::string_view kEn[] = {"error", "warning", "note"};
  constexpr std::string_view kZh[] = {"错误", "警告", "说明"};
  return (language == Language::zh ? kZh : kEn)[std::size_t(severity)];
}

/// `name:line:column: heading`, the line, the caret with the hint behind it.
std::string picture(const Place& place, const std::string& heading, const std::string& hint_text) {
  const Source& source = place.source;
  const std::string behind = hint_text.empty() ? "" : " " + hint_text;
  if (source.text().empty()) {
    const std::string name = source.name().empty() ? "" : source.name() + ": ";
    return name + heading + '\n' + (behind.empty() ? "" : "  =" + behind + '\n');
  }
  const Position position = source.position(place.span.begin);
  const std::string_view line = source.line(position.line);
  const auto line_start = std::size_t(line.data() - source.text().data());
  const std::size_t begin = std::min(std::size_t(place.span.begin) - line_start, line.size());
  const std::size_t end = std::clamp(std::size_t(place.span.end) - line_start, begin, line.size());
  const std::size_t marks = std::max<std::size_t>(display_width(line.substr(begin, end - begin)), 1);
  return fmt::format("{}:{}:{}: {}\n{:>5} | {}\n      | {}^{}{}\n", source.name(), position.line, position.column,
                     heading, position.line, printable(line), std::string(display_width(line.substr(0, begin)), ' '),
                     std::string(marks - 1, '~'), behind);
}

}  // namespace

Severity Diagnostic::severity() const { return diagnostic_row(slug).severity; }

std::string message(const Diagnostic& diagnostic, Language language) {
  return worded(diagnostic.slug, diagnostic.arguments, language);
}
std::string message(const Note& note, Language language) { return worded(note.slug, note.arguments, language); }

std::string hint(const Diagnostic& diagnostic, Language language) {
  const DiagnosticRow& row = diagnostic_row(diagnostic.slug);
  const std::string_view wording = language == Language::zh ? row.hint_zh : row.hint_en;
  return asks_for_empty(wording, diagnostic.arguments) ? std::string() : filled(wording, diagnostic.arguments);
}

std::string render(const Diagnostic& diagnostic, Language language) {
  const std::string heading = fmt::format("{}[{}]: {}", severity_word(diagnostic.severity(), language), diagnostic.slug,
                                          message(diagnostic, language));
  std::string text = picture(diagnostic.place, heading, hint(diagnostic, language));
  for (const Note& note : diagnostic.notes)
    text += picture(note.place, fmt::format("{}: {}", severity_word(Severity::note, language), message(note, language)),
                    "");
  return text;
}

std::string render(std::span<const Diagnostic> diagnostics, Language language) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += render(diagnostic, language);
  return text;
}

bool has_error(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.severity() == Severity::error; });
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  std::vector<Source> sources;
  const auto source_number = [&](const Source& source) {
    const auto known = std::find(sources.begin(), sources.end(), source);
    if (known != sources.end()) return std::size_t(known - sources.begin());
    sources.push_back(source);
    return sources.size() - 1;
  };
  for (const Diagnostic& diagnostic : diagnostics) source_number(diagnostic.place.source);
  const auto key = [&](const Diagnostic& d) {
    return std::tuple(source_number(d.place.source), d.place.span.begin, d.place.span.end);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) {
    return a.slug == b.slug && key(a) == key(b) && a.arguments == b.arguments;
  };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

}  // namespace cwp
