#pragma once
// ClassModels: of each class an officer like most of it, evaluated.

#include <memory>

#include "cohort/lane_classes.hpp"

namespace cwp {

class ClassModels {
 public:
  /// Classes in which no model is found are judged (LaneClasses::judge_class), but for the largest.
  ClassModels(const Run& run, LaneClasses& classes);

  /// Of a class with a program; null where none was found.
  const OfficerRun* of(LaneClasses::Number number) const { return models_[number].get(); }
  /// In which the models are all that there are, each other's peers, numbered as their classes.
  const GatherTables& gathers() const { return *evaluated_->gathers; }

 private:
  std::shared_ptr<const EvaluatedModels> evaluated_;
  std::vector<std::unique_ptr<const OfficerRun>> models_;
};

}  // namespace cwp
