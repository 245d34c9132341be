// Awards: who is named, and what they are paid.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/standing/standing.hpp"

namespace cwp::oracle {

const Standing::Rows& Standing::rows_of(const ScoreAward& award, Period period) {
  return award.written->progress ? progress(award.ranking, period) : placed(award.ranking, period);
}

Value Standing::late(std::size_t officer, const Term& term, Period period) {
  if (term.kind == TermKind::rank) {
    for (const Placed& one : with_progress_ ? progress(term.index, period) : placed(term.index, period))
      if (one.officer == officer && one.rank) return Value::of(*one.rank);
    return Value::missing();
  }
  const bool with_progress = with_progress_;
  const ScoreGradeSet& set = card_.grades[term.index];
  const std::vector<Grade>& grades = graded(term.index, period);
  with_progress_ = with_progress;
  for (std::size_t i = 0; i < grades.size(); ++i)
    if (placed(set.ranking, period)[i].officer == officer && grades[i].level)
      return Value::of_text(set.levels[*grades[i].level].written->id.value);
  return Value::missing(ValueType::text);
}

/// Those whom `top`, `bottom` and `when` name in this very period, in printed order.
std::vector<const Placed*> Standing::named(const ScoreAward& award, Period period) {
  const Award& written = *award.written;
  const ScoreRanking& ranking = card_.rankings[award.ranking];
  std::map<std::string, std::vector<const Placed*>> groups;
  for (const Placed& one : rows_of(award, period))
    if (one.rank) groups[one.group].push_back(&one);
  std::vector<const Placed*> named;
  for (auto& [group, list] : groups) {
    std::vector<const Placed*> chosen = list;
    std::sort(list.begin(), list.end(), [&](const Placed* a, const Placed* b) {
      const int sign = order(*a, *b, ranking);
      return sign != 0 ? sign < 0 : a->key < b->key;
    });
    if (written.bottom) std::reverse(list.begin(), list.end());
    if (const auto& quota = written.bottom ? written.bottom : written.top)
      chosen = first_of(list, size_of(*quota, written.quota, list.size()), written.quota.edge, ranking);
    for (const Placed* one : chosen) {
      with_progress_ = written.progress;
      if (!award.when || oracle_.term(one->officer, *award.when, period).is_true()) named.push_back(one);
    }
  }
  return named;
}

bool Standing::is_passed_over(const ScoreAward& award, const Placed& one, Period period) {
  std::vector<std::size_t> officers = one.officers;
  if (!one.subject.empty()) {
    officers.clear();
    for (std::size_t officer = 0; officer < data_.officers().size(); ++officer) {
      const Value unit = data_.attribute(officer, *card_.rankings[award.ranking].unit, period);
      if (unit.present() && *unit.text == one.subject) officers.push_back(officer);
    }
  }
  return std::none_of(officers.begin(), officers.end(),
                      [&](std::size_t officer) { return data_.duty_days(officer, period) > 0; });
}

bool Standing::is_named_in_a_row(const ScoreAward& award, const Placed& one, Period period) {
  int count = 1;
  for (Period earlier = period - 1; count < award.written->in_a_row; earlier = earlier - 1) {
    if (data_.begins_before_data(earlier) || !oracle_.in_force(earlier)) return false;
    if (oracle_.provisional(earlier) || is_passed_over(award, one, earlier)) continue;
    const std::vector<const Placed*> then = named(award, earlier);
    if (std::none_of(then.begin(), then.end(), [&](const Placed* other) { return name(*other) == name(one); }))
      return false;
    ++count;
  }
  return true;
}

std::vector<PrintedAward> Standing::award(std::size_t index, Period period) {
  const ScoreAward& award = card_.awards[index];
  std::vector<const Placed*> winners;
  for (const Placed* one : named(award, period)) {
    bool barred = false;
    for (const ScoreVeto& veto : card_.vetoes)
      barred = barred || (veto.written->bars_honours && veto.grain == award.grain && !award.written->bottom &&
                          is_hit(*one, *veto.written, period));
    if (!barred && is_named_in_a_row(award, *one, period)) winners.push_back(one);
  }
  std::sort(winners.begin(), winners.end(), [](const Placed* a, const Placed* b) {
    if (a->group != b->group) return a->group < b->group;
    if (*a->rank != *b->rank) return *a->rank < *b->rank;
    return a->key < b->key;
  });
  const std::vector<std::string> paid = amounts(award, winners, period);
  const bool halves = card_.rankings[award.ranking].written->method == RankMethod::fractional;
  std::vector<PrintedAward> lines;
  for (std::size_t i = 0; i < winners.size(); ++i)
    lines.push_back(
        {winners[i]->group, name(*winners[i]), printed(*winners[i]->rank, halves ? 1 : 0, Rounding::half_up), paid[i]});
  return lines;
}

std::vector<std::string> Standing::amounts(const ScoreAward& award, const std::vector<const Placed*>& named,
                                           Period period) {
  const Pays& pays = award.written->pays;
  if (pays.kind == PayKind::pool) return pool_shares(award, named, period);
  std::vector<std::string> amounts(named.size());
  with_progress_ = award.written->progress;
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (pays.kind == PayKind::formula) {
      const Value amount = oracle_.term(named[i]->officer, *award.pays, period);
      if (amount.present()) amounts[i] = printed(amount.number, 2, Rounding::half_up);
    } else if (pays.kind == PayKind::table) {
      Rational amount(0);
      for (const Pays::Row& row : pays.table)
        if (Rational(row.first) <= *named[i]->rank && *named[i]->rank <= Rational(row.last))
          amount = Rational(row.amount.value);
      amounts[i] = printed(amount, 2, Rounding::half_up);
    }
  }
  return amounts;
}

/// Whole cents to everybody, then one more each to those with the largest remainders.
std::vector<std::string> Standing::pool_shares(const ScoreAward& award, const std::vector<const Placed*>& named,
                                               Period period) {
  std::vector<Rational> shares;
  with_progress_ = award.written->progress;
  for (const Placed* one : named) {
    const Value share = oracle_.term(one->officer, *award.pays, period);
    shares.push_back(share.present() ? std::max(share.number, Rational(0)) : Rational(0));
  }
  const Rational all = sum_of(shares);
  if (all.is_zero()) return std::vector<std::string>(named.size());
  const Rational cents = rounded(Rational(award.written->pays.pool.value), 2, Rounding::half_up) * Rational(100);
  std::vector<Rational> paid, rests;
  Rational left = cents;
  for (const Rational& share : shares) {
    const Rational due = cents * share / all;
    paid.push_back(rounded(due, 0, Rounding::floor));
    rests.push_back(due - paid.back());
    left = left - paid.back();
  }
  std::vector<std::size_t> by_rest(named.size());
  for (std::size_t i = 0; i < by_rest.size(); ++i) by_rest[i] = i;
  std::sort(by_rest.begin(), by_rest.end(), [&](std::size_t a, std::size_t b) {
    if (rests[a] != rests[b]) return rests[b] < rests[a];
    if (*named[a]->rank != *named[b]->rank) return *named[a]->rank < *named[b]->rank;
    return named[a]->key < named[b]->key;
  });
  for (std::size_t i = 0; Rational(0) < left; ++i, left = left - Rational(1)) paid[by_rest[i]] += Rational(1);
  std::vector<std::string> amounts;
  for (const Rational& amount : paid) amounts.push_back(printed(amount / Rational(100), 2, Rounding::half_up));
  return amounts;
}

std::vector<PrintedPromise> Standing::broken(std::size_t index, Period period) {
  const ScoreExpectation& promise = card_.expectations[index];
  std::map<std::string, std::optional<bool>> groups;
  std::vector<PrintedPromise> lines;
  for (std::size_t officer = 0; officer < data_.officers().size(); ++officer) {
    if (data_.present_days(officer, period) == 0) continue;
    const Value holds = oracle_.term(officer, *promise.holds, period);
    if (promise.by.empty()) {
      if (holds.is_false()) lines.push_back({promise.written->id.value, "", data_.officers()[officer]});
      continue;
    }
    std::optional<bool>& judged = groups[group_of(officer, promise.by, period)];
    if (!judged && holds.present()) judged = holds.truth();
  }
  for (const auto& [group, judged] : groups)
    if (judged == false) lines.push_back({promise.written->id.value, group, ""});
  return lines;
}

}  // namespace cwp::oracle
