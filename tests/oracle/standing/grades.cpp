// Quotas and grades.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/standing/standing.hpp"

namespace cwp::oracle {

std::int64_t quota_of(const Quota& quota, const QuotaRules& rules, std::size_t ranked) {
  const auto all = static_cast<std::int64_t>(ranked);
  Rational number(quota.number);
  if (quota.percent) {
    constexpr std::array kRoundings = {Rounding::floor, Rounding::half_up, Rounding::ceil};
    number = rounded(number * Rational(all), 0, kRoundings[static_cast<std::size_t>(rules.rounding)]);
    number = std::max(number, Rational(rules.at_least));
  }
  return std::min(number, Rational(all)).to_int64().value();
}

std::vector<std::size_t> first_of(const std::vector<std::size_t>& ordered, std::int64_t wanted, QuotaEdge edge,
                                  const std::vector<Contender>& all, const ScoreRanking& ranking) {
  const auto size = static_cast<std::int64_t>(ordered.size());
  if (wanted <= 0) return {};
  if (wanted >= size) return ordered;
  const auto tie = [&](std::int64_t a, std::int64_t b) {
    return ranking.written->method != RankMethod::ordinal &&
           compared(all[ordered[static_cast<std::size_t>(a)]], all[ordered[static_cast<std::size_t>(b)]], ranking) == 0;
  };
  std::int64_t end = wanted;
  if (edge == QuotaEdge::in) {
    while (end < size && tie(end - 1, end)) ++end;
  } else {
    while (end > 0 && tie(end - 1, wanted)) --end;
  }
  return {ordered.begin(), ordered.begin() + end};
}

const std::vector<Grade>& Standing::grades(std::size_t set, Period period) {
  const auto known = grades_.find({set, period});
  if (known != grades_.end()) return known->second;
  return grades_[{set, period}] = make_grades(card_.grades[set], period);
}

std::vector<Grade> Standing::make_grades(const ScoreGradeSet& set, Period period) {
  const ScoreRanking& ranking = card_.rankings[set.ranking];
  const std::vector<Contender>& all = contenders(set.ranking, period, false);
  std::vector<Grade> grades(all.size());
  const Value no_grade = Value::missing(ValueType::text);
  std::vector<std::size_t> highest(all.size(), 0);  // the best level that vetoes leave open
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].rank) grades[i].reason = "no rank";
    for (const ScoreVeto& veto : card_.vetoes)
      for (std::size_t level = 0; veto.written->grade_at_most && level < set.levels.size(); ++level)
        if (set.levels[level].written->id.value == veto.written->grade_at_most->text && hit(all[i], veto, period))
          highest[i] = std::max(highest[i], level);
  }
  for (std::size_t level = 0; level < set.levels.size(); ++level) {
    const ScoreLevel& one = set.levels[level];
    const auto group = [&](std::size_t i) {
      if (one.by.empty()) return all[i].group;
      for (const std::size_t officer : all[i].officers)
        if (std::all_of(one.by.begin(), one.by.end(), [&](std::uint32_t attribute) {
              return oracle_.data().attribute(officer, attribute, period).present();
            }))
          return group_of(officer, one.by, period);
      return group_of(all[i].officers.front(), one.by, period);
    };
    std::map<std::string, std::vector<std::size_t>> fitting;
    std::map<std::string, std::size_t> ranked;
    for (const std::size_t i : ordered(all, ranking)) {
      ++ranked[group(i)];
      if (grades[i].index || !grades[i].reason.empty() || highest[i] > level) continue;
      const Value holds =
          one.when ? ask(all[i], *one.when, period, Value::of(*all[i].rank), no_grade) : Value::of_truth(true);
      if (!holds.present()) grades[i].reason = "condition unknown";
      if (holds.is_true()) fitting[group(i)].push_back(i);
    }
    for (const auto& [name, those] : fitting) {
      auto chosen = those;
      if (one.written->at_most)
        chosen = first_of(those, quota_of(*one.written->at_most, one.written->quota, ranked[name]),
                          one.written->quota.edge, all, ranking);
      for (const std::size_t i : chosen) grades[i].index = level;
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    Grade& grade = grades[i];
    if (!grade.reason.empty()) continue;
    if (!grade.index) {
      grade.reason = "no level holds";
      continue;
    }
    if (set.lower_by) {
      const Value down = ask(all[i], *set.lower_by, period, Value::missing(), no_grade);
      if (!down.present()) {
        grade.reason = "condition unknown";
        grade.index.reset();
        continue;
      }
      const auto last = static_cast<std::int64_t>(set.levels.size()) - 1;
      for (std::int64_t step = 1; Rational(step) <= down.number && step <= last; ++step)
        if (static_cast<std::int64_t>(*grade.index) < last) ++*grade.index;
    }
    grade.level = set.levels[*grade.index].written->id.value;
  }
  return grades;
}

}  // namespace cwp::oracle
