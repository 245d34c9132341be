#pragma once
// Arrow's arrays and record batches as columns, and tables of results as record batches, by the C Data Interface. An
// adaptor: cwp.hpp does not include it, and nobody needs Arrow's libraries for it.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/columns.hpp"
#include "cwp/export.hpp"
#include "cwp/result.hpp"
#include "cwp/scores.hpp"

// The two structures of https://arrow.apache.org/docs/format/CDataInterface.html, which every user of the interface
// declares for himself under this guard.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
extern "C" {
/// The type of an array.
struct ArrowSchema {
  const char* format;             ///< the type, as text
  const char* name;               ///< of a column; may be null
  const char* metadata;           ///< may be null
  int64_t flags;                  ///< ARROW_FLAG_…
  int64_t n_children;             ///< of a struct: its columns
  ArrowSchema** children;         ///< as many
  ArrowSchema* dictionary;        ///< type of the values, where the array holds numbers of them
  void (*release)(ArrowSchema*);  ///< null: released
  void* private_data;             ///< of whoever made it
};
/// The values of an array.
struct ArrowArray {
  int64_t length;                ///< number of values
  int64_t null_count;            ///< -1: not counted
  int64_t offset;                ///< of the first value in the buffers
  int64_t n_buffers;             ///< by the type
  int64_t n_children;            ///< as of the schema
  const void** buffers;          ///< as many
  ArrowArray** children;         ///< as many
  ArrowArray* dictionary;        ///< the values, where the array holds numbers of them
  void (*release)(ArrowArray*);  ///< null: released
  void* private_data;            ///< of whoever made it
};
}
#endif

namespace CWP_API cwp {

struct ArrowBatchState;

/// A record batch (a struct array: its children are the columns), or a single array as a batch of one column. A row is
/// an officer. Cheap to copy. A batch that was taken is released when the last ArrowBatch, ColumnsBuilder, Dataset
/// or Scores that holds it goes, in whatever thread that happens.
class ArrowBatch {
 public:
  /// Takes both over, whatever comes of it: they are marked as released, and their release is called once, at once
  /// where there is an error. Errors: `arrow-released`, `arrow-malformed`. What cannot be seen (how long buffers are)
  /// is believed. O(columns).
  static Result<ArrowBatch> take(ArrowArray* array, ArrowSchema* schema);
  /// Only looks at them: they must outlive whatever is made of the batch, and are not released. Errors as above.
  static Result<ArrowBatch> borrow(const ArrowArray& array, const ArrowSchema& schema);

  std::size_t rows() const;                       ///< number of officers
  const std::vector<std::string>& names() const;  ///< of the columns, in their order; empty where one has none

  /// For the library itself.
  const std::shared_ptr<const ArrowBatchState>& state() const { return state_; }

 private:
  explicit ArrowBatch(std::shared_ptr<const ArrowBatchState> state) : state_(std::move(state)) {}
  std::shared_ptr<const ArrowBatchState> state_;
};

// From a batch into a ColumnsBuilder. Whatever is wrong is an error of ColumnsBuilder::finish, with all the others:
// `arrow-no-column`, `arrow-column-twice`, `arrow-not-figures`, `arrow-not-texts`, `arrow-no-key`,
// `arrow-other-officers`, `arrow-attribute-twice`, `arrow-no-period`, `arrow-malformed`, and those of the builder
// itself.

/// The officers' keys: texts (utf8, large or as views, plain or as dictionary) or whole numbers, ascending, without
/// nulls. Of a second batch of the same officers the keys must be the same. O(rows).
void set_keys(ColumnsBuilder& builder, const ArrowBatch& batch, std::string_view column);
/// An attribute: texts, numbers or truths; null is the attribute's default, or no value. The numbers of a dictionary of
/// 32 bits without nulls are read where they lie, all else is copied. O(rows).
void set_attribute(ColumnsBuilder& builder, const ArrowBatch& batch, std::string_view column,
                   std::string_view attribute);
/// The figures of a metric in a period of its own grain; null is no row. Without being copied: uint8, uint16, int32 and
/// int64 without nulls. Copied: those with nulls, int8, int16, uint32, uint64, bool (0 or 1), decimal (32, 64, 128
/// bits; exactly, by its scale), float and double (the decimal they were written as; NaN is no row). A figure of more
/// than 18 digits (float, double: 15) is refused, with a row issue. O(rows).
void add_figures(ColumnsBuilder& builder, const ArrowBatch& batch, std::string_view column, std::string_view metric,
                 Period period);
/// All columns by their names: `officer` is the keys; the name of an attribute that attribute; the name of a metric its
/// figures in `period`; and `METRIC LABEL`, as in `visits 2026-03`, those in that period. Any other name is an error.
void add_batch(ColumnsBuilder& builder, const ArrowBatch& batch, std::optional<Period> period = {});

// Tables of results as record batches: the columns, rows and cells of the CSV (write.hpp), digit for digit. Texts are
// large utf8, figures decimal128 with the places that the rulebook rounds to (where a column mixes several, with the
// most), `eligible` is bool, `line` uint32. What is empty in the CSV is null; nothing is defused. What `array` and
// `schema` held before is overwritten; afterwards they are the caller's, who releases both, or moves them or any of
// their children on. They hang on nothing of cwp's.

/// As to_csv. O(cells), like those below.
void to_arrow(const ScoreTable& table, const Scores& scores, ArrowArray* array, ArrowSchema* schema);
/// As parts_to_csv.
void parts_to_arrow(const ScoreTable& table, const Scores& scores, ArrowArray* array, ArrowSchema* schema);
/// As to_csv.
void to_arrow(const RankingTable& table, const Scores& scores, ArrowArray* array, ArrowSchema* schema);
/// As grades_to_csv.
void grades_to_arrow(const Scores& scores, ArrowArray* array, ArrowSchema* schema);
/// As awards_to_csv.
void awards_to_arrow(const Scores& scores, ArrowArray* array, ArrowSchema* schema);
/// As expectations_to_csv.
void expectations_to_arrow(const Scores& scores, ArrowArray* array, ArrowSchema* schema);
/// As issues_to_csv.
void issues_to_arrow(const Scores& scores, ArrowArray* array, ArrowSchema* schema);

}  // namespace cwp
