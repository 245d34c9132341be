#pragma once
// ArrowResult: a table of results as a record batch, column by column.

#include <string>
#include <vector>

#include "cwp/arrow.hpp"
#include "table/result_rows.hpp"

namespace cwp {

/// Values of one column, as Arrow lays them: bits of who has a value, then the values.
struct ArrowValues {
  std::string name;
  CellKind kind = CellKind::text;
  std::size_t rows = 0, nulls = 0;
  int places = 0;                          ///< of figures: the most that one has
  std::vector<std::uint8_t> has_value;     ///< bits
  std::vector<std::int64_t> units;         ///< figures and their places, one for each row
  std::vector<std::uint8_t> units_places;  ///< likewise
  std::vector<std::uint64_t> figures;      ///< 128 bits each, of `places`, once finished
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint8_t> truths;  ///< bits
  std::vector<std::int64_t> ends;    ///< of texts: where they begin, and the last ends
  std::string characters;

  void add_row(bool is_there);
  /// Units of all figures to `places`.
  void finish();
  /// As the C Data Interface writes it: `U`, `d:38,2`, `b`, `I`.
  std::string format() const;
};

class ArrowResult : public ResultText {
 public:
  /// `places`: by column, how many places figures have at least; the last one's of all behind.
  explicit ArrowResult(std::vector<int> places) : places_(std::move(places)) {}

  void columns(const std::vector<ResultColumn>& columns, std::string_view group, std::size_t first,
               std::size_t last) override;
  void text(std::string_view text) override;
  void figure(const std::optional<Decimal>& figure) override;
  void truth(bool truth) override;
  void number(std::uint32_t number) override;
  void list(const std::vector<std::string_view>& texts) override;
  void text_about(std::string_view text, std::string_view between, std::string_view name,
                  std::string_view about) override;
  void end_row() override;

  /// Hands all over; both are released by whoever takes them.
  void give(ArrowArray* array, ArrowSchema* schema) &&;

 private:
  ArrowValues& next(bool is_there);

  std::vector<int> places_;
  std::vector<ArrowValues> columns_;
  std::size_t at_ = 0, rows_ = 0;
};

}  // namespace cwp
