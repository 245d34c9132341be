#pragma once
// Texts of a batch's column: officers' keys, and values of attributes as written.

#include <span>

#include "arrow/arrow_batch.hpp"

namespace cwp {

/// Whether values of this type are keys: texts or whole numbers, or a dictionary of them.
bool are_keys(const ArrowColumn& column);
/// Whether they are values of attributes: keys, or other numbers and truths.
bool are_attribute_values(const ArrowColumn& column);
/// False when the places of texts do not ascend. O(rows).
bool has_sound_texts(const ArrowColumn& column);
/// The value of a row as it would be written in CSV; empty: null. The numbers of a dictionary must be in range.
std::string arrow_text(const ArrowColumn& column, std::size_t row);
/// The first row whose number is not one of the dictionary's; nothing: there is none, or it is no dictionary.
std::optional<std::size_t> number_out_of_range(const ArrowColumn& column);

/// The different values of a column, and each row's number among them.
struct NumberedTexts {
  std::vector<std::string> values;
  std::span<const std::uint32_t> numbers;
  std::shared_ptr<const void> memory;  ///< of the numbers; null: they lie in the array
};
/// Values that nobody has are left out. O(rows).
NumberedTexts numbered_texts(const ArrowColumn& column);

}  // namespace cwp
