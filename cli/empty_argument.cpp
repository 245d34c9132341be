#include "cli/empty_argument.hpp"

#include <string_view>

#include "cli/print.hpp"

namespace cwp {

std::optional<std::string> empty_argument(std::span<char* const> words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const std::size_t sign = word.starts_with("--") ? word.find('=') : std::string_view::npos;
    const bool empty_value = sign != std::string_view::npos && sign + 1 == word.size();  // --out=
    if (!word.empty() && !empty_value) continue;
    const std::string before(empty_value ? word.substr(0, sign) : std::string_view(words[i - 1]));
    return wording("usage-empty", {i == 1 ? "cwp" : before}, spoken_language());
  }
  return std::nullopt;
}

}  // namespace cwp
