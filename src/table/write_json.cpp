// The tables of results as JSON.

#include "bulletin/standing_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/write.hpp"
#include "table/json_text.hpp"

namespace cwp {
namespace {

std::string_view kind_text(PartKind kind) {
  switch (kind) {
    case PartKind::item:
      return "item";
    case PartKind::category:
      return "category";
    case PartKind::adjustment:
      return "adjustment";
    case PartKind::total:
      break;
  }
  return "total";
}

bool any_part(PartKind) { return true; }

/// What the ids of a table mean: their kind, and what people call them.
std::string parts_json(const ScoreTable& table, const Rulebook& rulebook, bool (*is_in)(PartKind)) {
  std::string json = "[";
  for (std::size_t i = 0; i < table.ids.size(); ++i) {
    if (!is_in(table.kinds[i])) continue;
    json += json == "[" ? "\n    {" : ",\n    {";
    json += "\"id\": " + json_string(table.ids[i]) + ", \"kind\": " + json_string(kind_text(table.kinds[i]));
    json += ", \"title_zh\": " + json_string(title_of(rulebook, table.ids[i], Language::zh));
    json += ", \"title_en\": " + json_string(title_of(rulebook, table.ids[i], Language::en)) + "}";
  }
  return json + "\n  ]";
}

template <class Put>
std::string json_of(const std::string& table, const Scores& scores, Put put, std::string parts = "") {
  std::vector<std::pair<std::string, std::string>> head = {
      {"cwp", json_string(version())},
      {"rulebook", json_string(rules_of(scores).rulebook().id.value)},
      {"table", json_string(table)}};
  if (!parts.empty()) head.emplace_back("parts", std::move(parts));
  JsonText json(head);
  put(json);
  return std::move(json).take();
}

}  // namespace

std::string to_json(const ScoreTable& table, const Scores& scores) {
  return json_of(
      std::string(to_text(table.grain)), scores, [&](ResultText& out) { put_rows(out, table, scores); },
      parts_json(table, rules_of(scores).rulebook(), any_part));
}
std::string parts_to_json(const ScoreTable& table, const Scores& scores) {
  return json_of(
      std::string(to_text(table.grain)) + "_parts", scores, [&](ResultText& out) { put_parts(out, table, scores); },
      parts_json(table, rules_of(scores).rulebook(), any_part));
}
std::string standing_to_json(const ScoreTable& table, const Scores& scores) {
  return json_of(
      std::string(to_text(table.grain)) + "_standing", scores,
      [&](ResultText& out) { put_standing(out, table, scores); },
      parts_json(table, rules_of(scores).rulebook(), stands_in_standing));
}
std::string to_json(const RankingTable& table, const Scores& scores) {
  return json_of("ranking_" + table.id, scores, [&](ResultText& out) { put_rows(out, table, scores); });
}
std::string grades_to_json(const Scores& scores) {
  return json_of("grades", scores, [&](ResultText& out) { put_grades(out, scores); });
}
std::string awards_to_json(const Scores& scores) {
  return json_of("awards", scores, [&](ResultText& out) { put_awards(out, scores); });
}
std::string expectations_to_json(const Scores& scores) {
  return json_of("expect", scores, [&](ResultText& out) { put_expectations(out, scores); });
}
std::string issues_to_json(const Scores& scores) {
  return json_of("issues", scores, [&](ResultText& out) { put_issues(out, scores); });
}

}  // namespace cwp
