#include "cwp/certain.hpp"

#include <algorithm>

#include "check/checked_state.hpp"
#include "engine/officer_results.hpp"
#include "reasons/asked_row.hpp"
#include "reasons/officer_in_period.hpp"
#include "reasons/open_figures.hpp"

namespace cwp {
namespace {

/// True or false, or both.
struct EitherWay {
  bool may = false, must = false;
};

EitherWay truth_of(const OpenReach& reach) {
  const bool may = reach.there && !(reach.bounds.high && reach.bounds.high->sign() <= 0);
  return {may, may && !reach.absent && reach.bounds.low && reach.bounds.low->sign() > 0};
}

/// All that decides where an officer stands.
struct OpenContestant {
  RankChance chance;
  std::size_t number = 0;
  OpenReach value;
  std::vector<Value> ties;
  bool ties_open = false;
  EitherWay ranked, behind;

  bool settled() const { return !value.open && !ties_open && behind.may == behind.must && ranked.may == ranked.must; }
};

/// Data that reach to the end of the period, so that its last figures are missing rather than outside.
Dataset reaching_to_the_end(const Scores& scores, Period period, const Calendar& calendar) {
  auto state = std::make_shared<DatasetState>(scores.data().state());
  DayRange span = scores.state().span;
  span.last = std::max(span.last, calendar.last_day(period));
  if (period.grain > Grain::week)
    span.last = std::max(span.last, calendar.last_day(calendar.inner(period, Grain::week).last));
  state->span = span;
  return Dataset(std::move(state));
}

class ChanceFinder {
 public:
  ChanceFinder(const Scores& scores, std::size_t ranking, Period period)
      : scores_(scores),
        card_(scores.state().plan.rules().state().scorecard),
        index_(ranking),
        ranking_(card_.rankings[ranking]),
        period_(period),
        data_(reaching_to_the_end(scores, period, card_.calendar)) {
    options_.window = card_.calendar.days(period);
    options_.grains = {period.grain};
    options_.provisional = true;
    run_.emplace(scores.state().plan, data_, options_);
    gather_all(*run_, options_);
  }

  RankChances all() {
    const RankingTable& table = *scores_.ranking(ranking_.written->id.value);
    find_open();
    for (const RankedOfficer& row : table.rows)
      if (row.period == period_) contestants_.push_back(contestant(row));
    RankChances chances;
    chances.ranking = table.id;
    chances.period = period_;
    for (OpenContestant& one : contestants_) place(one);
    for (OpenContestant& one : contestants_) chances.officers.push_back(std::move(one.chance));
    return chances;
  }

 private:
  /// Who is open is asked first: what hangs on others needs to know of all of them.
  void find_open() {
    std::vector<Instance> gathers;
    for (const Instance& instance : run_->schedule().order())
      if (run_->graph().nodes[instance.node].op == NodeOp::gather) gathers.push_back(instance);
    if (gathers.empty()) return;
    const OpenInstances none;
    for (std::size_t officer = 0; officer < run_->data().officer_count(); ++officer) {
      const OfficerRun own(*run_, officer);
      OpenFigures figures(*run_, own, scores_.state().span.last, none);
      for (const Instance& instance : gathers) figures.find_open(instance.node, instance.period, open_of_all_);
    }
  }

  OpenContestant contestant(const RankedOfficer& row) {
    const OfficerRun own(*run_, row.officer);
    OpenFigures figures(*run_, own, scores_.state().span.last, open_of_all_);
    OfficerResults entries;
    collect_entries(*run_, own, entries);
    const Graph::RankingNodes& nodes = run_->graph().rankings[index_];
    OpenContestant one;
    one.number = row.officer;
    one.value = figures.reach(nodes.of, period_);
    for (const RankingEntry& entry : entries.entries)
      if (entry.ranking == index_ && entry.period == period_) one.ties = entry.ties;
    for (const NodeId tie : nodes.ties) one.ties_open = one.ties_open || figures.reach(tie, period_).open;
    EitherWay eligible{true, true}, excluded;
    if (nodes.eligible != kNoNode) {
      const OpenReach& condition = figures.reach(nodes.eligible, period_);
      one.chance.open = condition.open;
      eligible = truth_of(condition);
    }
    for (std::uint32_t v = 0; v < card_.vetoes.size(); ++v) {
      if (!acts_on(card_.vetoes[v], ranking_)) continue;
      const OpenReach& veto = figures.reach(run_->graph().vetoes[v], period_);
      const EitherWay fires = truth_of(veto);
      const VetoRanking does = card_.vetoes[v].written->ranking;
      EitherWay* what = does == VetoRanking::exclude ? &excluded : does == VetoRanking::last ? &one.behind : nullptr;
      if (!what) continue;
      one.chance.open = one.chance.open || veto.open;
      what->may = what->may || fires.may;
      what->must = what->must || fires.must;
    }
    one.ranked = {one.value.there && eligible.may && !excluded.must,
                  !one.value.absent && one.value.there && eligible.must && !excluded.may};
    RankChance& chance = one.chance;
    chance.officer = scores_.data().officer_key(row.officer);
    chance.group = row.group;
    chance.rank = row.rank;
    chance.value = row.value;
    chance.open = chance.open || one.value.open || one.ties_open;
    chance.may_be_ranked = one.ranked.may;
    chance.is_ranked = one.ranked.must;
    const auto& assessment = card_.assessments[std::size_t(ranking_.grain)];
    const RoundingRule rule = assessment ? assessment->rounding : card_.rounding;
    const auto printed = [&](const std::optional<Rational>& bound) {
      return bound ? bound->rounded(rule.decimals, rule.rounding).to_decimal(rule.decimals) : std::nullopt;
    };
    if (one.value.there) chance.least = printed(one.value.bounds.low), chance.most = printed(one.value.bounds.high);
    return one;
  }

  /// Below 0: `a` stands before `b` by their ties; both are known.
  int by_ties(const OpenContestant& a, const OpenContestant& b) const {
    for (std::size_t i = 0; i < ranking_.ties.size(); ++i) {
      const Value &mine = a.ties[i], &other = b.ties[i];
      if (!mine.present() || !other.present()) {
        if (mine.present() != other.present()) return mine.present() ? -1 : 1;
        continue;
      }
      const auto order = mine.number <=> other.number;
      if (order != 0) return (order < 0) == ranking_.ties[i].ascending ? -1 : 1;
    }
    if (ranking_.written->method == RankMethod::ordinal) return a.number < b.number ? -1 : 1;
    return 0;
  }
  const std::optional<Rational>& best(const OpenContestant& one) const {
    return ranking_.written->ascending ? one.value.bounds.low : one.value.bounds.high;
  }
  const std::optional<Rational>& worst(const OpenContestant& one) const {
    return ranking_.written->ascending ? one.value.bounds.high : one.value.bounds.low;
  }
  /// Below 0: the value `a` is better.
  int order_of(const Rational& a, const Rational& b) const {
    const auto order = a <=> b;
    if (order == 0) return 0;
    return (order < 0) == ranking_.written->ascending ? -1 : 1;
  }

  bool can_be_ahead(const OpenContestant& a, const OpenContestant& b) const {
    if (!a.behind.must && b.behind.may) return true;
    if (a.behind.must && !b.behind.may) return false;
    if (!best(a) || !worst(b)) return true;
    const int order = order_of(*best(a), *worst(b));
    return order < 0 || (order == 0 && (a.ties_open || b.ties_open || by_ties(a, b) < 0));
  }
  bool is_ahead(const OpenContestant& a, const OpenContestant& b) const {
    if (a.behind.may && !b.behind.must) return false;
    if (!a.behind.may && b.behind.must) return true;
    if (!worst(a) || !best(b)) return false;
    const int order = order_of(*worst(a), *best(b));
    return order < 0 || (order == 0 && !a.ties_open && !b.ties_open && by_ties(a, b) < 0);
  }

  void place(OpenContestant& one) const {
    std::int64_t most = 0, fewest = 0, most_level = 0, fewest_level = 0;
    bool settled = one.settled();
    for (const OpenContestant& other : contestants_) {
      if (&other == &one || other.chance.group != one.chance.group || !other.ranked.may) continue;
      settled = settled && other.settled();
      const bool ahead = other.ranked.must && is_ahead(other, one), behind = other.ranked.must && is_ahead(one, other);
      const bool can_ahead = can_be_ahead(other, one), can_behind = can_be_ahead(one, other);
      most += can_ahead;
      fewest += ahead;
      most_level += !can_ahead && !is_ahead(one, other);
      fewest_level += other.settled() && one.settled() && !can_ahead && !can_behind;
      one.chance.fewest_behind += behind;
      one.chance.most_behind += can_behind;
    }
    RankChance& chance = one.chance;
    switch (ranking_.written->method) {
      case RankMethod::fractional:
        chance.best = {10 + 10 * fewest + 5 * fewest_level, 1};
        chance.worst = {10 + 10 * most + 5 * most_level, 1};
        break;
      case RankMethod::dense:
        // Those ahead may share ranks.
        chance.best = {1 + (fewest > 0), 0};
        chance.worst = {1 + most, 0};
        if (settled && chance.rank) chance.best = chance.worst = *chance.rank;
        break;
      default:
        chance.best = {1 + fewest, 0};
        chance.worst = {1 + most, 0};
    }
  }

  const Scores& scores_;
  const Scorecard& card_;
  std::size_t index_;
  const ScoreRanking& ranking_;
  Period period_;
  Dataset data_;
  ScoreOptions options_;
  std::optional<Run> run_;
  OpenInstances open_of_all_;
  std::vector<OpenContestant> contestants_;
};

}  // namespace

std::string_view to_text(Certainty certainty) {
  constexpr std::string_view kTexts[] = {"certainly", "possibly", "no"};
  return kTexts[static_cast<std::size_t>(certainty)];
}

Certainty RankChance::among_first(std::size_t number) const {
  const Decimal end{std::int64_t(number), 0};
  if (!may_be_ranked || end < best) return Certainty::no;
  return is_ranked && worst <= end ? Certainty::certainly : Certainty::possibly;
}

Certainty RankChance::among_last(std::size_t number) const {
  if (!may_be_ranked || fewest_behind >= number) return Certainty::no;
  return is_ranked && most_behind < number ? Certainty::certainly : Certainty::possibly;
}

Result<RankChances> certain_ranks(const Scores& scores, std::string_view ranking, Period period) {
  const Scorecard& card = scores.state().plan.rules().state().scorecard;
  const RankingTable* table = scores.ranking(ranking);
  const ScoreRanking* written = ranking_named(card, ranking);
  if (!table || !written) return ranking_not_there(ranking);
  if (written->unit) return Diagnostic{"certain-of-units", {}, {std::string(ranking)}};
  if (std::none_of(table->rows.begin(), table->rows.end(), [&](const auto& row) { return row.period == period; }))
    return not_in_ranking(card, "*", ranking, period);
  return ChanceFinder(scores, std::size_t(written - card.rankings.data()), period).all();
}

}  // namespace cwp
