#include "check/card_maker.hpp"
#include "term/static_value.hpp"

namespace cwp {

/// Full marks of the direct parts against those of the category, on every date on which a parameter in them changes, or
/// one of them comes into force or goes.
void CardMaker::check_marks(const ScoreCategory& category) {
  const Category& written = *category.written;
  if (!category.full || written.combine != Combine::sum) return;
  std::set<Day> days = {card_.effective_from};
  const auto add_changes = [&](const DayRange& range) {
    days.insert(range.first);
    if (range.last < kLastDay) days.insert(range.last + 1);
  };
  for (const std::uint32_t i : category.items) {
    if (card_.items[i].full) collect_change_days(*card_.items[i].full, card_, days);
    add_changes(card_.items[i].in_force);
  }
  for (const std::uint32_t c : category.categories) add_changes(card_.categories[c].in_force);
  days.erase(kFirstDay);
  days.insert(card_.effective_from);
  for (const Day day : days) {
    if (day < card_.effective_from || card_.effective_to < day || !category.in_force.contains(day)) continue;
    Rational sum = category.start;
    std::string parts = category.start.is_zero() ? "" : "start " + category.start.to_text();
    const auto add = [&](const std::string& id, const Rational& full) {
      sum += full;
      parts += (parts.empty() ? "" : " + ") + id + " " + full.to_text();
    };
    bool known = true;
    for (const std::uint32_t i : category.items) {
      if (!card_.items[i].full || !card_.items[i].in_force.contains(day)) continue;
      const auto full = static_value(*card_.items[i].full, card_, day);
      if (full) add(card_.items[i].written->id.value, *full);
      known = known && full.has_value();
    }
    if (!known) continue;  // it depends on the officer, or a parameter has no value yet
    for (const std::uint32_t c : category.categories)
      if (card_.categories[c].full && card_.categories[c].in_force.contains(day))
        add(card_.categories[c].written->id.value, *card_.categories[c].full);
    if (sum == *category.full) continue;
    const std::string from = days.size() > 1 && day != kFirstDay ? day.to_text() : "";
    report(from.empty() ? "marks-do-not-add-up" : "marks-do-not-add-up-from", written.full->place,
           {written.id.value, sum.to_text(), category.full->to_text(), parts, from});
    return;
  }
}

/// Two assessments with different full marks cannot be compared, unless one of them is scaled.
void CardMaker::check_same_full() {
  const ScoreAssessment* first = nullptr;
  Rational first_full;
  for (const auto& assessment : card_.assessments) {
    if (!assessment || !assessment->written || assessment->total || assessment->scale) continue;
    Rational full;
    for (const ScoreItem& item : card_.items) {
      if (!item.full || !card_.holds(assessment->grain, item) || item.in_force.last < kLastDay) continue;
      const auto marks = static_value(*item.full, card_, kLastDay);
      if (!marks || (item.roll_up == RollUpKind::sum && item.grain != assessment->grain)) return;
      full += *marks;
    }
    if (!first) {
      first = &*assessment;
      first_full = full;
    } else if (full != first_full) {
      report("assessments-differ", assessment->written->grain.place,
             {std::string(to_text(assessment->grain)), full.to_text(), std::string(to_text(first->grain)),
              first_full.to_text()});
      return;
    }
  }
}

}  // namespace cwp
