#pragma once
// The ranking and the row that a question is about, and what is said where there is none.

#include <string_view>

#include "bulletin/titles.hpp"
#include "graph/scorecard.hpp"
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

}  // namespace cwp
