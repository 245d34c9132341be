#pragma once
// Eigen's vectors and matrices as columns. An adaptor: cwp.hpp does not include it, and the library does not need
// Eigen.

#include <Eigen/Core>
#include <stdexcept>
#include <type_traits>

#include "cwp/columns.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// A vector of u8, u16, i32, i64 or double as a column, borrowed: it must outlive the Dataset. Only what lies in memory
/// without gaps is a column: a vector, a Map, a column of a matrix, but not a row of a column-major matrix and no
/// expression. What cannot lie so does not compile; a step known only at run time (Ref with InnerStride) that is not 1
/// throws std::invalid_argument. O(1).
template <typename Vector>
FigureColumn eigen_column(const Vector& figures) {
  static_assert(Vector::IsVectorAtCompileTime, "a matrix has many columns: add_figures takes one");
  static_assert(bool(Vector::Flags & Eigen::DirectAccessBit), "an expression lies nowhere: evaluate it and keep it");
  static_assert(Vector::InnerStrideAtCompileTime == 1 || Vector::InnerStrideAtCompileTime == Eigen::Dynamic,
                "the figures must lie side by side: take a column of a column-major matrix, or copy");
  if (figures.size() > 1 && figures.innerStride() != 1)
    throw std::invalid_argument("the figures have gaps between them");
  using Figure = typename Vector::Scalar;
  return std::span<const Figure>(figures.data(), static_cast<std::size_t>(figures.size()));
}
/// A temporary would be gone before it is read; a view (Map, Ref, a column of a matrix) may be one.
template <typename Figure, int Rows, int Columns, int Options, int MaxRows, int MaxColumns>
FigureColumn eigen_column(const Eigen::Matrix<Figure, Rows, Columns, Options, MaxRows, MaxColumns>&&) = delete;

/// The figures of a metric in consecutive periods from `first`: officers are rows, periods are columns. Nothing is
/// copied; `figures` must outlive the Dataset. Errors: those of add_figures, at `finish`. O(columns).
template <typename Matrix>
void add_figures(ColumnsBuilder& builder, std::string_view metric, Period first, const Matrix& figures) {
  static_assert(!Matrix::IsRowMajor || Matrix::IsVectorAtCompileTime, "a period's figures must lie side by side");
  for (Eigen::Index period = 0; period < figures.cols(); ++period)
    builder.add_figures(metric, first + static_cast<std::int32_t>(period), eigen_column(figures.col(period)));
}
template <typename Figure, int Rows, int Columns, int Options, int MaxRows, int MaxColumns>
void add_figures(ColumnsBuilder&, std::string_view, Period,
                 const Eigen::Matrix<Figure, Rows, Columns, Options, MaxRows, MaxColumns>&&) = delete;

}  // namespace cwp
