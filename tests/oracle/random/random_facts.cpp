// A table of facts, metrics derived from it, and random facts.

#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

std::string RandomMaker::attributes_at(int percent) {
  return dice_.chance(percent) ? ", attributes_at: " + dice_.word({"start", "end", "most", "most"}) : "";
}

void RandomMaker::derived_metrics() {
  if (!dice_.chance(40)) return;
  const int wanted = dice_.between(1, 3);
  for (int i = 0; i < wanted; ++i) {
    RandomMetric one;
    one.id = "f" + std::to_string(i);
    one.derived = true;
    one.most = 30;
    const std::string condition =
        dice_.word({"minutes <= 30", "minutes > quota", "kind = 'a'", "kind in ['a', 'b'] and not solved", "solved",
                    "senior or minutes > 40", "is_missing(minutes)", "seen < joined", "minutes * coefficient > 20",
                    "20 < minutes <= 45 or kind = 'c'", "station = 'A'"});
    const std::string amount =
        dice_.word({"minutes", "minutes * coefficient", "lookup(kind, 'a' -> 10, 'b' -> 2.5)", "if(solved, minutes, 1)",
                    "10 / minutes", "first_of(minutes, 5)", "step(minutes, 0 -> 1, 30 -> quota)",
                    "months_between(joined, seen) / 12", "late_marks"});
    const std::string kind = dice_.word({"count", "count", "sum", "sum", "max", "days"});
    text_ += "  " + one.id + ": {from: facts, " + kind + ": " +
             in_quotes(kind == "count" || kind == "days" ? condition : amount);
    if (dice_.chance(30)) text_ += ", officer: signer";
    if (dice_.chance(30)) text_ += ", fold: " + dice_.word({"sum", "mean", "last", "max", "count"});
    if (dice_.chance(25)) text_ += ", absent: " + dice_.word({"zero", "missing", "carry", "error"});
    text_ += "}\n";
    names_.metrics.push_back(one);
  }
  text_ +=
      "events:\n  facts: {columns: {minutes: {type: number, range: [0, 90]}, kind: [a, b, c], solved: bool, "
      "seen: date, signer: text}}\n";
}

void random_facts(Dice& dice, const std::vector<std::string>& officers, DayRange span, InputRows& rows) {
  std::vector<std::string> signers = officers;
  signers.insert(signers.end(), {"", "stranger"});
  const int percent = dice.between(8, 40);
  for (const std::string& officer : officers)
    for (Day day = span.first - 3; day <= span.last + 3; day = day + 1)
      for (int facts = dice.chance(percent) ? dice.between(1, 3) : 0; facts > 0; --facts) {
        FactRow row{"facts", officer, day.to_text(), {}};
        row.values["minutes"] = dice.chance(12) ? "" : random_decimal(dice, 0, 60, 1);
        if (dice.chance(4)) row.values["minutes"] = dice.word({"many", "120", "-1"});
        row.values["kind"] = dice.word({"a", "a", "b", "c", ""});
        if (dice.chance(3)) row.values["kind"] = "z";
        row.values["solved"] = dice.word({"1", "0", "true", "是", ""});
        if (dice.chance(2)) row.values["solved"] = "perhaps";
        row.values["seen"] = dice.chance(10) ? dice.word({"", "soon"}) : (day - dice.below(900)).to_text();
        row.values["signer"] = dice.one_of(signers);
        rows.facts.push_back(row);
      }
}

}  // namespace cwp::oracle
