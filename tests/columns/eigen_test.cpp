// Eigen's vectors and matrices as columns: borrowed where they lie, and each figure goes to its officer and period.

#include "cwp/eigen.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

constexpr const char* kEigenRules = R"yaml(cwp: 1
id: eigen
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 500]}
categories:
  - {id: work, items: [{id: a, per: month, full: 10, points: visits}]}
)yaml";
constexpr Period kFirstMonth{Grain::month, 2026 * 12 + 2};
using Figures = Eigen::Matrix<std::uint16_t, Eigen::Dynamic, Eigen::Dynamic>;

/// `OFFICER DATE VALUE` of each figure that breaks the range: where the figures went.
std::string out_of_range(ColumnsBuilder& builder) {
  const Result<Dataset> data = builder.finish();
  std::string text = render(data.diagnostics());
  if (!data.ok()) return text;
  for (const RowIssue& issue : data.value().issues())
    text += issue.officer + " " + issue.date + " " + issue.value + "\n";
  return text;
}

TEST(Eigen, AColumnOfAMatrixIsBorrowedWhereItLies) {
  const Figures figures = Figures::Constant(4, 3, 7);
  const FigureColumn column = eigen_column(figures.col(2));
  EXPECT_EQ(column.data(), figures.data() + 8);
  EXPECT_EQ(column.size(), 4U);
  EXPECT_EQ(column.type(), FigureColumn::Type::u16);
  const Eigen::VectorXd doubles = Eigen::VectorXd::Zero(5);
  EXPECT_EQ(eigen_column(doubles).type(), FigureColumn::Type::f64);
}

TEST(Eigen, ColumnsOfAMatrixAreConsecutivePeriods) {
  Figures figures = Figures::Zero(4, 3);
  figures(1, 0) = 501;
  figures(3, 2) = 999;
  ColumnsBuilder builder(checked_text(kEigenRules), 4);
  add_figures(builder, "visits", kFirstMonth, figures);
  EXPECT_EQ(out_of_range(builder), "2 2026-03 501\n4 2026-05 999\n");
}

TEST(Eigen, APartOfAMatrixIsTakenWithoutTheRowsAroundIt) {
  Figures figures = Figures::Constant(6, 2, 999);
  figures.middleRows(2, 3).setZero();
  figures(3, 1) = 600;
  const Eigen::Ref<const Figures> part = figures.middleRows(2, 3);
  ASSERT_EQ(part.data(), figures.data() + 2) << "Eigen has copied";
  ColumnsBuilder builder(checked_text(kEigenRules), 3);
  add_figures(builder, "visits", kFirstMonth, part);
  EXPECT_EQ(out_of_range(builder), "2 2026-04 600\n");
}

TEST(Eigen, FiguresWithGapsAreRefused) {
  Figures figures = Figures::Zero(4, 3);
  using Row = Eigen::Map<const Eigen::Matrix<std::uint16_t, Eigen::Dynamic, 1>, 0, Eigen::InnerStride<>>;
  EXPECT_THROW(eigen_column(Row(figures.data(), 3, Eigen::InnerStride<>(4))), std::invalid_argument);
  EXPECT_EQ(eigen_column(Row(figures.data(), 3, Eigen::InnerStride<>(1))).size(), 3U);
}

// What would dangle does not compile.
template <typename Vector>
concept IsColumn = requires(Vector&& vector) {
  eigen_column(std::forward<Vector>(vector));
};
static_assert(IsColumn<const Eigen::VectorXd&>);
static_assert(!IsColumn<Eigen::VectorXd>);

}  // namespace
}  // namespace cwp
