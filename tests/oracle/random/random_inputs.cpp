// Random inputs of a rulebook: parameters, attributes, duty, metrics, tables of facts.

#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

void RandomMaker::inputs(DayRange span) {
  const Day first_change = span.first + dice_.between(0, span.size() - 1);
  const Day late = span.first + dice_.between(-20, 30);
  text_ += "parameters:\n  quota: {2020-01-01: " + random_decimal(dice_, 3, 9, 1) + ", " + first_change.to_text() +
           ": " + random_decimal(dice_, 4, 15, 1) + "}\n  late_marks: {" + late.to_text() + ": " +
           random_decimal(dice_, 2, 20, 1) + "}\n  plain: " + random_decimal(dice_, 1, 6, 2) + "\n";
  names_.parameters = {"quota", "late_marks", "plain"};
  attributes();
  text_ += "duty: {on_duty: assessed, leave: exempt, training: " + dice_.word({"exempt", "assessed"}) +
           ", suspended: " + dice_.word({"assessed", "rest"}) + ", standby: " + dice_.word({"assessed", "rest"}) +
           "}\n";
  text_ += "metrics:\n";
  metric({.id = "visits", .grain = Grain::day, .integer = true, .fold = "sum", .most = 12});
  const int others = dice_.between(2, 6);
  for (int i = 0; i < others; ++i) {
    RandomMetric one;
    one.id = "m" + std::to_string(i);
    const std::vector<Grain> grains =
        long_span_ ? std::vector<Grain>{Grain::day, Grain::week, Grain::month, Grain::quarter, Grain::half, Grain::year}
                   : std::vector<Grain>{Grain::day, Grain::day, Grain::week, Grain::month, Grain::quarter};
    one.grain = i == 0 ? Grain::day : dice_.one_of(grains);
    one.boolean = dice_.chance(15);
    one.integer = dice_.chance(50);
    one.fold = dice_.word({"sum", "sum", "mean", "last", "first", "max", "min", "count"});
    one.percent = !one.boolean && dice_.chance(20);
    one.least = dice_.chance(10) ? -5 : 0;
    one.most = dice_.between(5, one.percent ? 100 : 40);
    one.decimals = one.integer ? 0 : dice_.between(1, 3);
    metric(one);
  }
  if (dice_.chance(60)) {
    text_ += "values:\n  rate: " + quoted("ratio(visits, m0 + 1, 1)") + "\n";
    names_.values.push_back("rate");
  }
}

void RandomMaker::attributes() {
  const auto at = [&] {
    return dice_.chance(20) ? ", attributes_at: " + dice_.word({"start", "end", "most"}) : std::string();
  };
  if (dice_.chance(25)) text_ += "attributes_at: " + dice_.word({"start", "end", "most", "most"}) + "\n";
  text_ += "attributes:\n  station: {type: text, one_of: [A, B, C]" + at() +
           "}\n  area: {type: text, one_of: [urban, rural]" + at() +
           "}\n  coefficient: {type: number, min: 0.5, max: 1.5, default: 1" + at() + "}\n  weight: {type: number" +
           at() + "}\n  senior: {type: bool" + at() + "}\n  joined: {type: date" + at() + "}\n";
}

void RandomMaker::metric(RandomMetric one) {
  const bool first = one.id == "visits" || one.id == "m0";
  if (first) one.boolean = false;
  if (first) one.least = 0;
  text_ += "  " + one.id + ": {per: " + grain_text(one.grain) + ", fold: " + one.fold;
  if (one.boolean) {
    text_ += ", type: bool";
  } else if (one.integer && one.least >= 0 && dice_.chance(80)) {
    text_ += ", type: " + dice_.word({"u8", "u16", "u32", "i32", "i64"});
  } else if (!one.integer && dice_.chance(50)) {
    text_ += ", decimals: " + std::to_string(one.decimals);
  }
  if (one.percent) text_ += ", unit: '%'";
  if (!one.boolean && dice_.chance(60))
    text_ += ", range: [" + std::to_string(one.least) + ", " + std::to_string(one.most) + "]";
  if (dice_.chance(45)) text_ += ", absent: " + dice_.word({"zero", "missing", "missing", "carry"});
  one.may_duplicate = !one.boolean && dice_.chance(25);
  if (one.may_duplicate) text_ += ", on_duplicate: " + dice_.word({"sum", "last", "max"});
  text_ += "}\n";
  names_.metrics.push_back(one);
}

}  // namespace cwp::oracle
