#pragma once
// Columns: figures that are in memory already, one for each officer, bound to a rulebook without being copied.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "cwp/dataset.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// Whether columns are made of such numbers.
template <typename T>
inline constexpr bool kIsFigure =
    std::is_same_v<T, std::uint8_t> || std::is_same_v<T, std::uint16_t> || std::is_same_v<T, std::int32_t> ||
    std::is_same_v<T, std::int64_t> || std::is_same_v<T, double>;

/// The figures of one metric in one period, one for each officer, borrowed: they must outlive the Dataset. Integers are
/// taken as they are. A double is the decimal it was written as, if that has at most 15 digits, else its binary value
/// (language.md, section 4); NaN is no row, and an infinity is refused. Officers with a double that has more than nine
/// places behind the point, or from 10^15 on, or of more than 15 digits, are worked out one by one: exactly, and
/// slower.
class FigureColumn {
 public:
  /// What the figures are in memory.
  enum class Type : std::uint8_t { u8, u16, i32, i64, f64 };
  ///@{
  /// Borrows figures; a column has one for each officer, in their order.
  FigureColumn(std::span<const std::uint8_t> figures) : FigureColumn(Type::u8, figures) {}  // NOLINT: spans are columns
  FigureColumn(std::span<const std::uint16_t> figures) : FigureColumn(Type::u16, figures) {}  // NOLINT
  FigureColumn(std::span<const std::int32_t> figures) : FigureColumn(Type::i32, figures) {}   // NOLINT
  FigureColumn(std::span<const std::int64_t> figures) : FigureColumn(Type::i64, figures) {}   // NOLINT
  FigureColumn(std::span<const double> figures) : FigureColumn(Type::f64, figures) {}         // NOLINT
  ///@}
  /// The same of figures that may be changed, or whose number is in their type: `std::span(visits)` of a vector or
  /// array.
  template <typename T, std::size_t Size>
  requires kIsFigure<std::remove_const_t<T>> FigureColumn(std::span<T, Size> figures)
      : FigureColumn(std::span<const T>(figures)) {}  // NOLINT

  Type type() const { return type_; }         ///< what they are in memory
  const void* data() const { return data_; }  ///< the first figure
  std::size_t size() const { return size_; }  ///< number of figures

 private:
  template <typename T>
  FigureColumn(Type type, std::span<const T> figures) : type_(type), data_(figures.data()), size_(figures.size()) {}

  Type type_;
  const void* data_;
  std::size_t size_;
};

struct ColumnsState;

/// Makes a Dataset out of columns: what is known now, without history (Recorded). Duty records say who was away,
/// records of presence who came or left; whoever has none of the latter is there throughout. Mistakes are errors of
/// `finish`.
class ColumnsBuilder {
 public:
  /// Officers have the keys 1, 2, 3 … until `set_keys`.
  ColumnsBuilder(CheckedRulebook rules, std::size_t officers);
  ~ColumnsBuilder();
  ColumnsBuilder(ColumnsBuilder&&) noexcept;             ///< takes over what was added
  ColumnsBuilder& operator=(ColumnsBuilder&&) noexcept;  ///< takes over what was added

  /// In the order of officers, which is that of their keys (Dataset): numbers ascending, or by code point. As in rows,
  /// keys are trimmed and taken in NFC, so that é is one key however it was typed.
  void set_keys(std::vector<std::string> keys);
  /// An attribute, the same throughout: its values as written, and the number of each officer's value among them. Once
  /// for each attribute.
  void set_attribute(std::string_view attribute, const std::vector<std::string>& values,
                     std::span<const std::uint32_t> numbers);
  /// A duty record of an officer, by his position: a status of the rulebook's `duty`, `on_duty` or `rest`. Of records
  /// that overlap, the one added later speaks.
  void add_duty(std::size_t officer, DayRange days, std::string_view status);
  /// Days on which an officer, by his position, is in the roster; on all others he is not. In a period in which he is
  /// there on no day he has no figure, whatever its columns say.
  void add_presence(std::size_t officer, DayRange days);
  /// The figures of a metric in a period of its own grain; not of a metric that is derived, or about an attribute.
  void add_figures(std::string_view metric, Period period, FigureColumn figures);
  /// States the span; else it is what the columns' periods touch.
  void set_span(DayRange span);

  /// Reads every column once: figures that break a promise of their metric are refused, with a row issue each; columns
  /// of periods behind the end of the rulebook or of a stated span are ignored, likewise. Errors: `column-name`,
  /// `column-length`, `column-number`, `column-officer`, `column-grain`, `column-twice`, `column-attribute-twice`,
  /// `column-keys`, `column-key-empty`, `span-backwards`, `span-far-outside`. O(figures).
  Result<Dataset> finish();

  /// For the library itself.
  ColumnsState& state();

 private:
  std::unique_ptr<ColumnsState> state_;
};

}  // namespace cwp
