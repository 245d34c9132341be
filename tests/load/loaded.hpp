#pragma once
// Loading short texts in tests: `problems("full: x")` is {"number-expected 1:7"}.

#include <string>
#include <vector>

#include "cwp/load.hpp"

namespace cwp {

inline std::string problem(std::string_view slug, const Place& place) {
  const Position at = place.source.position(place.span.begin);
  return std::string(slug) + ' ' + std::to_string(at.line) + ':' + std::to_string(at.column);
}

/// Slug, line and column of each diagnostic, in order.
inline std::vector<std::string> problems(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : diagnostics) all.push_back(problem(diagnostic.slug, diagnostic.place));
  return all;
}

inline Result<Rulebook> load_text(std::string text) { return load(Source("rules.yaml", std::move(text))); }
inline std::vector<std::string> problems(std::string text) {
  return problems(load_text(std::move(text)).diagnostics());
}

/// A rulebook with `text` behind its first two lines: line 3 is the first of `text`.
inline std::string book(const std::string& text) { return "cwp: 1\nid: t\n" + text; }

/// A rulebook with one item; `rest` is the rest of its flow mapping, on line 6 from column 41 on.
inline std::string item(const std::string& rest) {
  return book("categories:\n  - id: c\n    items:\n      - {id: x, per: month," + std::string(13, ' ') + rest + "}\n");
}

using Problems = std::vector<std::string>;

}  // namespace cwp
