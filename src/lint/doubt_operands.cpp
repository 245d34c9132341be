#include <algorithm>

#include "bounds/value_bounds.hpp"
#include "lint/doubts.hpp"

namespace cwp {
namespace {

bool is_call_of(const Term& term, std::string_view name) {
  return term.kind == TermKind::call && term.function->doc.name == name;
}

bool counts_something(const Term& term) {
  return any_term(term, [](const Term& part) { return part.kind == TermKind::metric; });
}

/// Looks for divisors that can be 0. Whoever asks about the divisor before (`if(b > 0, a / b, 0)`), or says what counts
/// where there is no value (`first_of`), has thought of it.
class Divisors {
 public:
  explicit Divisors(const Doubts& doubts) : doubts_(doubts) {}

  void look(const Term& term) {
    if (term.kind == TermKind::call) {
      const std::string_view name = term.function->doc.name;
      if (name == "first_of" || name == "highest" || name == "is_missing") return;
      if (name == "/") look_at_divisor(*term.children[1]);
      if (name == "if" || name == "highest_case") {
        conditions_.push_back(term.children[0].get());
        for (const TermPtr& child : term.children) look(*child);
        conditions_.pop_back();
        return;
      }
    }
    for (const TermPtr& child : term.children) look(*child);
  }

 private:
  void look_at_divisor(const Term& divisor) {
    if (!counts_something(divisor) || !bounds_of(divisor, doubts_.card).contains(0)) return;
    for (const Term* condition : conditions_)
      if (any_term(*condition, [&](const Term& part) { return same_term(part, divisor); })) return;
    doubts_.add("divisor-can-be-zero", divisor.source, {written_at(divisor.source)});
  }

  const Doubts& doubts_;
  std::vector<const Term*> conditions_;
};

/// The allowed texts of an attribute, or of a column of `table`; null where any is.
const std::vector<std::string>* allowed_texts(const Term& term, const Scorecard& card,
                                              std::optional<std::uint32_t> table) {
  const std::vector<std::string>* texts = nullptr;
  if (term.kind == TermKind::attribute) texts = &card.rulebook->attributes[term.index].one_of;
  if (term.kind == TermKind::column && table) texts = &card.rulebook->events[*table].columns[term.index].one_of;
  return texts && !texts->empty() ? texts : nullptr;
}

void look_at_lookup(const Doubts& doubts, const Term& term, std::optional<std::uint32_t> table = {}) {
  if (!is_call_of(term, "lookup")) return;
  const auto* texts = allowed_texts(*term.children[0], doubts.card, table);
  if (!texts) return;
  std::string missing;
  for (const std::string& text : *texts) {
    bool found = false;
    for (std::size_t i = 1; i < term.children.size(); i += 2)
      found = found || (term.children[i]->constant.present() && *term.children[i]->constant.text == text);
    if (!found) missing += (missing.empty() ? "'" : ", '") + text + "'";
  }
  if (!missing.empty()) doubts.add("lookup-misses", term.source, {written_at(term.children[0]->source), missing});
}

}  // namespace

void doubt_operands(const Doubts& doubts) {
  const Scorecard& card = doubts.card;
  for (const ScoreItem& item : card.items)
    if (item.points->kind != TermKind::invalid && !item.written->if_missing) Divisors(doubts).look(*item.points);
  for (const ScoreAdjustment& adjustment : card.adjustments)
    if (adjustment.amount) Divisors(doubts).look(*adjustment.amount);
  visit_terms(card, [&](const Term& term) { look_at_lookup(doubts, term); });
  for (const auto& derived : card.derived)
    if (derived && derived->formula)
      visit_terms(*derived->formula, [&](const Term& term) { look_at_lookup(doubts, term, derived->table); });
}

}  // namespace cwp
