// What one officer hands over to rankings, grades, awards and promises.

#include <algorithm>

#include "engine/officer_results.hpp"

namespace cwp {
namespace {

class EntryMaker {
 public:
  EntryMaker(const Run& run, const OfficerRun& officer) : run_(run), officer_(officer) {}

  bool present(Period period) const { return officer_.days().present_days(run_.card().calendar.days(period)) > 0; }

  RankingEntry ranking_entry(std::size_t number, Period period) const {
    const ScoreRanking& ranking = run_.card().rankings[number];
    const Graph::RankingNodes& nodes = run_.graph().rankings[number];
    RankingEntry entry;
    entry.ranking = std::uint32_t(number);
    entry.period = period;
    entry.group = values(ranking.by, period, &entry.has_group);
    if (ranking.unit) {
      bool has_unit = true;
      const std::string unit = values({*ranking.unit}, period, &has_unit);
      if (has_unit) entry.unit.push_back(unit);
    }
    const Value& value = officer_.cell(nodes.of, period).value;
    if (value.present()) entry.value = value.number;
    if (nodes.eligible != kNoNode) entry.eligible = officer_.cell(nodes.eligible, period).value.is_true();
    entry.on_duty = officer_.days().duty_days(run_.card().calendar.days(period)) > 0;
    for (const NodeId tie : nodes.ties) entry.ties.push_back(officer_.cell(tie, period).value);
    for (std::uint32_t v = 0; v < run_.card().vetoes.size(); ++v)
      if (acts_on(run_.card().vetoes[v], ranking) && officer_.cell(run_.graph().vetoes[v], period).value.is_true())
        entry.vetoes.push_back(v);
    for (const ScoreGradeSet& set : run_.card().grades)
      if (set.ranking == number)
        for (const ScoreLevel& level : set.levels) {
          RankingEntry::LevelGroup& group = entry.level_groups.emplace_back();
          group.text = values(level.by, period, &group.whole);
        }
    for (const NodeId leaf : run_.standing().leaves[number]) entry.leaves.push_back(officer_.cell(leaf, period).value);
    return entry;
  }

  std::optional<PromiseEntry> promise_entry(std::size_t number, Period period) const {
    const Value& holds = officer_.cell(run_.graph().expectations[number], period).value;
    if (!holds.present()) return std::nullopt;
    return PromiseEntry{number, period, values(run_.card().expectations[number].by, period), holds.truth()};
  }

 private:
  /// The values of the attributes joined by `/`; `all` becomes false where one of them is absent.
  std::string values(const std::vector<std::uint32_t>& attributes, Period period, bool* all = nullptr) const {
    std::string text;
    const ExactContext context = officer_.context(run_.gathers());
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      const Value value = attribute_value(context, attributes[i], run_.card().calendar.days(period));
      if (i > 0) text += '/';
      if (!value.present()) {
        if (all) *all = false;
        continue;
      }
      text += plain_text(value);
    }
    return text;
  }

  const Run& run_;
  const OfficerRun& officer_;
};

}  // namespace

RankingEntry ranking_entry(const Run& run, const OfficerRun& officer, std::size_t ranking, Period period) {
  return EntryMaker(run, officer).ranking_entry(ranking, period);
}

std::optional<PromiseEntry> promise_entry(const Run& run, const OfficerRun& officer, std::size_t promise,
                                          Period period) {
  return EntryMaker(run, officer).promise_entry(promise, period);
}

const RankingEntry* entry_of(const OfficerResults& results, std::size_t ranking, Period period) {
  const std::pair sought(std::uint32_t(ranking), period);
  const auto found = std::lower_bound(
      results.entries.begin(), results.entries.end(), sought,
      [](const RankingEntry& one, const auto& key) { return std::pair(one.ranking, one.period) < key; });
  return found != results.entries.end() && std::pair(found->ranking, found->period) == sought ? &*found : nullptr;
}

void collect_entries(const Run& run, const OfficerRun& officer, OfficerResults& results) {
  const EntryMaker maker(run, officer);
  std::size_t most = 0;
  for (const auto& periods : run.standing().rankings) most += periods.size();
  results.entries.reserve(most);
  for (std::size_t r = 0; r < run.card().rankings.size(); ++r)
    for (const RankedPeriod& ranked : run.standing().rankings[r])
      if (maker.present(ranked.period)) results.entries.push_back(maker.ranking_entry(r, ranked.period));
  for (std::size_t e = 0; e < run.card().expectations.size(); ++e)
    for (const Period period : run.standing().promises[e])
      if (maker.present(period))
        if (auto entry = maker.promise_entry(e, period)) results.promises.push_back(std::move(*entry));
}

void add_standing_roots(const Run& run, const OfficerRun& officer, std::vector<Instance>& roots) {
  const EntryMaker maker(run, officer);
  const auto add = [&](NodeId node, Period period) {
    if (node != kNoNode && !run.graph().late[node] && maker.present(period)) roots.push_back({node, period});
  };
  const auto add_published = [&](NodeId node, std::size_t ranking) {
    for (const RankedPeriod& ranked : run.standing().rankings[ranking])
      if (ranked.published) add(node, ranked.period);
  };
  for (std::size_t g = 0; g < run.card().grades.size(); ++g) {
    for (const NodeId when : run.graph().grades[g].when) add_published(when, run.card().grades[g].ranking);
    add_published(run.graph().grades[g].lower_by, run.card().grades[g].ranking);
  }
  for (std::size_t a = 0; a < run.card().awards.size(); ++a) {
    add_published(run.graph().awards[a].when, run.card().awards[a].ranking);
    add_published(run.graph().awards[a].pays, run.card().awards[a].ranking);
  }
  for (std::size_t e = 0; e < run.card().expectations.size(); ++e)
    for (const Period period : run.standing().promises[e]) add(run.graph().expectations[e], period);
}

}  // namespace cwp
