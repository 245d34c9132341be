#pragma once
// RandomMaker: writes one random rulebook, part by part: random_inputs.cpp its metrics and attributes, random_items.cpp
// its categories and items, random_forms.cpp their forms, random_totals.cpp adjustments, vetoes and assessments,
// random_standing.cpp what stands on rankings.

#include <optional>

#include "oracle/random/random_rulebook.hpp"

namespace cwp::oracle {

inline std::string quoted(const std::string& formula) { return '"' + formula + '"'; }
inline std::string grain_text(Grain grain) { return std::string(to_text(grain)); }

/// Full marks as a fixed number of hundredths, so that they can be added up here.
struct Marks {
  int hundredths = 0;
  std::string text() const {
    const Decimal decimal{hundredths, 2};
    return decimal.to_short_text();
  }
};

class RandomMaker {
 public:
  explicit RandomMaker(std::uint64_t seed) : dice_(seed), formula_(dice_, names_) {}

  OracleCase make();

 private:
  void calendar();

  /// `, decimals: 1, rounding: half_up, carry: shown`, each by chance.
  std::string rounding(int percent);
  void inputs(DayRange span);
  void attributes();
  void metric(RandomMetric one);
  void scores();

  /// Writes a category; its full marks, when it has any that are known.
  std::optional<Marks> category(const std::string& indent, bool first, int depth);

  static std::vector<std::pair<std::string, std::string>> keys_of(const std::string& rules);

  struct ItemMarks {
    std::optional<Marks> full;
    bool none = false;
  };

  ItemMarks item(const std::string& indent, Grain grain, bool needs_full, bool stays_held);
  std::string form(const std::string& name, Grain grain);
  std::string award(Grain grain, bool line);
  std::string deduct(Grain grain, bool line);
  std::string escalate(Grain grain, bool gives);
  std::string target(Grain grain);
  std::string bands(Grain grain);
  std::string cases(Grain grain);
  std::string lines(Grain grain);
  std::string whole();
  std::string unit();

  void adjustments(int wanted, bool with_items);
  void groups();
  void vetoes();
  void veto(Grain per);
  std::string veto_effects(Grain per, bool on_total);
  void assessments();
  std::string roll_ups(Grain grain);

  struct MadeRanking {
    std::string id;
    Grain every = Grain::month;
    bool unit = false;
  };
  struct MadeGrades {
    std::string id;
    std::size_t ranking = 0;
    std::vector<std::string> levels;
  };
  void rankings();
  void ranking();
  void grades();
  std::string level(const MadeRanking& ranking, bool last);
  void awards();
  void award_of_ranking();
  std::string award_when(Grain every, const MadeGrades* set);
  std::string pays(Grain every);
  std::string quota(const char* key);
  void expectations();

  Dice dice_;
  RandomNames names_;
  RandomFormula formula_;
  CalendarRules rules_;
  std::string text_;
  bool long_span_ = false;
  std::vector<Grain> item_grains_;
  int categories_ = 0, items_ = 0;
  std::vector<std::vector<std::size_t>> items_of_;  ///< by category, at any depth; indices into names_.items
  std::vector<std::size_t> open_;                   ///< the categories that are being written
  std::vector<std::string> groups_;
  std::string adjustments_;            ///< their YAML
  std::size_t early_adjustments_ = 0;  ///< so many were written before the items
  std::vector<MadeRanking> rankings_;
  std::vector<MadeGrades> grades_;
};

}  // namespace cwp::oracle
