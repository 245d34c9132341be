#include "arrow/arrow_texts.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "arrow/arrow_figures.hpp"

namespace cwp {
namespace {

__extension__ typedef __int128 WrittenUnits;

template <class Offset>
std::pair<Offset, Offset> place_of(const ArrowColumn& column, std::size_t row) {
  Offset place[2];
  __builtin_memcpy(
      place, static_cast<const char*>(column.array->buffers[1]) + (std::size_t(column.first) + row) * sizeof(Offset),
      sizeof place);
  return {place[0], place[1]};
}

/// A text of up to twelve bytes stands in the view itself; of a longer one buffer and place.
struct TextView {
  std::int32_t length = 0, buffer_or_text = 0, buffer = 0, place = 0;
};
TextView view_of(const ArrowColumn& column, std::size_t row) {
  TextView view;
  __builtin_memcpy(&view,
                   static_cast<const char*>(column.array->buffers[1]) + (std::size_t(column.first) + row) * sizeof view,
                   sizeof view);
  return view;
}
constexpr std::int32_t kTextInView = 12;

const char* buffer_of(const ArrowColumn& column, std::int64_t number) {
  return static_cast<const char*>(column.array->buffers[number]);
}

template <class Offset>
std::string_view bytes_between(const ArrowColumn& column, std::size_t row) {
  const auto [begin, end] = place_of<Offset>(column, row);
  return end == begin ? std::string_view() : std::string_view(buffer_of(column, 2) + begin, std::size_t(end - begin));
}

std::string_view bytes_of(const ArrowColumn& column, std::size_t row) {
  if (column.type.kind == ArrowKind::text) return bytes_between<std::int32_t>(column, row);
  if (column.type.kind == ArrowKind::large_text) return bytes_between<std::int64_t>(column, row);
  const TextView view = view_of(column, row);
  const char* const in_view =
      buffer_of(column, 1) + (std::size_t(column.first) + row) * sizeof view + sizeof view.length;
  return {view.length <= kTextInView ? in_view : buffer_of(column, 2 + view.buffer) + view.place,
          std::size_t(view.length)};
}

template <class Offset>
bool ascend(const ArrowColumn& column) {
  for (std::size_t row = 0; row < column.rows; ++row) {
    const auto [begin, end] = place_of<Offset>(column, row);
    if (begin < 0 || end < begin || (end > begin && column.array->buffers[2] == nullptr)) return false;
  }
  return true;
}

bool have_places(const ArrowColumn& column) {
  // Views, then as many buffers as there are, then their sizes.
  const std::int64_t more = column.array->n_buffers - 3;
  for (std::size_t row = 0; row < column.rows; ++row) {
    const TextView view = view_of(column, row);
    if (column.is_null(row)) continue;
    if (view.length < 0) return false;
    if (view.length <= kTextInView) continue;
    if (view.buffer < 0 || view.buffer >= more || view.place < 0) return false;
    const auto* sizes = static_cast<const char*>(column.array->buffers[column.array->n_buffers - 1]);
    if (sizes == nullptr || column.array->buffers[2 + view.buffer] == nullptr) return false;
    std::int64_t size = 0;
    __builtin_memcpy(&size, sizes + std::size_t(view.buffer) * sizeof size, sizeof size);
    if (std::int64_t{view.place} + view.length > size) return false;
  }
  return true;
}

/// A decimal of more digits than are taken, for the issue that says so.
std::string long_decimal(const ArrowColumn& column, std::size_t row) {
  WrittenUnits units = 0;
  if (column.type.width == 16)
    units = column.value<WrittenUnits>(row);
  else
    units = column.type.width == 8 ? column.value<std::int64_t>(row) : column.value<std::int32_t>(row);
  const bool negative = units < 0;
  std::string digits;
  for (; units != 0; units /= 10) digits += char('0' + std::abs(int(units % 10)));
  const int scale = column.type.scale;
  if (scale < 0) digits.insert(0, std::size_t(-scale), '0');
  if (scale > 0) {
    if (digits.size() <= std::size_t(scale)) digits.append(std::size_t(scale) + 1 - digits.size(), '0');
    digits.insert(std::size_t(scale), 1, '.');
  }
  if (negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string double_text(double value) {
  if (std::isnan(value)) return "";
  if (const auto decimal = Decimal::from_double(value)) return decimal->to_short_text();
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

}  // namespace

bool are_keys(const ArrowColumn& column) {
  if (!column.dictionary.empty()) return column.dictionary[0].dictionary.empty() && are_keys(column.dictionary[0]);
  return column.type.is_text() || column.type.is_whole();
}

bool are_attribute_values(const ArrowColumn& column) {
  if (!column.dictionary.empty()) return are_attribute_values(column.dictionary[0]);
  return are_figures(column) || column.type.is_text();
}

bool has_sound_texts(const ArrowColumn& column) {
  if (!column.dictionary.empty()) return has_sound_texts(column.dictionary[0]);
  if (column.rows == 0) return true;
  switch (column.type.kind) {
    case ArrowKind::text:
      return ascend<std::int32_t>(column);
    case ArrowKind::large_text:
      return ascend<std::int64_t>(column);
    case ArrowKind::text_view:
      return have_places(column);
    default:
      return true;
  }
}

std::optional<std::size_t> number_out_of_range(const ArrowColumn& column) {
  if (column.dictionary.empty()) return std::nullopt;
  const auto values = std::int64_t(column.dictionary[0].rows);
  for (std::size_t row = 0; row < column.rows; ++row) {
    if (column.is_null(row)) continue;
    const auto number = column.whole(row);
    if (!number || *number < 0 || *number >= values) return row;
  }
  return std::nullopt;
}

std::string arrow_text(const ArrowColumn& column, std::size_t row) {
  if (column.is_null(row)) return "";
  if (!column.dictionary.empty()) return arrow_text(column.dictionary[0], std::size_t(column.whole(row).value_or(0)));
  switch (column.type.kind) {
    case ArrowKind::text:
    case ArrowKind::large_text:
    case ArrowKind::text_view:
      return std::string(bytes_of(column, row));
    case ArrowKind::truth:
      return column.truth(row) ? "1" : "0";
    case ArrowKind::f32:
      return double_text(as_written(column.value<float>(row)));
    case ArrowKind::f64:
      return double_text(column.value<double>(row));
    case ArrowKind::decimal: {
      const auto decimal = arrow_decimal(column, row);
      return decimal ? decimal->to_short_text() : long_decimal(column, row);
    }
    case ArrowKind::u64:
      return std::to_string(column.value<std::uint64_t>(row));
    default:
      return std::to_string(column.whole(row).value_or(0));
  }
}

NumberedTexts numbered_texts(const ArrowColumn& column) {
  NumberedTexts made;
  const bool in_place = !column.dictionary.empty() && column.type.width == sizeof(std::uint32_t) &&
                        column.validity.empty() && column.dictionary[0].validity.empty() && column.rows > 0 &&
                        reinterpret_cast<std::uintptr_t>(column.values()) % alignof(std::uint32_t) == 0;
  if (in_place) {
    // Signed or not, in range they are the same numbers.
    const std::span<const std::uint32_t> numbers(reinterpret_cast<const std::uint32_t*>(column.values()), column.rows);
    std::vector<bool> used(column.dictionary[0].rows);
    for (const std::uint32_t number : numbers) used[number] = true;
    if (std::find(used.begin(), used.end(), false) == used.end()) {
      made.numbers = numbers;
      for (std::size_t i = 0; i < used.size(); ++i) made.values.push_back(arrow_text(column.dictionary[0], i));
      return made;
    }
  }
  auto numbers = std::make_shared<std::vector<std::uint32_t>>();
  numbers->reserve(column.rows);
  std::unordered_map<std::string, std::uint32_t> known;
  for (std::size_t row = 0; row < column.rows; ++row) {
    std::string text = arrow_text(column, row);
    const auto [found, fresh] = known.try_emplace(std::move(text), std::uint32_t(known.size()));
    if (fresh) made.values.push_back(found->first);
    numbers->push_back(found->second);
  }
  made.numbers = *numbers;
  made.memory = std::move(numbers);
  return made;
}

}  // namespace cwp
