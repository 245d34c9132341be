// Rankings by their plain definition: one more than the number of those who are better.

#include <algorithm>
#include <set>

#include "oracle/plain/folds.hpp"
#include "oracle/standing/standing.hpp"

namespace cwp::oracle {

Standing::Standing(const Scorecard& card, Oracle& oracle)
    : card_(card), oracle_(oracle), data_(oracle.data()), days_(oracle.days()) {
  oracle_.know_standing(
      [this](std::size_t officer, const Term& term, Period period) { return late(officer, term, period); });
}

std::string Standing::group_of(std::size_t officer, const std::vector<std::uint32_t>& by, Period period) const {
  std::string group;
  for (std::size_t i = 0; i < by.size(); ++i) {
    const Value value = data_.attribute(officer, by[i], period);
    if (i > 0) group += '/';
    if (value.present()) group += *value.text;
  }
  return group;
}

const std::string& Standing::name(const Placed& one) const {
  return one.subject.empty() ? data_.officers()[one.officer] : one.subject;
}

bool Standing::is_hit(const Placed& one, const Veto& veto, Period period) {
  const auto in_force = [&](std::size_t officer) {
    const std::vector<std::string> vetoes = oracle_.vetoes(officer, period);
    return std::find(vetoes.begin(), vetoes.end(), veto.id.value) != vetoes.end();
  };
  if (one.subject.empty()) return in_force(one.officer);
  std::size_t on_duty = 0, hit = 0;
  for (const std::size_t officer : one.officers) {
    if (data_.duty_days(officer, period) == 0) continue;
    ++on_duty;
    hit += in_force(officer);
  }
  if (on_duty > 0) return hit == on_duty;
  return std::all_of(one.officers.begin(), one.officers.end(), in_force);
}

void Standing::look_at_vetoes(const ScoreRanking& ranking, Period period, Placed& one) {
  for (const ScoreVeto& veto : card_.vetoes) {
    if (veto.grain != ranking.grain || !is_hit(one, *veto.written, period)) continue;
    if (veto.written->ranking == VetoRanking::last) one.last = true;
    if (veto.written->ranking != VetoRanking::exclude || !one.reason.empty()) continue;
    one.reason = "excluded by veto";
    one.veto = veto.written->id.value;
  }
}

Standing::Rows Standing::candidates(const ScoreRanking& ranking, Period period) {
  if (ranking.unit) return unit_candidates(ranking, period);
  Rows rows;
  for (std::size_t officer = 0; officer < data_.officers().size(); ++officer) {
    if (data_.present_days(officer, period) == 0) continue;
    Placed one;
    one.officer = one.key = officer;
    one.officers = {officer};
    one.group = group_of(officer, ranking.by, period);
    rows.push_back(std::move(one));
  }
  return rows;
}

Standing::Rows Standing::unit_candidates(const ScoreRanking& ranking, Period period) {
  std::map<std::string, Placed> units;
  for (std::size_t officer = 0; officer < data_.officers().size(); ++officer) {
    if (data_.present_days(officer, period) == 0) continue;
    const Value unit = data_.attribute(officer, *ranking.unit, period);
    if (unit.present()) units[*unit.text].officers.push_back(officer);
  }
  Rows rows;
  for (auto& [unit, one] : units) {
    one.subject = unit;
    one.key = rows.size();
    const auto valued = std::find_if(one.officers.begin(), one.officers.end(), [&](std::size_t officer) {
      return oracle_.term(officer, *ranking.of, period).present();
    });
    one.officer = valued == one.officers.end() ? one.officers.front() : *valued;
    const auto has_group = [&](std::size_t officer) {
      return std::all_of(ranking.by.begin(), ranking.by.end(),
                         [&](std::uint32_t by) { return data_.attribute(officer, by, period).present(); });
    };
    const auto whole = std::find_if(one.officers.begin(), one.officers.end(), has_group);
    one.group = group_of(whole == one.officers.end() ? one.officers.front() : *whole, ranking.by, period);
    rows.push_back(std::move(one));
  }
  return rows;
}

/// Negative: a is better. Absent ties are the worst.
int Standing::order(const Placed& a, const Placed& b, const ScoreRanking& ranking) const {
  if (a.last != b.last) return a.last ? 1 : -1;
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

bool Standing::are_equal(const Placed& a, const Placed& b, const ScoreRanking& ranking) const {
  return ranking.written->method != RankMethod::ordinal && order(a, b, ranking) == 0;
}

void Standing::give_ranks(const ScoreRanking& ranking, Rows& rows) const {
  for (Placed& one : rows) {
    if (!one.reason.empty()) continue;
    std::int64_t better = 0, equal = 0, equal_before = 0;
    std::vector<const Placed*> better_kinds;
    for (const Placed& other : rows) {
      if (other.group != one.group || !other.reason.empty()) continue;
      const int sign = order(other, one, ranking);
      equal += sign == 0;
      equal_before += sign == 0 && other.key < one.key;
      if (sign >= 0) continue;
      ++better;
      if (std::none_of(better_kinds.begin(), better_kinds.end(),
                       [&](const Placed* kind) { return order(*kind, other, ranking) == 0; }))
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
  // By group, rank, key; those without a rank are the last of their group.
  std::sort(rows.begin(), rows.end(), [](const Placed& a, const Placed& b) {
    if (a.group != b.group) return a.group < b.group;
    if (a.rank.has_value() != b.rank.has_value()) return a.rank.has_value();
    if (a.rank && *a.rank != *b.rank) return *a.rank < *b.rank;
    return a.key < b.key;
  });
}

const Standing::Rows& Standing::placed(std::size_t index, Period period) {
  const auto [at, is_new] = rankings_.try_emplace({index, period});
  if (!is_new) return at->second;
  const ScoreRanking& ranking = card_.rankings[index];
  Rows rows = candidates(ranking, period);
  for (Placed& one : rows) {
    one.value = oracle_.term(one.officer, *ranking.of, period);
    for (const ScoreTie& tie : ranking.ties) one.ties.push_back(oracle_.term(one.officer, *tie.value, period));
    if (!one.value.present())
      one.reason = "no total";
    else if (ranking.eligible && !oracle_.term(one.officer, *ranking.eligible, period).is_true())
      one.reason = "not eligible";
    look_at_vetoes(ranking, period, one);
  }
  give_ranks(ranking, rows);
  return at->second = std::move(rows);
}

/// The ranking of what was gained since the period before.
const Standing::Rows& Standing::progress(std::size_t index, Period period) {
  const auto [at, is_new] = progress_.try_emplace({index, period});
  if (!is_new) return at->second;
  const ScoreRanking& ranking = card_.rankings[index];
  Rows rows = placed(index, period), then;
  if (!data_.begins_before_data(period - 1) && oracle_.in_force(period - 1)) then = placed(index, period - 1);
  for (Placed& one : rows) {
    one.rank.reset();
    Value before = Value::missing();
    for (const Placed& earlier : then)
      if (name(earlier) == name(one)) before = earlier.value;
    if (one.value.present() && before.present())
      one.value.number = one.value.number - before.number;
    else
      one.reason = "no total";
  }
  give_ranks(ranking, rows);
  return at->second = std::move(rows);
}

std::vector<PrintedRank> Standing::ranking(std::size_t index, Period period) {
  RoundingRule rule = card_.rounding;
  if (const auto& assessment = card_.assessments[static_cast<std::size_t>(period.grain)]) rule = assessment->rounding;
  std::vector<PrintedRank> lines;
  for (const Placed& one : placed(index, period)) {
    PrintedRank line{.group = one.group, .officer = name(one), .rank = "", .value = "", .reason = one.reason};
    if (one.value.present()) line.value = printed(one.value.number, rule.decimals, rule.rounding);
    const bool halves = card_.rankings[index].written->method == RankMethod::fractional;
    if (one.rank) line.rank = printed(*one.rank, halves ? 1 : 0, Rounding::half_up);
    if (!one.veto.empty()) line.reason += " " + one.veto;
    line.tied = one.tied;
    line.vetoed = one.last || !one.veto.empty();
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace cwp::oracle
