#include "diagnostics/example_frames.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace cwp {
namespace {

using Sections = std::vector<std::pair<std::string, std::string>>;

/// Uses every name, so that nothing is reported but what the example says.
constexpr std::string_view kRest =
    "      - {id: rest, per: month, points: visits + entries + missed + late + mediated + disputes + rate + "
    "satisfaction, min: none,\n"
    "         if_missing: zero, applies: area = 'urban' or joined < period_end or quota > 0 or joint}\n";

Sections sound_sections() {
  return {{"cwp", "cwp: 1\n"},
          {"id", "id: example\n"},
          {"title", ""},
          {"effective", ""},
          {"calendar", ""},
          {"points", ""},
          {"parameters", "parameters: {quota: 12}\n"},
          {"attributes", "attributes: {area: {one_of: [urban, rural]}, joined: {type: date}, joint: {type: bool}}\n"},
          {"duty", "duty: {leave: exempt}\n"},
          {"metrics",
           "metrics:\n"
           "  visits: {type: u16}\n"
           "  entries: {type: u16}\n"
           "  missed: {type: u16}\n"
           "  late: {type: u16}\n"
           "  mediated: {type: u16}\n"
           "  disputes: {type: u16}\n"
           "  rate: {fold: mean, range: [0, 1]}\n"
           "  satisfaction: {per: month, fold: last, range: [0, 100]}\n"},
          {"values", ""},
          {"categories", ""},
          {"assessments", "assessments: {month: {}}\n"},
          {"rankings", ""}};
}

std::string joined(const Sections& sections) {
  std::string text;
  for (const auto& [key, section] : sections) text += section;
  return text;
}

std::string with_items(std::string_view items) {
  Sections sections = sound_sections();
  for (auto& [key, section] : sections)
    if (key == "categories")
      section = "categories:\n  - id: people\n    items:\n" + std::string(items) + std::string(kRest);
  return joined(sections);
}

/// The word before a colon, or before what somebody took for one.
std::string_view first_key(std::string_view example) {
  return example.substr(0, example.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"));
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The example cut before each line that is not indented.
std::vector<std::string> parts_of(std::string_view example) {
  std::vector<std::string> parts;
  while (!example.empty()) {
    std::size_t end = example.find('\n');
    while (end + 1 < example.size() && (example[end + 1] == ' ' || example[end + 1] == '\t'))
      end = example.find('\n', end + 1);
    end = std::min(end, example.size());
    parts.push_back(std::string(example.substr(0, end)) + '\n');
    example.remove_prefix(std::min(end + 1, example.size()));
  }
  return parts;
}

std::string indented(std::string_view text, std::size_t blanks) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    result += std::string(blanks, ' ') + std::string(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

}  // namespace

std::string rulebook_around(std::string_view example) {
  const std::string text(example);
  const std::string_view key = first_key(example);
  if (example.starts_with("- ") || key == "cwp") return text + '\n';
  if (example.starts_with('{'))
    return with_items(
        "      - " + text.substr(0, text.find("}, {")) +
        (text.find("}, {") == std::string::npos ? "" : "}\n      - " + text.substr(text.find("}, {") + 3)) + '\n');
  const bool form = is_one_of(key, {"award", "deduct", "target", "bands", "cases", "ranked", "judged"}) ||
                    (key == "points" && !example.starts_with("points: {"));
  if (form || is_one_of(key, {"per", "full", "applies", "exempt", "roll_up", "if_missing"})) {
    std::string item = "      - id: x\n";
    if (key != "per") item += "        per: month\n";
    if (key != "full") item += "        full: 10\n";
    item += indented(example, 8);
    if (!form) item += "        points: visits\n";
    return with_items(item);
  }
  Sections sections = sound_sections();
  std::set<std::string> given;
  bool defines = false;  // other names than those that the rest uses
  for (const std::string& part : parts_of(example)) {
    const std::string name(first_key(part));
    auto place =
        std::find_if(sections.begin(), sections.end(), [&](const auto& section) { return section.first == name; });
    if (place == sections.end()) place = sections.insert(sections.end(), {name, ""});
    defines = defines || is_one_of(name, {"metrics", "attributes", "parameters"});
    place->second = given.insert(name).second ? part : place->second + part;
  }
  for (auto& [name, section] : sections)
    if (name == "categories" && section.empty())
      section = "categories:\n  - id: people\n    items:\n      - {id: x, per: month, full: 10, points: 10}\n" +
                (defines ? "" : std::string(kRest));
  return joined(sections);
}

std::string rulebook_with_formula(std::string_view formula) {
  return rulebook_around("points: " + std::string(formula));
}

std::string rulebook_of_data() {
  return "cwp: 1\n"
         "id: example\n"
         "effective: {to: 2026-12-31}\n"
         "attributes: {area: {one_of: [urban, rural]}, joined: {type: date}}\n"
         "duty: {leave: exempt}\n"
         "metrics:\n"
         "  visits: {type: u16}\n"
         "  rate: {fold: mean, range: [0, 100], decimals: 1, unit: '%'}\n"
         "  drill: {type: bool}\n"
         "  survey: {per: month, fold: last}\n"
         "categories:\n"
         "  - id: people\n"
         "    items:\n"
         "      - {id: x, per: month, points: visits + rate + drill + survey, min: none, if_missing: zero,\n"
         "         applies: area = 'urban' or joined < period_end}\n"
         "assessments: {month: {}}\n";
}

std::string rulebook_to_extend() {
  return "cwp: 1\nid: province\nmetrics: {trainings: {type: u16}}\n"
         "categories:\n  - id: people\n    items:\n      - {id: drill, per: month, points: trainings}\n";
}

DataFile data_file_around(std::string_view example) {
  std::string text(example.substr(0, example.find("   #")));
  const std::string header = text.substr(0, text.find('\n'));
  const bool whole = header.find("date") != std::string::npos || header.find("from") != std::string::npos;
  if (!whole) text = "officer,date,visits\n" + text;
  const DataFile::Kind kind = header.find("status") != std::string::npos ? DataFile::Kind::duty
                              : header.find("from") != std::string::npos ? DataFile::Kind::roster
                                                                         : DataFile::Kind::metrics;
  return {kind, text + '\n'};
}

}  // namespace cwp
