// Random adjustments, vetoes, and the assessments in which they act.

#include <algorithm>

#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

void RandomMaker::adjustments() {
  if (dice_.chance(35)) return;
  text_ += "groups:\n  shared: {up_to: " + dice_.word({"3", "6", "plain", "quota"}) + "}\n  other: 8.5\n";
  text_ += "adjustments:\n";
  const int wanted = dice_.between(1, 4);
  for (int i = 0; i < wanted; ++i) {
    const std::string id = "a" + std::to_string(i);
    const Grain grain = dice_.chance(70) ? dice_.one_of(names_.assessed)
                                         : std::max(dice_.one_of(item_grains_), names_.assessed.front());
    std::string keys = "id: " + id + ", per: " + grain_text(grain);
    const std::string amount = dice_.chance(40)   ? random_decimal(dice_, 0, 2, 1) + " * " + formula_.measure(grain)
                               : dice_.chance(30) ? "if(" + formula_.condition(grain, 1) + ", 2, 0)"
                                                  : formula_.number(grain, dice_.between(0, 2));
    keys += dice_.word({", gives: ", ", takes: "}) + in_quotes(amount);
    if (dice_.chance(50))
      keys += ", up_to: " + in_quotes(dice_.word({"2", "5.5", "plain", "weight", "late_marks", "2 * coefficient"}));
    if (dice_.chance(35))
      keys += ", on: " + dice_.word({"total", "c0", "c" + std::to_string(dice_.below(categories_))});
    if (dice_.chance(45)) keys += ", group: " + dice_.word({"shared", "shared", "other"});
    if (dice_.chance(25)) keys += rounding(60);
    keys += effective(15);
    text_ += "  - {" + keys + "}\n";
    names_.adjustments.push_back({id, grain, false});  // how it is rolled up is still open
  }
}

std::string RandomMaker::roll_ups(Grain grain, bool must_say) {
  std::string rules;
  for (RandomNames::ItemName& one : names_.adjustments) {
    if (one.grain >= grain || (!must_say && dice_.chance(50))) continue;
    const std::string rule = dice_.word({"sum", "sum", "mean", "none"});
    if (rule == "none") not_rolled_up_.insert(one.id);
    rules += (rules.empty() ? "" : ", ") + one.id + ": " + rule;
  }
  return rules.empty() ? "" : ", roll_up: {" + rules + "}";
}

std::string RandomMaker::veto_effects(Grain grain) {
  std::string keys;
  if (dice_.chance(65)) {
    switch (dice_.below(5)) {
      case 0:
        keys += ", set: " + random_decimal(dice_, 0, 12, 1);
        break;
      case 1:
        keys += ", cap: " + random_decimal(dice_, 0, 15, 2);
        break;
      case 2:
        keys += ", factor: " + dice_.word({"0.5", "0.85", "0", "1.2"});
        break;
      case 3:
        keys += ", no_score: true";
        break;
      default:
        keys += ", factor: 0.75, cap: 9.995";
    }
  }
  const bool graded =
      std::any_of(grade_sets_.begin(), grade_sets_.end(), [&](const RankingName& set) { return set.every == grain; });
  if (graded && dice_.chance(45)) keys += ", grade_at_most: fair";
  if (dice_.chance(20)) keys += ", honours: none";
  if (keys.empty() || dice_.chance(25)) keys += ", ranking: " + dice_.word({"exclude", "last", "last"});
  return keys;
}

void RandomMaker::vetoes() {
  if (dice_.chance(40)) return;
  text_ += "vetoes:\n";
  const int wanted = dice_.between(1, 4);
  for (int i = 0; i < wanted; ++i) {
    const Grain grain = dice_.one_of(names_.assessed);
    std::string keys = "id: v" + std::to_string(i) + ", per: " + grain_text(grain);
    std::vector<std::string> parts = {"total", "total"};
    for (const auto& item : names_.items)
      if (item.grain == grain || (item.grain < grain && item.rolls_up)) parts.push_back(item.id);
    const bool c0_held = parts.size() > 2;
    const std::string on = c0_held && dice_.chance(30) ? "c0" : dice_.one_of(parts);
    keys += ", on: " + on;
    // What a veto on an item looks at must not depend on items.
    const RandomNames kept = names_;
    if (on[0] == 'i') names_.items.clear();
    if (on[0] == 'i') names_.adjustments.clear();
    keys += ", when: " + in_quotes(formula_.condition(grain, 1));
    names_ = kept;
    keys += veto_effects(grain);
    if (grain == Grain::month && dice_.chance(40)) keys += ", lasts: year";
    text_ += "  - {" + keys + "}\n";
  }
}

void RandomMaker::assessments() {
  text_ += "assessments:\n";
  for (const Grain grain : names_.assessed) {
    std::string keys;
    const bool long_one = grain >= Grain::quarter;
    if (long_one && names_.assessed.front() < grain && dice_.chance(40)) {
      std::vector<Grain> shorter;
      for (const Grain one : names_.assessed)
        if (one < grain) shorter.push_back(one);
      const std::string inner = grain_text(dice_.one_of(shorter));
      keys += ", total: " + in_quotes(dice_.word({"0.7 * mean(total per " + inner + ") + 0.3 * visits",
                                                  "best(2, total per " + inner + ")", "mean(c0 per " + inner + ") + 2",
                                                  "sum(total per " + inner + " over year to date) / 3"}));
    } else {
      if (dice_.chance(25)) keys += ", scale: " + dice_.word({"100", "50", "120.5"});
      if (dice_.chance(25))
        keys += ", coefficient: " +
                in_quotes(dice_.word({"coefficient", "weight", "min(coefficient, 1)", "if(senior, 1.1, 1)"}));
    }
    keys += roll_ups(grain, keys.find("total: ") == std::string::npos);
    if (dice_.chance(20)) keys += ", floor: " + dice_.word({"none", "1.5", "-3"});
    if (dice_.chance(15)) keys += ", cap: " + dice_.word({"20", "45.5", "100"});
    if (dice_.chance(25)) keys += rounding(60);
    text_ += "  " + grain_text(grain) + ": {" + (keys.empty() ? "" : keys.substr(2)) + "}\n";
  }
  for (RandomNames::ItemName& one : names_.adjustments) one.rolls_up = !not_rolled_up_.contains(one.id);
}

}  // namespace cwp::oracle
