#include <algorithm>

#include "lint/doubts.hpp"

namespace cwp {
namespace {

void look_at_ties(const Doubts& doubts, const ScoreRanking& ranking) {
  constexpr std::size_t kMost = 100;  // more are compared in no reasonable time
  for (std::size_t i = 0; i < std::min(ranking.ties.size(), kMost); ++i) {
    if (!ranking.ties[i].value) continue;
    const Term& tie = *ranking.ties[i].value;
    if (tie.kind == TermKind::invalid) continue;
    const auto is_same = [&](const ScoreTie& other) { return other.value && same_term(*other.value, tie); };
    const bool group = tie.kind == TermKind::attribute &&
                       std::find(ranking.by.begin(), ranking.by.end(), tie.index) != ranking.by.end();
    const bool repeats = (ranking.of && same_term(*ranking.of, tie)) ||
                         std::any_of(ranking.ties.begin(), ranking.ties.begin() + std::ptrdiff_t(i), is_same);
    if (repeats || group || tie.kind == TermKind::constant || tie.kind == TermKind::parameter)
      doubts.add("tie-decides-nothing", tie.source, {written_at(tie.source)});
  }
}

/// A small share of a small group is nobody when it is rounded down.
void look_at_quota(const Doubts& doubts, const std::optional<Quota>& quota, const QuotaRules& rules, bool in_groups) {
  if (!quota || !quota->percent || !in_groups || rules.rounding != QuotaRounding::floor || rules.at_least > 0) return;
  const Rational share(quota->number);
  if (share.sign() <= 0 || Rational(1, 5) <= share) return;
  doubts.add("quota-may-be-nobody", quota->place,
             {(share * Rational(100)).to_text() + "%", (Rational(1) / share).ceil().to_text()});
}

}  // namespace

void doubt_standing(const Doubts& doubts) {
  const Scorecard& card = doubts.card;
  const auto in_groups = [&](std::uint32_t ranking) {  // one that is misspelt is none
    return ranking < card.rankings.size() && !card.rankings[ranking].by.empty();
  };
  for (const ScoreRanking& ranking : card.rankings) look_at_ties(doubts, ranking);
  for (const ScoreGradeSet& set : card.grades)
    for (const ScoreLevel& level : set.levels)
      look_at_quota(doubts, level.written->at_most, level.written->quota, !level.by.empty() || in_groups(set.ranking));
  for (const ScoreAward& award : card.awards)
    for (const auto& quota : {award.written->top, award.written->bottom})
      look_at_quota(doubts, quota, award.written->quota, in_groups(award.ranking));
}

}  // namespace cwp
