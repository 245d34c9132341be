#pragma once
// ExampleScores: officers who have the same figure in each period, scored as anybody is.

#include <map>
#include <string>
#include <vector>

#include "cwp/prove.hpp"
#include "cwp/score.hpp"
#include "formula/value.hpp"
#include "proof/example_search.hpp"

namespace cwp {

/// What a formula comes to in one period. `counted`: of an item or adjustment, whether its points are its formula's.
struct ProbedValue {
  Period period;
  Value value;
  bool counted = true;
};

class ExampleScores {
 public:
  explicit ExampleScores(const CheckedRulebook& rules);
  /// To be said before officers are asked for: what their figures stand for.
  void set_search(const ExampleSearch& search) { search_ = &search; }

  /// A day of the period that is scored: the first of the longest grain in which everything is in force and has begun.
  Day day() const { return calendar().first_day(period_); }
  const Period& period() const { return period_; }
  const Calendar& calendar() const { return rules_.calendar(); }
  const Plan& plan() const { return plan_; }
  /// The officer as people read him.
  ExampleOfficer officer(const Figures& figures) const;
  /// Scores him by himself, in all grains of the rulebook; nothing where that is not possible. The same figures are not
  /// scored twice, as long as not too much is kept.
  std::optional<Scores> score(const Figures& figures) const;
  /// Side by side.
  std::optional<Scores> score_all(const std::vector<Figures>& officers) const;
  /// Those who are scored side by side, by their place in the list: `officer_key`. Nothing where one cannot be.
  std::optional<Dataset> data(const std::vector<Figures>& officers) const;
  static std::string officer_key(std::size_t place);
  /// The days that are published.
  DayRange window() const { return calendar().days(period_); }
  /// What was scored so far and is kept.
  const std::map<Figures, std::optional<Scores>>& kept() const { return kept_; }

 private:
  bool has_figure(const Period& at, const std::optional<Grain>& every) const;
  bool names_officer(std::uint32_t table, std::size_t column) const;
  void add_facts(DatasetBuilder& builder, const ExampleOfficer::Fact& fact, const std::string& key,
                 const DayRange& span, const std::optional<Grain>& every) const;

  const CheckedRulebook& rules_;
  Plan plan_;
  Period period_;
  const ExampleSearch* search_ = nullptr;
  mutable std::map<Figures, std::optional<Scores>> kept_;
  mutable std::size_t kept_parts_ = 0;
};

/// Formulas and parts of formulas, each evaluated as a run evaluates it: by period, for officers who are scored side by
/// side.
class ExampleProbes {
 public:
  /// Places in the list are what `values` is asked by; a null term has no values. O(graph).
  ExampleProbes(const CheckedRulebook& rules, const ExampleScores& examples, std::vector<TermPtr> terms);

  using Values = std::vector<std::vector<ProbedValue>>;  ///< by term
  /// By officer; nothing where they cannot be scored. Time: as scoring them.
  std::optional<std::vector<Values>> values(const std::vector<Figures>& officers) const;

 private:
  const ExampleScores& examples_;
  std::vector<TermPtr> terms_;
  Plan plan_;
};

}  // namespace cwp
