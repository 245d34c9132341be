#include "sensitivity/weight_table.hpp"

#include <algorithm>

#include "check/checked_state.hpp"
#include "cwp/score.hpp"
#include "data/dataset_state.hpp"
#include "engine/scores_state.hpp"

namespace cwp {
namespace {

class WeightFinder {
 public:
  WeightFinder(const Scores& scores, const RankingTable& table, Period period, bool ascending,
               const SensitivityOptions& options)
      : scores_(scores), table_(table), period_(period), sign_(ascending ? -1 : 1), options_(options) {}

  WeightTable all() {
    for (const RankedOfficer& row : table_.rows) {
      if (row.period != period_ || !row.rank || !row.value) continue;
      if (!result_.ranked.empty() && result_.ranked.back()->group != row.group)
        result_.group_ends.push_back(result_.ranked.size());
      result_.ranked.push_back(&row);
      result_.values.push_back(sign_ * row.value->to_double());
    }
    result_.group_ends.push_back(result_.ranked.size());
    add_parts();
    if (options_.parameters) add_parameters();
    return std::move(result_);
  }

 private:
  static double points_of(const Part& part) { return part.points ? part.points->to_double() : 0; }

  void add_parts() {
    const ScoreTable* parts = scores_.table(period_.grain);
    if (!parts) return;
    const auto& adjustments = scores_.state().plan.rules().rulebook().adjustments;
    std::vector<double> signs(parts->ids.size(), 0);
    std::vector<std::size_t> columns;
    for (const PartKind kind : {PartKind::item, PartKind::adjustment})
      for (std::size_t i = 0; i < parts->ids.size(); ++i) {
        if (parts->kinds[i] != kind) continue;
        signs[i] = 1;
        for (const Adjustment& one : adjustments)
          if (one.id.value == parts->ids[i] && !one.gives) signs[i] = -1;
        columns.push_back(i);
        const bool item = kind == PartKind::item;
        result_.weights.push_back({item ? WeightKind::item : WeightKind::adjustment, parts->ids[i], 0, {}, {}});
      }
    for (DrawnWeight& weight : result_.weights) weight.adds.resize(result_.ranked.size());
    for (std::size_t o = 0; o < result_.ranked.size(); ++o) {
      const ScoreRow* row = parts->find(period_, result_.ranked[o]->officer);
      if (!row) continue;
      double items = 0, adjusted = 0;
      for (const std::size_t i : columns)
        (parts->kinds[i] == PartKind::item ? items : adjusted) += signs[i] * points_of(row->parts[i]);
      // Whatever makes the value of the items' points (scale, coefficient, a formula) is taken to be in proportion.
      const double factor = items > 0 ? (sign_ * result_.values[o] - adjusted) / items : 0;
      for (std::size_t w = 0; w < columns.size(); ++w) {
        const Part& part = row->parts[columns[w]];
        DrawnWeight& weight = result_.weights[w];
        const bool item = weight.kind == WeightKind::item;
        weight.adds[o] = sign_ * signs[columns[w]] * points_of(part) * (item ? factor : 1);
        if (item && part.full) weight.full = std::max(weight.full, part.full->to_double());
      }
    }
    std::erase_if(result_.weights, [](const DrawnWeight& weight) {
      return std::all_of(weight.adds.begin(), weight.adds.end(), [](double adds) { return adds == 0; });
    });
  }

  /// The values when a parameter is another one.
  std::vector<double> values_with(std::size_t parameter, const Rational& factor) const {
    const ScoresState& state = scores_.state();
    auto rules = std::make_shared<CheckedState>(state.plan.rules().state());
    for (auto& [day, value] : rules->scorecard.parameters[parameter].values) value = value * factor;
    const CheckedRulebook other(rules);
    auto data = std::make_shared<DatasetState>(state.data.state());
    data->rules = other;
    const Scores scored = score(compile(other), Dataset(std::move(data)), period_).value();
    std::vector<double> by_officer(state.data.officer_count(), 0), values;
    std::vector<bool> there(by_officer.size());
    for (const RankedOfficer& row : scored.ranking(table_.id)->rows)
      if (row.value) by_officer[row.officer] = sign_ * row.value->to_double(), there[row.officer] = true;
    for (std::size_t o = 0; o < result_.ranked.size(); ++o) {
      const std::size_t officer = result_.ranked[o]->officer;
      values.push_back(there[officer] ? by_officer[officer] : result_.values[o]);
    }
    return values;
  }

  void add_parameters() {
    const auto& parameters = scores_.state().plan.rules().state().scorecard.parameters;
    for (std::size_t p = 0; p < parameters.size(); ++p) {
      DrawnWeight weight{WeightKind::parameter, parameters[p].written->id.value, 0, {}, {}};
      const double spread = options_.percent / 100.0;
      const std::vector<double> more = values_with(p, Rational(100 + options_.percent, 100));
      const std::vector<double> less = values_with(p, Rational(100 - options_.percent, 100));
      for (std::size_t o = 0; o < result_.ranked.size(); ++o) {
        weight.adds.push_back((more[o] - result_.values[o]) / spread);
        weight.adds_less.push_back((result_.values[o] - less[o]) / spread);
      }
      const auto moves = [](double adds) { return adds != 0; };
      if (std::any_of(weight.adds.begin(), weight.adds.end(), moves) ||
          std::any_of(weight.adds_less.begin(), weight.adds_less.end(), moves))
        result_.weights.push_back(std::move(weight));
    }
  }

  const Scores& scores_;
  const RankingTable& table_;
  Period period_;
  double sign_;
  const SensitivityOptions& options_;
  WeightTable result_;
};

}  // namespace

WeightTable weight_table(const Scores& scores, const RankingTable& table, Period period, bool ascending,
                         const SensitivityOptions& options) {
  return WeightFinder(scores, table, period, ascending, options).all();
}

}  // namespace cwp
