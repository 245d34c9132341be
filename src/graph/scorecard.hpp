#pragma once
// Scorecard: the checked rulebook as the evaluators see it: items, categories, assessments and rankings with their
// terms.

#include <array>
#include <optional>
#include <vector>

#include "cwp/rulebook.hpp"
#include "graph/term.hpp"

namespace cwp {

/// How one figure is rounded, after the defaults of `points` were filled in.
struct RoundingRule {
  int decimals = 2;
  Rounding rounding = Rounding::half_up;
  Carry carry = Carry::shown;
};

/// An item rolled up to a longer grain.
struct RolledItem {
  TermPtr full;     ///< full marks in the longer place (all but `sum`); null when it has none
  TermPtr formula;  ///< a roll-up given as a formula, else null
};

struct ScoreItem {
  const Item* written = nullptr;
  std::uint32_t category = 0;
  Grain grain = Grain::month;
  TermPtr points;           ///< the form's formula, before clamping
  TermPtr full;             ///< null: no full marks
  TermPtr min, max;         ///< null: unbounded
  TermPtr applies, exempt;  ///< null: always, never
  IfMissing if_missing = IfMissing::zero;
  RollUpKind roll_up = RollUpKind::mean;  ///< resolved: never by_default
  RoundingRule rounding;
  DayRange in_force{kFirstDay, kLastDay};  ///< as `effective` says here and in its categories
  std::array<std::optional<RolledItem>, kGrains>
      rolled;  ///< by the longer grain; all longer grains, unless roll_up is none
};

struct ScoreCategory {
  const Category* written = nullptr;
  std::optional<std::uint32_t> parent;
  std::vector<std::uint32_t> items;  ///< direct parts, in file order
  std::vector<std::uint32_t> categories;
  std::optional<Rational> full;
  Rational start;
  RoundingRule rounding;
  DayRange in_force{kFirstDay, kLastDay};  ///< as `effective` says here and in the categories around it
};

/// A bonus or penalty. `amount` is before its cap.
struct ScoreAdjustment {
  const Adjustment* written = nullptr;
  Grain grain = Grain::month;
  TermPtr amount;
  TermPtr up_to;                          ///< null: no cap
  std::optional<std::uint32_t> category;  ///< on which it acts; else the total
  std::optional<std::uint32_t> group;
  RoundingRule rounding;
  DayRange in_force{kFirstDay, kLastDay};           ///< as `effective` says
  std::array<AdjustmentRollUp, kGrains> roll_up{};  ///< as said by the assessment of each longer grain
};

struct ScoreGroup {
  const AdjustmentGroup* written = nullptr;
  TermPtr up_to;  ///< of constants and parameters; null: no cap
};

/// The part of the scorecard on which a veto acts.
enum class VetoTarget : std::uint8_t { total, category, item };
struct ScoreVeto {
  const Veto* written = nullptr;
  Grain grain = Grain::month;
  TermPtr when;
  VetoTarget target = VetoTarget::total;
  std::uint32_t index = 0;  ///< of the category or item
};

struct ScoreAssessment {
  const Assessment* written = nullptr;  ///< null for the assessments of a rulebook that names none
  Grain grain = Grain::month;
  std::optional<Rational> scale;
  TermPtr coefficient;  ///< null: none
  TermPtr total;        ///< null: the sum of the categories
  std::optional<Rational> floor = Rational(0);
  std::optional<Rational> cap;
  RoundingRule rounding;
  bool holds_weeks = false;  ///< a weekly item is rolled up into it
};

struct ScoreTie {
  TermPtr value;
  bool ascending = false;
};
struct ScoreRanking {
  const Ranking* written = nullptr;
  Grain grain = Grain::month;
  TermPtr of;
  TermPtr eligible;  ///< null: everybody
  std::vector<ScoreTie> ties;
  std::vector<std::uint32_t> by;      ///< attribute indices; empty: all officers together
  std::optional<std::uint32_t> unit;  ///< the attribute whose values are ranked
};

struct ScoreLevel {
  const GradeLevel* written = nullptr;
  TermPtr when;                   ///< null: always
  std::vector<std::uint32_t> by;  ///< attribute indices; empty: the groups of the ranking
};
struct ScoreGradeSet {
  const GradeSet* written = nullptr;
  Grain grain = Grain::year;
  std::uint32_t ranking = 0;
  std::vector<ScoreLevel> levels;  ///< best first
  TermPtr lower_by;                ///< null: never
};

/// An award from a ranking, or from a grade set: then all with a rank in its ranking are looked at.
struct ScoreAward {
  const Award* written = nullptr;
  Grain grain = Grain::month;
  std::uint32_t ranking = 0;
  std::optional<std::uint32_t> grades;  ///< the set that `grade` means: the one it is from, or the ranking's only one
  TermPtr when;                         ///< null: always
  TermPtr pays;                         ///< the amount, or the share of a pool; null: none
};

struct ScoreExpectation {
  const Expectation* written = nullptr;
  Grain grain = Grain::month;
  TermPtr holds;
  std::vector<std::uint32_t> by;  ///< attribute indices; empty: each officer
};

/// A formula among the figures that a rulebook's own test expects.
struct ScoreTestFormula {
  const RuleTest::Figure* written = nullptr;
  Grain grain = Grain::month;
  TermPtr value;
};

/// How a metric is derived from the facts of a day.
struct ScoreDerived {
  std::uint32_t table = 0;  ///< into Rulebook::events
  TermPtr formula;          ///< place: day; over columns of the table
  std::optional<std::uint32_t> officer_column;
};

/// A parameter's values, ascending by date; an undated one starts at kFirstDay.
struct ScoreParameter {
  const Parameter* written = nullptr;
  std::vector<std::pair<Day, Rational>> values;

  /// Missing before the first date.
  Value on(Day day) const {
    Value value = Value::missing();
    for (const auto& [from, figure] : values)
      if (from <= day) value = Value::of(figure);
    return value;
  }
};

struct Scorecard {
  Calendar calendar;
  const Rulebook* rulebook = nullptr;
  Day effective_from = kFirstDay;
  Day effective_to = kLastDay;
  RoundingRule rounding;                             ///< of `points`
  std::vector<ScoreParameter> parameters;            ///< metrics and attributes are the rulebook's, by the same index
  std::vector<std::optional<std::uint32_t>> about;   ///< by metric: the attribute whose values its rows are about
  std::vector<std::optional<ScoreDerived>> derived;  ///< by metric
  std::vector<AttributesAt> attributes_at;           ///< by attribute
  std::vector<ScoreItem> items;                      ///< file order
  std::vector<ScoreCategory> categories;             ///< file order, a parent before its children
  std::vector<ScoreGroup> groups;
  std::vector<ScoreAdjustment> adjustments;  ///< file order
  std::vector<ScoreVeto> vetoes;             ///< file order
  std::array<std::optional<ScoreAssessment>, kGrains> assessments;
  std::vector<ScoreRanking> rankings;
  std::vector<ScoreGradeSet> grades;
  std::vector<ScoreAward> awards;
  std::vector<ScoreExpectation> expectations;
  std::vector<ScoreTestFormula> test_formulas;  ///< in file order; no plan but that of the tests holds them

  /// True when the assessment of `grain` holds the item: its own grain, or a shorter one that is rolled up.
  bool holds(Grain grain, const ScoreItem& item) const {
    return item.grain == grain || (item.grain < grain && item.roll_up != RollUpKind::none);
  }
  /// True when the category has an item, at any depth, that the assessment of `grain` holds.
  bool holds(Grain grain, const ScoreCategory& category) const;
  /// True when a part of the category that the assessment of `grain` holds has full marks of its own.
  bool has_marks(Grain grain, const ScoreCategory& category) const;
  /// True when the adjustment acts in the assessment of `grain`: it is its own, or a shorter one that is rolled up.
  bool acts(Grain grain, const ScoreAdjustment& adjustment) const {
    const AdjustmentRollUp rule = adjustment.roll_up[std::size_t(grain)];
    return adjustment.grain == grain ||
           (adjustment.grain < grain && rule != AdjustmentRollUp::unsaid && rule != AdjustmentRollUp::none);
  }
};

}  // namespace cwp
