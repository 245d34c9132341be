#include "standing/make_awards.hpp"

#include <algorithm>
#include <map>

#include "standing/late_formula.hpp"
#include "standing/pays.hpp"
#include "standing/selection.hpp"

namespace cwp {
namespace {

/// Who somebody is, from period to period.
using Key = std::pair<std::string, std::size_t>;
Key key_of(const Contestant& contestant) {
  return {contestant.subject, contestant.subject.empty() ? contestant.officer : 0};
}

/// The ranking by what everybody gained since the period before; who has no value in one of them has none.
std::vector<Contestant> placed_by_progress(const PeriodStanding& now, const PeriodStanding* before,
                                           const ScoreRanking& ranking, const Scorecard& card) {
  std::map<Key, Rational> earlier;
  if (before)
    for (const Contestant& contestant : before->contestants)
      if (contestant.value) earlier[key_of(contestant)] = *contestant.value;
  std::vector<Contestant> contestants = now.contestants;
  std::sort(contestants.begin(), contestants.end(),
            [](const Contestant& a, const Contestant& b) { return a.number < b.number; });
  for (Contestant& contestant : contestants) {
    const auto known = earlier.find(key_of(contestant));
    if (known == earlier.end())
      contestant.value.reset();
    else if (contestant.value)
      contestant.value = *contestant.value - known->second;
  }
  place(contestants, ranking, card);
  return contestants;
}

class AwardMaker {
 public:
  AwardMaker(const Run& run, const Standings& standings, const Grades& grades, std::size_t number,
             std::vector<RowIssue>& issues)
      : run_(run),
        card_(run.card()),
        award_(card_.awards[number]),
        written_(*award_.written),
        nodes_(run.graph().awards[number]),
        standings_(standings[award_.ranking]),
        grades_(award_.grades ? &grades[*award_.grades] : nullptr),
        formulas_(run.graph(), run.standing().leaves[award_.ranking], {card_.rounding.rounding}),
        issues_(issues) {}

  AwardTable table() {
    AwardTable table;
    table.id = written_.id.value;
    table.every = award_.grain;
    for (std::size_t p = 0; p < standings_.size(); ++p) choose(p);
    for (std::size_t p = 0; p < standings_.size(); ++p)
      if (standings_[p].at.published) add_rows(p, table.rows);
    return table;
  }

  /// Once the table is made.
  AwardNotes notes() const {
    AwardNotes notes;
    if (card_.rankings[award_.ranking].unit) return notes;
    for (std::size_t p = 0; p < standings_.size(); ++p) {
      const RankedPeriod& at = standings_[p].at;
      if (written_.progress && at.published)
        for (const Contestant& contestant : choices_[p].ranked)
          notes.progress[at.period].push_back(
              {contestant.officer, contestant.group, *contestant.rank, *contestant.value});
      if (written_.in_a_row <= 1 || !(at.published || at.complete)) continue;
      TurnNote& turns = notes.turns.emplace_back(TurnNote{at.period, at.complete, {}});
      for (const auto& [key, turn] : choices_[p].turns) turns.turns.push_back({key.second, turn});
    }
    return notes;
  }

 private:
  /// One period: those ranked (by progress, where the award says so), and whom the award names.
  struct Choice {
    std::vector<Contestant> ranked;  ///< by group, rank, key
    std::vector<bool> taken;
    std::map<Key, Turn> turns;  ///< of everybody listed
  };

  LateNames names(std::size_t p, const Contestant& contestant) const {
    LateNames names;
    names.rank = Value::of(Rational(*contestant.rank));
    if (!grades_) return names;
    const Grade& grade = (*grades_)[p][contestant.number];
    if (grade.level) names.grade = Value::of_text(card_.grades[*award_.grades].levels[*grade.level].written->id.value);
    return names;
  }

  void choose(std::size_t p) {
    const PeriodStanding& now = standings_[p];
    Choice choice;
    if (written_.progress) {
      const bool next = p > 0 && standings_[p - 1].at.period == now.at.period - 1;
      choice.ranked =
          placed_by_progress(now, next ? &standings_[p - 1] : nullptr, card_.rankings[award_.ranking], card_);
    } else {
      choice.ranked = now.contestants;
    }
    for (const Contestant& contestant : choice.ranked)
      choice.turns[key_of(contestant)] = contestant.on_duty ? Turn::not_named : Turn::passed_over;
    std::erase_if(choice.ranked, [](const Contestant& contestant) { return !contestant.rank; });
    std::vector<AwardCandidate> candidates;
    for (const Contestant& contestant : choice.ranked)
      candidates.push_back({contestant.order, contestant.group,
                            formulas_.condition(nodes_.when, *contestant.entry, names(p, contestant))});
    choice.taken = named(written_, candidates);
    for (std::size_t i = 0; i < choice.ranked.size(); ++i)
      if (choice.taken[i] && choice.ranked[i].on_duty) choice.turns[key_of(choice.ranked[i])] = Turn::named;
    choices_.push_back(std::move(choice));
  }

  /// Named in this period, and in the complete ones before it, as often as the award says; one without a duty day is
  /// passed over even where he was named.
  bool often_enough(std::size_t p, const Contestant& contestant) const {
    if (written_.in_a_row <= 1) return true;
    std::vector<Turn> turns;
    for (std::size_t q = 0; q < p; ++q) {
      if (!standings_[q].at.complete) continue;
      const auto turn = choices_[q].turns.find(key_of(contestant));
      turns.push_back(turn == choices_[q].turns.end() ? Turn::passed_over : turn->second);
    }
    turns.push_back(Turn::named);
    return in_a_row(turns, written_.in_a_row);
  }

  bool barred(const Contestant& contestant) const {
    return !written_.bottom && std::any_of(contestant.vetoes.begin(), contestant.vetoes.end(), [&](std::uint32_t veto) {
      return card_.vetoes[veto].written->bars_honours;
    });
  }

  void add_rows(std::size_t p, std::vector<AwardedOfficer>& rows) {
    std::vector<const Contestant*> winners;
    for (std::size_t i = 0; i < choices_[p].ranked.size(); ++i) {
      const Contestant& contestant = choices_[p].ranked[i];
      if (choices_[p].taken[i] && !barred(contestant) && often_enough(p, contestant)) winners.push_back(&contestant);
    }
    const std::vector<std::optional<Decimal>> amounts = amounts_of(p, winners);
    for (std::size_t i = 0; i < winners.size(); ++i)
      rows.push_back({standings_[p].at.period, winners[i]->group, winners[i]->officer, winners[i]->subject,
                      winners[i]->rank, amounts[i]});
  }

  std::vector<std::optional<Decimal>> amounts_of(std::size_t p, const std::vector<const Contestant*>& winners) {
    std::vector<std::optional<Decimal>> amounts(winners.size());
    if (written_.pays.kind == PayKind::pool) return pool_amounts(p, winners);
    for (std::size_t i = 0; i < winners.size(); ++i) {
      if (written_.pays.kind == PayKind::table) amounts[i] = table_amount(written_.pays.table, *winners[i]->rank);
      if (written_.pays.kind != PayKind::formula) continue;
      const Value value = pay(p, *winners[i]);
      if (value.present()) amounts[i] = to_money(value.number);
      if (!amounts[i]) issue("amount-unknown", p, person(*winners[i]));
    }
    return amounts;
  }

  std::vector<std::optional<Decimal>> pool_amounts(std::size_t p, const std::vector<const Contestant*>& winners) {
    std::vector<std::size_t> turns;  // equal remainders go by rank, then key
    for (std::size_t i = 0; i < winners.size(); ++i) turns.push_back(i);
    std::sort(turns.begin(), turns.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(*winners[a]->rank, winners[a]->number) < std::pair(*winners[b]->rank, winners[b]->number);
    });
    std::vector<Rational> shares;
    for (const std::size_t i : turns) {
      const Value share = pay(p, *winners[i]);
      shares.push_back(share.present() ? share.number : Rational(0));
    }
    std::vector<std::optional<Decimal>> amounts(winners.size());
    const auto shared = share_pool(written_.pays.pool.value, shares);
    for (std::size_t i = 0; shared && i < turns.size(); ++i) amounts[turns[i]] = (*shared)[i];
    if (!shared && !winners.empty()) issue("pool-unshared", p, "");
    return amounts;
  }

  Value pay(std::size_t p, const Contestant& contestant) {
    std::vector<LateFault> faults;
    const Value value = formulas_.value(nodes_.pays, *contestant.entry, names(p, contestant), &faults);
    for (const LateFault& fault : faults)
      issues_.push_back(
          fault_issue(run_, person(contestant), {fault.node, standings_[p].at.period}, fault.fault, written_.id.value));
    return value;
  }

  std::string person(const Contestant& contestant) const {
    return contestant.subject.empty() ? std::string(run_.data().key(contestant.officer)) : contestant.subject;
  }

  void issue(std::string_view reason, std::size_t p, std::string officer) {
    RowIssue made;
    made.reason = reason;
    made.file = written_.pays.place.source.name();
    made.line = written_.pays.place.source.position(written_.pays.place.span.begin).line;
    made.officer = std::move(officer);
    made.date = card_.calendar.label(standings_[p].at.period);
    made.metric = written_.id.value;
    made.expected = written_.id.value;
    issues_.push_back(std::move(made));
  }

  const Run& run_;
  const Scorecard& card_;
  const ScoreAward& award_;
  const Award& written_;
  const Graph::AwardNodes& nodes_;
  const std::vector<PeriodStanding>& standings_;
  const std::vector<std::vector<Grade>>* grades_;
  LateFormulas formulas_;
  std::vector<RowIssue>& issues_;
  std::vector<Choice> choices_;  // by period
};

}  // namespace

std::vector<AwardTable> make_awards(const Run& run, const Standings& standings, const Grades& grades,
                                    std::vector<RowIssue>& issues, std::vector<AwardNotes>& notes) {
  std::vector<AwardTable> tables;
  for (std::size_t a = 0; a < run.card().awards.size(); ++a) {
    notes.emplace_back();
    if (!run.standing().wanted[run.card().awards[a].ranking]) continue;
    AwardMaker maker(run, standings, grades, a, issues);
    tables.push_back(maker.table());
    notes.back() = maker.notes();
  }
  return tables;
}

}  // namespace cwp
