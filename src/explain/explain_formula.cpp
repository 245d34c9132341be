// The one formula that a form stands for, from the checked terms: nothing is scored for it.

#include <algorithm>

#include "check/checked_state.hpp"
#include "cwp/nearest.hpp"
#include "explain/explainer.hpp"
#include "model/nearest_note.hpp"

namespace cwp {
namespace {

class FormulaWriter {
 public:
  explicit FormulaWriter(const Scorecard& card) : card_(card) {}

  std::string text(const Term& term) const {
    switch (term.kind) {
      case TermKind::constant:
        return constant(term);
      case TermKind::metric:
        return card_.rulebook->metrics[term.index].id.value;
      case TermKind::parameter:
        return card_.rulebook->parameters[term.index].id.value;
      case TermKind::attribute:
        return card_.rulebook->attributes[term.index].id.value;
      case TermKind::item:
        return card_.items[term.index].written->id.value;
      default:
        break;
    }
    // What is written in the rulebook stands here as it is; what a form makes by itself has the place of the form.
    const std::string written = text_at(term.source);
    std::vector<std::string> parts;
    for (const TermPtr& part : term.children) parts.push_back(text_at(part->source));
    if (!written.empty() && !is_form_text(written) && !is_made_around(written, parts)) return written;
    switch (term.kind) {
      case TermKind::place:
        return std::string(term.function->doc.name);
      case TermKind::call:
        return call(term);
      case TermKind::fold:
        return aggregate(term, " per " + std::string(to_text(term.inner)));
      case TermKind::gather:
        return aggregate(term, " by " + groups(term));
      default:
        return written;
    }
  }

 private:
  static std::string constant(const Term& term) {
    if (!term.constant.present()) return "missing";
    if (term.type == ValueType::boolean) return term.constant.truth() ? "true" : "false";
    const std::string text = to_text(term.constant);
    if (term.type == ValueType::number && text.find('/') != std::string::npos) return "(" + text + ")";
    return term.type == ValueType::text   ? "'" + text + "'"
           : term.type == ValueType::date ? "date '" + text + "'"
                                          : text;
  }

  std::string groups(const Term& term) const {
    std::string names;
    for (const std::uint32_t attribute : term.by)
      names += (names.empty() ? "" : ", ") + card_.rulebook->attributes[attribute].id.value;
    return names.empty() ? "all" : names;
  }

  std::string aggregate(const Term& term, const std::string& clause) const {
    return std::string(term.function->doc.name) + "(" + text(*term.children.back()) + clause + ")";
  }

  std::string call(const Term& term) const {
    const std::string name(term.function->doc.name);
    const int own = term.children.size() == 2 ? operator_strength(name) : 0;
    const auto operand = [&](std::size_t i, int at_least) {
      const Term& part = *term.children[i];
      const bool binary = part.kind == TermKind::call && part.children.size() == 2;
      const int inner = binary ? operator_strength(part.function->doc.name) : 0;
      const std::string inside = text(part);
      return inner > 0 && inner < at_least ? "(" + inside + ")" : inside;
    };
    if (name == "neg") return "-" + operand(0, operator_strength("*"));
    if (own > 0) return operand(0, own) + " " + name + " " + operand(1, own + 1);
    std::string all = name + "(";
    const bool table = term.function->types == TypeRule::number_table || term.function->types == TypeRule::text_table;
    for (std::size_t i = 0; i < term.children.size(); ++i)
      all += (i == 0 ? "" : table && i % 2 == 0 ? " -> " : ", ") + text(*term.children[i]);
    return all + ")";
  }

  const Scorecard& card_;
};

std::string held(const FormulaWriter& writer, std::string points, const TermPtr& min, const TermPtr& max) {
  if (min && max) return "clamp(" + points + ", " + writer.text(*min) + ", " + writer.text(*max) + ")";
  if (max) return "min(" + points + ", " + writer.text(*max) + ")";
  return min ? "max(" + points + ", " + writer.text(*min) + ")" : points;
}

}  // namespace

std::vector<Explanation> explain_formulas(const CheckedRulebook& rules, Language language) {
  const Scorecard& card = rules.state().scorecard;
  const FormulaWriter writer(card);
  std::vector<Explanation> formulas;
  const auto add = [&](const auto& written, const std::string& formula) {
    formulas.push_back({titled(written.title, written.id.value, language), formula, "", written.place, {}});
  };
  for (const ScoreItem& item : card.items)
    add(*item.written, held(writer, writer.text(*item.points), item.min, item.max));
  for (const ScoreAdjustment& adjustment : card.adjustments)
    add(*adjustment.written, held(writer, writer.text(*adjustment.amount), nullptr, adjustment.up_to));
  return formulas;
}

Result<Explanation> explain_formula(const CheckedRulebook& rules, std::string_view id, Language language) {
  const Scorecard& card = rules.state().scorecard;
  std::vector<Explanation> all = explain_formulas(rules, language);
  std::vector<std::string> known;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool item = i < card.items.size();
    const std::string& own =
        item ? card.items[i].written->id.value : card.adjustments[i - card.items.size()].written->id.value;
    if (own == id) return std::move(all[i]);
    known.push_back(own);
  }
  Diagnostic unknown;
  unknown.slug = "unknown-item";
  unknown.arguments = {std::string(id)};
  add_nearest(unknown, nearest_names(id, known));
  return unknown;
}

}  // namespace cwp
