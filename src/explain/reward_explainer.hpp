#pragma once
// RewardExplainer: which grades and awards an officer has in a period, and why.

#include <string>
#include <vector>

#include "engine/scores_state.hpp"
#include "explain/explainer.hpp"
#include "standing/late_formula.hpp"
#include "standing/standing_notes.hpp"

namespace cwp {

/// Of rankings of officers in the period's grain, as they stand in the scores; nothing where they were not made.
class RewardExplainer {
 public:
  RewardExplainer(const Scores& scores, const Run& run, const OfficerRun& own, Period period, Language language);

  /// One step for each grade set: the levels that were tried, with their conditions and quotas.
  std::vector<Explanation> grades() const;
  /// One step for each award: named or not, by place, condition, earlier periods and vetoes, and what it pays.
  std::vector<Explanation> awards() const;

 private:
  /// The officer in one ranking: his row in the table, and what he brought.
  struct Entrant {
    const RankedOfficer* row = nullptr;
    const RankingEntry* entry = nullptr;
    std::vector<const RankedOfficer*> ranked;  ///< of his group, best first
  };
  std::optional<Entrant> entrant(std::size_t ranking) const;

  // explain_grades.cpp
  Explanation grade(std::size_t set, const GradedOfficer& graded, const GradeNote& note, const Entrant& own) const;
  /// The levels that were tried, down to the one given.
  std::vector<Explanation> levels(std::size_t set, const GradeNote& note, const Entrant& own) const;
  std::string places_remark(const ScoreLevel& level, const LevelPlaces& places) const;
  std::string edge_remark(std::size_t size, std::size_t taken, QuotaEdge edge) const;
  const GradedOfficer* graded(std::size_t set) const;

  // explain_awards.cpp
  struct Standing;
  std::optional<Explanation> award(std::size_t number) const;
  /// Where he stands among those the award looks at; nothing where he has no rank there.
  std::optional<Standing> standing(std::size_t number, const Entrant& own) const;
  void tell_turns(std::size_t number, Explanation& step) const;
  void tell_pay(std::size_t number, const AwardedOfficer& named, const Entrant& own, const LateNames& names,
                Explanation& step) const;

  /// A condition or amount that may wait for ranks, down to the scores in it.
  Explanation formula(NodeId node, const RankingEntry& entry, const LateNames& names) const;
  Value value(NodeId node, const RankingEntry& entry, const LateNames& names) const;
  std::string say(std::string_view slug, const std::vector<std::string>& arguments = {}) const {
    return wording(slug, arguments, language_);
  }
  void add_remark(Explanation& step, const std::string& text) const { cwp::add_remark(step, text, language_); }

  const Scores& scores_;
  const Run& run_;
  const OfficerRun& own_;
  Period period_;
  Language language_;
  Explainer explainer_;
  OfficerResults results_;  ///< the officer's entries in all rankings
};

}  // namespace cwp
