// Random rankings, grades, awards and promises.

#include "oracle/random/random_maker.hpp"

namespace cwp::oracle {

void RandomMaker::rankings() {
  if (!dice_.chance(85)) return;
  text_ += "rankings:\n";
  for (int i = dice_.between(1, 3); i > 0; --i) {
    const Grain every = dice_.one_of(names_.assessed);
    const bool units = dice_.chance(15);
    std::string keys = "id: r" + std::to_string(i) + ", every: " + grain_text(every);
    keys += ", of: " + in_quotes(units ? dice_.word({"mean(total by station)", "max(total by station)", "total"})
                                 : dice_.chance(60) ? "total"
                                 : dice_.chance(50) ? formula_.number(every, 2)
                                                    : "floor(total / 5)");
    if (units) keys += ", unit: station";
    if (dice_.chance(40)) keys += ", by: " + (units ? "area" : dice_.word({"station", "area", "[station, area]"}));
    if (dice_.chance(30)) keys += ", eligible: " + in_quotes(formula_.condition(every, 1));
    if (dice_.chance(30)) keys += ", order: ascending";
    if (dice_.chance(50))
      keys += ", ties: [" + in_quotes(formula_.measure(every)) + ", " + in_quotes("-" + formula_.measure(every)) + "]";
    if (dice_.chance(70)) keys += ", method: " + dice_.word({"competition", "dense", "ordinal", "fractional"});
    text_ += "  - {" + keys + "}\n";
    rankings_.push_back({"r" + std::to_string(i), every, 0});
  }
}

std::string RandomMaker::quota_rules() {
  std::string keys;
  if (dice_.chance(60)) keys += ", quota_rounding: " + dice_.word({"floor", "half_up", "ceil"});
  if (dice_.chance(50)) keys += ", edge: " + dice_.word({"in", "out"});
  if (dice_.chance(30)) keys += ", at_least: " + dice_.word({"1", "2"});
  return keys;
}

std::string RandomMaker::level(Grain grain, const std::string& id) {
  std::string keys = "id: " + id;
  if (id != "poor" || dice_.chance(30))
    keys += ", when: " + in_quotes(dice_.chance(25)   ? dice_.word({"rank <= 2", "rank < 4"})
                                   : dice_.chance(60) ? "total >= " + std::to_string(dice_.between(0, 40))
                                                      : formula_.condition(grain, 1));
  if (id != "poor" && dice_.chance(60)) {
    keys += ", at_most: " + dice_.word({"1", "2", "20%", "50%", "50%", "0"}) + quota_rules();
    if (dice_.chance(30)) keys += ", by: " + dice_.word({"station", "area", "[area, station]"});
  }
  return keys;
}

void RandomMaker::grades() {
  std::string sets;
  for (RankingName& ranking : rankings_) {
    if (!dice_.chance(45)) continue;
    const std::string id = "g" + std::to_string(grade_sets_.size());
    sets += "  - id: " + id + "\n    ranking: " + ranking.id + "\n";
    if (dice_.chance(30))
      sets += "    lower_by: " +
              in_quotes("if(" + formula_.condition(ranking.every, 0) + ", " + dice_.word({"1", "1.5", "-1", "2"}) +
                        ", 0)") +
              "\n";
    sets += "    levels:\n";
    for (const char* level_id : {"top", "good", "fair", "poor"})
      if (std::string(level_id) == "fair" || dice_.chance(70))
        sets += "      - {" + level(ranking.every, level_id) + "}\n";
    ++ranking.grade_sets;
    grade_sets_.push_back({id, ranking.every, 1});
  }
  if (!sets.empty()) text_ += "grades:\n" + sets;
}

std::string RandomMaker::pays(Grain grain) {
  switch (dice_.below(4)) {
    case 0:
      return in_quotes(dice_.chance(50) ? dice_.word({"100 / rank", "500 - 33.335 * rank"})
                                        : formula_.number(grain, 1));
    case 1:
      return "[[1, 500], [2..3, 99.995], [" + dice_.word({"4", "5"}) + "..9, 20.5]]";
    default:
      return "{pool: " + dice_.word({"1000", "100", "77.77", "0.05", "10.005"}) +
             ", share: " + in_quotes(dice_.word({"total", "1", "total - 5", "visits", "1 / rank"})) + "}";
  }
}

void RandomMaker::awards() {
  std::string awards;
  std::vector<RankingName> sources = rankings_;
  sources.insert(sources.end(), grade_sets_.begin(), grade_sets_.end());
  if (sources.empty() || !dice_.chance(70)) return;
  const int wanted = dice_.between(1, 3);
  for (int i = 0; i < wanted; ++i) {
    const RankingName source = dice_.one_of(sources);
    std::string keys = "id: w" + std::to_string(i) + ", from: " + source.id;
    if (dice_.chance(70))
      keys += dice_.word({", top: ", ", top: ", ", bottom: "}) + dice_.word({"1", "2", "30%", "50%", "0", "60%"}) +
              quota_rules();
    if (dice_.chance(35)) {
      const bool graded = source.grade_sets == 1 && dice_.chance(50);
      keys += ", when: " +
              in_quotes(graded ? dice_.word({"grade = 'fair'", "grade != 'fair'", "grade = 'fair' or rank = 1"})
                        : dice_.chance(40) ? dice_.word({"rank <= 2", "rank >= 2"})
                                           : formula_.condition(source.every, 1));
    }
    if (dice_.chance(35)) keys += ", in_a_row: " + dice_.word({"2", "2", "3"});
    if (dice_.chance(25)) keys += ", progress: true";
    if (dice_.chance(60)) keys += ", pays: " + pays(source.every);
    awards += "  - {" + keys + "}\n";
  }
  text_ += "awards:\n" + awards;
}

void RandomMaker::promises() {
  if (!dice_.chance(40)) return;
  text_ += "expect:\n";
  for (int i = dice_.between(1, 2); i > 0; --i) {
    const Grain grain = dice_.one_of(names_.assessed);
    std::string keys = "id: e" + std::to_string(i) + ", per: " + grain_text(grain);
    if (dice_.chance(50)) keys += ", by: " + dice_.word({"station", "area", "[station, area]"});
    text_ += "  - {" + keys + ", holds: " + in_quotes(formula_.condition(grain, 1)) + "}\n";
  }
}

}  // namespace cwp::oracle
