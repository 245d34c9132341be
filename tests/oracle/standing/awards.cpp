// Awards: who is named, and what is paid.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/standing/standing.hpp"

namespace cwp::oracle {

Value Standing::grade_of(const ScoreAward& award, const Contender& one, Period period) {
  if (!award.grades) return Value::missing(ValueType::text);
  const std::vector<Grade>& grades = this->grades(*award.grades, period);
  const std::vector<Contender>& ranked = contenders(award.ranking, period, false);
  for (std::size_t i = 0; i < ranked.size(); ++i)
    if (ranked[i].officers == one.officers && grades[i].index) return Value::of_text(grades[i].level);
  return Value::missing(ValueType::text);
}

// By top or bottom of each group, then by `when`: nobody moves up.
Standing::Places Standing::selected(const ScoreAward& award, Period period) {
  const ScoreRanking& ranking = card_.rankings[award.ranking];
  const Award& written = *award.written;
  const std::vector<Contender>& all = judged(award, period);
  std::map<std::string, Places> groups;
  for (const std::size_t i : ordered(all, ranking)) groups[all[i].group].push_back(i);
  Places places;
  for (auto [name, group] : groups) {
    const std::size_t ranked = group.size();
    if (written.top)
      group = first_of(group, quota_of(*written.top, written.quota, ranked), written.quota.edge, all, ranking);
    if (written.bottom) {
      std::reverse(group.begin(), group.end());
      group = first_of(group, quota_of(*written.bottom, written.quota, ranked), written.quota.edge, all, ranking);
    }
    for (const std::size_t i : group)
      if (!award.when ||
          ask(all[i], *award.when, period, Value::of(*all[i].rank), grade_of(award, all[i], period)).is_true())
        places.push_back(i);
  }
  std::sort(places.begin(), places.end());
  return places;
}

bool Standing::in_a_row(const ScoreAward& award, const Contender& one, Period period) {
  int count = 1;
  for (Period before = period - 1; count < award.written->in_a_row; before = before - 1) {
    if (oracle_.data().begins_before_data(before) || !oracle_.in_force(before)) return false;
    if (oracle_.provisional(before)) continue;  // docs/decisions/0012, 6: complete ones count
    std::vector<std::size_t> members = one.officers;
    const std::vector<Contender>& all = judged(award, before);
    const auto same = std::find_if(all.begin(), all.end(), [&](const Contender& other) {
      return one.subject.empty() ? other.officers == one.officers : other.subject == one.subject;
    });
    if (!one.subject.empty()) members = same == all.end() ? std::vector<std::size_t>{} : same->officers;
    if (std::none_of(members.begin(), members.end(),
                     [&](std::size_t officer) { return oracle_.data().duty_days(officer, before) > 0; }))
      continue;
    const Places places = selected(award, before);
    if (same == all.end() ||
        std::find(places.begin(), places.end(), static_cast<std::size_t>(same - all.begin())) == places.end())
      return false;
    ++count;
  }
  return true;
}

std::vector<Prize> Standing::award(std::size_t index, Period period) {
  const ScoreAward& award = card_.awards[index];
  const std::vector<Contender>& all = judged(award, period);
  std::vector<Prize> prizes;
  for (const std::size_t i : selected(award, period)) {
    const bool barred = std::any_of(card_.vetoes.begin(), card_.vetoes.end(), [&](const ScoreVeto& veto) {
      return veto.written->bars_honours && hit(all[i], veto, period);
    });
    if ((barred && !award.written->bottom) || !in_a_row(award, all[i], period)) continue;
    prizes.push_back({i, all[i].rank, std::nullopt});
  }
  pay(award, period, prizes);
  return prizes;
}

void Standing::pay(const ScoreAward& award, Period period, std::vector<Prize>& prizes) {
  const Pays& pays = award.written->pays;
  const std::vector<Contender>& all = judged(award, period);
  if (pays.kind == PayKind::pool) return pay_pool(award, period, prizes);
  for (Prize& prize : prizes) {
    if (pays.kind == PayKind::formula) {
      const Contender& one = all[prize.contender];
      const Value amount = ask(one, *award.pays, period, Value::of(*one.rank), grade_of(award, one, period));
      if (amount.present()) prize.amount = rounded(amount.number, 2, Rounding::half_up);
    } else if (pays.kind == PayKind::table) {
      prize.amount = Rational(0);
      for (const Pays::Row& row : pays.table)
        if (Rational(row.first) <= *prize.rank && *prize.rank <= Rational(row.last))
          prize.amount = rounded(Rational(row.amount.value), 2, Rounding::half_up);
    }
  }
}

// Whole cents first; those that are left go to the largest remainders, then by rank, then by key.
void Standing::pay_pool(const ScoreAward& award, Period period, std::vector<Prize>& prizes) {
  const std::vector<Contender>& all = judged(award, period);
  const Rational cents = rounded(Rational(award.written->pays.pool.value) * Rational(100), 0, Rounding::half_up);
  Numbers shares;
  for (const Prize& prize : prizes) {
    const Contender& one = all[prize.contender];
    const Value share = ask(one, *award.pays, period, Value::of(*one.rank), grade_of(award, one, period));
    shares.push_back(share.present() ? std::max(share.number, Rational(0)) : Rational(0));
  }
  const Rational sum = sum_of(shares);
  if (sum.is_zero()) return;
  struct Slice {
    std::size_t prize;
    Rational whole, rest;
  };
  std::vector<Slice> slices;
  Rational left = cents;
  for (std::size_t i = 0; i < prizes.size(); ++i) {
    const Rational due = cents * shares[i] / sum;
    const Rational whole = rounded(due, 0, Rounding::down);
    slices.push_back({i, whole, due - whole});
    left = left - whole;
  }
  std::stable_sort(slices.begin(), slices.end(), [&](const Slice& a, const Slice& b) {
    if (a.rest != b.rest) return b.rest < a.rest;
    return *prizes[a.prize].rank < *prizes[b.prize].rank;
  });
  for (Slice& slice : slices) {
    if (Rational(0) < left && !slice.rest.is_zero()) {
      slice.whole += Rational(1);
      left = left - Rational(1);
    }
    prizes[slice.prize].amount = slice.whole / Rational(100);
  }
}

}  // namespace cwp::oracle
