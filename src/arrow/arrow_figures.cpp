#include "arrow/arrow_figures.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>

#include "columns/take_doubles.hpp"
#include "decimal/rational.hpp"

namespace cwp {
namespace {

__extension__ typedef __int128 DecimalUnits;

constexpr int kMostDigits = 18;  // of a Decimal

/// Nothing for a figure with more than 18 digits.
std::optional<std::int64_t> in_digits(std::optional<std::int64_t> figure) {
  const std::int64_t end = power_of_ten(kMostDigits);
  return figure && *figure > -end && *figure < end ? figure : std::nullopt;
}

/// Copies figures. Whoever has none gets somebody else's in memory, so that the range of the column stays theirs.
template <class T, class Read>
void copy_figures(const ArrowColumn& column, Read read, ColumnStore& store, StoredFigures& stored) {
  auto copy = std::make_shared<std::vector<T>>(column.rows);
  std::optional<T> anybodys;
  for (std::size_t i = 0; i < column.rows; ++i) {
    if (column.is_null(i)) {
      stored.absent.push_back(std::uint32_t(i));
    } else if (const std::optional<std::int64_t> figure = read(i)) {
      (*copy)[i] = T(*figure);
      if (!anybodys) anybodys = T(*figure);
    } else {
      stored.refused.push_back(std::uint32_t(i));
    }
  }
  for (const auto* officers : {&stored.absent, &stored.refused})
    for (const std::uint32_t officer : *officers) (*copy)[officer] = anybodys.value_or(T());
  stored.type = FigureColumn(std::span<const T>(*copy)).type();
  stored.data = copy->data();
  store.kept.push_back(std::move(copy));
}

/// Whether figures may be read where they lie: side by side, all there, and of no more digits than are taken.
template <class T>
bool may_lie(const ArrowColumn& column) {
  if (!column.validity.empty() || reinterpret_cast<std::uintptr_t>(column.values()) % alignof(T) != 0) return false;
  if constexpr (sizeof(T) == sizeof(std::int64_t))
    for (std::size_t i = 0; i < column.rows; ++i)
      if (!in_digits(column.value<T>(i))) return false;
  return true;
}

template <class T>
void lay_figures(const ArrowColumn& column, const std::shared_ptr<const ArrowBatchState>& batch, ColumnStore& store,
                 StoredFigures& stored) {
  if (!may_lie<T>(column))
    return copy_figures<T>(
        column, [&](std::size_t i) { return in_digits(column.whole(i)); }, store, stored);
  stored.type = FigureColumn(std::span<const T>()).type();
  stored.data = column.values();
  if (batch->owned) store.kept.push_back(batch);
}

/// All with as many places as the one that needs most, unless both together need more than 18 digits.
void take_decimals(const ArrowColumn& column, ColumnStore& store, StoredFigures& stored) {
  for (std::size_t i = 0; i < column.rows; ++i)
    if (!column.is_null(i))
      if (const auto figure = arrow_decimal(column, i))
        stored.decimals = std::max<int>(stored.decimals, figure->decimals);
  const auto read = [&](std::size_t i) -> std::optional<std::int64_t> {
    const auto figure = arrow_decimal(column, i);
    if (!figure) return std::nullopt;
    const std::int64_t more = power_of_ten(stored.decimals - figure->decimals);
    if (std::abs(figure->units) > (power_of_ten(kMostDigits) - 1) / more) return std::nullopt;
    return figure->units * more;
  };
  copy_figures<std::int64_t>(column, read, store, stored);
}

void take_floating(const ArrowColumn& column, ColumnStore& store, StoredFigures& stored) {
  std::vector<double> figures(column.rows, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < column.rows; ++i)
    if (!column.is_null(i))
      figures[i] = column.type.kind == ArrowKind::f64 ? column.value<double>(i) : as_written(column.value<float>(i));
  const auto memory = std::make_shared<ColumnMemory>();
  take_doubles(figures, *memory, stored);
  store.kept.push_back(memory);
}

}  // namespace

bool are_figures(const ArrowColumn& column) {
  if (!column.dictionary.empty()) return false;
  const ArrowKind kind = column.type.kind;
  return column.type.is_whole() || kind == ArrowKind::null || kind == ArrowKind::truth || kind == ArrowKind::f32 ||
         kind == ArrowKind::f64 || kind == ArrowKind::decimal;
}

double as_written(float value) {
  if (!std::isfinite(value)) return double(value);
  char text[32];
  const auto [end, problem] = std::to_chars(text, text + sizeof text, value);
  double written = 0;
  std::from_chars(text, end, written);
  return written;
}

std::optional<Decimal> arrow_decimal(const ArrowColumn& column, std::size_t row) {
  DecimalUnits units = 0;
  switch (column.type.width) {
    case 4:
      units = column.value<std::int32_t>(row);
      break;
    case 8:
      units = column.value<std::int64_t>(row);
      break;
    default:
      units = column.value<DecimalUnits>(row);
  }
  int scale = column.type.scale;
  if (units == 0) return Decimal{};
  for (; scale > 0 && units % 10 == 0; --scale) units /= 10;
  const DecimalUnits end = power_of_ten(kMostDigits);
  for (; scale < 0 && units > -end && units < end; ++scale) units *= 10;
  if (scale < 0 || scale > kMostDigits || units <= -end || units >= end) return std::nullopt;
  return Decimal{std::int64_t(units), std::uint8_t(scale)};
}

StoredFigures stored_figures(const ArrowColumn& column, const std::shared_ptr<const ArrowBatchState>& batch,
                             ColumnStore& store) {
  StoredFigures stored;
  stored.most_digits = kMostDigits;
  const auto whole = [&](std::size_t i) { return column.whole(i); };
  switch (column.type.kind) {
    case ArrowKind::u8:
      lay_figures<std::uint8_t>(column, batch, store, stored);
      break;
    case ArrowKind::u16:
      lay_figures<std::uint16_t>(column, batch, store, stored);
      break;
    case ArrowKind::i32:
      lay_figures<std::int32_t>(column, batch, store, stored);
      break;
    case ArrowKind::i64:
      lay_figures<std::int64_t>(column, batch, store, stored);
      break;
    case ArrowKind::i8:
    case ArrowKind::i16:
      copy_figures<std::int32_t>(column, whole, store, stored);
      break;
    case ArrowKind::truth:
      copy_figures<std::uint8_t>(
          column, [&](std::size_t i) { return std::optional<std::int64_t>(column.truth(i)); }, store, stored);
      break;
    case ArrowKind::decimal:
      take_decimals(column, store, stored);
      break;
    case ArrowKind::f32:
    case ArrowKind::f64:
      stored.most_digits = 15;
      take_floating(column, store, stored);
      break;
    default:  // u32, u64, null
      copy_figures<std::int64_t>(
          column, [&](std::size_t i) { return in_digits(whole(i)); }, store, stored);
  }
  return stored;
}

}  // namespace cwp
