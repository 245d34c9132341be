// Categories, totals, what is published, and rankings by their plain definition: one more than the number of those who
// are better.

#include "oracle/plain/oracle.hpp"

#include <algorithm>

#include "oracle/plain/folds.hpp"

namespace cwp::oracle {
namespace {

/// The worths of parts, added up as categories and totals do it.
struct PartsWorth {
  Rational points, full, reachable;
  bool counted = false, has_full = false, all_exempt = true, incomplete = false;
  Rational weighted, coverages;
  int parts = 0;

  void add(const Worth& part) {
    ++parts;
    incomplete = incomplete || part.points.incomplete;
    all_exempt = all_exempt && part.points.absence == Absence::exempt;
    coverages += part.coverage.value_or(Rational(0));
    if (part.full) {
      has_full = true;
      full += *part.full;
      reachable += part.reachable.value_or(Rational(0));
      weighted += *part.full * part.coverage.value_or(Rational(0));
    }
    if (!part.counted) return;
    counted = true;
    points += part.points.number;
  }
  std::optional<Rational> coverage() const {
    if (!full.is_zero()) return weighted / full;
    return parts == 0 ? Rational(0) : coverages / Rational(parts);
  }
};

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

Oracle::Oracle(const Scorecard& card, const InputRows& rows)
    : card_(card), days_(card.calendar.rules()), data_(*card.rulebook, rows, days_) {}

bool Oracle::holds_weeks(Grain grain) const {
  return std::any_of(card_.items.begin(), card_.items.end(), [&](const ScoreItem& item) {
    return item.grain == Grain::week && grain > Grain::week && item.roll_up != RollUpKind::none;
  });
}

bool Oracle::provisional(Period period) const { return !data_.complete(period, holds_weeks(period.grain)); }

std::vector<Period> Oracle::published(Grain grain, bool with_provisional) const {
  std::vector<Period> periods;
  for (Period period = days_.containing(data_.span().first, grain); data_.begun(period); period = period + 1)
    if (!data_.begins_before_data(period) && in_force(period) && (with_provisional || !provisional(period)))
      periods.push_back(period);
  return periods;
}

Worth Oracle::category(std::size_t officer, std::size_t index, Period period) {
  const Key key{officer, index, period};
  const auto known = categories_.find(key);
  if (known != categories_.end()) return known->second;
  const Worth worth = make_category(officer, card_.categories[index], period);
  categories_[key] = worth;
  return worth;
}

Worth Oracle::make_category(std::size_t officer, const ScoreCategory& category, Period period) {
  Worth worth;
  if (data_.begins_before_data(period) || !in_force(period)) return worth;
  PartsWorth parts;
  for (const std::uint32_t index : category.items)
    if (card_.holds(period.grain, card_.items[index])) parts.add(item(officer, index, period));
  for (const std::uint32_t index : category.categories)
    if (card_.holds(period.grain, card_.categories[index])) parts.add(this->category(officer, index, period));
  worth.coverage = parts.coverage();
  worth.counted = parts.counted;

  const Combine combine = category.written->combine;
  Rational points = parts.points;
  Rational reachable = parts.reachable;
  Rational full = parts.full;
  const bool has_full = parts.has_full || !category.start.is_zero() || category.full;
  if (combine == Combine::scaled) {
    full = category.full.value();
    if (parts.counted && !parts.reachable.is_zero()) points = full * parts.points / parts.reachable;
    reachable = parts.counted ? full : Rational(0);
  } else {
    full += category.start;
    if (parts.counted && data_.duty_days(officer, period) > 0) {
      points += category.start;
      reachable += category.start;
    }
    if (combine == Combine::capped) {
      if (full > *category.full) full = *category.full;
      if (reachable > full) reachable = full;
    }
  }
  if (has_full) {
    worth.full = full;
    worth.reachable = reachable;
  }
  worth.points = parts.all_exempt && parts.parts > 0 ? Value::exempt() : Value::missing();
  if (parts.counted) {
    Rational value = points;
    if (category.full && value > full) value = full;
    if (value < Rational(0)) value = Rational(0);
    worth.clamped = value != points;
    worth.points = carried(value, category.rounding);
  }
  worth.points.incomplete = parts.incomplete;
  return worth;
}

Worth Oracle::total(std::size_t officer, Period period) {
  const auto known = totals_.find({officer, period});
  if (known != totals_.end()) return known->second;
  const Worth worth = make_total(officer, period);
  totals_[{officer, period}] = worth;
  return worth;
}

Worth Oracle::make_total(std::size_t officer, Period period) {
  Worth worth;
  if (data_.begins_before_data(period) || !in_force(period)) return worth;
  const ScoreAssessment& assessment = card_.assessments[static_cast<std::size_t>(period.grain)].value();
  Value sum = Value::missing();
  if (assessment.total) {
    sum = term(officer, *assessment.total, period);
  } else {
    PartsWorth parts;
    for (std::size_t index = 0; index < card_.categories.size(); ++index)
      if (!card_.categories[index].parent && card_.holds(period.grain, card_.categories[index]))
        parts.add(category(officer, index, period));
    worth.coverage = parts.coverage();
    if (parts.has_full) {
      worth.full = parts.full;
      worth.reachable = parts.reachable;
    }
    if (parts.counted && !(assessment.scale && parts.reachable.is_zero())) {
      sum = Value::of(assessment.scale ? parts.points * *assessment.scale / parts.reachable : parts.points);
    } else if (!parts.counted && parts.parts > 0 && parts.all_exempt) {
      sum = Value::exempt();
    }
    sum.incomplete = parts.incomplete;
    if (assessment.coefficient) {
      const Value coefficient = term(officer, *assessment.coefficient, period);
      if (sum.present() && coefficient.present())
        sum.number = sum.number * coefficient.number;
      else if (sum.present())
        sum.absence = Absence::missing;
      sum.incomplete = sum.incomplete || coefficient.incomplete;
    }
  }
  worth.points = sum;
  if (!sum.present()) return worth;
  Rational value = sum.number;
  if (assessment.cap && value > *assessment.cap) value = *assessment.cap;
  if (assessment.floor && value < *assessment.floor) value = *assessment.floor;
  worth.clamped = value != sum.number;
  worth.counted = true;
  worth.points = carried(value, assessment.rounding);
  worth.points.incomplete = sum.incomplete;
  return worth;
}

Printed Oracle::print(const Worth& worth, const RoundingRule& rule, Period period) const {
  Printed figure;
  const auto marks = [&](const std::optional<Rational>& value) {
    return value ? printed(*value, rule.decimals, Rounding::half_up) : std::string();
  };
  if (worth.points.present()) figure.points = printed(worth.points.number, rule.decimals, rule.rounding);
  figure.full = marks(worth.full);
  figure.reachable = marks(worth.reachable);
  if (worth.coverage) figure.coverage = printed(*worth.coverage, 4, Rounding::half_up);
  figure.state = provisional(period) ? "provisional" : worth.points.incomplete ? "incomplete" : "final";
  figure.clamped = worth.clamped;
  figure.filled = worth.filled;
  return figure;
}

std::map<std::string, Printed> Oracle::row(std::size_t officer, Period period) {
  std::map<std::string, Printed> figures;
  const Printed nothing = print(Worth{}, card_.rounding, period);
  for (std::size_t i = 0; i < card_.items.size(); ++i) {
    const ScoreItem& one = card_.items[i];
    const bool held = card_.holds(period.grain, one);
    figures[one.written->id.value] = held ? print(item(officer, i, period), one.rounding, period) : nothing;
  }
  for (std::size_t i = 0; i < card_.categories.size(); ++i) {
    const ScoreCategory& one = card_.categories[i];
    const bool held = card_.holds(period.grain, one);
    figures[one.written->id.value] = held ? print(category(officer, i, period), one.rounding, period) : nothing;
  }
  const ScoreAssessment& assessment = card_.assessments[static_cast<std::size_t>(period.grain)].value();
  figures["total"] = print(total(officer, period), assessment.rounding, period);
  return figures;
}

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
