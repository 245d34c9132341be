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
  std::vector<std::uint32_t> by;  ///< attribute indices; empty: all officers together
};

/// A parameter's values, ascending by date; an undated one starts at kFirstDay.
struct ScoreParameter {
  const Parameter* written = nullptr;
  std::vector<std::pair<Day, Rational>> values;
};

struct Scorecard {
  Calendar calendar;
  const Rulebook* rulebook = nullptr;
  Day effective_from = kFirstDay;
  Day effective_to = kLastDay;
  RoundingRule rounding;                   ///< of `points`
  std::vector<ScoreParameter> parameters;  ///< metrics and attributes are the rulebook's, by the same index
  std::vector<ScoreItem> items;            ///< file order
  std::vector<ScoreCategory> categories;   ///< file order, a parent before its children
  std::array<std::optional<ScoreAssessment>, kGrains> assessments;
  std::vector<ScoreRanking> rankings;

  /// True when the assessment of `grain` holds the item: its own grain, or a shorter one that is rolled up.
  bool holds(Grain grain, const ScoreItem& item) const {
    return item.grain == grain || (item.grain < grain && item.roll_up != RollUpKind::none);
  }
  /// True when the category has an item, at any depth, that the assessment of `grain` holds.
  bool holds(Grain grain, const ScoreCategory& category) const;
};

}  // namespace cwp
