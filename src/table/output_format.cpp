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

}  // namespace cwp
