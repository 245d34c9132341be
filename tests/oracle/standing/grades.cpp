// Quotas and grades.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/standing/standing.hpp"

namespace cwp::oracle {

std::size_t Standing::size_of(const Quota& quota, const QuotaRules& rules, std::size_t ranked) const {
  const Rational all(static_cast<std::int64_t>(ranked));
  Rational wanted(quota.number);
  if (quota.percent) {
    constexpr std::array kRoundings = {Rounding::floor, Rounding::half_up, Rounding::ceil};
    wanted = rounded(all * wanted, 0, kRoundings[static_cast<std::size_t>(rules.rounding)]);
    wanted = std::max(wanted, Rational(rules.at_least));
  }
  return static_cast<std::size_t>(std::min(wanted, all).to_int64().value());
}

/// The first so many of a list that is in order. Those who tie across the edge are all out, or all in.
std::vector<const Placed*> Standing::first_of(std::vector<const Placed*> ordered, std::size_t wanted, QuotaEdge edge,
                                              const ScoreRanking& ranking) const {
  if (wanted >= ordered.size()) return ordered;
  if (wanted == 0) return {};
  std::vector<const Placed*> in;
  const Placed& last_in = *ordered[wanted - 1];
  const bool cut = are_equal(last_in, *ordered[wanted], ranking);
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const bool at_edge = cut && are_equal(*ordered[i], last_in, ranking);
    if (at_edge ? edge == QuotaEdge::in : i < wanted) in.push_back(ordered[i]);
  }
  return in;
}

const std::vector<Standing::Grade>& Standing::graded(std::size_t index, Period period) {
  const auto known = grades_.find({index, period});
  if (known != grades_.end()) return known->second;
  return grades_[{index, period}] = make_grades(card_.grades[index], period);
}

/// The place of the best level that vetoes leave him.
std::size_t Standing::best_allowed(const ScoreGradeSet& set, const Placed& one, Period period) {
  std::size_t best = 0;
  for (const ScoreVeto& veto : card_.vetoes) {
    if (veto.grain != set.grain || !veto.written->grade_at_most || !is_hit(one, *veto.written, period)) continue;
    for (std::size_t level = 0; level < set.levels.size(); ++level)
      if (set.levels[level].written->id.value == veto.written->grade_at_most->text) best = std::max(best, level);
  }
  return best;
}

std::vector<Standing::Grade> Standing::make_grades(const ScoreGradeSet& set, Period period) {
  with_progress_ = false;
  const Rows& rows = placed(set.ranking, period);
  const ScoreRanking& ranking = card_.rankings[set.ranking];
  std::vector<Grade> grades(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!rows[i].rank) grades[i].reason = "no rank";
  const auto grade_of = [&](const Placed* one) -> Grade& {
    return grades[static_cast<std::size_t>(one - rows.data())];
  };

  for (std::size_t level = 0; level < set.levels.size(); ++level) {
    const ScoreLevel& rule = set.levels[level];
    const auto group = [&](const Placed& one) {
      return rule.by.empty() ? one.group : group_of(one.officer, rule.by, period);
    };
    std::map<std::string, std::size_t> ranked;
    std::map<std::string, std::vector<const Placed*>> fitting;
    for (const Placed& one : rows) {
      if (!one.rank) continue;
      ++ranked[group(one)];
      Grade& grade = grade_of(&one);
      if (grade.level || !grade.reason.empty() || level < best_allowed(set, one, period)) continue;
      const Value when = rule.when ? oracle_.term(one.officer, *rule.when, period) : Value::of_truth(true);
      if (!when.present()) grade.reason = "condition unknown";
      if (when.is_true()) fitting[group(one)].push_back(&one);
    }
    for (auto& [name, list] : fitting) {
      std::stable_sort(list.begin(), list.end(), [&](const Placed* a, const Placed* b) {
        const int sign = order(*a, *b, ranking);
        return sign != 0 ? sign < 0 : a->key < b->key;
      });
      const auto& most = rule.written->at_most;
      const QuotaRules& rules = rule.written->quota;
      const std::size_t wanted = most ? size_of(*most, rules, ranked[name]) : list.size();
      for (const Placed* one : first_of(list, wanted, rules.edge, ranking)) grade_of(one).level = level;
    }
  }

  for (std::size_t i = 0; i < rows.size(); ++i) {
    Grade& grade = grades[i];
    if (!grade.reason.empty()) continue;
    if (!grade.level) {
      grade.reason = "no level holds";
    } else if (set.lower_by) {
      const Value lower = oracle_.term(rows[i].officer, *set.lower_by, period);
      if (!lower.present()) {
        grade = {std::nullopt, "condition unknown"};
        continue;
      }
      for (Rational k = lower.number; k >= Rational(1) && *grade.level + 1 < set.levels.size(); k = k - Rational(1))
        ++*grade.level;
    }
  }
  return grades;
}

std::vector<PrintedGrade> Standing::grades(std::size_t index, Period period) {
  const ScoreGradeSet& set = card_.grades[index];
  const std::vector<Grade>& grades = graded(index, period);
  std::vector<PrintedGrade> lines;
  for (std::size_t i = 0; i < grades.size(); ++i)
    lines.push_back({name(placed(set.ranking, period)[i]),
                     grades[i].level ? set.levels[*grades[i].level].written->id.value : "", grades[i].reason});
  return lines;
}

}  // namespace cwp::oracle
