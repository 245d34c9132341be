#include "cwp/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "text/display_width.hpp"
#include "text/wording_holes.hpp"

namespace cwp {
namespace {

/// True when the wording asks for an argument that is empty: then there is nothing to suggest.
bool asks_for_empty(std::string_view wording, const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i)
    if (arguments[i].empty() && wording.find(fmt::format("{{{}}}", i)) != std::string_view::npos) return true;
  return false;
}

std::string severity_word(Severity severity, Language language) {
  constexpr std::string_view kSlugs[] = {"severity-error", "severity-warning", "severity-note"};
  return wording(kSlugs[std::size_t(severity)], {}, language);
}

/// The part of a line that is shown: all of it, or a window around the marked bytes of a very long one (a data file
/// may be one line of megabytes).
struct Shown {
  std::string text;
  std::size_t blanks = 0, marks = 1;  // cells before and under the marked part
};

Shown shown_part(std::string_view line, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongest = 400, kBefore = 100;
  const auto inside_character = [&](std::size_t i) {
    return i < line.size() && (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80;
  };
  std::size_t from = 0, to = line.size();
  if (line.size() > kLongest) {
    from = begin - std::min(begin, kBefore);
    to = std::min(line.size(), from + kLongest);
    for (int i = 0; i < 3 && inside_character(from); ++i) ++from;
    for (int i = 0; i < 3 && inside_character(to); ++i) --to;
  }
  begin = std::clamp(begin, from, to);
  end = std::clamp(end, begin, to);
  for (int i = 0; i < 3 && inside_character(begin) && begin > from; ++i) --begin;
  for (int i = 0; i < 3 && inside_character(end); ++i) ++end;
  const std::string before = from > 0 ? "…" : "", behind = to < line.size() ? "…" : "";
  return {before + printable(line.substr(from, to - from)) + behind,
          display_width(before) + display_width(line.substr(from, begin - from)),
          std::max<std::size_t>(display_width(line.substr(begin, end - begin)), 1)};
}

/// `name:line:column: heading`, the line, the caret with the hint behind it.
std::string picture(const Place& place, const std::string& heading, const std::string& hint_text) {
  const Source& source = place.source;
  const std::string behind = hint_text.empty() ? "" : " " + printable(hint_text);
  if (source.text().empty()) {
    const std::string name = source.name().empty() ? "" : printable(source.name()) + ": ";
    return name + printable(heading) + '\n' + (behind.empty() ? "" : "  =" + behind + '\n');
  }
  const Position position = source.position(place.span.begin);
  const std::string_view line = source.line(position.line);
  const auto line_start = std::size_t(line.data() - source.text().data());
  const std::size_t begin = std::min(std::size_t(place.span.begin) - line_start, line.size());
  const std::size_t end =
      std::clamp(std::size_t(place.span.end) - std::min(line_start, std::size_t(place.span.end)), begin, line.size());
  const Shown shown = shown_part(line, begin, end);
  return fmt::format("{}:{}:{}: {}\n{:>5} | {}\n      | {}^{}{}\n", printable(source.name()), position.line,
                     position.column, printable(heading), position.line, shown.text, std::string(shown.blanks, ' '),
                     std::string(shown.marks - 1, '~'), behind);
}

}  // namespace

Severity Diagnostic::severity() const { return set.value_or(diagnostic_row(slug).severity); }

std::string wording(std::string_view slug, const std::vector<std::string>& arguments, Language language) {
  const DiagnosticRow& row = diagnostic_row(slug);
  return with_arguments(language == Language::zh ? row.zh : row.en, arguments, language);
}

std::string message(const Diagnostic& diagnostic, Language language) {
  return wording(diagnostic.slug, diagnostic.arguments, language);
}
std::string message(const Note& note, Language language) { return wording(note.slug, note.arguments, language); }

std::string hint(const Diagnostic& diagnostic, Language language) {
  const DiagnosticRow& row = diagnostic_row(diagnostic.slug);
  const std::string_view wording = language == Language::zh ? row.hint_zh : row.hint_en;
  return asks_for_empty(wording, diagnostic.arguments) ? std::string()
                                                       : with_arguments(wording, diagnostic.arguments, language);
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
  // Equal ones stand at one place, but another problem may stand between them.
  std::set<std::tuple<decltype(key(diagnostics[0])), std::string_view, std::vector<std::string>>> seen;
  std::erase_if(diagnostics, [&](const Diagnostic& d) { return !seen.emplace(key(d), d.slug, d.arguments).second; });
}

}  // namespace cwp
