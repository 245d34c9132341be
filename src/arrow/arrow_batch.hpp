#pragma once
// ArrowBatchState: the columns of a batch, each held against its format, and who releases it.

#include <cstdint>
#include <string>
#include <vector>

#include "arrow/arrow_type.hpp"
#include "cwp/arrow.hpp"

namespace cwp {

/// Values of an array from its position `first` on, as many as the batch has rows. Nulls are known by up to two
/// bitmaps: that of the column, and that of the struct around it.
struct ArrowColumn {
  /// Bits from `first` on; 0: null.
  struct Bits {
    const std::uint8_t* bits = nullptr;
    std::int64_t first = 0;
  };

  std::string name;
  std::string format;
  ArrowType type;
  const ArrowArray* array = nullptr;
  std::int64_t first = 0;
  std::size_t rows = 0;
  std::vector<Bits> validity;                ///< empty: there are no nulls
  std::vector<ArrowColumn> dictionary = {};  ///< one: the values, all of them; none: it is no dictionary

  bool is_null(std::size_t row) const;
  /// The first value in buffer 1, of values with a width; null without rows.
  const unsigned char* values() const;
  /// Value `row`, of a type whose size is the width.
  template <class T>
  T value(std::size_t row) const {
    T value;
    __builtin_memcpy(&value, values() + row * sizeof(T), sizeof(T));
    return value;
  }
  bool truth(std::size_t row) const;
  /// An integer of any width; nothing for one above INT64_MAX.
  std::optional<std::int64_t> whole(std::size_t row) const;
};

struct ArrowBatchState {
  ArrowArray array;
  ArrowSchema schema;
  bool owned = false;
  std::size_t rows = 0;
  std::vector<ArrowColumn> columns;
  std::vector<std::string> names;

  ArrowBatchState(const ArrowArray& of_array, const ArrowSchema& of_schema, bool is_owned)
      : array(of_array), schema(of_schema), owned(is_owned) {}
  ~ArrowBatchState();
  ArrowBatchState(const ArrowBatchState&) = delete;
  ArrowBatchState& operator=(const ArrowBatchState&) = delete;
};

/// `arrow-malformed` of a column.
Diagnostic malformed_arrow(std::string_view name, std::string_view format);

}  // namespace cwp
