#include "io/csv_delimiter.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "cwp/csv_dialect.hpp"

namespace cwp {

char detected_delimiter(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  std::vector<std::size_t> counts(delimiters().size());
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += c == delimiters()[i].sign ? 1 : 0;
  }
  const auto most = std::max_element(counts.begin(), counts.end());  // the first of them: the comma, when equal
  return delimiters()[std::size_t(most - counts.begin())].sign;
}

}  // namespace cwp
