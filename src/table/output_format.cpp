#include "cwp/output_format.hpp"

#include <algorithm>
#include <iterator>

namespace cwp {
namespace {

constexpr OutputFormatDoc kFormats[] = {
    {OutputFormat::csv, "csv", ".csv", false, "for spreadsheets, and for programs that read tables",
     "供电子表格，以及读取表格的程序使用"},
    {OutputFormat::json, "json", ".json", false,
     "for programs: figures are texts, digit for digit those of CSV, and what is not there is null",
     "供程序使用：数值以文本写出，与 CSV 逐位相同；没有的值为 null"},
    {OutputFormat::markdown, "markdown", ".md", true,
     "for people: tables with the titles of the rulebook, as for a bulletin",
     "供人阅读：以规则文件中的名称为表头，可作通报用表"},
};

constexpr OutputTableDoc kTables[] = {
    {OutputTable::scores, "scores", "GRAIN", true, "of each kind of period: everybody's points, part by part",
     "每种周期一张：每人各部分的得分"},
    {OutputTable::parts, "parts", "GRAIN_parts", false, "every part with its full marks and reason, as with --details",
     "每一部分及其满分和理由，同 --details"},
    {OutputTable::standing, "standing", "GRAIN_standing", false,
     "one row a person: categories, total, and the rank in every ranking",
     "每人一行：各类别、总分，以及在各排名中的名次"},
    {OutputTable::rankings, "rankings", "ranking_ID", true, "each ranking in its order", "各排名，按名次排列"},
    {OutputTable::grades, "grades", "grades", true, "the grades", "等次"},
    {OutputTable::awards, "awards", "awards", true, "the awards", "奖惩"},
    {OutputTable::expect, "expect", "expect", true, "the promises that do not hold", "未满足的承诺"},
    {OutputTable::issues, "issues", "issues", true, "what is wrong with the data, row by row",
     "数据中的问题，逐行列出"},
};

}  // namespace

std::span<const OutputFormatDoc> output_formats() { return kFormats; }

const OutputFormatDoc& row_of(OutputFormat format) {
  return *std::find_if(std::begin(kFormats), std::end(kFormats),
                       [&](const OutputFormatDoc& row) { return row.format == format; });
}

std::optional<OutputFormat> parse_output_format(std::string_view name) {
  for (const OutputFormatDoc& row : kFormats)
    if (row.name == name) return row.format;
  return std::nullopt;
}

std::span<const OutputTableDoc> output_tables() { return kTables; }

const OutputTableDoc& row_of(OutputTable table) {
  return *std::find_if(std::begin(kTables), std::end(kTables),
                       [&](const OutputTableDoc& row) { return row.table == table; });
}

std::optional<OutputTable> parse_output_table(std::string_view name) {
  for (const OutputTableDoc& row : kTables)
    if (row.name == name) return row.table;
  return std::nullopt;
}

std::string file_name(OutputTable table, OutputFormat format, std::string_view of) {
  std::string name(row_of(table).file);
  for (const std::string_view placeholder : {"GRAIN", "ID"})
    if (const std::size_t at = name.find(placeholder); at != std::string::npos)
      return name.replace(at, placeholder.size(), of) + std::string(row_of(format).extension);
  return name + std::string(row_of(format).extension);
}

bool OutputOptions::writes(OutputTable table) const {
  if (table == OutputTable::parts && details) return true;
  if (tables.empty()) return row_of(table).unasked;
  return std::find(tables.begin(), tables.end(), table) != tables.end();
}

}  // namespace cwp
