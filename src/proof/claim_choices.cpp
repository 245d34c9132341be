// Claims about cases and bands: each can count, and whether any figure is left without.

#include <algorithm>

#include "lint/doubts.hpp"
#include "proof/choice_work.hpp"

namespace cwp {
namespace {

using Wanted = ChoiceWork::Wanted;

/// By the bounds of their points, the first has always more than the second.
bool beats(const ChoiceWork& choice, std::size_t first, std::size_t second) {
  const auto low = bounds_of(*choice.choice().values[first], choice.work().card).low;
  const auto high = bounds_of(*choice.choice().values[second], choice.work().card).high;
  return low && high && *high < *low;
}

/// What must hold, and what must not, for a way to be taken; the last way is the rest.
std::vector<Wanted> way_to(const ChoiceWork& choice, std::size_t way) {
  std::vector<Wanted> wanted = choice.path();
  const auto add = [&](std::size_t other, bool holds) { wanted.push_back({choice.own(other), holds}); };
  if (way < choice.ways()) add(way, true);
  for (std::size_t other = 0; other < choice.ways(); ++other) {
    const ChoiceKind kind = choice.choice().kind;
    const bool out = way == choice.ways() || (kind == ChoiceKind::first && other < way) ||
                     (kind == ChoiceKind::table && other == way + 1 && !choice.choice().cumulative) ||
                     (kind == ChoiceKind::best && other != way && beats(choice, other, way));
    if (out) add(other, false);
  }
  return wanted;
}

/// The way has a value and, of several that hold, the most points.
bool is_taken(const ChoiceWork& choice, std::size_t way, const ChoiceWork::Found& found) {
  if (way == choice.ways()) return !choice.choice().rest || choice.value(found, way).present();
  const Value& own = choice.value(found, way);
  if (!own.present() || choice.choice().kind != ChoiceKind::best) return own.present();
  for (std::size_t other = 0; other < choice.ways(); ++other) {
    const Value& value = choice.value(found, other);
    if (choice.condition(found, choice.own(other)).is_true() && value.present() && own.number < value.number)
      return false;
  }
  return true;
}

void claim_way(ChoiceWork& choice, std::size_t way) {
  const Choice& made = choice.choice();
  const bool table = made.kind == ChoiceKind::table, rest = way == choice.ways();
  // Marginal bands lie one upon the other; below the first edge `outside` is a way of its own.
  if (rest && table && (made.cumulative || made.rest_is_path)) return;
  // Where nothing is written for those left over: a bonus is for those who have earned it, full marks are for all.
  const bool open = rest && !made.rest_written;
  if (open && (choice.ways() < 2 || !choice.owner().has_full)) return;
  const Term& written = !rest ? *made.conditions[way] : open ? *made.conditions[0] : *made.rest;
  // Nobody wrote the edges that the form makes for ranks in no row.
  if (table && !rest && written.source.span == made.form) return;
  const std::string_view slug = open    ? (table ? "claim-bands-for-all" : "claim-cases-for-all")
                                : rest  ? "claim-rest-counts"
                                : table ? "claim-band-counts"
                                        : "claim-case-counts";
  Claim claim{slug, written_place(written), {choice.owner().id}, Verdict::undecided, {}, {}};
  if (!open) claim.arguments.push_back(written_at(written_place(written)));
  const std::vector<Wanted> wanted = way_to(choice, way);
  if (!choice.can_be(wanted)) {
    claim.verdict = open ? Verdict::proved : Verdict::refuted;
  } else if (const auto figures = choice.somebody(wanted, [&](const ChoiceWork::Found& found) {
               if (!is_taken(choice, way, found)) return false;
               const Value value = open ? choice.points(found) : choice.value(found, way);
               if (value.present()) claim.shown = plain_text(value);
               return true;
             })) {
    claim.verdict = open ? Verdict::refuted : Verdict::proved;
    claim.examples = {choice.work().examples.officer(*figures)};
  }
  choice.work().proofs.claims.push_back(std::move(claim));
}

}  // namespace

void claim_choices(const ProofWork& work) {
  const auto look = [&](const ChoiceOwner& owner, const TermPtr& formula) {
    for (const Choice& made : choices_of(formula)) {
      ChoiceWork choice(work, owner, made);
      for (std::size_t way = 0; way <= choice.ways(); ++way) claim_way(choice, way);
      if (made.kind == ChoiceKind::table || choice.ways() < 2) continue;
      claim_no_hole(choice);
      if (made.kind == ChoiceKind::first) claim_apart(choice);
    }
  };
  for (std::uint32_t i = 0; i < work.card.items.size(); ++i) {
    const ScoreItem& item = work.card.items[i];
    auto part = std::make_shared<Term>();
    part->kind = TermKind::item;
    part->index = i;
    part->place = item.grain;
    look({item.written->id.value, part, item.full != nullptr}, item.points);
  }
  for (const ScoreAdjustment& adjustment : work.card.adjustments)
    look({adjustment.written->id.value, nullptr, false}, adjustment.amount);
}

}  // namespace cwp
