#pragma once
// CardMaker: a Rulebook to a Scorecard, part by part, each in a source file of its own.

#include <vector>

#include "term/term_maker.hpp"

namespace cwp {

struct WholeDemand;

class CardMaker {
 public:
  CardMaker(const Rulebook& rulebook, Scorecard& card, std::vector<Diagnostic>& diagnostics);

  /// Fills the card and reports whatever is wrong, but for cycles (check_cycles.hpp).
  void make();

 private:
  // make_outline.cpp: what must be known before formulas are read
  void outline();
  void outline_parts(const std::vector<Category>& categories, std::optional<std::uint32_t> parent,
                     std::vector<std::uint32_t>* siblings);
  void outline_assessments();
  void make_parameters();
  void check_unused_values();
  void warn_of_unused();
  DayRange in_force(const Effective& written, DayRange around = {kFirstDay, kLastDay});
  RoundingRule rounding_of(const RoundingRules& rules, const RoundingRule& defaults) const;
  // make_inputs.cpp
  void make_inputs();
  std::optional<ScoreDerived> make_derived(const DerivedFrom& written);
  // make_items.cpp
  void make_item(ScoreItem& item);
  void make_bounds(ScoreItem& item, const ExprPtr& highest, bool unbounded);
  void make_roll_ups(ScoreItem& item);
  void demand_whole(const WholeDemand& demand, const ScoreItem& item);
  bool shows_direction(const std::vector<ExprPtr>& ends, Grain place);
  // make_totals.cpp
  void outline_adjustments();
  void make_adjustment(ScoreAdjustment& adjustment);
  void make_veto(const Veto& veto);
  void demand_roll_ups();
  std::vector<std::string> category_ids() const;
  // make_assessments.cpp
  void make_assessment(ScoreAssessment& assessment);
  // make_standing.cpp
  void make_standing();
  void make_ranking(const Ranking& written);
  void check_unit(const ScoreRanking& ranking);
  void make_expectation(const Expectation& written);
  void make_test_formulas();
  // make_rewards.cpp
  void make_grade_set(const GradeSet& written);
  void warn_of_unreachable_levels(const ScoreGradeSet& set);
  void make_award(const Award& written);
  void find_source(const Award& written, ScoreAward& award, StandingNames& names);
  void check_veto_level(const Veto& veto);
  TermPtr make_late(const Formula& formula, Grain grain, const StandingNames& names, bool condition);
  // check_marks.cpp
  void check_marks(const ScoreCategory& category);
  void check_same_full();
  void check_balance();
  void warn_of_losses_that_end_at_zero(const ScoreCategory& category);

  void report(std::string_view slug, const Place& place, std::vector<std::string> arguments = {},
              std::vector<Note> notes = {});

  const Rulebook& rulebook_;
  Scorecard& card_;
  std::vector<Diagnostic>& diagnostics_;
  bool form_lost_ = false;  ///< a form has a mistake, so that the names in it were not looked at
  Symbols symbols_;
  TermMaker terms_;
};

}  // namespace cwp
