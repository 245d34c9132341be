// Proofs for people, and as JSON.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/prove.hpp"

namespace cwp {
namespace {

using ProofJson = nlohmann::ordered_json;

std::string said_of(Verdict verdict, Language language) {
  constexpr std::string_view kSlugs[] = {"verdict-proved", "verdict-refuted", "verdict-undecided"};
  return wording(kSlugs[std::size_t(verdict)], {}, language);
}

/// `area rural, visits 8, missed 0`; attributes that are those of an ordinary officer are left out.
std::string figures_text(const ExampleOfficer& officer, Language language) {
  std::string text;
  const auto add = [&](const std::string& id, const std::string& value) {
    text += (text.empty() ? "" : ", ") + id + " " + value;
  };
  for (const auto& [id, value] : officer.attributes)
    if (std::find(officer.unusual.begin(), officer.unusual.end(), id) != officer.unusual.end()) add(id, value);
  for (const auto& [metric, figure] : officer.figures) add(metric, figure);
  for (const ExampleOfficer::Fact& fact : officer.facts) {
    std::string values;
    for (const auto& [column, value] : fact.values) values += (values.empty() ? "" : ", ") + column + " " + value;
    add(fact.table, std::to_string(fact.count) + (values.empty() ? "" : " (" + values + ")"));
  }
  if (text.empty()) return "-";
  if (officer.every == Grain::day) return wording("proof-each-day", {text}, language);
  return officer.every ? wording("proof-once", {text, std::string(to_text(*officer.every))}, language) : text;
}

std::string points_text(const RangeEnd& end) { return end.points ? end.points->to_text() : "-"; }

std::string surety(const RangeEnd& end, bool least, Language language) {
  if (end.verdict == Verdict::proved || end.bound.empty()) return said_of(end.verdict, language);
  return wording(least ? "proof-not-below" : "proof-not-above", {end.bound}, language);
}

std::string range_tables(const Proofs& proofs, Language language) {
  std::string text;
  for (std::size_t i = 0; i < proofs.ranges.size();) {
    const Grain grain = proofs.ranges[i].grain;
    const auto head = [&](std::string_view slug) { return wording(slug, {}, language); };
    MarkdownTable table({{head("proof-part"), false},
                         {head("proof-least"), true},
                         {"", false},
                         {head("proof-most"), true},
                         {"", false}});
    const RangeEnd *least = nullptr, *most = nullptr;
    for (; i < proofs.ranges.size() && proofs.ranges[i].grain == grain; ++i) {
      const PartRange& range = proofs.ranges[i];
      table.add_row({range.id, points_text(range.least), surety(range.least, true, language), points_text(range.most),
                     surety(range.most, false, language)});
      if (range.kind == PartKind::total) {
        least = &range.least;
        most = &range.most;
      }
    }
    text += (text.empty() ? "" : "\n") + markdown_heading(title_of(grain, language)) + table.to_text();
    if (least != nullptr)
      for (const RangeEnd* end : {least, most})
        text += "\n" + wording("proof-example", {points_text(*end), end->period, figures_text(end->officer, language)},
                               language);
    text += least != nullptr ? "\n" : "";
  }
  return text;
}

std::string claim_text(const Claim& claim, Language language) {
  std::string text = "  " + said_of(claim.verdict, language) + ": " + wording(claim.slug, claim.arguments, language);
  if (!claim.place.source.name().empty())
    text += "  [" + claim.place.source.name() + ":" +
            std::to_string(claim.place.source.position(claim.place.span.begin).line) + "]";
  text += "\n";
  if (claim.verdict != Verdict::refuted) return text;
  for (const ExampleOfficer& example : claim.examples) text += "      " + figures_text(example, language) + "\n";
  if (!claim.shown.empty()) text += "      → " + claim.shown + "\n";
  return text;
}

ProofJson officer_json(const ExampleOfficer& officer) {
  ProofJson json = {{"attributes", ProofJson::object()}, {"figures", ProofJson::object()}};
  for (const auto& [id, value] : officer.attributes) json["attributes"][id] = value;
  for (const auto& [id, value] : officer.figures) json["figures"][id] = value;
  for (const ExampleOfficer::Fact& fact : officer.facts) {
    ProofJson one = {{"table", fact.table}, {"count", fact.count}, {"values", ProofJson::object()}};
    for (const auto& [column, value] : fact.values) one["values"][column] = value;
    json["facts"].push_back(std::move(one));
  }
  if (officer.every) json["every"] = to_text(*officer.every);
  return json;
}

ProofJson end_json(const RangeEnd& end) {
  return {{"points", end.points ? ProofJson(end.points->to_text()) : ProofJson()},
          {"verdict", to_text(end.verdict)},
          {"bound", end.bound.empty() ? ProofJson() : ProofJson(end.bound)},
          {"period", end.period},
          {"officer", officer_json(end.officer)}};
}

std::string_view kind_word(PartKind kind) {
  constexpr std::string_view kWords[] = {"item", "category", "total", "adjustment"};
  return kWords[std::size_t(kind)];
}

}  // namespace

std::string to_text(const Proofs& proofs, Language language) {
  std::string text = range_tables(proofs, language);
  if (proofs.claims.empty()) return text;
  text += (text.empty() ? "" : "\n") + markdown_heading(wording("proof-claims", {}, language));
  for (const Verdict verdict : {Verdict::refuted, Verdict::undecided, Verdict::proved})
    for (const Claim& claim : proofs.claims)
      if (claim.verdict == verdict) text += claim_text(claim, language);
  return text;
}

std::string to_json(const Proofs& proofs, Language language) {
  ProofJson json = {{"ranges", ProofJson::array()}, {"claims", ProofJson::array()}};
  for (const PartRange& range : proofs.ranges)
    json["ranges"].push_back({{"grain", to_text(range.grain)},
                              {"part", range.id},
                              {"kind", kind_word(range.kind)},
                              {"least", end_json(range.least)},
                              {"most", end_json(range.most)}});
  for (const Claim& claim : proofs.claims) {
    const Position position = claim.place.source.position(claim.place.span.begin);
    ProofJson one = {{"slug", claim.slug},
                     {"verdict", to_text(claim.verdict)},
                     {"message", wording(claim.slug, claim.arguments, language)},
                     {"file", claim.place.source.name()},
                     {"line", position.line},
                     {"column", position.column},
                     {"shown", claim.shown},
                     {"examples", ProofJson::array()}};
    for (const ExampleOfficer& example : claim.examples) one["examples"].push_back(officer_json(example));
    json["claims"].push_back(std::move(one));
  }
  return json.dump(2, ' ', false, ProofJson::error_handler_t::replace) + "\n";
}

}  // namespace cwp
