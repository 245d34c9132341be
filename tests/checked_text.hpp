#pragma once
// Rulebooks from texts, for the tests of the layers above `load`.

#include <string>
#include <string_view>

#include "cwp/check.hpp"

namespace cwp {

/// The checked rulebook of a text; throws Error with the diagnostics when it has any error.
inline CheckedRulebook checked_text(std::string_view yaml) {
  return load_and_check(Source("rules.yaml", std::string(yaml))).value();
}

/// `SLUG LINE:COLUMN` for each diagnostic of a text.
inline std::string problems_of(std::string_view yaml) {
  const Result<CheckedRulebook> result = load_and_check(Source("rules.yaml", std::string(yaml)));
  std::string problems;
  for (const Diagnostic& diagnostic : result.diagnostics()) {
    const Position position = diagnostic.place.source.position(diagnostic.place.span.begin);
    problems += std::string(diagnostic.slug) + " " + std::to_string(position.line) + ":" +
                std::to_string(position.column) + "\n";
  }
  return problems;
}

/// A rulebook with metrics `visits` (daily count), `survey` (monthly) and `hours` (daily, decimals), an attribute
/// `area`, a parameter `quota`, and the given items in one category; `more` is appended at the end.
inline std::string rulebook_with(std::string_view items, std::string_view more = "") {
  std::string text =
      "cwp: 1\n"
      "id: small\n"
      "parameters: {quota: 5}\n"
      "attributes: {area: {type: text, one_of: [urban, rural]}}\n"
      "duty: {leave: exempt}\n"
      "metrics:\n"
      "  visits: {type: u16}\n"
      "  survey: {per: month, fold: last}\n"
      "  hours: {}\n"
      "categories:\n"
      "  - id: work\n"
      "    items:\n";
  text += items;
  text += more;
  return text;
}

}  // namespace cwp
