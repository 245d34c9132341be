// What makes random totals: adjustments, vetoes, assessments.

#include <algorithm>

#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

void RandomMaker::groups() {
  if (!dice_.chance(35)) return;
  groups_ = {"g0"};
  std::string caps = "g0: {up_to: " + dice_.word({"1.5", "4", "quota"}) + "}";
  if (dice_.chance(30)) {
    groups_.push_back("g1");
    caps += ", g1: {up_to: " + dice_.word({"2", "plain"}) + "}";
  }
  text_ += "groups: {" + caps + "}\n";
}

/// Those written before the items may be named by them; those written behind them may name them.
void RandomMaker::adjustments(int wanted, bool with_items) {
  for (; wanted > 0; --wanted) {
    const std::string id = "a" + std::to_string(names_.adjustments.size());
    const Grain longest = names_.assessed.back();
    Grain grain = dice_.one_of(names_.assessed);
    if (dice_.chance(25)) grain = std::min(longest, dice_.one_of<Grain>({Grain::day, Grain::week, Grain::month}));
    std::string amount = dice_.chance(40) ? formula_.number(grain, dice_.between(1, 2))
                         : dice_.chance(50)
                             ? random_decimal(dice_, 0, 2, 2) + " * " + formula_.measure(grain)
                             : "if(" + formula_.condition(grain, 1) + ", " + random_decimal(dice_, 0, 6, 1) + ", 0)";
    std::string keys = "id: " + id + ", per: " + grain_text(grain);
    keys += (dice_.chance(50) ? ", gives: " : ", takes: ") + quoted(amount);
    if (dice_.chance(45)) keys += ", up_to: " + dice_.word({"3", "1.25", "10", "quota", "plain"});
    if (dice_.chance(35))
      keys += ", on: c" + std::to_string(with_items ? dice_.below(categories_) : 0);  // c0 will be there
    if (!groups_.empty() && dice_.chance(55)) keys += ", group: " + dice_.one_of(groups_);
    if (dice_.chance(20)) keys += rounding(60);
    adjustments_ += "  - {" + keys + "}\n";
    names_.adjustments.push_back({id, grain, {}});
    for (const Grain longer : names_.assessed)
      if (longer > grain)
        names_.adjustments.back().roll_up[static_cast<std::size_t>(longer)] =
            dice_.word({"sum", "sum", "mean", "none"});
  }
}

std::string RandomMaker::roll_ups(Grain grain) {
  std::string said;
  for (const auto& adjustment : names_.adjustments)
    if (adjustment.grain < grain)
      said += (said.empty() ? "" : ", ") + adjustment.id + ": " + adjustment.roll_up[static_cast<std::size_t>(grain)];
  return said.empty() ? "" : ", roll_up: {" + said + "}";
}

void RandomMaker::assessments() {
  text_ += "assessments:\n";
  for (const Grain grain : names_.assessed) {
    std::string keys;
    const bool long_one = grain >= Grain::quarter;
    if (long_one && names_.assessed.front() < grain && dice_.chance(40)) {
      const std::string inner = grain_text(names_.assessed.front());
      std::string total =
          dice_.word({"0.7 * mean(total per " + inner + ") + 0.3 * visits", "best(2, total per " + inner + ")",
                      "mean(c0 per " + inner + ") + 2", "sum(total per " + inner + " over year to date) / 3"});
      if (!names_.adjustments.empty() && dice_.chance(40) && names_.adjustments.front().usable_in(grain))
        total += " - " + names_.adjustments.front().id;
      keys += ", total: " + quoted(total);
      if (dice_.chance(40)) keys += roll_ups(grain);
    } else {
      keys += roll_ups(grain);
      if (dice_.chance(25)) keys += ", scale: " + dice_.word({"100", "50", "120.5"});
      if (dice_.chance(25))
        keys += ", coefficient: " +
                quoted(dice_.word({"coefficient", "weight", "min(coefficient, 1)", "if(senior, 1.1, 1)"}));
    }
    if (dice_.chance(20)) keys += ", floor: " + dice_.word({"none", "1.5", "-3"});
    if (dice_.chance(15)) keys += ", cap: " + dice_.word({"20", "45.5", "100"});
    if (dice_.chance(25)) keys += rounding(60);
    text_ += "  " + grain_text(grain) + ": {" + (keys.empty() ? "" : keys.substr(2)) + "}\n";
  }
}

void RandomMaker::vetoes() {
  if (!dice_.chance(55)) return;
  text_ += "vetoes:\n";
  for (int i = dice_.between(1, 4); i > 0; --i) {
    text_ += "  - {id: v" + std::to_string(i);
    veto(dice_.one_of(names_.assessed));
    text_ += "}\n";
  }
}

/// The condition may name what does not wait for the veto's target.
void RandomMaker::veto(Grain per) {
  const RandomNames all = names_;
  const auto held = [&](std::size_t item) {
    const auto& one = all.items[item];
    return one.grain == per || (one.grain < per && one.rolls_up);
  };
  std::vector<std::string> categories;
  for (std::size_t category = 0; category < items_of_.size(); ++category)
    if (std::any_of(items_of_[category].begin(), items_of_[category].end(), held))
      categories.push_back("c" + std::to_string(category));
  std::vector<std::size_t> items;
  for (std::size_t item = 0; item < all.items.size(); ++item)
    if (held(item)) items.push_back(item);

  std::string target = "total";
  names_.scores.clear();
  if (!items.empty() && dice_.chance(25)) {
    const std::size_t item = dice_.one_of(items);
    target = all.items[item].id;
    names_.items.resize(item);
    names_.adjustments.resize(early_adjustments_);
  } else if (!categories.empty() && dice_.chance(33)) {
    target = dice_.one_of(categories);
  } else {
    names_.scores = categories;
  }
  text_ += ", per: " + grain_text(per) + ", when: " + quoted(formula_.condition(per, dice_.between(0, 1)));
  if (target != "total" || dice_.chance(20)) text_ += ", on: " + target;
  text_ += veto_effects(per, target == "total");
  names_ = all;
}

std::string RandomMaker::veto_effects(Grain per, bool on_total) {
  std::string effects;
  if (dice_.chance(35)) effects += ", set: " + dice_.word({"0", "2.5", "30"});
  if (dice_.chance(30)) effects += ", cap: " + dice_.word({"1", "4.25", "20"});
  if (dice_.chance(25)) effects += ", factor: " + dice_.word({"0.5", "0.85", "0"});
  if (dice_.chance(12)) effects += ", no_score: true";
  if (on_total || dice_.chance(30)) {
    if (dice_.chance(40)) effects += ", ranking: " + dice_.word({"exclude", "last"});
    if (dice_.chance(25)) effects += ", honours: none";
    std::vector<std::string> levels;
    for (const MadeGrades& set : grades_)
      if (rankings_[set.ranking].every == per) levels.insert(levels.end(), set.levels.begin(), set.levels.end());
    if (!levels.empty() && dice_.chance(60)) effects += ", grade_at_most: " + dice_.one_of(levels);
  }
  if (effects.empty()) effects = ", factor: 0.75";
  if (per == Grain::month && dice_.chance(40)) effects += ", lasts: year";
  return effects;
}

}  // namespace cwp::oracle
