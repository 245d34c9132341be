#include <algorithm>

#include "lint/doubts.hpp"

namespace cwp {
namespace {

/// Near 1 or 100, and not it: they were meant to add up.
bool miss_the_whole(const Rational& sum) {
  const auto near = [&](const Rational& whole) {
    return sum != whole && whole * Rational(1, 2) < sum && sum < whole * Rational(3, 2);
  };
  return near(Rational(1)) || near(Rational(100));
}

bool is_plus(const Term& term) { return term.kind == TermKind::call && term.function->doc.name == "+"; }

/// The weights of `40% * a + 35% * b + 30% * c`; false where a part has none.
bool collect_weights(const Term& term, const Scorecard& card, std::vector<Rational>& weights) {
  if (is_plus(term))
    return collect_weights(*term.children[0], card, weights) && collect_weights(*term.children[1], card, weights);
  if (term.kind != TermKind::call || term.function->doc.name != "*") return false;
  for (const TermPtr& factor : term.children)
    if (const auto weight = fixed_value(*factor, card)) {
      weights.push_back(*weight);
      return weight->sign() > 0 && *weight < Rational(1);
    }
  return false;
}

void look_at_sums(const Doubts& doubts, const Term& term, bool inside = false) {
  std::vector<Rational> weights;
  if (is_plus(term) && !inside && collect_weights(term, doubts.card, weights)) {
    Rational sum;
    for (const Rational& weight : weights) sum += weight;
    if (miss_the_whole(sum))
      doubts.add("weights-not-whole", term.source, {sum.to_text(), sum < Rational(50) ? "1" : "100"});
  }
  for (const TermPtr& child : term.children) look_at_sums(doubts, *child, is_plus(term));
}

/// `judged`: n, mark, weight, mark, weight …
void look_at_judges(const Doubts& doubts, const ScoreItem& item) {
  const auto& keys = item.written->form.keys;
  const auto key = std::find_if(keys.begin(), keys.end(), [](const FormKey& k) { return k.key.value == "weights"; });
  const Term& term = *item.points;
  if (key == keys.end() || term.kind != TermKind::call || term.function->doc.name != "judged_mean") return;
  Rational sum;
  for (std::size_t i = 2; i < term.children.size(); i += 2) {
    const auto weight = fixed_value(*term.children[i], doubts.card);
    if (!weight) return;
    sum += *weight;
  }
  if (miss_the_whole(sum))
    doubts.add("weights-not-whole", key->key.place, {sum.to_text(), sum < Rational(50) ? "1" : "100"});
}

/// A weekly item of 15 whose weeks are added up has 60 in a month, whatever its category says.
void look_at_roll_up(const Doubts& doubts, const ScoreItem& item) {
  const ScoreCategory& category = doubts.card.categories[item.category];
  if (item.roll_up != RollUpKind::sum || !item.full || !category.full || category.written->combine != Combine::sum)
    return;
  for (int g = int(item.grain) + 1; g < kGrains; ++g) {
    const auto& assessment = doubts.card.assessments[std::size_t(g)];
    if (!assessment || assessment->total) continue;
    doubts.add("roll-up-multiplies", item.written->roll_up.place,
               {item.written->id.value, std::string(to_text(item.grain)), std::string(to_text(Grain(g))),
                category.written->id.value, category.full->to_text()});
    return;
  }
}

}  // namespace

void doubt_weights(const Doubts& doubts) {
  visit_formulas(doubts.card, [&](const Term& formula) { look_at_sums(doubts, formula); });
  for (const ScoreItem& item : doubts.card.items) {
    look_at_judges(doubts, item);
    look_at_roll_up(doubts, item);
  }
}

}  // namespace cwp
