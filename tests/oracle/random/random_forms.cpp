// Random forms of items.

#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

std::string RandomMaker::form(const std::string& name, Grain grain, bool in_line) {
  const auto whole = [&] { return ", whole: " + dice_.word({"down", "up", "exact"}); };
  const auto unit = [&] {
    return dice_.chance(50) ? ", unit: " + dice_.word({"2", "0.5", "3", "0.3"}) : std::string();
  };
  const std::string of = dice_.chance(75) ? formula_.measure(grain) : formula_.number(grain, 1);
  if (name == "points") return in_quotes(formula_.number(grain, dice_.between(1, 3)));
  if (name == "award") {
    std::string text = "{of: " + in_quotes(of) + ", each: " + random_decimal(dice_, 0, 3, 2) + unit() + whole();
    if (dice_.chance(40)) text += ", at_most: " + dice_.word({"4", "10", "7.5", "quota"});
    // Everything in an award by day must be a figure of days.
    if (grain > Grain::day && !in_line && dice_.chance(25))
      text = "{of: visits, each: 0.5" + unit() + whole() + ", at_most: 3, per: day";
    return text + "}";
  }
  if (name == "deduct") {
    std::string text = "{of: " + in_quotes(of) + ", each: " + random_decimal(dice_, 0, 2, 2) + unit() + whole();
    if (dice_.chance(50)) text += dice_.word({", below: ", ", above: "}) + dice_.word({"3", "12.5", "quota"});
    if (dice_.chance(30)) text += ", at_most: " + dice_.word({"2", "6", "plain"});
    if (!in_line && dice_.chance(30)) text += ", all_gone_at: " + dice_.word({"9", "20", "1"});
    return text + "}";
  }
  if (name == "target") {
    const bool fixed = dice_.chance(60);
    const bool less = dice_.chance(25);
    std::string text = "{of: " + in_quotes(of);
    if (fixed) {
      const int low = dice_.between(0, 4), high = low + dice_.between(2, 30);
      text += ", at: " + std::to_string(less ? low : high) + ", zero_at: " + std::to_string(less ? high : low);
    } else {
      text += ", at: " + in_quotes(dice_.chance(50) ? "quota" : "mean(visits per day over year to date) + 3");
      text += std::string(", zero_at: ") + (less ? "40" : "1") + ", better: " + (less ? "less" : "more");
    }
    if (dice_.chance(30)) text += ", beyond: {each: 0.4, unit: 2" + std::string(dice_.chance(70) ? ", up_to: 3}" : "}");
    return text + "}";
  }
  if (name == "escalate") {
    std::string text = "{of: " + in_quotes(of) + ", steps: [";
    for (int steps = dice_.between(1, 3); steps > 0; --steps)
      text += random_decimal(dice_, 0, 3, 1) + (steps > 1 ? ", " : "]");
    if (dice_.chance(60)) text += ", then: " + dice_.word({"4", "0.5", "plain"});
    if (in_line && dice_.chance(40)) text += ", gives: true";
    return text + "}";
  }
  if (name == "lines") {
    std::string text = "{";
    if (dice_.chance(60)) text += "start: " + dice_.word({"10", "4.5", "plain"}) + ", ";
    text += "list: [";
    for (int lines = dice_.between(1, 4); lines > 0; --lines) {
      const std::string one =
          dice_.word({"points", "award", "deduct", "deduct", "escalate", "bands", "cases", "highest"});
      text += "{" + one + ": " + form(one, grain, true);
      if (dice_.chance(35)) text += ", at_most: " + dice_.word({"3", "5.5", "plain"});
      if (dice_.chance(35)) text += ", if_missing: " + dice_.word({"skip", "fail"});
      text += lines > 1 ? "}, " : "}]";
    }
    return text + "}";
  }
  if (name == "bands") {
    std::string text = "{of: " + in_quotes(of) + ", table: [";
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
  if (name == "all_or")
    return "{of: " + in_quotes(of) + ", out_of: " + dice_.word({"3", "quota", "visits"}) +
           ", all: 4, each_short: " + dice_.word({"0.5", "0.3", "plain"}) + "}";
  if (name == "votes")
    return "{of: {" + in_quotes(of) + ": 100, " + in_quotes(formula_.measure(grain) + " + 1") + ": " +
           dice_.word({"80", "quota"}) + "}}";
  if (name == "judged") {
    std::string text = "{of: [" + in_quotes(of) + ", visits, " + in_quotes(formula_.measure(grain)) + "]";
    if (dice_.chance(50)) text += ", weights: [50%, " + dice_.word({"1", "quota"}) + ", 0.2]";
    if (dice_.chance(50)) text += ", trim: 1";
    if (dice_.chance(30)) text += ", within: {visits: [1, 6]}";
    return text + "}";
  }
  if (name == "ranked") {
    std::string text = "{of: " + in_quotes(formula_.measure(grain));
    text += ", by: " + dice_.word({"station", "[station]", "all"});
    if (dice_.chance(40)) text += ", order: " + dice_.word({"ascending", "descending"});
    if (dice_.chance(40)) return text + ", linear: [10, " + dice_.word({"2.5", "plain"}) + "]}";
    text += ", table: [[1, 10], [" + dice_.word({"2", "3..4"}) + ", 6.5]]";
    if (dice_.chance(40)) text += ", outside: 1.5";
    return text + "}";
  }
  std::string text = "[";
  for (int rows = dice_.between(1, 3); rows > 0; --rows)
    text += "{when: " + in_quotes(formula_.condition(grain, 1)) +
            ", points: " + (dice_.chance(70) ? random_decimal(dice_, 0, 12, 1) : in_quotes(formula_.number(grain, 0))) +
            "}, ";
  if (dice_.chance(60)) return text + "{otherwise: " + random_decimal(dice_, 0, 5, 1) + "}]";
  return text.substr(0, text.size() - 2) + "]";
}

}  // namespace cwp::oracle
