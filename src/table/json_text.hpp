#pragma once
// JsonText: a table of results as JSON, an object for each row.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "table/result_rows.hpp"

namespace cwp {

/// `{"cwp": …, "rulebook": …, "table": …, "rows": [{"period": "2026-03", …}]}`, a row a line. Figures are texts, so
/// that no program reads them as binary fractions; what has no value is `null`. The columns of a group are an object.
class JsonText : public ResultText {
 public:
  /// `head`: what stands above the rows, names and values (JSON).
  explicit JsonText(const std::vector<std::pair<std::string, std::string>>& head);

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

  std::string take() &&;

 private:
  void value(std::string_view json);

  std::string text_;
  std::vector<std::string> before_;  ///< by column: what stands before its value
  std::string after_;                ///< the last one
  std::size_t column_ = 0;
  bool any_ = false;
};

/// A text as JSON. Bytes that are not UTF-8 are shown as U+FFFD.
std::string json_string(std::string_view text);

}  // namespace cwp
