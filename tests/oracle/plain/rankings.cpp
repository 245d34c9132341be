// Rankings by their plain definition: one more than the number of those who are better.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {
namespace {

struct Candidate {
  std::size_t officer = 0;
  std::string group;
  Value value;
  bool eligible = true;
  std::vector<Value> ties;
};

/// Negative: a is better. Absent ties are the worst.
int order(const Candidate& a, const Candidate& b, const ScoreRanking& ranking) {
  int sign = (b.value.number - a.value.number).sign();
  if (ranking.written->ascending) sign = -sign;
  for (std::size_t i = 0; sign == 0 && i < a.ties.size(); ++i) {
    if (a.ties[i].present() != b.ties[i].present()) return a.ties[i].present() ? -1 : 1;
    if (!a.ties[i].present()) continue;
    sign = (b.ties[i].number - a.ties[i].number).sign();
    if (ranking.ties[i].ascending) sign = -sign;
  }
  return sign;
}

}  // namespace

std::vector<PrintedRank> Oracle::ranking(std::size_t index, Period period) {
  const ScoreRanking& ranking = card_.rankings[index];
  RoundingRule rule = card_.rounding;
  if (const auto& assessment = card_.assessments[static_cast<std::size_t>(period.grain)]) rule = assessment->rounding;
  std::vector<Candidate> candidates;
  for (std::size_t officer = 0; officer < data_.officers().size(); ++officer) {
    if (data_.present_days(officer, period) == 0) continue;
    Candidate one{.officer = officer, .group = "", .value = term(officer, *ranking.of, period), .ties = {}};
    for (std::size_t i = 0; i < ranking.by.size(); ++i) {
      const Value value = data_.attribute(officer, ranking.by[i], period);
      if (i > 0) one.group += '/';
      if (value.present()) one.group += *value.text;
    }
    if (ranking.eligible) one.eligible = term(officer, *ranking.eligible, period).is_true();
    for (const ScoreTie& tie : ranking.ties) one.ties.push_back(term(officer, *tie.value, period));
    candidates.push_back(std::move(one));
  }

  std::vector<PrintedRank> rows;
  for (const Candidate& one : candidates) {
    PrintedRank row{.officer = one.officer, .group = one.group, .rank = "", .value = "", .reason = "", .tied = false};
    if (one.value.present()) row.value = printed(one.value.number, rule.decimals, rule.rounding);
    if (!one.value.present())
      row.reason = "no total";
    else if (!one.eligible)
      row.reason = "not eligible";
    if (row.reason.empty()) {
      std::int64_t better = 0, equal = 0, equal_before = 0;
      std::vector<const Candidate*> better_kinds;
      for (const Candidate& other : candidates) {
        if (other.group != one.group || !other.value.present() || !other.eligible) continue;
        const int sign = order(other, one, ranking);
        equal += sign == 0;
        equal_before += sign == 0 && other.officer < one.officer;
        if (sign >= 0) continue;
        ++better;
        if (std::none_of(better_kinds.begin(), better_kinds.end(),
                         [&](const Candidate* kind) { return order(*kind, other, ranking) == 0; }))
          better_kinds.push_back(&other);
      }
      row.tied = equal > 1;
      switch (ranking.written->method) {
        case RankMethod::competition:
          row.rank = std::to_string(better + 1);
          break;
        case RankMethod::dense:
          row.rank = std::to_string(better_kinds.size() + 1);
          break;
        case RankMethod::ordinal:
          row.rank = std::to_string(better + equal_before + 1);
          break;
        case RankMethod::fractional:
          row.rank = printed(Rational(better + 1) + Rational(equal - 1) / Rational(2), 1, Rounding::half_up);
          break;
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace cwp::oracle
