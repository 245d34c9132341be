#include "cohort/class_models.hpp"

#include <algorithm>

#include "cohort/gather.hpp"
#include "data/column_store.hpp"

namespace cwp {
namespace {

/// Of each column that somebody lacks, in their order: how many of each class do.
using Lacking = std::vector<std::vector<std::size_t>>;

Lacking lacking_in(const ColumnStore& columns, const LaneClasses& classes) {
  Lacking lacking;
  for (const auto& [of, figures] : columns.figures) {
    if (!figures.is_lacked()) continue;
    std::vector<std::size_t>& count = lacking.emplace_back(classes.size());
    for (const auto* const officers : {&figures.absent, &figures.refused})
      for (const std::uint32_t officer : *officers)
        if (const LaneClasses::Number number = classes.of(officer); number != LaneClasses::kJudged) ++count[number];
  }
  return lacking;
}

/// One of the officers of a class, with a figure where most of them have one and none where they have none.
class ModelRecord {
 public:
  ModelRecord(const Run& run, const LaneClasses& classes, const Lacking& lacking, LaneClasses::Number number,
              std::uint32_t officer)
      : columns_(*run.data().columns),
        classes_(classes),
        number_(number),
        record_(std::make_shared<OfficerRecord>(*run.data().officer(officer))) {
    auto count = lacking.begin();
    for (const auto& [of, figures] : columns_.figures)
      if (figures.is_lacked()) suit(record_->metrics[of.first], of.second, figures, (*count++)[number]);
  }
  std::shared_ptr<const OfficerRecord> record() && { return std::move(record_); }

 private:
  void suit(std::vector<MetricCell>& cells, Period period, const StoredFigures& figures, std::size_t lacking) const {
    auto cell = place_of(cells, period.ordinal);
    const bool is_there = cell != cells.end() && cell->period == period.ordinal;
    if (2 * (classes_.officers(number_) - lacking) <= classes_.officers(number_)) {
      if (is_there) cells.erase(cell);
      return;
    }
    if (is_there && !cell->refused) return;
    if (!is_there) cell = cells.insert(cell, MetricCell());
    cell->period = period.ordinal;
    cell->refused = false;
    cell->value = Rational(figures.units(somebody(figures)), power_of_ten(figures.decimals));
    cell->origins = {Origin()};
  }
  /// Of the class, with a figure.
  std::size_t somebody(const StoredFigures& figures) const {
    const auto lacks = [](const std::vector<std::uint32_t>& officers, std::size_t officer) {
      return std::binary_search(officers.begin(), officers.end(), std::uint32_t(officer));
    };
    std::size_t officer = 0;
    while (classes_.of(officer) != number_ || lacks(figures.absent, officer) || lacks(figures.refused, officer))
      ++officer;
    return officer;
  }

  const ColumnStore& columns_;
  const LaneClasses& classes_;
  LaneClasses::Number number_;
  std::shared_ptr<OfficerRecord> record_;
};

EvaluatedModels evaluated_models(const Run& run, const LaneClasses& classes) {
  const std::size_t count = classes.size();
  EvaluatedModels models;
  models.of.resize(count);
  std::vector<std::shared_ptr<const OfficerRecord>> records(count);
  std::vector<std::size_t> attempts(count);
  const Lacking lacking = lacking_in(*run.data().columns, classes);
  const auto try_next = [&](LaneClasses::Number number) {
    const auto candidates = classes.candidates(number);
    if (attempts[number] == candidates.size()) return false;
    records[number] = ModelRecord(run, classes, lacking, number, candidates[attempts[number]++]).record();
    return true;
  };
  if (!try_next(0)) return models;
  for (LaneClasses::Number c = 1; c < count; ++c)
    if (!try_next(c)) records[c] = records[0];  // its number is kept; it is nobody's model
  for (bool again = true; again;) {
    again = false;
    models.gathers = gathers_among(run, records);
    for (LaneClasses::Number c = 0; c < count; ++c) {
      models.of[c].reset();
      OfficerRun one(run, c, records[c], Extent{*models.gathers});
      if (attempts[c] > 0 && is_ordinary(run, one)) {
        const OfficerDays days = one.days();
        models.of[c] =
            std::make_shared<ModelCells>(run.shared_schedule(), records[c], days, std::move(one).take_cells());
      } else {
        again = try_next(c) || again;
      }
    }
  }
  return models;
}

}  // namespace

ClassModels::ClassModels(const Run& run, LaneClasses& classes)
    : evaluated_(run.kept_models(classes.least())), models_(classes.size()) {
  if (evaluated_ == nullptr) {
    evaluated_ = std::make_shared<const EvaluatedModels>(evaluated_models(run, classes));
    run.keep_models(classes.least(), evaluated_);
  }
  for (LaneClasses::Number c = 0; c < models_.size(); ++c) {
    if (const auto& one = evaluated_->of[c])
      models_[c] = std::make_unique<OfficerRun>(run, c, one->record(), *one, one->days());
    else if (c != 0)
      classes.judge_class(c);
  }
}

}  // namespace cwp
