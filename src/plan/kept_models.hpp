#pragma once
// KeptModels: the model officers of the data that were scored last, evaluated, for whoever scores the same data again:
// into another sink, or by another part of the options.

#include <memory>
#include <mutex>

#include "exact/evaluate.hpp"
#include "program/schedule.hpp"

namespace cwp {

/// An officer like most of a class, evaluated.
class ModelCells : public CellLookup {
 public:
  /// `cells`: by slot of the schedule.
  ModelCells(std::shared_ptr<const Schedule> schedule, std::shared_ptr<const OfficerRecord> record,
             const OfficerDays& days, std::vector<Cell> cells)
      : schedule_(std::move(schedule)), record_(std::move(record)), days_(days), cells_(std::move(cells)) {}

  const Cell& cell(NodeId node, Period period) const override { return cells_[schedule_->slot(node, period)]; }
  const std::shared_ptr<const OfficerRecord>& record() const { return record_; }
  const OfficerDays& days() const { return days_; }

 private:
  std::shared_ptr<const Schedule> schedule_;
  std::shared_ptr<const OfficerRecord> record_;
  OfficerDays days_;  ///< of the record
  std::vector<Cell> cells_;
};

/// Of all classes of officers.
struct EvaluatedModels {
  std::vector<std::shared_ptr<const ModelCells>> of;  ///< by class; null: none was found
  std::shared_ptr<const GatherTables> gathers;        ///< in which they are each other's peers; null: there are none
};

class KeptModels {
 public:
  /// What they are made of: data, which change in place where they are a Scorer's and count that; a schedule, which
  /// does not change; and from how many officers on a class has a model.
  struct Of {
    std::shared_ptr<const DatasetState> data;
    std::shared_ptr<const Schedule> schedule;
    std::size_t least = 0;
  };
  /// Null where the last ones were made of something else. Threads may ask at the same time.
  std::shared_ptr<const EvaluatedModels> last(const Of& of) const;
  void keep(const Of& of, std::shared_ptr<const EvaluatedModels> models);

 private:
  mutable std::mutex lock_;                 ///< of what follows
  std::weak_ptr<const DatasetState> data_;  ///< other data may lie where these did
  std::uint64_t amended_ = 0;
  std::shared_ptr<const Schedule> schedule_;
  std::size_t least_ = 0;
  std::shared_ptr<const EvaluatedModels> models_;
};

}  // namespace cwp
