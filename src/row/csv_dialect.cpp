#include "cwp/csv_dialect.hpp"

namespace cwp {
namespace {

constexpr EncodingDoc kEncodings[] = {
    {TextEncoding::utf8, "utf-8", "UTF-8",
     "“CSV UTF-8” of Excel and WPS, most programs; with or without byte order mark",
     "Excel 和 WPS 的“CSV UTF-8”格式，多数程序的输出；有无字节顺序标记均可"},
    {TextEncoding::gb18030, "gb18030", "GB18030", "“CSV” of a Chinese Excel; GBK and GB2312 are parts of it",
     "中文 Excel 的“CSV”格式；包含 GBK 和 GB2312"},
    {TextEncoding::utf16, "utf-16", "UTF-16", "“Unicode text” of Excel", "Excel 的“Unicode 文本”格式"},
};

constexpr DelimiterDoc kDelimiters[] = {
    {FieldDelimiter::comma, ',', "comma", "CSV as most programs write it", "多数程序写出的 CSV"},
    {FieldDelimiter::semicolon, ';', "semicolon", "CSV of an Excel whose decimal sign is a comma",
     "以逗号为小数点的 Excel 写出的 CSV"},
    {FieldDelimiter::tab, '\t', "tab", "“Unicode text” of Excel, cells pasted from a sheet",
     "Excel 的“Unicode 文本”，从表格粘贴出来的单元格"},
};

}  // namespace

std::span<const EncodingDoc> encodings() { return kEncodings; }
std::span<const DelimiterDoc> delimiters() { return kDelimiters; }

const EncodingDoc* find_row(TextEncoding encoding) {
  for (const EncodingDoc& row : kEncodings)
    if (row.encoding == encoding) return &row;
  return nullptr;
}

const DelimiterDoc* find_row(FieldDelimiter delimiter) {
  for (const DelimiterDoc& row : kDelimiters)
    if (row.delimiter == delimiter) return &row;
  return nullptr;
}

std::optional<TextEncoding> parse_encoding(std::string_view name) {
  for (const EncodingDoc& row : kEncodings)
    if (row.name == name) return row.encoding;
  return std::nullopt;
}

std::optional<FieldDelimiter> parse_delimiter(std::string_view name) {
  for (const DelimiterDoc& row : kDelimiters)
    if (row.name == name) return row.delimiter;
  return std::nullopt;
}

}  // namespace cwp
