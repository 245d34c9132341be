#pragma once
// Symbols: the one namespace of metrics, attributes, parameters, values, items, categories and adjustments.

#include <map>
#include <string>
#include <vector>

#include "cwp/rulebook.hpp"

namespace cwp {

enum class SymbolKind : std::uint8_t { metric, attribute, parameter, value, item, category, adjustment };

struct Symbol {
  SymbolKind kind = SymbolKind::metric;
  std::uint32_t index = 0;
  Place place;
  bool used = false;
};

class Symbols {
 public:
  /// Takes all ids of the rulebook; an id used twice is reported (`duplicate-id`), and the first keeps it.
  Symbols(const Rulebook& rulebook, std::vector<Diagnostic>& diagnostics);

  /// Null when nothing has that name. Marks it as used.
  const Symbol* find(const std::string& name);
  /// All names, and the functions that are written without arguments.
  std::vector<std::string> names() const;
  const std::map<std::string, Symbol>& all() const { return symbols_; }

 private:
  void add(const Name& id, SymbolKind kind, std::uint32_t index, std::vector<Diagnostic>& diagnostics);
  void add_parts(const std::vector<Category>& categories, std::vector<Diagnostic>& diagnostics);

  std::map<std::string, Symbol> symbols_;
  std::uint32_t items_ = 0, categories_ = 0;
};

}  // namespace cwp
