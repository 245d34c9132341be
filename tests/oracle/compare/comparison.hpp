#pragma once
// Comparison: the Scores of one case beside what the oracle makes of it; every difference is a line of text.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cwp/cwp.hpp"
#include "oracle/standing/standing.hpp"

namespace cwp::oracle {

/// What was compared, so that agreement about nothing does not pass for agreement.
struct Counts {
  std::map<std::string, std::int64_t> of;
  std::int64_t& operator[](const std::string& name) { return of[name]; }
  void print() const;
};

/// The lines of one part and period as cwp publishes them and as the oracle does, one text for each.
std::string shown(const Part& part);
std::string shown(const RankedOfficer& row, const Dataset& data);
std::string shown(const GradedOfficer& row, const Dataset& data);
std::string shown(const AwardedOfficer& row, const Dataset& data);
std::string shown(const BrokenExpectation& row, const Dataset& data);

class Comparison {
 public:
  Comparison(const CheckedRulebook& rules, const OracleCase& one, Counts& counts);

  std::vector<std::string> differences(const Scores& scores);

 private:
  using Lines = std::map<Period, std::vector<std::string>>;

  void differ(Period period, const std::string& what, const std::string& cwp, const std::string& oracle);
  /// Whether both have the same lines in the same order; the first that differs is told.
  void compare_lines(const std::string& what, const Lines& cwp, const Lines& oracle);

  void compare_table(const Scores& scores, Grain grain);
  void compare_row(const ScoreTable& table, const ScoreRow& row, const std::string& officer);
  void compare_vetoes(const ScoreTable& table, const ScoreRow& row, const std::string& officer);
  void count_figure(const ScoreTable& table, const std::string& id, const Printed& wanted);
  void count_terms(const Term& term, std::int64_t times);

  void compare_ranking(const Scores& scores, std::size_t index);
  void compare_grades(const Scores& scores, std::size_t index);
  void compare_award(const Scores& scores, std::size_t index);
  void compare_promises(const Scores& scores);
  void count_award(const ScoreAward& award, const std::vector<PrintedAward>& lines);

  const Scorecard& card_;
  const OracleCase& case_;
  Oracle oracle_;
  Standing standing_;
  Counts& counts_;
  std::map<std::string, const ScoreItem*> items_;
  std::map<std::string, const ScoreCategory*> categories_;
  std::map<std::string, const ScoreAdjustment*> adjustments_;
  std::vector<std::string> differences_;
};

}  // namespace cwp::oracle
