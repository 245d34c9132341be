#include "arrow/arrow_result.hpp"

#include <algorithm>

#include "arrow/arrow_export.hpp"
#include "decimal/rational.hpp"

namespace cwp {
namespace {

__extension__ typedef __int128 FigureUnits;
constexpr std::size_t kFigureWords = sizeof(FigureUnits) / sizeof(std::uint64_t);

void push_bit(std::vector<std::uint8_t>& bits, std::size_t at, bool bit) {
  if (at % 8 == 0) bits.push_back(0);
  bits.back() = std::uint8_t(bits.back() | unsigned(bit) << (at % 8));
}

}  // namespace

void ArrowValues::add_row(bool is_there) {
  push_bit(has_value, rows, is_there);
  ++rows;
  nulls += is_there ? 0 : 1;
}

void ArrowValues::finish() {
  for (const std::uint8_t of_one : units_places) places = std::max<int>(places, of_one);
  figures.resize(units.size() * kFigureWords);
  for (std::size_t i = 0; i < units.size(); ++i) {
    // At most 18 digits and 18 more.
    const FigureUnits widened = FigureUnits(units[i]) * power_of_ten(places - units_places[i]);
    __builtin_memcpy(figures.data() + i * kFigureWords, &widened, sizeof widened);
  }
  units = {};
  units_places = {};
}

std::string ArrowValues::format() const {
  switch (kind) {
    case CellKind::figure:
      return "d:38," + std::to_string(places);
    case CellKind::truth:
      return "b";
    case CellKind::number:
      return "I";
    case CellKind::text:
      break;
  }
  return "U";
}

void ArrowResult::columns(const std::vector<ResultColumn>& columns, std::string_view, std::size_t, std::size_t) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    ArrowValues& made = columns_.emplace_back();
    made.name = columns[i].name;
    made.kind = columns[i].kind;
    made.places = places_.empty() ? 0 : places_[std::min(i, places_.size() - 1)];
    if (made.kind == CellKind::text) made.ends.push_back(0);
  }
}

ArrowValues& ArrowResult::next(bool is_there) {
  ArrowValues& column = columns_[at_++];
  column.add_row(is_there);
  return column;
}

void ArrowResult::text(std::string_view text) {
  ArrowValues& column = next(!text.empty());
  column.characters += text;
  column.ends.push_back(std::int64_t(column.characters.size()));
}

void ArrowResult::figure(const std::optional<Decimal>& figure) {
  ArrowValues& column = next(figure.has_value());
  column.units.push_back(figure ? figure->units : 0);
  column.units_places.push_back(figure ? figure->decimals : std::uint8_t(0));
}

void ArrowResult::truth(bool truth) {
  ArrowValues& column = next(true);
  push_bit(column.truths, column.rows - 1, truth);
}

void ArrowResult::number(std::uint32_t number) { next(number > 0).numbers.push_back(number); }

void ArrowResult::list(const std::vector<std::string_view>& texts) {
  std::string joined;
  for (const std::string_view one : texts) joined += (joined.empty() ? "" : ";") + std::string(one);
  text(joined);
}

void ArrowResult::text_about(std::string_view text, std::string_view between, std::string_view,
                             std::string_view about) {
  std::string whole(text);
  if (!about.empty()) whole += std::string(between) + std::string(about);
  this->text(whole);
}

void ArrowResult::end_row() {
  at_ = 0;
  ++rows_;
}

void ArrowResult::give(ArrowArray* array, ArrowSchema* schema) && {
  for (ArrowValues& column : columns_)
    if (column.kind == CellKind::figure) column.finish();
  export_arrow(std::move(columns_), rows_, array, schema);
}

}  // namespace cwp
