// Random categories and items, with their forms.

#include <algorithm>

#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

std::optional<Marks> RandomMaker::category(const std::string& indent, bool first, int depth) {
  const std::string id = "c" + std::to_string(categories_++);
  const bool nested = depth < 2 && dice_.chance(depth == 0 ? 25 : 10);
  const std::string combine =
      nested ? dice_.word({"sum", "sum", "capped", "mean"})
             : dice_.word({"sum", "sum", "sum", "sum", "scaled", "capped", "capped", "mean", "geometric", "min"});
  const bool by_full = combine != "sum" && combine != "capped";
  std::optional<Marks> start;
  if (!by_full && dice_.chance(15)) start = Marks{dice_.between(1, 10) * 100};
  std::string head = indent + "- id: " + id + "\n";
  if (combine != "sum") head += indent + "  combine: " + combine + "\n";
  if (dice_.chance(20)) head += indent + "  beyond_full: true\n";
  if (start) head += indent + "  start: " + start->text() + "\n";
  const std::string rules = dice_.chance(20) ? rounding(60) : "";
  for (const auto& [key, end] : keys_of(rules)) head += indent + "  " + key + ": " + end + "\n";

  const std::string dates = effective(8);
  if (!dates.empty()) head += indent + "  " + dates.substr(2) + "\n";
  // The parts are written first, for their full marks.
  const std::string before = text_;
  text_.clear();
  std::optional<Marks> sum = start.value_or(Marks{0});
  bool any_full = false;
  const auto add = [&](const std::optional<Marks>& marks, bool has_none) {
    any_full = any_full || !has_none;
    if (has_none) return;
    if (marks && sum)
      sum->hundredths += marks->hundredths;
    else
      sum.reset();
  };
  if (nested) {
    text_ += indent + "  categories:\n";
    const int parts_wanted = dice_.between(1, 2);
    for (int i = 0; i < parts_wanted; ++i) add(category(indent + "    ", first && i == 0, depth + 1), false);
  } else {
    text_ += indent + "  items:\n";
    int items = dice_.between(1, 4);
    if (first) items = std::max(items, static_cast<int>(item_grains_.size()));
    for (int i = 0; i < items; ++i) {
      const Grain grain = first && i < static_cast<int>(item_grains_.size()) ? item_grains_[static_cast<std::size_t>(i)]
                                                                             : dice_.one_of(item_grains_);
      const ItemMarks marks = item(indent + "    ", grain, by_full, first && i < static_cast<int>(item_grains_.size()));
      add(marks.full, marks.none);
    }
  }
  const std::string parts = text_;
  std::optional<Marks> full;
  if (combine != "sum")
    full = Marks{dice_.between(5, 60) * 100 + (dice_.chance(20) ? 50 : 0)};
  else if (sum && any_full && dice_.chance(70))
    full = sum;
  text_ = before + head + (full ? indent + "  full: " + full->text() + "\n" : "") + parts;
  if (!dates.empty()) full.reset();  // for others it is there at times only
  return full;
}

std::vector<std::pair<std::string, std::string>> RandomMaker::keys_of(const std::string& rules) {
  std::vector<std::pair<std::string, std::string>> keys;
  for (std::size_t at = 0; at < rules.size();) {
    const std::size_t end = std::min(rules.find(", ", at + 2), rules.size());
    const std::string one = rules.substr(at + 2, end - at - 2);
    keys.emplace_back(one.substr(0, one.find(':')), one.substr(one.find(' ') + 1));
    at = end;
  }
  return keys;
}

RandomMaker::ItemMarks RandomMaker::item(const std::string& indent, Grain grain, bool needs_full, bool stays_held) {
  const std::string id = "i" + std::to_string(items_++);
  std::string keys = "id: " + id + ", per: " + grain_text(grain);
  std::string form = dice_.word({"points", "points", "award", "deduct", "target", "bands", "cases", "escalate",
                                 "highest", "lines", "ranked", "judged", "votes", "all_or"});
  ItemMarks marks;
  std::string full;
  if (form == "deduct" || form == "target" || form == "escalate" || needs_full || dice_.chance(70)) {
    switch (dice_.below(8)) {
      case 0:
        full = dice_.word({"quota", "late_marks", "quota + plain"});
        break;
      case 1:
        full = dice_.word({"10 * coefficient", "4 * weight"});
        break;
      default:
        marks.full = Marks{dice_.chance(80) ? dice_.between(1, 20) * 100 : dice_.between(100, 4000)};
        full = marks.full->text();
    }
    keys += ", full: " + in_quotes(full);
  } else {
    marks.none = true;
  }
  bool negative = false;
  if (dice_.chance(20)) {
    negative = true;
    keys += ", min: " + dice_.word({"none", "-5", "-2.5"});
  } else if (dice_.chance(5)) {
    keys += ", min: 0.5";
  }
  if (dice_.chance(15)) keys += ", max: " + dice_.word({"none", "25", "quota + 9"});
  if (grain == Grain::day && dice_.chance(50)) keys += ", days: " + dice_.word({"duty", "workdays", "all"});
  if (grain != Grain::day && dice_.chance(25) && (form == "deduct" || form == "target" || form == "bands"))
    keys += ", prorate: " + dice_.word({"duty", "present"});
  if (dice_.chance(15)) {
    keys += ", applies: " + in_quotes(dice_.chance(60) ? formula_.fixed_condition() : formula_.condition(grain, 1));
    if (dice_.chance(60))
      keys += ", if_not_applicable: " +
              std::string(full.empty() ? dice_.word({"drop", "zero"}) : dice_.word({"drop", "full", "zero"}));
  }
  if (dice_.chance(12))
    keys += ", exempt: " + in_quotes(dice_.chance(50) ? formula_.fixed_condition() : formula_.condition(grain, 1));
  if (negative || dice_.chance(40))
    keys += ", if_missing: " + (full.empty() ? dice_.word({"zero", "drop", "error", "peers"})
                                             : dice_.word({"zero", "full", "drop", "error", "peers", "peers"}));
  bool rolls_up = true;
  if (dice_.chance(50)) {
    std::string roll_up = dice_.word({"mean", "sum", "last", "max", "min", "best(2)", "best(3)", "none", "formula"});
    if (roll_up == "none" && stays_held) roll_up = "mean";
    rolls_up = roll_up != "none";
    if (roll_up == "formula")
      roll_up = dice_.word({"0.5 * sum(", "1 + median(", "max("}) + id + " per " + grain_text(grain) + ")";
    keys += ", roll_up: " + in_quotes(roll_up);
  }
  if (dice_.chance(25)) keys += rounding(60);
  const std::string dates = effective(12);
  keys += dates;
  names_.may_look_at_earlier_totals = true;
  const std::string body = this->form(form, grain, false);
  text_ += indent + "- {" + keys + ", " + form + ": " + body + "}\n";
  names_.items.push_back({id, grain, rolls_up});
  if (!dates.empty()) marks.full.reset();  // they add up at times only
  return marks;
}

}  // namespace cwp::oracle
