// Rankings: one more than the number of those who are better.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/standing/standing.hpp"

namespace cwp::oracle {

int compared(const Contender& a, const Contender& b, const ScoreRanking& ranking) {
  if (a.behind != b.behind) return a.behind ? 1 : -1;
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

std::vector<std::size_t> ordered(const std::vector<Contender>& all, const ScoreRanking& ranking) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].rank) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return compared(all[a], all[b], ranking) < 0; });
  return order;
}

Value Standing::ask(const Contender& one, const Term& term, Period period, const Value& rank, const Value& grade) {
  return oracle_.late_term(one.officer, term, period, rank, grade);
}

std::string Standing::group_of(std::size_t officer, const std::vector<std::uint32_t>& by, Period period) const {
  std::string group;
  for (std::size_t i = 0; i < by.size(); ++i) {
    const Value value = oracle_.data().attribute(officer, by[i], period);
    if (i > 0) group += '/';
    if (value.present()) group += *value.text;
  }
  return group;
}

// A veto is against officers: a unit is hit where it is in force for each of those who had a duty day; where nobody
// had one, for each of them.
bool Standing::hit(const Contender& one, const ScoreVeto& veto, Period period) {
  if (veto.grain != period.grain) return false;
  if (one.subject.empty()) return oracle_.fires(one.officers.front(), veto, period).is_true();
  const auto on_duty = [&](std::size_t officer) { return oracle_.data().duty_days(officer, period) > 0; };
  const bool any_on_duty = std::any_of(one.officers.begin(), one.officers.end(), on_duty);
  return std::all_of(one.officers.begin(), one.officers.end(), [&](std::size_t officer) {
    return (any_on_duty && !on_duty(officer)) || oracle_.fires(officer, veto, period).is_true();
  });
}

const std::vector<Contender>& Standing::contenders(std::size_t ranking, Period period, bool progress) {
  const auto known = contenders_.find({ranking, period, progress});
  if (known != contenders_.end()) return known->second;
  return contenders_[{ranking, period, progress}] = make_contenders(card_.rankings[ranking], period, progress);
}

// Of the officer; of a unit that of the first who had one among those who belonged to it then.
Value Standing::value_before(const ScoreRanking& ranking, const Contender& one, Period before) {
  const Value none = Value::missing();
  if (oracle_.data().begins_before_data(before)) return none;
  if (one.subject.empty())
    return oracle_.data().present_days(one.officer, before) > 0 ? ask(one, *ranking.of, before, none, none) : none;
  for (const Contender& other : make_contenders(ranking, before, false))
    if (other.subject == one.subject) return other.value;
  return none;
}

std::vector<Contender> Standing::make_contenders(const ScoreRanking& ranking, Period period, bool progress) {
  std::vector<Contender> all;
  for (std::size_t officer = 0; officer < oracle_.data().officers().size(); ++officer) {
    if (oracle_.data().present_days(officer, period) == 0) continue;
    Contender one;
    one.officers = {officer};
    one.officer = officer;
    if (ranking.unit) {
      const Value unit = oracle_.data().attribute(officer, *ranking.unit, period);
      if (!unit.present()) continue;
      one.subject = *unit.text;
      const auto same =
          std::find_if(all.begin(), all.end(), [&](const Contender& other) { return other.subject == one.subject; });
      if (same != all.end()) {
        same->officers.push_back(officer);
        continue;
      }
    }
    all.push_back(one);
  }
  const Value none = Value::missing();
  std::stable_sort(all.begin(), all.end(),
                   [](const Contender& a, const Contender& b) { return a.subject < b.subject; });
  for (Contender& one : all) {
    for (const std::size_t officer : one.officers) {
      one.officer = officer;
      one.value = ask(one, *ranking.of, period, none, none);
      if (one.value.present()) break;
      one.officer = one.officers.front();
    }
    if (progress && one.value.present()) {
      const Value before = value_before(ranking, one, period - 1);
      if (before.present())
        one.value.number = one.value.number - before.number;
      else
        one.value = before;
    }
    for (const std::size_t officer : one.officers) {
      one.group = group_of(officer, ranking.by, period);
      if (std::all_of(ranking.by.begin(), ranking.by.end(), [&](std::uint32_t attribute) {
            return oracle_.data().attribute(officer, attribute, period).present();
          }))
        break;
      one.group = group_of(one.officers.front(), ranking.by, period);
    }
    for (const ScoreTie& tie : ranking.ties) one.ties.push_back(ask(one, *tie.value, period, none, none));
    if (ranking.eligible) one.eligible = ask(one, *ranking.eligible, period, none, none).is_true();
    for (const ScoreVeto& veto : card_.vetoes) {
      if (veto.written->ranking == VetoRanking::unsaid || !hit(one, veto, period)) continue;
      if (veto.written->ranking == VetoRanking::last)
        one.behind = true;
      else if (one.excluded_by.empty())
        one.excluded_by = veto.written->id.value;
    }
    if (!one.value.present())
      one.reason = "no total";
    else if (!one.eligible)
      one.reason = "not eligible";
    else if (!one.excluded_by.empty())
      one.reason = "excluded by veto " + one.excluded_by;
  }
  give_ranks(ranking, all);
  return all;
}

void Standing::give_ranks(const ScoreRanking& ranking, std::vector<Contender>& all) const {
  for (std::size_t i = 0; i < all.size(); ++i) {
    Contender& one = all[i];
    if (!one.reason.empty()) continue;
    std::int64_t better = 0, equal = 0, equal_before = 0;
    std::vector<const Contender*> better_kinds;
    for (std::size_t j = 0; j < all.size(); ++j) {
      const Contender& other = all[j];
      if (other.group != one.group || !other.reason.empty()) continue;
      const int sign = compared(other, one, ranking);
      equal += sign == 0;
      equal_before += sign == 0 && j < i;
      if (sign >= 0) continue;
      ++better;
      if (std::none_of(better_kinds.begin(), better_kinds.end(),
                       [&](const Contender* kind) { return compared(*kind, other, ranking) == 0; }))
        better_kinds.push_back(&other);
    }
    one.tied = equal > 1;
    switch (ranking.written->method) {
      case RankMethod::competition:
        one.rank = Rational(better + 1);
        break;
      case RankMethod::dense:
        one.rank = Rational(static_cast<std::int64_t>(better_kinds.size()) + 1);
        break;
      case RankMethod::ordinal:
        one.rank = Rational(better + equal_before + 1);
        break;
      case RankMethod::fractional:
        one.rank = Rational(better + 1) + Rational(equal - 1) / Rational(2);
        break;
    }
  }
}

std::vector<std::string> Standing::broken(std::size_t index, Period period) {
  const ScoreExpectation& promise = card_.expectations[index];
  std::vector<std::string> found;
  std::map<std::string, Value> groups;  // the first answer that is known
  for (std::size_t officer = 0; officer < oracle_.data().officers().size(); ++officer) {
    if (oracle_.data().present_days(officer, period) == 0) continue;
    const Value holds = oracle_.term(officer, *promise.holds, period);
    if (!holds.present()) continue;
    if (promise.by.empty() && holds.is_false()) found.push_back(oracle_.data().officers()[officer]);
    if (!promise.by.empty()) groups.try_emplace(group_of(officer, promise.by, period), holds);
  }
  for (const auto& [group, holds] : groups)
    if (holds.is_false()) found.push_back(group);
  return found;
}

}  // namespace cwp::oracle
