#pragma once
// What the units have for the fields of a text: where they end, and whole figures side by side.

#include <cstddef>
#include <cstdint>

namespace cwp {

/// Neighbouring fields of a row that hold whole figures, and what of them is plain.
struct FigureFields {
  const std::uint32_t* least = nullptr;  ///< by field
  const std::uint32_t* span = nullptr;   ///< by field: figures up to least + span, below 65,535
  std::size_t count = 0;                 ///< at least 1
  char delimiter = ',';
};
/// No plain figure has more digits.
inline constexpr std::uint32_t kFigureDigits = 7;
/// What stands for a figure that is not there.
inline constexpr std::uint16_t kAbsentFigure = 0xFFFF;
/// Ends and figures are written in groups: behind the last of them is room for so many more.
inline constexpr std::size_t kFieldGroup = 16;

/// The offsets of the bytes of `text` that are no digits, ascending, into `ends`; how many they are. No byte behind the
/// text is read.
using FindEnds = std::size_t (*)(const char* text, std::size_t size, std::uint32_t* ends);
/// The figures of fields that begin at byte `at` and end at `ends[0]`, `ends[1]` …, all of them bytes that are no
/// digits, into `figures`. False where one is not plain: too long, with a zero in front, too small or large, or without
/// the delimiter behind all but the last; what is in `figures` then means nothing. Eight bytes are read from the
/// beginning of each field on.
using TakeFigures = bool (*)(const char* text, std::uint32_t at, const std::uint32_t* ends, const FigureFields& fields,
                             std::uint16_t* figures);
/// Figures of neighbouring rows, `stride` from one row to the next.
struct FigureRows {
  const std::uint16_t* figures = nullptr;
  std::size_t stride = 0, rows = 0;
};
/// Into columns: columns[c][first + r] = figures[r * stride + c]; low[c] and high[c] become the least and the greatest
/// of themselves and these.
using LayFigures = void (*)(const FigureRows& rows, std::uint16_t* const* columns, std::size_t count, std::size_t first,
                            std::uint16_t* low, std::uint16_t* high);

/// What kinds of bytes there are.
struct ByteKinds {
  bool high = false;      ///< one of more than seven bits
  bool zeros = false;     ///< a zero byte
  bool quotes = false;    ///< a `"`
  bool returns = false;   ///< a CR
  std::size_t feeds = 0;  ///< how many LF
};
using FindKinds = ByteKinds (*)(const char* text, std::size_t size);

/// The same for all, but for time.
struct FieldUnit {
  FindKinds kinds = nullptr;
  FindEnds find = nullptr;
  TakeFigures take = nullptr;
  LayFigures lay = nullptr;
};
FieldUnit field_unit_baseline();
FieldUnit field_unit_avx2();
FieldUnit field_unit_avx512();

}  // namespace cwp
