#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cwp/write.hpp"

namespace cwp {
namespace {

using Json = nlohmann::json;

// Member by member: g++ 12 takes empty braces for a Place to be uninitialized.
Diagnostic diagnostic_at(std::string_view slug, const Place& place, std::vector<std::string> arguments) {
  Diagnostic diagnostic;
  diagnostic.slug = slug;
  diagnostic.place = place;
  diagnostic.arguments = std::move(arguments);
  return diagnostic;
}

TEST(DiagnosticsJson, SaysWhatWhereAndHowToMendIt) {
  const Source source("rules.yaml", "a: 1\n人员: vists\n");
  // `vists` is bytes 13 to 18: behind 5 bytes of the first line, two characters of three bytes, a colon and a blank.
  const Diagnostic diagnostic = diagnostic_at("unknown-item", {source, {13, 18}}, {"vists"});
  const Json json = Json::parse(to_json(std::vector{diagnostic}));
  ASSERT_EQ(json.size(), 1U);
  EXPECT_EQ(json[0]["slug"], "unknown-item");
  EXPECT_EQ(json[0]["severity"], "error");
  EXPECT_EQ(json[0]["file"], "rules.yaml");
  EXPECT_EQ(json[0]["line"], 2);
  EXPECT_EQ(json[0]["column"], 5);
  EXPECT_EQ(json[0]["end_line"], 2);
  EXPECT_EQ(json[0]["end_column"], 10);
  EXPECT_EQ(json[0]["message"], message(diagnostic));
  EXPECT_EQ(json[0]["hint"], hint(diagnostic));
  EXPECT_EQ(json[0]["notes"], Json::array());
}

TEST(DiagnosticsJson, NotesHavePlacesOfTheirOwn) {
  const Source source("rules.yaml", "a\nb\n");
  Note note;
  note.slug = "first-defined-here";
  note.place.source = source;
  note.place.span = {2, 3};
  note.arguments = {"b"};
  Diagnostic diagnostic = diagnostic_at("unknown-item", {source, {0, 1}}, {"b"});
  diagnostic.notes.push_back(note);
  const Json json = Json::parse(to_json(std::vector{diagnostic}, Language::zh));
  ASSERT_EQ(json[0]["notes"].size(), 1U);
  EXPECT_EQ(json[0]["notes"][0]["slug"], "first-defined-here");
  EXPECT_EQ(json[0]["notes"][0]["line"], 2);
  EXPECT_EQ(json[0]["notes"][0]["message"], message(note, Language::zh));
  EXPECT_EQ(json[0]["message"], message(diagnostic, Language::zh));
}

TEST(DiagnosticsJson, NothingIsAnEmptyArray) { EXPECT_EQ(to_json({}), "[]\n"); }

TEST(DiagnosticsJson, WithoutAPlaceThereIsNull) {
  const Json json = Json::parse(to_json(std::vector{diagnostic_at("no-data", Place(), {})}));
  for (const char* key : {"file", "line", "column", "end_line", "end_column"}) EXPECT_TRUE(json[0][key].is_null());
}

TEST(DiagnosticsJson, BytesThatAreNotUtf8AreReplaced) {
  const Json json = Json::parse(to_json(std::vector{diagnostic_at("unknown-item", Place(), {"\xC3("})}));
  EXPECT_NE(json[0]["message"].get<std::string>().find("\uFFFD("), std::string::npos);
}

TEST(DiagnosticsSarif, SaysWhatWhereAndHowToMendIt) {
  const Source source("办法 1.yaml", "a: 1\n人员: vists\n");
  Note note;
  note.slug = "first-defined-here";
  note.place.source = source;
  note.place.span = {0, 1};
  note.arguments = {"a"};
  Diagnostic diagnostic = diagnostic_at("unknown-item", {source, {13, 18}}, {"vists"});
  diagnostic.notes.push_back(note);
  const Json json = Json::parse(to_sarif(std::vector{diagnostic, diagnostic_at("no-data", Place(), {})}));
  EXPECT_EQ(json["version"], "2.1.0");
  const Json run = json["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["name"], "cwp");
  EXPECT_EQ(run["tool"]["driver"]["rules"], Json::parse(R"([{"id": "no-data"}, {"id": "unknown-item"}])"));
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  ASSERT_EQ(run["results"].size(), 2U);
  const Json result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "unknown-item");
  EXPECT_EQ(result["level"], "error");
  EXPECT_EQ(result["message"]["text"], message(diagnostic) + "\n" + hint(diagnostic));
  const Json place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "%E5%8A%9E%E6%B3%95%201.yaml");
  EXPECT_EQ(place["region"], Json::parse(R"({"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 10})"));
  EXPECT_EQ(result["relatedLocations"][0]["message"]["text"], message(note));
  EXPECT_FALSE(run["results"][1].contains("locations"));  // it has no place
}

TEST(DiagnosticsSarif, NothingIsARunWithoutResults) {
  const Json run = Json::parse(to_sarif({}))["runs"][0];
  EXPECT_EQ(run["results"], Json::array());
  EXPECT_EQ(Json::parse(to_sarif(std::vector{diagnostic_at(
                "no-data", {Source("/a/b.yaml", "x"), {0, 1}},
                {})}))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "file:///a/b.yaml");
}

}  // namespace
}  // namespace cwp
