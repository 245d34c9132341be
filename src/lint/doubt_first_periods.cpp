#include "lint/doubts.hpp"

namespace cwp {
namespace {

bool is_score(const Term& term) {
  return term.kind == TermKind::total || term.kind == TermKind::category || term.kind == TermKind::item;
}

/// A look back at a score that nothing asks about: before the rulebook there are figures perhaps, but no scores.
const Term* bare_look_back(const Term& term) {
  if (term.kind == TermKind::lag && any_term(*term.children.front(), is_score)) return &term;
  // Aggregates and these skip what is not there; whoever asks whether it is has thought of it.
  if (term.kind == TermKind::fold || term.kind == TermKind::gather) return nullptr;
  const std::string_view name = term.kind == TermKind::call ? term.function->doc.name : "";
  if (name == "first_of" || name == "highest") return nullptr;
  const auto asks = [](const Term& part) {
    return part.kind == TermKind::call &&
           (part.function->doc.name == "is_missing" || part.function->doc.name == "is_exempt");
  };
  if (name == "if" && any_term(*term.children[0], asks)) return nullptr;
  for (const TermPtr& child : term.children)
    if (const Term* found = bare_look_back(*child)) return found;
  return nullptr;
}

}  // namespace

void doubt_first_periods(const Doubts& doubts) {
  for (const ScoreItem& item : doubts.card.items) {
    if (item.written->if_missing || item.points->kind == TermKind::invalid) continue;
    if (const Term* lag = bare_look_back(*item.points))
      doubts.add("first-period-missing", lag->source, {item.written->id.value, written_at(lag->source)});
  }
}

}  // namespace cwp
