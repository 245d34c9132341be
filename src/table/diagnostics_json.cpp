// Diagnostics as JSON: `cwp check --format json`.

#include <nlohmann/json.hpp>

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

}  // namespace

std::string to_json(std::span<const Diagnostic> diagnostics, Language language) {
  Json json = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) json.push_back(diagnostic_json(diagnostic, language));
  // Names and arguments come from users: bytes that are not UTF-8 are shown as U+FFFD, not thrown at them.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cwp
