#pragma once
// Oracle: an evaluator of its own, recursive over the checked terms, written from the language's definition. It shares
// with cwp the checked tree, the bodies of scalar functions and nothing else. It is slow and plain on purpose.

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "cwp/scores.hpp"
#include "graph/scorecard.hpp"
#include "oracle/input/oracle_data.hpp"

namespace cwp::oracle {

/// What an item, a category or a total is worth to one officer in one period.
struct Worth {
  Value points = Value::missing();  ///< as everything else computes with it
  bool counted = false;
  bool clamped = false;  ///< a bound changed it
  bool filled = false;   ///< `if_missing` or `if_not_applicable` gave the points
  bool vetoed = false;
  bool needs_peers = false;  ///< the peers are to give the points
  std::optional<Rational> full, reachable;
  std::optional<Rational> coverage;
};

/// One figure as it should be printed; empty texts are empty cells.
struct Printed {
  std::string points, full, reachable, coverage, state;
  bool clamped = false;
  bool filled = false;
  bool vetoed = false;
};

class Oracle {
 public:
  Oracle(const Scorecard& card, const InputRows& rows);

  const OracleData& data() const { return data_; }
  const DayTable& days() const { return days_; }

  /// The periods of `grain` that are published.
  std::vector<Period> published(Grain grain, bool provisional) const;
  bool provisional(Period period) const;
  /// By id, `total` among them; those that the assessment does not hold are empty.
  std::map<std::string, Printed> row(std::size_t officer, Period period);

  Value term(std::size_t officer, const Term& term, Period period);
  /// An item in its own or a longer grain.
  Worth item(std::size_t officer, std::size_t item, Period period);
  Worth category(std::size_t officer, std::size_t category, Period period);
  Worth total(std::size_t officer, Period period);
  /// What an adjustment gives or takes after its own cap, in its own or a longer grain; absent where it has no amount.
  Value adjustment(std::size_t officer, std::size_t adjustment, Period period);
  /// A formula of grades or awards, with what `rank` and `grade` are in it.
  Value late_term(std::size_t officer, const Term& term, Period period, const Value& rank, const Value& grade);
  bool in_force(Period period) const;
  // in_force.cpp: what `effective` says of a part; of a part in a longer period, whether anything of it is left
  bool category_lasts(std::size_t index, Period period) const;
  bool in_force(const ScoreItem& item, Period period) const;
  bool in_force(const ScoreCategory& category, Period period) const;
  bool in_force(const ScoreAdjustment& adjustment, Period period) const;
  /// Whether a veto is in force: true, or false, incomplete where nobody knows.
  Value fires(std::size_t officer, const ScoreVeto& veto, Period period);
  /// How often each kind of formula had a value.
  const std::map<std::string, std::int64_t>& found() const { return found_; }
  /// The vetoes in force, in file order.
  std::vector<std::string> vetoes(std::size_t officer, Period period);

 private:
  using Key = std::tuple<std::size_t, std::size_t, Period>;
  /// What the vetoes on one part do together.
  struct Effects {
    bool no_score = false, incomplete = false;
    std::vector<Rational> set, cap, factor;
  };
  /// Gives less takes, each group's capped.
  struct Net {
    Rational amount;
    bool incomplete = false;
  };

  bool holds_weeks(Grain grain) const;
  Rounding text_rounding() const { return card_.rounding.rounding; }

  // facts
  void derive(std::size_t metric, const InputRows& rows);

  // terms
  Value make_term(std::size_t officer, const Term& term, Period period);
  Value call(std::size_t officer, const Term& term, Period period);
  Value fold(std::size_t officer, const Term& term, Period period);
  Value lag(std::size_t officer, const Term& term, Period period);
  Value run(std::size_t officer, const Term& term, const std::vector<Period>& range);
  Value gather(std::size_t officer, const Term& term, Period period);
  Value place(std::size_t officer, const Term& term, Period period) const;
  bool waits_for_weeks(const Term& term, Grain inner) const;

  // adjustments and vetoes
  Value own_adjustment(std::size_t officer, const ScoreAdjustment& adjustment, Period period);
  Value rolled_adjustment(std::size_t officer, const ScoreAdjustment& adjustment, Period period);
  Net net(std::size_t officer, std::optional<std::uint32_t> category, Period period);
  Value holds(std::size_t officer, const ScoreVeto& veto, Period period);
  Effects effects(std::size_t officer, VetoTarget target, std::size_t index, Period period);
  void let_vetoes_act(std::size_t officer, VetoTarget target, std::size_t index, Period period, Worth& worth);

  // scores
  Value carried(const Rational& value, const RoundingRule& rule) const;
  Worth make_category(std::size_t officer, std::size_t category, Period period);
  Worth make_total(std::size_t officer, Period period);
  Printed print(const Worth& worth, const RoundingRule& rule, Period period) const;
  bool is_own_period(std::size_t officer, const ScoreItem& item, Period period) const;
  std::vector<Period> own_periods(std::size_t officer, const ScoreItem& item, Period period);
  Worth own_item(std::size_t officer, std::size_t item, Period period);
  Worth item_without_peers(std::size_t officer, const ScoreItem& item, Period period);
  Worth make_own_item(std::size_t officer, const ScoreItem& item, Period period);
  Worth own_item_in_force(std::size_t officer, const ScoreItem& item, Period period);
  Worth rolled_item(std::size_t officer, const ScoreItem& item, Period period);

  const Scorecard& card_;
  std::optional<std::pair<Value, Value>> standing_;  // rank and grade, while a late formula is evaluated
  std::optional<std::vector<Value>> fact_;           // its columns, while a formula over a fact is evaluated
  DayTable days_;
  OracleData data_;
  std::map<std::tuple<std::size_t, const Term*, Period>, Value> terms_;
  std::map<Key, Worth> items_, categories_, unfilled_;
  std::map<Key, Value> adjustments_;
  std::map<std::string, std::int64_t> found_;
  std::map<std::pair<std::size_t, Period>, Worth> totals_;
};

}  // namespace cwp::oracle
