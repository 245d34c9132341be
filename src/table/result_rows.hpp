#pragma once
// result_rows: the columns and cells of each table of results. What formats for programs (CSV, JSON) have in common.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/output_format.hpp"
#include "cwp/scores.hpp"

namespace cwp {

/// What the cells of a column are.
enum class CellKind : std::uint8_t { text, figure, truth, number };
/// A column of a table: how it is called, and what its cells are.
struct ResultColumn {
  ResultColumn(std::string called, CellKind cells = CellKind::text)  // NOLINT: most columns are a name
      : name(std::move(called)), kind(cells) {}
  ResultColumn(const char* called, CellKind cells = CellKind::text)  // NOLINT
      : name(called), kind(cells) {}
  std::string name;
  CellKind kind;
};
/// What the columns are called.
std::vector<std::string> names_of(const std::vector<ResultColumn>& columns);

/// Takes a table: its columns, then cell by cell. A cell that is empty, or has no figure, has no value.
class ResultText {
 public:
  virtual ~ResultText() = default;
  /// Before any cell. The columns from `first` to before `last` are one thing, called `group`, where tables can nest.
  virtual void columns(const std::vector<ResultColumn>& columns, std::string_view group = {}, std::size_t first = 0,
                       std::size_t last = 0) = 0;
  virtual void text(std::string_view text) = 0;
  virtual void figure(const std::optional<Decimal>& figure) = 0;
  virtual void truth(bool truth) = 0;
  virtual void number(std::uint32_t number) = 0;  ///< 0: no value
  /// Of a column of texts, like the next.
  virtual void list(const std::vector<std::string_view>& texts) = 0;
  /// A text and what it is about, `name`; `between` joins them where a cell holds both.
  virtual void text_about(std::string_view text, std::string_view between, std::string_view name,
                          std::string_view about) = 0;
  virtual void end_row() = 0;
};

/// The columns of a table of scores; `ids`: those of its parts, `total` last.
std::vector<ResultColumn> score_columns(const std::vector<std::string>& ids);
/// The columns of a table of standing; `ids`: those of its parts; `rankings`: those whose ranks it has.
std::vector<ResultColumn> standing_columns(const std::vector<std::string>& ids,
                                           const std::vector<std::string>& rankings);
/// The columns of a ranking.
std::vector<ResultColumn> ranking_columns();
/// What stands in the column `state` of tables whose rows are no scores: rankings, grades, awards, promises.
std::string_view period_state(bool is_provisional);

void put_rows(ResultText& out, const ScoreTable& table, const Scores& scores);
void put_parts(ResultText& out, const ScoreTable& table, const Scores& scores);
void put_standing(ResultText& out, const ScoreTable& table, const Scores& scores);
void put_rows(ResultText& out, const RankingTable& table, const Scores& scores);
void put_grades(ResultText& out, const Scores& scores);
void put_awards(ResultText& out, const Scores& scores);
void put_expectations(ResultText& out, const Scores& scores);
void put_issues(ResultText& out, const Scores& scores);

}  // namespace cwp
