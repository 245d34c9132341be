#include "term/symbols.hpp"

#include "formula/function_row.hpp"

namespace cwp {

Symbols::Symbols(const Rulebook& rulebook, std::vector<Diagnostic>& diagnostics) {
  const auto add_all = [&](const auto& things, SymbolKind kind) {
    for (std::uint32_t i = 0; i < things.size(); ++i) add(things[i].id, kind, i, diagnostics);
  };
  add_all(rulebook.parameters, SymbolKind::parameter);
  add_all(rulebook.attributes, SymbolKind::attribute);
  add_all(rulebook.metrics, SymbolKind::metric);
  add_all(rulebook.values, SymbolKind::value);
  add_parts(rulebook.categories, diagnostics);
  add_all(rulebook.adjustments, SymbolKind::adjustment);
}

void Symbols::add_parts(const std::vector<Category>& categories, std::vector<Diagnostic>& diagnostics) {
  for (const Category& category : categories) {
    add(category.id, SymbolKind::category, categories_++, diagnostics);
    for (const Item& item : category.items) add(item.id, SymbolKind::item, items_++, diagnostics);
    add_parts(category.categories, diagnostics);
  }
}

void Symbols::add(const Name& id, SymbolKind kind, std::uint32_t index, std::vector<Diagnostic>& diagnostics) {
  if (id.value.empty()) return;  // the loader has reported it
  const auto [known, fresh] = symbols_.try_emplace(id.value, Symbol{kind, index, id.place});
  if (!fresh)
    diagnostics.push_back(
        {"duplicate-id", id.place, {id.value}, {{"first-defined-here", known->second.place, {id.value}}}});
}

const Symbol* Symbols::find(const std::string& name) {
  const auto known = symbols_.find(name);
  if (known == symbols_.end()) return nullptr;
  known->second.used = true;
  return &known->second;
}

std::vector<std::string> Symbols::names() const {
  std::vector<std::string> names;
  for (const auto& [name, symbol] : symbols_) names.push_back(name);
  for (const FunctionRow* row : function_rows())
    if (row->place != PlaceFunction::none && row->most == 0) names.emplace_back(row->doc.name);
  names.emplace_back("total");
  return names;
}

}  // namespace cwp
