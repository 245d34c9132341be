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
  /// Nothing was said since the last update but figures, and the files they stand in.
  bool only_figures();
  /// What there was at the last update.
  const RowsMark& mark() const { return mark_; }
  /// What the new figures make of the records; nothing where all rows must be taken again.
  std::optional<std::vector<Amendment>> amended(const CheckedRulebook& rules, const DatasetState& data);
  /// The files as they are now, into data of before.
  void name_files(DatasetState& data);
  /// What is there counts, and makes up `data`.
  void keep(const DatasetState& data);
  /// What was added since then is taken back.
  void take_back();

 private:
  void index_figures();

  DatasetBuilder builder_;
  RowsMark mark_;
  FiguresOfKey figures_of_;
  std::size_t indexed_ = 0;  ///< so many figures are in figures_of_
  std::vector<std::optional<std::size_t>> officer_of_key_;
};

}  // namespace cwp
