#pragma once
// ArrowType: what a format of the C Data Interface says of the values of an array.

#include <cstdint>
#include <optional>
#include <string_view>

namespace cwp {

/// Kinds that figures, keys or attributes can be; `other` is any other.
enum class ArrowKind : std::uint8_t {
  null,
  truth,
  i8,
  u8,
  i16,
  u16,
  i32,
  u32,
  i64,
  u64,
  f32,
  f64,
  decimal,
  text,
  large_text,
  text_view,
  record,
  other
};

struct ArrowType {
  ArrowKind kind = ArrowKind::other;
  int scale = 0;                   ///< of decimals: units are of 10^-scale; may be negative
  std::size_t width = 0;           ///< bytes of a value, where values have a width of whole bytes that is read here
  std::int64_t least_buffers = 0;  ///< exactly so many, but of text_view and `other` more are allowed

  bool is_text() const;
  bool is_whole() const;  ///< an integer of any width
};

/// Reads a format: `C`, `u`, `d:19,2`, `d:9,2,32`, `+s` …
ArrowType arrow_type(std::string_view format);

}  // namespace cwp
