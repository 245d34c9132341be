#pragma once
// RandomMaker: writes one random rulebook, part by part; random_rulebook.cpp has its facts, assessments and rankings,
// random_items.cpp its categories and items.

#include <optional>
#include <set>

#include "oracle/random/random_rulebook.hpp"

namespace cwp::oracle {

inline std::string in_quotes(const std::string& formula) { return '"' + formula + '"'; }
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
  RandomMaker(std::uint64_t seed, bool ordinary) : dice_(seed), formula_(dice_, names_), ordinary_(ordinary) {}

  OracleCase make();

 private:
  void calendar();

  /// `, decimals: 1, rounding: half_up, carry: shown`, each by chance.
  std::string rounding(int percent);
  /// `, effective: {from: …, to: …}` about the span of the data, by chance; else nothing.
  std::string effective(int percent);
  void facts(DayRange span);
  void metric(RandomMetric one);
  void derived_metrics();
  std::string attributes_at(int percent);
  void scores();

  /// Writes a category; its full marks, when it has any that are known.
  std::optional<Marks> category(const std::string& indent, bool first, int depth);

  static std::vector<std::pair<std::string, std::string>> keys_of(const std::string& rules);

  struct ItemMarks {
    std::optional<Marks> full;
    bool none = false;
  };

  ItemMarks item(const std::string& indent, Grain grain, bool needs_full, bool stays_held);
  std::string form(const std::string& name, Grain grain, bool in_line);
  void adjustments();
  void vetoes();
  void assessments();
  std::string roll_ups(Grain grain, bool must_say);
  std::string veto_effects(Grain grain);
  void rankings();
  std::string quota_rules();
  void grades();
  std::string level(Grain grain, const std::string& id);
  void awards();
  std::string pays(Grain grain);
  void promises();

  struct RankingName {
    std::string id;
    Grain every = Grain::month;
    int grade_sets = 0;
  };

  Dice dice_;
  RandomNames names_;
  RandomFormula formula_;
  bool ordinary_ = false;  ///< of the rows
  CalendarRules rules_;
  std::string text_;
  bool long_span_ = false;
  DayRange span_;
  std::vector<Grain> item_grains_;
  std::vector<RankingName> rankings_;
  std::vector<RankingName> grade_sets_;  ///< with the grain of their rankings
  std::set<std::string> not_rolled_up_;  ///< adjustments that a longer assessment leaves out
  int categories_ = 0, items_ = 0;
};

}  // namespace cwp::oracle
