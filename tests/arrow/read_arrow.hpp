#pragma once
// Reads a record batch as the specification says, and shows it as CSV. Written without a look at what writes it.

#include <cstring>
#include <string>

#include "cwp/arrow.hpp"

namespace cwp {

/// What was handed over, until it goes.
struct Received {
  ArrowArray array{};
  ArrowSchema schema{};
  Received() = default;
  Received(const Received&) = delete;
  Received& operator=(const Received&) = delete;
  ~Received() {
    if (array.release != nullptr) array.release(&array);
    if (schema.release != nullptr) schema.release(&schema);
  }
};

inline bool bit_at(const void* bits, std::int64_t at) {
  return (static_cast<const unsigned char*>(bits)[at / 8] >> (at % 8) & 1) != 0;
}

template <class T>
T value_at(const void* values, std::int64_t at) {
  T value;
  std::memcpy(&value, static_cast<const char*>(values) + std::size_t(at) * sizeof value, sizeof value);
  return value;
}

/// A number of 128 bits with its point, by long division of its digits: no arithmetic of the product.
inline std::string decimal_text(std::uint64_t low, std::uint64_t high, int places) {
  const bool negative = high >> 63 != 0;
  if (negative) {
    low = ~low + 1;
    high = ~high + (low == 0 ? 1 : 0);
  }
  std::uint32_t words[4] = {std::uint32_t(high >> 32), std::uint32_t(high), std::uint32_t(low >> 32),
                            std::uint32_t(low)};
  std::string digits;
  while (words[0] + std::uint64_t{words[1]} + words[2] + words[3] != 0 || int(digits.size()) <= places) {
    std::uint64_t rest = 0;
    for (std::uint32_t& word : words) {
      rest = rest << 32 | word;
      word = std::uint32_t(rest / 10);
      rest %= 10;
    }
    digits.insert(digits.begin(), char('0' + int(rest)));
  }
  if (places > 0) digits.insert(digits.size() - std::size_t(places), 1, '.');
  return (negative ? "-" : "") + digits;
}

inline std::string cell_text(const ArrowArray& column, const ArrowSchema& schema, std::int64_t row) {
  const std::string format = schema.format;
  const std::int64_t at = column.offset + row;
  if (column.buffers[0] != nullptr && !bit_at(column.buffers[0], at)) return "";
  if (format == "U") {
    const auto begin = value_at<std::int64_t>(column.buffers[1], at),
               end = value_at<std::int64_t>(column.buffers[1], at + 1);
    return {static_cast<const char*>(column.buffers[2]) + begin, std::size_t(end - begin)};
  }
  if (format == "b") return bit_at(column.buffers[1], at) ? "true" : "false";
  if (format == "I") return std::to_string(value_at<std::uint32_t>(column.buffers[1], at));
  if (format.starts_with("d:38,"))
    return decimal_text(value_at<std::uint64_t>(column.buffers[1], 2 * at),
                        value_at<std::uint64_t>(column.buffers[1], 2 * at + 1), std::stoi(format.substr(5)));
  return "unread " + format;
}

inline std::string csv_of(const Received& batch) {
  std::string csv;
  for (std::int64_t c = 0; c < batch.schema.n_children; ++c)
    csv += (c == 0 ? "" : ",") + std::string(batch.schema.children[c]->name);
  csv += '\n';
  for (std::int64_t row = 0; row < batch.array.length; ++row) {
    for (std::int64_t c = 0; c < batch.schema.n_children; ++c)
      csv += (c == 0 ? "" : ",") + cell_text(*batch.array.children[c], *batch.schema.children[c], row);
    csv += '\n';
  }
  return csv;
}
/// `NAME FORMAT NULLS` of each column.
inline std::string columns_of(const Received& batch) {
  std::string text;
  for (std::int64_t c = 0; c < batch.schema.n_children; ++c)
    text += std::string(batch.schema.children[c]->name) + " " + batch.schema.children[c]->format + " " +
            std::to_string(batch.array.children[c]->null_count) + "\n";
  return text;
}

}  // namespace cwp
