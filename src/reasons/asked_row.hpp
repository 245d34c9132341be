#pragma once
// The ranking and the row that a question is about, and what is said where there is none.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "bulletin/titles.hpp"
#include "cwp/nearest.hpp"
#include "graph/scorecard.hpp"
#include "model/nearest_note.hpp"
#include "row/tidy_text.hpp"

namespace cwp {

/// Null: no ranking has this id.
inline const ScoreRanking* ranking_named(const Scorecard& card, std::string_view id) {
  for (const ScoreRanking& one : card.rankings)
    if (one.written->id.value == id) return &one;
  return nullptr;
}

/// The row of an officer or unit; null: he is not listed.
inline const RankedOfficer* listed_row(const RankingTable& table, const Scores& scores, Period period,
                                       std::string_view name) {
  const std::string key = tidy_text(name);
  for (const RankedOfficer& row : table.rows)
    if (row.period == period && who(row, scores) == key) return &row;
  return nullptr;
}

inline Diagnostic ranking_not_there(std::string_view id) { return {"ranking-not-there", {}, {std::string(id)}}; }
inline Diagnostic not_in_ranking(const Scorecard& card, std::string_view name, std::string_view id, Period period) {
  return {"not-in-ranking", {}, {std::string(name), std::string(id), card.calendar.label(period)}};
}
/// The same, with the nearest names where nobody of that name is known at all.
inline Diagnostic not_in_ranking(const Scores& scores, std::string_view name, const RankingTable& table,
                                 Period period) {
  Diagnostic problem{"not-in-ranking", {}, {std::string(name), table.id, rules_of(scores).calendar().label(period)}};
  if (scores.data().find_officer(name)) return problem;
  std::vector<std::string> known;
  for (const RankedOfficer& row : table.rows)
    if (!row.subject.empty() && std::find(known.begin(), known.end(), row.subject) == known.end())
      known.push_back(row.subject);
  const bool of_units = !known.empty();
  for (std::size_t i = 0; !of_units && i < scores.data().officer_count(); ++i)
    known.emplace_back(scores.data().officer_key(i));
  add_nearest(problem, nearest_names(name, known));
  return problem;
}

}  // namespace cwp
