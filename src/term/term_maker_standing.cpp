// `rank` and `grade`: names that mean something only behind the rankings.

#include <algorithm>

#include "term/term_maker.hpp"

namespace cwp {

/// Null where the rulebook itself gives the name to something, and no ranking is known here.
TermPtr TermMaker::standing_name(const Expr& expr, Grain place) {
  const bool is_rank = expr.text == "rank";
  if (!standing_ || !open_values_.empty() || (!is_rank && standing_->levels)) {
    if (symbols_.find(expr.text)) return nullptr;
    return report(is_rank ? "rank-not-known-here" : "grade-not-known-here", expr.place);
  }
  const auto index = is_rank ? standing_->ranking : standing_->grades;
  if (!index) {
    if (!standing_->ranking) return std::make_shared<const Term>();  // what it is from is unknown: reported there
    return report("grade-unclear", expr.place, {standing_->from, std::to_string(standing_->sets)});
  }
  Term term;
  term.kind = is_rank ? TermKind::rank : TermKind::grade;
  term.type = is_rank ? ValueType::number : ValueType::text;
  term.place = place;
  term.index = *index;
  return finish(std::move(term), expr);
}

/// `grade` compared with a text that is no level of its set.
void TermMaker::check_known_level(const Term& term) {
  const auto subject = std::find_if(term.children.begin(), term.children.end(),
                                    [](const TermPtr& child) { return child->kind == TermKind::grade; });
  if (subject == term.children.end()) return;
  const GradeSet& set = *card_.grades[(*subject)->index].written;
  std::vector<std::string> levels;
  for (const GradeLevel& level : set.levels) levels.push_back(level.id.value);
  for (const TermPtr& other : term.children) {
    if (other->kind != TermKind::constant || other->type != ValueType::text) continue;
    const std::string& text = *other->constant.text;
    if (std::find(levels.begin(), levels.end(), text) == levels.end())
      report("unknown-level", other->source, {text, set.id.value, nearest_name(text, levels)});
  }
}

}  // namespace cwp
