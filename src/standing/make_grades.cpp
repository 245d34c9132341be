#include "standing/make_grades.hpp"

#include <algorithm>

#include "standing/late_formula.hpp"

namespace cwp {
namespace {

/// Where the groups of this set's levels stand in RankingEntry::level_groups.
std::size_t first_level_group(const Scorecard& card, std::size_t set) {
  std::size_t first = 0;
  for (std::size_t g = 0; g < set; ++g)
    if (card.grades[g].ranking == card.grades[set].ranking) first += card.grades[g].levels.size();
  return first;
}

class SetGrader {
 public:
  SetGrader(const Run& run, std::size_t number)
      : card_(run.card()),
        set_(card_.grades[number]),
        nodes_(run.graph().grades[number]),
        first_group_(first_level_group(card_, number)),
        formulas_(run.graph(), run.standing().leaves[set_.ranking], {card_.rounding.rounding}) {
    for (const ScoreLevel& level : set_.levels) levels_.push_back({level.written->at_most, level.written->quota});
  }

  /// By Contestant::number.
  std::vector<Grade> grades(const PeriodStanding& standing, GradeNote& note) const {
    std::vector<Grade> all(standing.contestants.size(), Grade{std::nullopt, Ungraded::not_ranked});
    std::vector<std::size_t> ranked;
    std::vector<GradeCandidate> candidates;
    for (const Contestant& contestant : standing.contestants) {
      if (!contestant.rank) continue;
      ranked.push_back(contestant.number);
      candidates.push_back(candidate(contestant));
    }
    const std::vector<Grade> given = grade(levels_, candidates, &note.levels);
    for (std::size_t i = 0; i < ranked.size(); ++i) all[ranked[i]] = given[i];
    return all;
  }

 private:
  GradeCandidate candidate(const Contestant& contestant) const {
    const RankingEntry& entry = *contestant.entry;
    GradeCandidate made;
    made.order = contestant.order;
    made.best_level = best_level(set_, card_, contestant.vetoes);
    const LateNames names{Value::of(Rational(*contestant.rank))};
    for (std::size_t level = 0; level < set_.levels.size(); ++level) {
      const std::size_t at = first_group_ + level;
      const std::string& by_level =
          contestant.subject.empty() ? entry.level_groups[at].text : contestant.level_groups[at];
      made.groups.push_back(set_.levels[level].by.empty() ? contestant.group : by_level);
      made.when.push_back(formulas_.condition(nodes_.when[level], entry, names));
    }
    if (nodes_.lower_by != kNoNode) made.lower_by = formulas_.value(nodes_.lower_by, entry, names);
    return made;
  }

  const Scorecard& card_;
  const ScoreGradeSet& set_;
  const Graph::GradeNodes& nodes_;
  std::size_t first_group_;
  LateFormulas formulas_;
  std::vector<LevelRule> levels_;
};

}  // namespace

std::size_t best_level(const ScoreGradeSet& set, const Scorecard& card, const std::vector<std::uint32_t>& vetoes) {
  std::size_t best = 0;
  for (const std::uint32_t veto : vetoes) {
    const auto& limit = card.vetoes[veto].written->grade_at_most;
    if (!limit) continue;
    for (std::size_t level = 0; level < set.levels.size(); ++level)
      if (set.levels[level].written->id.value == limit->text) best = std::max(best, level);
  }
  return best;
}

Grades make_grades(const Run& run, const Standings& standings, std::vector<std::vector<GradeNote>>& notes) {
  Grades grades;
  for (std::size_t g = 0; g < run.card().grades.size(); ++g) {
    const SetGrader grader(run, g);
    auto& periods = grades.emplace_back();
    auto& kept = notes.emplace_back();
    for (const PeriodStanding& standing : standings[run.card().grades[g].ranking]) {
      GradeNote note;
      note.period = standing.at.period;
      periods.push_back(grader.grades(standing, note));
      if (!standing.at.published || run.card().rankings[run.card().grades[g].ranking].unit) continue;
      for (const Contestant& contestant : standing.contestants)
        if (const auto& given = periods.back()[contestant.number].given)
          note.given.push_back({contestant.officer, *given});
      kept.push_back(std::move(note));
    }
  }
  return grades;
}

std::vector<GradeTable> make_grade_tables(const Run& run, const Standings& standings, const Grades& grades) {
  std::vector<GradeTable> tables;
  for (std::size_t g = 0; g < grades.size(); ++g) {
    const ScoreGradeSet& set = run.card().grades[g];
    if (!run.standing().wanted[set.ranking]) continue;
    GradeTable table;
    table.id = set.written->id.value;
    table.every = set.grain;
    for (std::size_t p = 0; p < grades[g].size(); ++p) {
      const PeriodStanding& standing = standings[set.ranking][p];
      if (!standing.at.published) continue;
      for (const Contestant& contestant : standing.contestants) {
        const Grade& grade = grades[g][p][contestant.number];
        table.rows.push_back({standing.at.period, contestant.officer, contestant.subject,
                              grade.level ? set.levels[*grade.level].written->id.value : std::string(), grade.reason});
      }
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace cwp
