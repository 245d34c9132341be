// What stands on random totals: rankings, grades, awards, promises.

#include <algorithm>

#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

void RandomMaker::rankings() {
  if (!dice_.chance(85)) return;
  text_ += "rankings:\n";
  for (int i = dice_.between(1, 3); i > 0; --i) ranking();
}

void RandomMaker::ranking() {
  const Grain every = dice_.one_of(names_.assessed);
  MadeRanking made{"r" + std::to_string(rankings_.size()), every, dice_.chance(15)};
  std::string keys = "id: " + made.id + ", every: " + grain_text(every);
  if (made.unit) {
    keys += ", unit: " + dice_.word({"station", "station", "area"});
    keys += ", of: " + quoted(dice_.chance(70) ? "mean(total by station)" : formula_.number(every, 1));
  } else {
    keys += ", of: " + quoted(dice_.chance(55)   ? "total"
                              : dice_.chance(50) ? formula_.number(every, 2)
                                                 : "floor(total / 5)");
  }
  if (dice_.chance(40)) keys += ", by: " + dice_.word({"station", "area", "[station, area]"});
  if (dice_.chance(30)) keys += ", eligible: " + quoted(formula_.condition(every, 1));
  if (dice_.chance(30)) keys += ", order: ascending";
  if (dice_.chance(45))
    keys += ", ties: [" + quoted(formula_.measure(every)) + ", " + quoted("-" + formula_.measure(every)) + "]";
  if (dice_.chance(70)) keys += ", method: " + dice_.word({"competition", "dense", "ordinal", "fractional"});
  text_ += "  - {" + keys + "}\n";
  rankings_.push_back(made);
}

std::string RandomMaker::quota(const char* key) {
  std::string text = std::string(", ") + key + ": ";
  text += dice_.chance(50) ? dice_.word({"1", "2", "3", "0"}) : dice_.word({"20%", "50%", "33.3%", "5%", "100%"});
  if (dice_.chance(35)) text += ", quota_rounding: " + dice_.word({"floor", "half_up", "ceil"});
  if (dice_.chance(35)) text += ", edge: " + dice_.word({"out", "in"});
  if (dice_.chance(25)) text += ", at_least: " + dice_.word({"1", "2"});
  return text;
}

void RandomMaker::grades() {
  if (rankings_.empty() || !dice_.chance(50)) return;
  text_ += "grades:\n";
  for (int sets = dice_.between(1, 2); sets > 0; --sets) {
    MadeGrades made{"s" + std::to_string(grades_.size()),
                    static_cast<std::size_t>(dice_.below(static_cast<int>(rankings_.size()))),
                    {}};
    const MadeRanking& ranking = rankings_[made.ranking];
    const std::string prefix = grades_.empty() ? "" : "other_";
    const int levels = dice_.between(2, 4);
    std::string lines;
    for (int i = 0; i < levels; ++i) {
      made.levels.push_back(prefix +
                            std::vector<std::string>{"best", "good", "fair", "poor"}[static_cast<std::size_t>(i)]);
      lines += "      - {id: " + made.levels.back() + level(ranking, i + 1 == levels) + "}\n";
    }
    text_ += "  - id: " + made.id + "\n    ranking: " + ranking.id + "\n";
    if (dice_.chance(25))
      text_ += "    lower_by: " +
               quoted(dice_.chance(60) ? "if(" + formula_.condition(ranking.every, 0) + ", 1, 0)"
                                       : formula_.number(ranking.every, 1) + " / 4") +
               "\n";
    text_ += "    levels:\n" + lines;
    grades_.push_back(made);
  }
}

std::string RandomMaker::level(const MadeRanking& ranking, bool last) {
  std::string keys;
  if (!last || dice_.chance(25)) {
    const std::string when = dice_.word(
        {"total >= " + std::to_string(dice_.between(2, 40)), "rank <= 2", formula_.condition(ranking.every, 1), ""});
    if (!when.empty()) keys += ", when: " + quoted(when);
  }
  if (!last && (keys.empty() || dice_.chance(60))) keys += quota("at_most");
  if (keys.find("at_most") != std::string::npos && dice_.chance(35))
    keys += ", by: " + dice_.word({"station", "area", "all", "[station, area]"});
  return keys;
}

void RandomMaker::awards() {
  if (rankings_.empty() || !dice_.chance(65)) return;
  text_ += "awards:\n";
  for (int i = dice_.between(1, 4); i > 0; --i) {
    text_ += "  - {id: w" + std::to_string(i);
    award_of_ranking();
    text_ += "}\n";
  }
}

void RandomMaker::award_of_ranking() {
  const MadeGrades* set = nullptr;
  std::size_t ranking = static_cast<std::size_t>(dice_.below(static_cast<int>(rankings_.size())));
  if (!grades_.empty() && dice_.chance(40)) {
    set = &dice_.one_of(grades_);
    ranking = set->ranking;
  }
  const MadeRanking& from = rankings_[ranking];
  text_ += ", from: " + (set ? set->id : from.id);
  const int side = dice_.below(5);
  if (side < 2) text_ += quota("top");
  if (side == 2 || side == 3) text_ += quota("bottom");
  if (dice_.chance(35)) text_ += ", when: " + quoted(award_when(from.every, set));
  if (dice_.chance(25)) text_ += ", in_a_row: " + std::to_string(dice_.between(1, 3));
  if (dice_.chance(25)) text_ += ", progress: true";
  if (dice_.chance(55)) text_ += ", pays: " + pays(from.every);
}

std::string RandomMaker::award_when(Grain every, const MadeGrades* set) {
  if (set && dice_.chance(50)) return "grade = '" + dice_.one_of(set->levels) + "'";
  return dice_.chance(40) ? "rank <= " + std::to_string(dice_.between(1, 4)) : formula_.condition(every, 1);
}

std::string RandomMaker::pays(Grain every) {
  switch (dice_.below(4)) {
    case 0:
      return "[[1, 500], [2..3, 300.5]" + std::string(dice_.chance(50) ? ", [5..9, 0.25]]" : "]");
    case 1:
      return quoted(dice_.word({"100 / rank", "12.345 * total", formula_.number(every, 1)}));
    default:
      return "{pool: " + dice_.word({"100", "1000.01", "0.05", "99.999"}) + ", share: " +
             quoted(dice_.word({"total", "1", "10 - rank", formula_.measure(every), formula_.number(every, 1)})) + "}";
  }
}

void RandomMaker::expectations() {
  if (!dice_.chance(45)) return;
  text_ += "expect:\n";
  for (int i = dice_.between(1, 3); i > 0; --i) {
    const Grain per = dice_.one_of(names_.assessed);
    std::string keys = "id: e" + std::to_string(i) + ", per: " + grain_text(per);
    if (dice_.chance(50)) keys += ", by: " + dice_.word({"station", "area", "[station, area]"});
    const std::string holds =
        dice_.chance(40) ? "0.9 <= mean(coefficient by station) <= 1.1" : formula_.condition(per, 1);
    text_ += "  - {" + keys + ", holds: " + quoted(holds) + "}\n";
  }
}

}  // namespace cwp::oracle
