#include <algorithm>
#include <set>
#include <string_view>

#include "check/card_maker.hpp"

namespace cwp {
namespace {

/// Those of `things` that none of `users` names. Where one names what there is not, it may have meant any of them.
template <typename Thing, typename User, typename NameOf, typename Tell>
void tell_unnamed(const std::vector<Thing>& things, const std::vector<User>& users, const NameOf& name_of,
                  const Tell& tell) {
  std::set<std::string_view> left;
  for (const Thing& thing : things) left.insert(thing.id.value);
  const std::set<std::string_view> all = left;
  for (const User& user : users) {
    const NameUse* name = name_of(user);
    if (name == nullptr) continue;
    if (!all.contains(name->text)) return;
    left.erase(name->text);
  }
  for (const Thing& thing : things)
    if (left.contains(thing.id.value)) tell(thing.id.value, thing.id.place);
}

}  // namespace

CardMaker::CardMaker(const Rulebook& rulebook, Scorecard& card, std::vector<Diagnostic>& diagnostics)
    : rulebook_(rulebook),
      card_(card),
      diagnostics_(diagnostics),
      symbols_(rulebook, diagnostics),
      terms_(card, symbols_, diagnostics) {}

void CardMaker::report(std::string_view slug, const Place& place, std::vector<std::string> arguments,
                       std::vector<Note> notes) {
  diagnostics_.push_back({slug, place, std::move(arguments), std::move(notes)});
}

void CardMaker::make() {
  outline();
  make_inputs();
  for (ScoreItem& item : card_.items) make_item(item);
  for (const ScoreCategory& category : card_.categories) {
    check_marks(category);
    warn_of_losses_that_end_at_zero(category);
  }
  for (ScoreAdjustment& adjustment : card_.adjustments) make_adjustment(adjustment);
  demand_roll_ups();
  for (const Veto& veto : rulebook_.vetoes) make_veto(veto);
  for (auto& assessment : card_.assessments)
    if (assessment) make_assessment(*assessment);
  check_same_full();
  check_balance();
  make_standing();
  check_unused_values();
  warn_of_unused();
  make_test_formulas();  // last: what only a test names is unused all the same
}

/// A value is made where it is used. One that nobody uses has no place, but its names can still be checked.
void CardMaker::check_unused_values() {
  for (const NamedFormula& value : rulebook_.values) {
    const auto symbol = symbols_.all().find(value.id.value);
    if (symbol == symbols_.all().end() || symbol->second.used) continue;
    const auto before = std::ptrdiff_t(diagnostics_.size());
    terms_.make(*value.formula.root, Grain::year);
    diagnostics_.erase(std::remove_if(diagnostics_.begin() + before, diagnostics_.end(),
                                      [](const Diagnostic& d) { return !d.slug.starts_with("unknown-"); }),
                       diagnostics_.end());
  }
}

/// A name that nothing uses is most often a name misspelt elsewhere, or an item lost in an edit. A base offers more
/// than each rulebook built on it takes. A form that could not be read may have used it. An attribute that no formula
/// asks for is a column of the roster all the same, by which results are compared.
void CardMaker::warn_of_unused() {
  if (form_lost_) return;
  const auto tell = [&](const std::string& name, const Place& place) {
    if (place.source == rulebook_.source) report("unused-name", place, {name});
  };
  for (const auto& [name, symbol] : symbols_.all()) {
    const bool named_to_be_used =
        symbol.kind == SymbolKind::metric || symbol.kind == SymbolKind::parameter || symbol.kind == SymbolKind::value;
    if (named_to_be_used && !symbol.used) tell(name, symbol.place);
  }
  tell_unnamed(
      rulebook_.events, rulebook_.metrics,
      [](const Metric& metric) { return metric.from ? &metric.from->table : nullptr; }, tell);
  tell_unnamed(
      rulebook_.groups, rulebook_.adjustments, [](const Adjustment& one) { return one.group ? &*one.group : nullptr; },
      tell);
}

RoundingRule CardMaker::rounding_of(const RoundingRules& rules, const RoundingRule& defaults) const {
  RoundingRule rule = defaults;
  if (rules.decimals) rule.decimals = rules.decimals->value;
  if (rules.rounding) rule.rounding = *rules.rounding;
  if (rules.carry) rule.carry = *rules.carry;
  return rule;
}

/// What `effective` leaves of the days around it; none of them where it says none.
DayRange CardMaker::in_force(const Effective& written, DayRange around) {
  const Day from = written.from ? written.from->value : kFirstDay;
  const Day to = written.to ? written.to->value : kLastDay;
  if (to < from) report("effective-reversed", written.to->place, {from.to_text(), to.to_text()});
  return {std::max(from, around.first), std::min(to, around.last)};
}

void CardMaker::outline() {
  card_.rounding = rounding_of(rulebook_.points, {});
  const DayRange whole = in_force({rulebook_.effective_from, rulebook_.effective_to});
  card_.effective_from = whole.first;
  card_.effective_to = whole.last;
  make_parameters();
  outline_parts(rulebook_.categories, std::nullopt, nullptr);
  outline_assessments();
  outline_adjustments();
}

void CardMaker::make_parameters() {
  for (const Parameter& parameter : rulebook_.parameters) {
    ScoreParameter made;
    made.written = &parameter;
    for (const Parameter::Value& value : parameter.values)
      made.values.emplace_back(value.from ? value.from->value : kFirstDay, Rational(value.value.value));
    card_.parameters.push_back(std::move(made));
  }
}

void CardMaker::outline_parts(const std::vector<Category>& categories, std::optional<std::uint32_t> parent,
                              std::vector<std::uint32_t>* siblings) {
  for (const Category& written : categories) {
    const auto index = std::uint32_t(card_.categories.size());
    if (siblings) siblings->push_back(index);
    ScoreCategory category;
    category.written = &written;
    category.parent = parent;
    if (written.full) category.full = Rational(written.full->value);
    if (written.start) category.start = Rational(written.start->value);
    const bool by_shares = written.combine != Combine::sum && written.combine != Combine::capped;
    if (written.start && by_shares) report("start-in-scaled", written.start->place);
    category.rounding = rounding_of(written.rounding, card_.rounding);
    category.in_force =
        parent ? in_force(written.effective, card_.categories[*parent].in_force) : in_force(written.effective);
    if (written.combine != Combine::sum && !written.full)
      report("combine-needs-full", written.id.place, {written.id.value});
    for (const Item& line : written.items) {
      category.items.push_back(std::uint32_t(card_.items.size()));
      ScoreItem item;
      item.written = &line;
      item.category = index;
      item.grain = line.per.value;
      item.rounding = rounding_of(line.rounding, card_.rounding);
      item.in_force = in_force(line.effective, category.in_force);
      item.if_missing = line.if_missing.value_or(IfMissing::zero);
      item.roll_up = line.roll_up.kind;
      if (item.roll_up == RollUpKind::by_default) item.roll_up = line.full ? RollUpKind::mean : RollUpKind::sum;
      card_.items.push_back(std::move(item));
    }
    if (written.items.empty() && written.categories.empty() && !written.id.value.empty())
      report("empty-category", written.id.place, {written.id.value});
    card_.categories.push_back(std::move(category));
    std::vector<std::uint32_t> parts;
    outline_parts(written.categories, index, &parts);
    card_.categories[index].categories = std::move(parts);
  }
}

void CardMaker::outline_assessments() {
  const auto add = [&](Grain grain, const Assessment* written) {
    ScoreAssessment assessment;
    assessment.grain = grain;
    assessment.written = written;
    assessment.rounding = card_.rounding;
    for (const ScoreItem& item : card_.items)
      if (item.grain == Grain::week && grain > Grain::week && item.roll_up != RollUpKind::none)
        assessment.holds_weeks = true;
    card_.assessments[std::size_t(grain)] = std::move(assessment);
  };
  for (const Assessment& written : rulebook_.assessments) add(written.grain.value, &written);
  if (!rulebook_.assessments.empty()) return;
  for (const ScoreItem& item : card_.items)
    if (!card_.assessments[std::size_t(item.grain)]) add(item.grain, nullptr);
}

}  // namespace cwp
