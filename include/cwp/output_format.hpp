#pragma once
// OutputFormat: in which form results are written.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

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

/// What is written of scores, and how. No figure depends on it; a receipt keeps it.
struct OutputOptions {
  OutputFormat format = OutputFormat::csv;  ///< of all tables; the receipt is JSON
  bool details = false;                     ///< also GRAIN_parts
  Language language = Language::en;         ///< of formats that are worded
};

}  // namespace cwp
