// Diagnostics as JSON, and as SARIF 2.1.0 (OASIS), which editors and code hosts show: `cwp check --format json|sarif`.

#include <nlohmann/json.hpp>
#include <set>

#include "cwp/write.hpp"

namespace cwp {
namespace {

using Json = nlohmann::ordered_json;

// A place in an empty Source is none: the option or folder concerned is in the message.
void add_place(Json& json, const Place& place) {
  const bool known = !place.source.name().empty() || !place.source.text().empty();
  const Position begin = known ? place.source.position(place.span.begin) : Position();
  const Position end = known ? place.source.position(place.span.end) : Position();
  json["file"] = known ? Json(place.source.name()) : Json();
  json["line"] = known ? Json(begin.line) : Json();
  json["column"] = known ? Json(begin.column) : Json();
  json["end_line"] = known ? Json(end.line) : Json();
  json["end_column"] = known ? Json(end.column) : Json();
}

std::string_view to_text(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "note";
}

Json note_json(const Note& note, Language language) {
  Json json;
  json["slug"] = note.slug;
  add_place(json, note.place);
  json["message"] = message(note, language);
  return json;
}

Json diagnostic_json(const Diagnostic& diagnostic, Language language) {
  Json json;
  json["slug"] = diagnostic.slug;
  json["severity"] = to_text(diagnostic.severity());
  add_place(json, diagnostic.place);
  json["message"] = message(diagnostic, language);
  json["hint"] = hint(diagnostic, language);
  json["notes"] = Json::array();
  for (const Note& note : diagnostic.notes) json["notes"].push_back(note_json(note, language));
  return json;
}

/// A file's name as a URI: relative as it is, absolute with its scheme, all but plain characters in percent.
std::string uri_of(std::string_view name) {
  constexpr std::string_view kPlain = "-._~/";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = name.starts_with('/') ? "file://" : "";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != std::string_view::npos)
      uri += c;
    else
      (uri += '%') += {kDigits[byte / 16], kDigits[byte % 16]};
  }
  return uri;
}

/// A location with the sentence about it, if there is one; null where there is no file: a place is in a URI here.
Json location_json(const Place& place, const std::string& said) {
  if (place.source.name().empty()) return {};
  const Position begin = place.source.position(place.span.begin), end = place.source.position(place.span.end);
  Json json;
  json["physicalLocation"]["artifactLocation"]["uri"] = uri_of(place.source.name());
  json["physicalLocation"]["region"] = {
      {"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
  if (!said.empty()) json["message"]["text"] = said;
  return json;
}

Json sarif_result(const Diagnostic& diagnostic, Language language) {
  Json json;
  json["ruleId"] = diagnostic.slug;
  json["level"] = to_text(diagnostic.severity());
  const std::string mending = hint(diagnostic, language);
  json["message"]["text"] = message(diagnostic, language) + (mending.empty() ? "" : "\n" + mending);
  if (const Json at = location_json(diagnostic.place, ""); !at.is_null()) json["locations"].push_back(at);
  for (const Note& note : diagnostic.notes)
    if (const Json at = location_json(note.place, message(note, language)); !at.is_null())
      json["relatedLocations"].push_back(at);
  return json;
}

}  // namespace

std::string to_sarif(std::span<const Diagnostic> diagnostics, Language language) {
  std::set<std::string_view> slugs;
  for (const Diagnostic& diagnostic : diagnostics) slugs.insert(diagnostic.slug);
  Json run;
  run["tool"]["driver"] = {{"name", "cwp"}, {"version", version()}, {"rules", Json::array()}};
  for (const std::string_view slug : slugs) run["tool"]["driver"]["rules"].push_back({{"id", slug}});
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) run["results"].push_back(sarif_result(diagnostic, language));
  Json json;
  json["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  json["version"] = "2.1.0";
  json["runs"] = Json::array({run});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string to_json(std::span<const Diagnostic> diagnostics, Language language) {
  Json json = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) json.push_back(diagnostic_json(diagnostic, language));
  // Names and arguments come from users: bytes that are not UTF-8 are shown as U+FFFD, not thrown at them.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cwp
