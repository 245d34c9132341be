#pragma once
// LiveRows: all rows that were ever added, and what of them is new since the last update.
//
// Of a year of a large force there are figures by the hundred million: those of earlier updates are kept as bytes, and
// looked at only where an officer's is corrected, or all rows must be taken again.

#include "cwp/dataset.hpp"
#include "kept/packed_figures.hpp"
#include "scorer/amend_figures.hpp"

namespace cwp {

class LiveRows {
 public:
  explicit LiveRows(DatasetBuilder rows) : builder_(std::move(rows)) {
    builder_.rows().least_in_columns = ~std::size_t{0};
    builder_.rows().of_scorer = true;
  }

  DatasetBuilder& builder() { return builder_; }
  InputRows& rows() { return builder_.rows(); }
  /// All of them as a Dataset; the rows stay. The first time they stay as bytes alone: where there is no Dataset then,
  /// nothing is left to go on with.
  Result<Dataset> finished(const CheckedRulebook& rules);
  /// Nothing was said since the last update but figures, and the files they stand in.
  bool only_figures();
  /// What there was at the last update, behind the figures in `older`.
  const RowsMark& mark() const { return mark_; }
  /// The figures of all updates; those in `rows` were added since.
  const PackedFigures& older() const { return older_; }
  /// What the new figures make of the records; nothing where all rows must be taken again.
  std::optional<std::vector<Amendment>> amended(const CheckedRulebook& rules, const DatasetState& data);
  /// The files as they are now, into data of before.
  void name_files(DatasetState& data);
  /// What is there counts, and makes up `data`.
  void keep(const DatasetState& data);
  /// What was added since then is taken back.
  void take_back();

 private:
  /// The figures of `rows` behind the older ones, too.
  void pack_figures();

  DatasetBuilder builder_;
  RowsMark mark_;
  PackedFigures older_;
  bool first_ = true;  ///< nothing counts yet
  std::vector<std::optional<std::size_t>> officer_of_key_;
};

}  // namespace cwp
