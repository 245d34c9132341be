// The tables of results as record batches.

#include <algorithm>

#include "arrow/arrow_result.hpp"
#include "bulletin/titles.hpp"
#include "check/checked_state.hpp"

namespace cwp {
namespace {

constexpr int kCoveragePlaces = 4, kAmountPlaces = 2;

/// How many places the figures of a part have, whether any is there or not.
int places_of(PartKind kind, std::string_view id, Grain grain, const Scorecard& card) {
  const auto of = [&](const auto& parts) {
    for (const auto& part : parts)
      if (part.written->id.value == id) return part.rounding.decimals;
    return card.rounding.decimals;
  };
  switch (kind) {
    case PartKind::item:
      return of(card.items);
    case PartKind::category:
      return of(card.categories);
    case PartKind::adjustment:
      return of(card.adjustments);
    case PartKind::total:
      break;
  }
  const auto& assessment = card.assessments[std::size_t(grain)];
  return assessment ? assessment->rounding.decimals : card.rounding.decimals;
}

const Scorecard& card_of(const Scores& scores) { return rules_of(scores).state().scorecard; }

/// Whether a ranking (of this id; any, where it is empty) gives halves of ranks.
int rank_places(std::string_view id, const Scorecard& card) {
  return std::any_of(card.rankings.begin(), card.rankings.end(), [&](const ScoreRanking& ranking) {
    return ranking.written->method == RankMethod::fractional && (id.empty() || ranking.written->id.value == id);
  });
}

template <class Put>
void give(std::vector<int> places, ArrowArray* array, ArrowSchema* schema, Put put) {
  ArrowResult result(std::move(places));
  put(result);
  std::move(result).give(array, schema);
}

}  // namespace

void to_arrow(const ScoreTable& table, const Scores& scores, ArrowArray* array, ArrowSchema* schema) {
  const Scorecard& card = card_of(scores);
  std::vector<int> places = {0, 0};  // period and officer
  for (std::size_t i = 0; i < table.ids.size(); ++i)
    places.push_back(places_of(table.kinds[i], table.ids[i], table.grain, card));
  places.push_back(places_of(PartKind::total, "", table.grain, card));  // reachable
  places.push_back(kCoveragePlaces);
  give(places, array, schema, [&](ResultText& out) { put_rows(out, table, scores); });
}

void parts_to_arrow(const ScoreTable& table, const Scores& scores, ArrowArray* array, ArrowSchema* schema) {
  int most = 0;
  for (std::size_t i = 0; i < table.ids.size(); ++i)
    most = std::max(most, places_of(table.kinds[i], table.ids[i], table.grain, card_of(scores)));
  give({0, 0, 0, most, most, most, kCoveragePlaces}, array, schema,
       [&](ResultText& out) { put_parts(out, table, scores); });
}

void to_arrow(const RankingTable& table, const Scores& scores, ArrowArray* array, ArrowSchema* schema) {
  const Scorecard& card = card_of(scores);
  give({0, 0, rank_places(table.id, card), 0, places_of(PartKind::total, "", table.every, card), 0}, array, schema,
       [&](ResultText& out) { put_rows(out, table, scores); });
}

void grades_to_arrow(const Scores& scores, ArrowArray* array, ArrowSchema* schema) {
  give({}, array, schema, [&](ResultText& out) { put_grades(out, scores); });
}
void awards_to_arrow(const Scores& scores, ArrowArray* array, ArrowSchema* schema) {
  give({0, 0, 0, rank_places("", card_of(scores)), kAmountPlaces}, array, schema,
       [&](ResultText& out) { put_awards(out, scores); });
}
void expectations_to_arrow(const Scores& scores, ArrowArray* array, ArrowSchema* schema) {
  give({}, array, schema, [&](ResultText& out) { put_expectations(out, scores); });
}
void issues_to_arrow(const Scores& scores, ArrowArray* array, ArrowSchema* schema) {
  give({}, array, schema, [&](ResultText& out) { put_issues(out, scores); });
}

}  // namespace cwp
