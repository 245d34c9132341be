// Random forms of items, and their lines.

#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

std::string RandomMaker::form(const std::string& name, Grain grain) {
  if (name == "points") return quoted(formula_.number(grain, dice_.between(1, 3)));
  if (name == "award") return award(grain, false);
  if (name == "deduct") return deduct(grain, false);
  if (name == "target") return target(grain);
  if (name == "bands") return bands(grain);
  if (name == "lines") return lines(grain);
  return cases(grain);
}

std::string RandomMaker::whole() { return ", whole: " + dice_.word({"down", "up", "exact"}); }

std::string RandomMaker::unit() {
  return dice_.chance(50) ? ", unit: " + dice_.word({"2", "0.5", "3", "0.3"}) : std::string();
}

std::string RandomMaker::award(Grain grain, bool line) {
  const std::string of = dice_.chance(75) ? formula_.measure(grain) : formula_.number(grain, 1);
  std::string text = "{of: " + quoted(of) + ", each: " + random_decimal(dice_, 0, 3, 2) + unit() + whole();
  if (dice_.chance(40)) text += ", at_most: " + dice_.word({"4", "10", "7.5", "quota"});
  // Everything in an award by day must be a figure of days.
  if (!line && grain > Grain::day && dice_.chance(25))
    text = "{of: visits, each: 0.5" + unit() + whole() + ", at_most: 3, per: day";
  return text + "}";
}

std::string RandomMaker::deduct(Grain grain, bool line) {
  const std::string of = dice_.chance(75) ? formula_.measure(grain) : formula_.number(grain, 1);
  std::string text = "{of: " + quoted(of) + ", each: " + random_decimal(dice_, 0, 2, 2) + unit() + whole();
  if (dice_.chance(50)) text += dice_.word({", below: ", ", above: "}) + dice_.word({"3", "12.5", "quota"});
  if (dice_.chance(30)) text += ", at_most: " + dice_.word({"2", "6", "plain"});
  if (!line && dice_.chance(30)) text += ", all_gone_at: " + dice_.word({"9", "20", "1"});
  return text + "}";
}

std::string RandomMaker::escalate(Grain grain, bool gives) {
  std::string text = "{of: " + quoted(dice_.chance(75) ? formula_.measure(grain) : formula_.number(grain, 1));
  text += ", steps: [" + random_decimal(dice_, 0, 2, 1);
  for (int more = dice_.between(0, 3); more > 0; --more) text += ", " + random_decimal(dice_, 0, 4, 2);
  text += "]";
  if (dice_.chance(50)) text += ", then: " + dice_.word({"5", "0.5", "plain"});
  if (gives) text += ", gives: true";
  return text + "}";
}

std::string RandomMaker::target(Grain grain) {
  const bool less = dice_.chance(25);
  std::string text = "{of: " + quoted(dice_.chance(75) ? formula_.measure(grain) : formula_.number(grain, 1));
  if (dice_.chance(50)) {
    const int low = dice_.between(0, 4), high = low + dice_.between(2, 30);
    text += ", at: " + std::to_string(less ? low : high) + ", zero_at: " + std::to_string(less ? high : low);
  } else {
    const std::string of_peers =
        "max(" + formula_.measure(grain) + " by " + dice_.word({"station", "area", "all"}) + ")";
    text += ", at: " + quoted(dice_.word({"quota", of_peers, "mean(visits per day over year to date) + 3"}));
    text += std::string(", zero_at: ") + (less ? "40" : "1") + ", better: " + (less ? "less" : "more");
  }
  if (dice_.chance(30)) text += ", beyond: {each: 0.4, unit: 2" + std::string(dice_.chance(70) ? ", up_to: 3}" : "}");
  return text + "}";
}

std::string RandomMaker::bands(Grain grain) {
  const std::string of = dice_.chance(75) ? formula_.measure(grain) : formula_.number(grain, 1);
  std::string text = "{of: " + quoted(of) + ", table: [";
  int edge = dice_.between(-1, 4);
  for (int rows = dice_.between(2, 5); rows > 0; --rows) {
    text += "[" + std::to_string(edge) + ", " + random_decimal(dice_, 0, 12, 2) + (rows == 1 ? "]" : "], ");
    edge += dice_.between(1, 8);
  }
  text += "]";
  switch (dice_.below(4)) {
    case 0:
      text += ", between: linear";
      break;
    case 1:
      text += ", between: marginal";
      break;
    case 2:
      text += ", edge: " + dice_.word({"at_least", "above"});
      break;
    default:
      break;
  }
  if (dice_.chance(25)) text += ", outside: 1.25";
  return text + "}";
}

std::string RandomMaker::cases(Grain grain) {
  std::string text = "[";
  for (int rows = dice_.between(1, 3); rows > 0; --rows)
    text += "{when: " + quoted(formula_.condition(grain, 1)) +
            ", points: " + (dice_.chance(70) ? random_decimal(dice_, 0, 12, 1) : quoted(formula_.number(grain, 0))) +
            "}, ";
  if (dice_.chance(60)) return text + "{otherwise: " + random_decimal(dice_, 0, 5, 1) + "}]";
  return text.substr(0, text.size() - 2) + "]";
}

std::string RandomMaker::lines(Grain grain) {
  std::string text = "[";
  for (int rows = dice_.between(1, 4); rows > 0; --rows) {
    const std::string name =
        dice_.word({"deduct", "deduct", "escalate", "award", "points", "cases", "highest", "bands"});
    text += "{" + name + ": ";
    if (name == "deduct")
      text += deduct(grain, true);
    else if (name == "award")
      text += award(grain, true);
    else if (name == "escalate")
      text += escalate(grain, dice_.chance(40));
    else
      text += form(name, grain);
    if (dice_.chance(40)) text += ", at_most: " + dice_.word({"3", "5.5", "quota"});
    if (dice_.chance(40)) text += ", if_missing: " + dice_.word({"skip", "fail"});
    text += rows == 1 ? "}" : "}, ";
  }
  return text + "]";
}

}  // namespace cwp::oracle
