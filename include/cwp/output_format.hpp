#pragma once
// OutputFormat, OutputTable: in which form results are written, and which of their tables.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// The form of the files of a results folder.
enum class OutputFormat : std::uint8_t { csv, json, markdown };

/// What is known of a format.
struct OutputFormatDoc {
  OutputFormat format;         ///< which one
  std::string_view name;       ///< on the command line and in receipts: `markdown`
  std::string_view extension;  ///< of its files: `.md`
  bool worded;                 ///< its tables are worded for people, in one language
  std::string_view en;         ///< what it is good for, in English
  std::string_view zh;         ///< the same in Chinese
};

/// All formats: what the option, its help, the writers, receipts and pages read.
std::span<const OutputFormatDoc> output_formats();
/// The row of a format.
const OutputFormatDoc& row_of(OutputFormat format);
/// By its name; nothing for any other text.
std::optional<OutputFormat> parse_output_format(std::string_view name);

/// The tables of a results folder.
enum class OutputTable : std::uint8_t { scores, parts, standing, rankings, grades, awards, expect, issues };

/// What is known of a table.
struct OutputTableDoc {
  OutputTable table;      ///< which one
  std::string_view name;  ///< on the command line and in receipts: `rankings`
  std::string_view file;  ///< what its files are called, without the extension: `ranking_ID`
  bool unasked;           ///< it is written where no tables are named
  std::string_view en;    ///< what it holds, in English
  std::string_view zh;    ///< the same in Chinese
};

/// All tables, in the order of their files: what the option, its help, the writers, receipts and pages read.
std::span<const OutputTableDoc> output_tables();
/// The row of a table.
const OutputTableDoc& row_of(OutputTable table);
/// By its name; nothing for any other text.
std::optional<OutputTable> parse_output_table(std::string_view name);
/// What the file of a table is called; `of`: its grain, or the id of its ranking, where there is one of each.
std::string file_name(OutputTable table, OutputFormat format, std::string_view of = {});

/// The byte order mark of UTF-8, by which Excel knows at a double click that a CSV file is not of the system's
/// encoding.
inline constexpr std::string_view kCsvMark = "\xEF\xBB\xBF";

/// What is written of scores, and how. No figure depends on it; a receipt keeps it.
struct OutputOptions {
  OutputFormat format = OutputFormat::csv;  ///< of all tables; the receipt is JSON
  bool details = false;                     ///< also GRAIN_parts
  Language language = Language::en;         ///< of formats that are worded
  std::vector<OutputTable> tables = {};     ///< those that are wanted; none: all that need not be asked for
  bool bom = false;                         ///< CSV begins with kCsvMark
  /// Whether a table is among the files.
  bool writes(OutputTable table) const;
};

}  // namespace cwp
