#pragma once
// csv_delimiter: what stands between the fields of a file, as its header shows.

#include <string_view>

namespace cwp {

/// The comma, unless the first line with text has more semicolons or tabs outside quotes.
char detected_delimiter(std::string_view text);

}  // namespace cwp
