#pragma once
// LiveRows: all rows that were ever added, and what of them is new since the last update.

#include "cwp/dataset.hpp"
#include "scorer/amend_figures.hpp"

namespace cwp {

class LiveRows {
 public:
  explicit LiveRows(DatasetBuilder rows) : builder_(std::move(rows)) {
    builder_.rows().least_in_columns = ~std::size_t{0};
  }

  DatasetBuilder& builder() { return builder_; }
  InputRows& rows() { return builder_.rows(); }
  /// All of them as a Dataset; the rows stay.
  Result<Dataset> finished(const CheckedRulebook& rules);
  /// Nothing was said since the last update but figures.
  bool only_figures();
  /// What the new figures make of the records; nothing where all rows must be taken again.
  std::optional<std::vector<Amendment>> amended(const CheckedRulebook& rules, const DatasetState& data);
  /// What is there counts, and makes up `data`.
  void keep(const DatasetState& data);
  /// What was added since then is taken back.
  void take_back();

 private:
  /// What there was of everything that can only grow, and what can be said anew.
  struct Mark {
    std::size_t files = 0, roster = 0, duty = 0, figures = 0, recorded = 0, facts = 0, remarks = 0, issues = 0;
    std::optional<DayRange> span;
    std::optional<Day> known_at;
    CsvDialect dialect;
  };
  void index_figures();

  DatasetBuilder builder_;
  Mark mark_;
  FiguresOfKey figures_of_;
  std::size_t indexed_ = 0;  ///< so many figures are in figures_of_
  std::vector<std::optional<std::size_t>> officer_of_key_;
};

}  // namespace cwp
