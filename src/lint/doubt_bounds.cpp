#include <algorithm>
#include <array>
#include <map>

#include "bounds/part_bounds.hpp"
#include "lint/doubts.hpp"

namespace cwp {
namespace {

/// What a formula says that is out of reach. A formula has several uses where it is a named value, or rolls an item up
/// to several grains: what one of them can reach is not doubted.
class Reach {
 public:
  explicit Reach(const Doubts& doubts) : doubts_(doubts) {}

  void look(const Term& term) {
    if (term.kind != TermKind::call) return;
    const std::string_view name = term.function->doc.name;
    if (name == "min" && term.children.size() == 2) look_at_limit(term);
    if (name == "step" || name == "step_above") look_at_bands(term, name == "step_above");
  }

  void report() const {
    for (const auto& [key, found] : found_)
      if (found) doubts_.add(key.second, found->place, found->arguments);
  }

 private:
  struct Found {
    Place place;
    std::vector<std::string> arguments;
  };

  void add(std::string_view slug, const Place& place, std::optional<std::vector<std::string>> arguments) {
    const auto [known, fresh] = found_.try_emplace({place.source.text().data() + place.span.begin, slug});
    if (!arguments) known->second.reset();
    if (fresh && arguments) known->second = Found{place, std::move(*arguments)};
  }

  /// `min(x, 20)`, also as the `at_most` of a form.
  void look_at_limit(const Term& term) {
    for (const std::size_t i : {0U, 1U}) {
      const Term& limit = *term.children[i];
      if (limit.kind != TermKind::constant || !limit.constant.present() || !is_written_number(limit.source)) continue;
      const auto high = bounds_of(*term.children[1 - i], doubts_.card).high;
      const bool reached = !high || limit.constant.number <= *high;
      add("cap-out-of-reach", limit.source,
          reached ? std::nullopt : std::optional(std::vector{limit.constant.number.to_text(), high->to_text()}));
    }
  }

  /// Bands of a table in which no figure can lie.
  void look_at_bands(const Term& term, bool above) {
    const ValueBounds x = bounds_of(*term.children[0], doubts_.card);
    for (std::size_t i = 1; i < term.children.size(); i += 2) {
      const Term& edge = *term.children[i];
      const auto begin = fixed_value(edge, doubts_.card);
      const auto end = i + 2 < term.children.size() ? fixed_value(*term.children[i + 2], doubts_.card) : std::nullopt;
      std::optional<std::vector<std::string>> arguments;
      if (begin && x.high && (*x.high < *begin || (above && *x.high == *begin)))
        arguments = {begin->to_text(), "≤ " + x.high->to_text()};
      else if (begin && end && x.low && (*end < *x.low || (!above && *end == *x.low)))
        arguments = {begin->to_text(), "≥ " + x.low->to_text()};
      add("band-never-reached", edge.source, std::move(arguments));
    }
  }

  const Doubts& doubts_;
  std::map<std::pair<const char*, std::string_view>, std::optional<Found>> found_;  ///< null: within reach
};

void look_at_full(const Doubts& doubts, const ScoreItem& item) {
  if (!item.full || item.points->kind == TermKind::invalid || item.if_missing == IfMissing::full) return;
  if (item.applies && item.written->if_not_applicable == IfNotApplicable::full) return;
  const auto full = fixed_value(*item.full, doubts.card);
  auto high = bounds_of(*item.points, doubts.card).high;
  if (item.max)
    if (const auto max = bounds_of(*item.max, doubts.card).high) high = high ? std::min(*high, *max) : *max;
  if (full && high && *high < *full)
    doubts.add("full-out-of-reach", item.written->full->place,
               {item.written->id.value, full->to_text(), high->to_text()});
}

bool is_total(const Term& term) { return term.kind == TermKind::total; }

/// `total >= 60` where nobody's total can be 60.
void look_at_totals(const Doubts& doubts, const std::array<ValueBounds, kGrains>& totals, const Term& term) {
  constexpr std::string_view kComparisons = " = != < <= > >= ";
  const bool compares = term.kind == TermKind::call && term.children.size() == 2 &&
                        kComparisons.find(" " + std::string(term.function->doc.name) + " ") != std::string_view::npos;
  for (const std::size_t i : {0U, 1U}) {
    if (!compares) break;
    const Term &figure = *term.children[i], &against = *term.children[1 - i];
    if (against.kind != TermKind::constant || !against.constant.present() || !any_term(figure, is_total)) continue;
    const auto high = bounds_of(figure, doubts.card, [&](const Term& part) {
                        return is_total(part) ? std::optional(totals[std::size_t(part.place)]) : std::nullopt;
                      }).high;
    if (high && *high < against.constant.number)
      doubts.add("total-out-of-reach", against.source,
                 {written_at(figure.source), against.constant.number.to_text(), high->to_text()});
  }
}

}  // namespace

void doubt_bounds(const Doubts& doubts) {
  const Scorecard& card = doubts.card;
  for (const ScoreVeto& veto : card.vetoes) {
    if (!veto.when || veto.when->kind == TermKind::invalid) continue;
    const auto only = bounds_of(*veto.when, card).only();
    if (only) doubts.add(only->is_zero() ? "veto-never" : "veto-always", veto.when->source, {veto.written->id.value});
  }
  Reach reach(doubts);
  visit_terms(card, [&](const Term& term) { reach.look(term); });
  reach.report();
  for (const ScoreAdjustment& adjustment : card.adjustments) {
    if (!adjustment.up_to || !adjustment.amount) continue;
    const auto cap = fixed_value(*adjustment.up_to, card);
    const auto high = bounds_of(*adjustment.amount, card).high;
    if (cap && high && *high < *cap)
      doubts.add("cap-out-of-reach", adjustment.up_to->source, {cap->to_text(), high->to_text()});
  }
  for (const ScoreItem& item : card.items) look_at_full(doubts, item);
  for (const auto& assessment : card.assessments) {
    if (!assessment || !assessment->coefficient) continue;
    const auto low = bounds_of(*assessment->coefficient, card).low;
    if (low && low->sign() < 0) doubts.add("coefficient-below-zero", assessment->coefficient->source, {low->to_text()});
  }
  const PartBounds parts(card);
  std::array<ValueBounds, kGrains> totals;
  for (const auto& assessment : card.assessments)
    if (assessment) totals[std::size_t(assessment->grain)] = parts.total(assessment->grain);
  visit_terms(card, [&](const Term& term) { look_at_totals(doubts, totals, term); });
}

}  // namespace cwp
