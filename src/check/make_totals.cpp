// Adjustments and vetoes: what they act on, and where.

#include <algorithm>

#include "check/card_maker.hpp"
#include "term/static_value.hpp"

namespace cwp {

/// What formulas need to know of adjustments before they are read: their grains and roll-ups.
void CardMaker::outline_adjustments() {
  for (const AdjustmentGroup& written : rulebook_.groups) card_.groups.push_back({&written, nullptr});
  for (const Adjustment& written : rulebook_.adjustments) {
    ScoreAdjustment adjustment;
    adjustment.written = &written;
    adjustment.grain = written.per.value;
    adjustment.rounding = rounding_of(written.rounding, card_.rounding);
    card_.adjustments.push_back(std::move(adjustment));
  }
  for (auto& assessment : card_.assessments) {
    if (!assessment || !assessment->written) continue;
    for (const auto& [name, rule] : assessment->written->roll_up) {
      const auto known = std::find_if(card_.adjustments.begin(), card_.adjustments.end(),
                                      [&id = name.text](const auto& one) { return one.written->id.value == id; });
      if (known == card_.adjustments.end()) {
        std::vector<std::string> ids;
        for (const Adjustment& one : rulebook_.adjustments) ids.push_back(one.id.value);
        report("unknown-adjustment", name.place, {name.text, nearest_name(name.text, ids)});
      } else if (known->grain >= assessment->grain) {
        report("roll-up-not-shorter", name.place,
               {name.text, std::string(to_text(known->grain)), std::string(to_text(assessment->grain))});
      } else {
        known->roll_up[std::size_t(assessment->grain)] = rule;
        if (known->grain == Grain::week && rule != AdjustmentRollUp::none) assessment->holds_weeks = true;
      }
    }
  }
}

void CardMaker::make_adjustment(ScoreAdjustment& adjustment) {
  const Adjustment& written = *adjustment.written;
  adjustment.in_force = in_force(written.effective);
  adjustment.amount = terms_.make_number(*written.amount.root, adjustment.grain);
  if (written.up_to) {
    adjustment.up_to = terms_.make_fixed_number(*written.up_to->root, adjustment.grain);
    const auto cap = static_value(*adjustment.up_to, card_, kLastDay);
    if (cap && cap->sign() < 0) report("cap-negative", written.up_to->place, {cap->to_text()});
  }
  if (written.on) {
    const Symbol* symbol = symbols_.find(written.on->text);
    if (symbol && symbol->kind == SymbolKind::category)
      adjustment.category = symbol->index;
    else
      report("unknown-category", written.on->place, {written.on->text, nearest_name(written.on->text, category_ids())});
  }
  if (!written.group) return;
  const auto group = std::find_if(card_.groups.begin(), card_.groups.end(),
                                  [&](const auto& one) { return one.written->id.value == written.group->text; });
  if (group == card_.groups.end()) {
    std::vector<std::string> ids;
    for (const AdjustmentGroup& one : rulebook_.groups) ids.push_back(one.id.value);
    report("unknown-group", written.group->place, {written.group->text, nearest_name(written.group->text, ids)});
    return;
  }
  adjustment.group = std::uint32_t(group - card_.groups.begin());
  if (!group->up_to && group->written->up_to)
    group->up_to = terms_.make_fixed_number(*group->written->up_to->root, Grain::day);
}

std::vector<std::string> CardMaker::category_ids() const {
  std::vector<std::string> ids;
  for (const ScoreCategory& category : card_.categories) ids.push_back(category.written->id.value);
  return ids;
}

/// A longer assessment without a `total` formula must say how each shorter adjustment comes into it.
void CardMaker::demand_roll_ups() {
  for (const auto& assessment : card_.assessments) {
    if (!assessment || assessment->total || (assessment->written && assessment->written->total)) continue;
    for (const ScoreAdjustment& adjustment : card_.adjustments) {
      if (adjustment.grain >= assessment->grain) continue;
      if (adjustment.roll_up[std::size_t(assessment->grain)] != AdjustmentRollUp::unsaid) continue;
      const Place& place = assessment->written ? assessment->written->grain.place : adjustment.written->id.place;
      report("roll-up-needed", place, {std::string(to_text(assessment->grain)), adjustment.written->id.value},
             {{"defined-here", adjustment.written->id.place, {adjustment.written->id.value}}});
    }
  }
}

void CardMaker::make_veto(const Veto& written) {
  ScoreVeto veto;
  veto.written = &written;
  veto.grain = written.per.value;
  veto.when = terms_.make_condition(*written.when.root, veto.grain);
  const std::string grain(to_text(veto.grain));
  if (!card_.assessments[std::size_t(veto.grain)]) report("no-assessment", written.per.place, {grain});
  if (written.on) {
    const Symbol* symbol = symbols_.find(written.on->text);
    const bool category = symbol && symbol->kind == SymbolKind::category;
    const bool item = symbol && symbol->kind == SymbolKind::item;
    if (category || item) {
      veto.target = category ? VetoTarget::category : VetoTarget::item;
      veto.index = symbol->index;
      const bool held = category ? card_.holds(veto.grain, card_.categories[veto.index])
                                 : card_.holds(veto.grain, card_.items[veto.index]);
      if (!held) report("veto-target-not-held", written.on->place, {written.on->text, grain});
    } else {
      std::vector<std::string> ids = category_ids();
      for (const ScoreItem& one : card_.items) ids.push_back(one.written->id.value);
      report("unknown-veto-target", written.on->place, {written.on->text, nearest_name(written.on->text, ids)});
    }
  }
  card_.vetoes.push_back(std::move(veto));
}

}  // namespace cwp
