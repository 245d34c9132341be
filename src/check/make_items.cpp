#include "check/card_maker.hpp"
#include "form/form_row.hpp"
#include "term/static_value.hpp"

namespace cwp {

void CardMaker::make_item(ScoreItem& item) {
  const Item& written = *item.written;
  const Grain place = item.grain;
  if (written.full) item.full = terms_.make_fixed_number(*written.full->root, place);
  if (written.applies) item.applies = terms_.make_condition(*written.applies->root, place);
  if (written.exempt) item.exempt = terms_.make_condition(*written.exempt->root, place);

  item.points = std::make_shared<const Term>();
  ExprPtr highest;
  bool unbounded = false;
  if (const FormRow* row = find_form(written.form.form.value)) {
    FormContext context;
    context.full = written.full ? written.full->root : nullptr;
    context.prorate = written.prorate;
    context.per = place;
    context.diagnostics = &diagnostics_;
    const std::size_t before = diagnostics_.size();
    const DesugaredForm form = row->desugar(written.form, context);
    form_lost_ = form_lost_ || diagnostics_.size() > before;
    item.points = terms_.make_number(*form.formula, place);
    highest = form.highest;
    unbounded = form.unbounded;
    const FormDemands& demands = form.demands;
    for (const WholeDemand& demand : demands.whole) demand_whole(demand, item);
    for (const ExprPtr& marks : demands.not_negative) {
      const auto each = static_value(*terms_.make_quietly(*marks, place), card_, kLastDay);
      if (each && each->sign() < 0) report("each-negative", marks->place, {each->to_text()});
    }
    if (!demands.direction_of.empty() && !shows_direction(demands.direction_of, place))
      report("better-needed", written.form.form.place, {written.id.value});
  }
  make_bounds(item, highest, unbounded);
  make_roll_ups(item);
}

void CardMaker::make_bounds(ScoreItem& item, const ExprPtr& highest, bool unbounded) {
  const Item& written = *item.written;
  const Grain place = item.grain;
  if (written.min.formula)
    item.min = terms_.make_fixed_number(*written.min.formula->root, place);
  else if (!written.min.none)
    item.min = zero_term(place);
  if (written.max.formula)
    item.max = terms_.make_fixed_number(*written.max.formula->root, place);
  else if (!written.max.none && !unbounded)
    item.max = highest ? terms_.make_quietly(*highest, place) : item.full;

  const auto most = item.max ? static_value(*item.max, card_, kLastDay) : std::nullopt;
  const auto least = item.min ? static_value(*item.min, card_, kLastDay) : std::nullopt;
  const auto full = item.full ? static_value(*item.full, card_, kLastDay) : std::nullopt;
  const bool below_zero = !item.min || (least && least->sign() < 0);
  if (!written.if_missing && (below_zero || (full && full->is_zero())))
    report("if-missing-needed", written.id.place, {written.id.value});
  if (written.if_missing == IfMissing::full && !item.full)
    report("full-needed", written.id.place, {written.id.value, "if_missing: full"});
  if (written.applies && written.if_not_applicable == IfNotApplicable::full && !item.full)
    report("full-needed", written.id.place, {written.id.value, "if_not_applicable: full"});
  constexpr std::string_view kByShares[] = {"", "scaled", "", "mean", "geometric", "min"};
  const std::string_view combine = kByShares[std::size_t(card_.categories[item.category].written->combine)];
  if (!combine.empty() && !item.full)
    report("full-needed", written.id.place, {written.id.value, "combine: " + std::string(combine)});
  if (full && full->sign() < 0) report("full-negative", written.full->place, {full->to_text()});
  if (const auto& bound = written.max.formula ? written.max.formula : written.min.formula;
      bound && least && most && *most < *least)
    report("max-below-min", bound->place, {most->to_text(), least->to_text()});
}

/// Each assessment of a longer grain gets what it needs of the item; so does every longer grain for the use in
/// formulas.
void CardMaker::make_roll_ups(ScoreItem& item) {
  const Item& written = *item.written;
  if (item.roll_up == RollUpKind::none) return;
  for (int g = int(item.grain) + 1; g < kGrains; ++g) {
    const Grain grain = Grain(g);
    RolledItem rolled;
    if (item.full && item.roll_up != RollUpKind::sum) rolled.full = terms_.make_quietly(*written.full->root, grain);
    if (item.roll_up == RollUpKind::formula) {
      if (card_.assessments[std::size_t(g)])
        rolled.formula = terms_.make_number(*written.roll_up.formula.root, grain);
      else
        rolled.formula = terms_.make_quietly(*written.roll_up.formula.root, grain);
    }
    item.rolled[std::size_t(g)] = std::move(rolled);
  }
}

/// Whether the figures of the rulebook alone say which way is better: the first end is above the second, or below it,
/// on every day on which they have values, however the parameters in them change.
bool CardMaker::shows_direction(const std::vector<ExprPtr>& ends, Grain place) {
  const TermPtr first = terms_.make_quietly(*ends[0], place), second = terms_.make_quietly(*ends[1], place);
  if (first->kind == TermKind::invalid || second->kind == TermKind::invalid) return true;  // that is said elsewhere
  std::set<Day> days = {kFirstDay, kLastDay};
  collect_change_days(*first, card_, days);
  collect_change_days(*second, card_, days);
  std::optional<bool> above;
  for (const Day day : days) {
    const auto a = static_value(*first, card_, day), b = static_value(*second, card_, day);
    if ((!a || !b) && day == kLastDay) return false;  // it asks for more than the rulebook's figures
    if (!a || !b) continue;                           // before its first date a parameter has no value
    if (*a == *b || (above && *above != (*b < *a))) return false;
    above = *b < *a;
  }
  return true;
}

/// `whole` was left out: "1 mark off per 1 % below" has three readings unless only whole units can occur.
void CardMaker::demand_whole(const WholeDemand& demand, const ScoreItem& item) {
  const TermPtr counted = terms_.make_quietly(*demand.of, item.grain);
  if (counted->kind == TermKind::invalid) return;
  const auto size = static_value(*terms_.make_quietly(*demand.unit, item.grain), card_, kLastDay);
  const bool divides = size && size->sign() > 0 && (Rational(1) / *size).is_integer();
  if (!divides || !always_integer(*counted, card_))
    report("whole-needed", demand.place, {item.written->id.value, to_text(*demand.of)});
}

}  // namespace cwp
