#include <algorithm>

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

/// Where every part may go below 0, whoever wrote that meant the category to go there as well.
void CardMaker::warn_of_losses_that_end_at_zero(const ScoreCategory& category) {
  const Category& written = *category.written;
  if (written.beyond_full || category.start.sign() > 0 || category.items.empty() || !category.categories.empty())
    return;
  for (const std::uint32_t i : category.items) {
    const ScoreItem& item = card_.items[i];
    const auto least = item.min ? static_value(*item.min, card_, kLastDay) : std::nullopt;
    if (item.min && (!least || least->sign() >= 0)) return;
  }
  report("losses-end-at-zero", written.id.place, {written.id.value});
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

namespace {

/// The full marks of a category on a day: its own, or what its parts have; nothing where no rulebook knows.
std::optional<Rational> marks_on(const Scorecard& card, const ScoreCategory& category, Day day) {
  if (!category.in_force.contains(day)) return Rational(0);
  if (category.full) return category.full;
  Rational sum = category.start;
  for (const std::uint32_t i : category.items) {
    if (!card.items[i].full || !card.items[i].in_force.contains(day)) continue;
    const auto full = static_value(*card.items[i].full, card, day);
    if (!full) return std::nullopt;
    sum += *full;
  }
  for (const std::uint32_t c : category.categories) {
    const auto full = marks_on(card, card.categories[c], day);
    if (!full) return std::nullopt;
    sum += *full;
  }
  return sum;
}

/// A category none of whose parts is in force is as if it were not written.
bool is_there(const Scorecard& card, const ScoreCategory& category, Day day) {
  const auto item = [&](std::uint32_t i) { return card.items[i].in_force.contains(day); };
  const auto inner = [&](std::uint32_t c) { return is_there(card, card.categories[c], day); };
  return category.in_force.contains(day) &&
         (std::any_of(category.items.begin(), category.items.end(), item) ||
          std::any_of(category.categories.begin(), category.categories.end(), inner));
}

std::string percent_text(const Rational& share) {
  return (share * Rational(100)).rounded(2, Rounding::half_up).to_text() + "%";
}

}  // namespace

/// The first day on which a category has a greater or smaller share of all full marks than `balance` allows.
void CardMaker::check_balance() {
  if (rulebook_.balance.empty()) return;
  std::set<Day> days = {card_.effective_from};
  const auto add = [&](Day day) {
    if (card_.effective_from < day && day <= card_.effective_to) days.insert(day);
  };
  std::set<Day> changes;
  for (const ScoreItem& item : card_.items) {
    if (item.full) collect_change_days(*item.full, card_, changes);
    changes.insert(item.in_force.first);
    if (item.in_force.last < kLastDay) changes.insert(item.in_force.last + 1);
  }
  for (const Day day : changes) add(day);
  for (const ShareLimit& limit : rulebook_.balance) {
    const auto category = std::find_if(card_.categories.begin(), card_.categories.end(), [&](const ScoreCategory& one) {
      return one.written->id.value == limit.category.text;
    });
    if (category == card_.categories.end()) {
      report("unknown-category", limit.category.place,
             {limit.category.text, nearest_name(limit.category.text, category_ids())});
      continue;
    }
    for (const Day day : days) {
      std::optional<Rational> whole = Rational(0);
      for (const ScoreCategory& top : card_.categories) {
        if (top.parent || !whole) continue;
        const auto marks = marks_on(card_, top, day);
        whole = marks ? std::optional(*whole + *marks) : std::nullopt;
      }
      const auto part = marks_on(card_, *category, day);
      if (!whole || !part || whole->is_zero() || !is_there(card_, *category, day)) continue;
      const Rational share = *part / *whole;
      if (!(share < Rational(limit.least)) && !(Rational(limit.most) < share)) continue;
      const std::string from = day == card_.effective_from ? "" : day.to_text();
      report(from.empty() ? "balance-passed" : "balance-passed-from", limit.place,
             {limit.category.text, part->to_text(), whole->to_text(), percent_text(share),
              percent_text(Rational(limit.least)) + ".." + percent_text(Rational(limit.most)), from});
      break;
    }
  }
}

}  // namespace cwp
