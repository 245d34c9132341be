#pragma once
// Rulebooks of two metrics with small promises, and everybody there can be, scored.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cwp/load.hpp"
#include "cwp/prove.hpp"
#include "cwp/score.hpp"

namespace cwp {

/// Two monthly metrics a and b of 0 to 4, and these items (lines of a list), and more behind them.
inline CheckedRulebook small_rules(const std::string& items, const std::string& more = "assessments: {month: {}}\n",
                                   const std::string& metrics =
                                       "  a: {per: month, fold: last, type: u8, max: 4, better: more}\n"
                                       "  b: {per: month, fold: last, type: u8, max: 4, better: less}\n") {
  return load_and_check(Source("rules.yaml", "cwp: 1\nid: t\nmetrics:\n" + metrics +
                                                 "categories:\n  - id: work\n    items:\n" + items + more))
      .value();
}

/// Everybody there can be: one officer for each pair of figures, in one month.
struct Everybody {
  std::map<std::string, std::pair<Decimal, Decimal>> ends;  // by part: least and most
  std::map<std::string, std::map<std::pair<int, int>, Decimal>> points;
};
inline Everybody everybody(const CheckedRulebook& rules) {
  DatasetBuilder builder(rules);
  std::vector<std::pair<int, int>> figures;
  for (int a = 0; a <= 4; ++a)
    for (int b = 0; b <= 4; ++b) {
      const std::string key = "o" + std::to_string(a) + std::to_string(b);
      figures.emplace_back(a, b);
      builder.add_officer(key, std::nullopt, std::nullopt, {});
      builder.add_metric(key, "2026-01", "a", std::to_string(a));
      builder.add_metric(key, "2026-01", "b", std::to_string(b));
    }
  builder.set_span({*Day::parse("2026-01-01"), *Day::parse("2026-01-31")});
  const Scores scores = score(compile(rules), builder.finish().value()).value();
  Everybody all;
  const ScoreTable& table = *scores.table(Grain::month);
  for (const ScoreRow& row : table.rows)
    for (std::size_t i = 0; i < table.ids.size(); ++i) {
      if (!row.parts[i].points) continue;
      const Decimal points = *row.parts[i].points;
      const auto [end, fresh] = all.ends.try_emplace(table.ids[i], points, points);
      if (points < end->second.first) end->second.first = points;
      if (end->second.second < points) end->second.second = points;
      all.points[table.ids[i]][figures[row.officer]] = points;
    }
  return all;
}

/// The figures of an example: 0 where it has none.
inline std::pair<int, int> figures_of(const ExampleOfficer& officer) {
  std::pair<int, int> figures;
  for (const auto& [id, value] : officer.figures) (id == "a" ? figures.first : figures.second) = std::stoi(value);
  return figures;
}

inline const Claim* claim_of(const Proofs& proofs, std::string_view slug, const std::vector<std::string>& arguments) {
  for (const Claim& claim : proofs.claims)
    if (claim.slug == slug && claim.arguments == arguments) return &claim;
  return nullptr;
}

}  // namespace cwp
