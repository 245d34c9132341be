#include "oracle/compare_standing.hpp"

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/standing/standing.hpp"

namespace cwp::oracle {
namespace {

class StandingComparison {
 public:
  StandingComparison(const Scorecard& card, Oracle& oracle, const Scores& scores, bool provisional, Counts& counts,
                     std::vector<std::string>& differences)
      : card_(card),
        oracle_(oracle),
        standing_(card, oracle),
        scores_(scores),
        provisional_(provisional),
        counts_(counts),
        differences_(differences) {}

  void compare() {
    for (std::size_t i = 0; i < card_.rankings.size(); ++i) compare_ranking(i);
    for (std::size_t i = 0; i < card_.grades.size(); ++i) compare_grades(i);
    for (std::size_t i = 0; i < card_.awards.size(); ++i) compare_award(i);
    compare_promises();
  }

 private:
  void differ(const std::string& what, Period period, const std::string& cwp, const std::string& oracle) {
    differences_.push_back(oracle_.days().label(period) + " " + what + "\n    cwp:    " + cwp +
                           "\n    oracle: " + oracle);
  }
  std::string name_of(const Contender& one) const {
    return one.subject.empty() ? oracle_.data().officers()[one.officers.front()] : one.subject;
  }
  std::string name_of(std::size_t officer, const std::string& subject) const {
    return subject.empty() ? oracle_.data().officers()[officer] : subject;
  }
  /// Lines of one period are compared as they stand, so that their order is compared as well.
  void compare_lines(const std::string& what, Period period, const std::vector<std::string>& cwp,
                     const std::vector<std::string>& oracle) {
    for (std::size_t i = 0; i < std::max(cwp.size(), oracle.size()); ++i) {
      const std::string one = i < cwp.size() ? cwp[i] : "nothing";
      const std::string other = i < oracle.size() ? oracle[i] : "nothing";
      if (one != other) differ(what + " line " + std::to_string(i + 1), period, one, other);
    }
  }
  /// By group, rank and key; those without rank last.
  std::vector<std::size_t> listed(const std::vector<Contender>& all) const {
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      if (all[a].group != all[b].group) return all[a].group < all[b].group;
      if (all[a].rank.has_value() != all[b].rank.has_value()) return all[a].rank.has_value();
      if (all[a].rank && *all[a].rank != *all[b].rank) return *all[a].rank < *all[b].rank;
      return all[a].subject < all[b].subject;
    });
    return order;
  }
  std::string rank_text(const ScoreRanking& ranking, const std::optional<Rational>& rank) const {
    if (!rank) return "";
    return printed(*rank, ranking.written->method == RankMethod::fractional ? 1 : 0, Rounding::half_up);
  }
  template <class Table>
  const Table* find(const std::vector<Table>& tables, const std::string& id) const {
    for (const Table& table : tables)
      if (table.id == id) return &table;
    return nullptr;
  }

  void compare_ranking(std::size_t index) {
    const ScoreRanking& ranking = card_.rankings[index];
    RoundingRule rule = card_.rounding;
    if (const auto& assessment = card_.assessments[static_cast<std::size_t>(ranking.grain)])
      rule = assessment->rounding;
    std::map<Period, std::vector<std::string>> rows;
    if (const RankingTable* table = scores_.ranking(ranking.written->id.value))
      for (const RankedOfficer& row : table->rows) {
        std::string reason = row.reason == Unranked::none ? "" : std::string(to_text(row.reason));
        if (!row.veto.empty()) reason += " " + row.veto;
        rows[row.period].push_back(name_of(row.officer, row.subject) + " | " + row.group + " | " + shown(row.rank) +
                                   " | " + shown(row.value) + " | " + reason);
      }
    for (const Period period : oracle_.published(ranking.grain, provisional_)) {
      const std::vector<Contender>& all = standing_.ranking(index, period);
      std::vector<std::string> lines;
      for (const std::size_t i : listed(all)) {
        const Contender& one = all[i];
        const std::string value = one.value.present() ? printed(one.value.number, rule.decimals, rule.rounding) : "";
        lines.push_back(name_of(one) + " | " + one.group + " | " + rank_text(ranking, one.rank) + " | " + value +
                        " | " + one.reason);
        ++counts_["ranking rows"];
        counts_["ranking rows with a rank"] += one.rank.has_value();
        counts_["ranking rows tied"] += one.tied;
        counts_["ranking rows of units"] += !one.subject.empty();
        counts_["ranking rows excluded by a veto"] += one.reason.starts_with("excluded");
        counts_["ranking rows behind others by a veto"] += one.behind && one.rank.has_value();
      }
      compare_lines("ranking " + ranking.written->id.value, period, rows[period], lines);
      rows.erase(period);
    }
    report_others("ranking " + ranking.written->id.value, rows);
  }

  void compare_grades(std::size_t index) {
    const ScoreGradeSet& set = card_.grades[index];
    const std::string& id = set.written->id.value;
    std::map<Period, std::vector<std::string>> rows;
    if (const GradeTable* table = find(scores_.grades(), id))
      for (const GradedOfficer& row : table->rows)
        rows[row.period].push_back(name_of(row.officer, row.subject) + " | " + row.grade + " | " +
                                   std::string(to_text(row.reason)));
    for (const Period period : oracle_.published(set.grain, provisional_)) {
      const std::vector<Contender>& all = standing_.ranking(set.ranking, period);
      const std::vector<Grade>& grades = standing_.grades(index, period);
      std::vector<std::string> lines;
      for (const std::size_t i : listed(all)) {
        lines.push_back(name_of(all[i]) + " | " + grades[i].level + " | " + grades[i].reason);
        ++counts_["grades: " + (grades[i].reason.empty() ? "given" : grades[i].reason)];
        if (grades[i].index) ++counts_["grades at level " + std::to_string(*grades[i].index + 1)];
      }
      compare_lines("grades " + id, period, rows[period], lines);
      rows.erase(period);
    }
    report_others("grades " + id, rows);
  }

  void compare_award(std::size_t index) {
    const ScoreAward& award = card_.awards[index];
    const Award& written = *award.written;
    const ScoreRanking& ranking = card_.rankings[award.ranking];
    std::map<Period, std::vector<std::string>> rows;
    if (const AwardTable* table = find(scores_.awards(), written.id.value))
      for (const AwardedOfficer& row : table->rows)
        rows[row.period].push_back(name_of(row.officer, row.subject) + " | " + row.group + " | " + shown(row.rank) +
                                   " | " + shown(row.amount));
    for (const Period period : oracle_.published(award.grain, provisional_)) {
      const std::vector<Contender>& all = standing_.judged(award, period);
      const std::vector<Prize> prizes = standing_.award(index, period);
      std::vector<std::string> lines;
      for (const std::size_t i : listed(all))
        for (const Prize& prize : prizes) {
          if (prize.contender != i) continue;
          const std::string amount = prize.amount ? printed(*prize.amount, 2, Rounding::half_up) : "";
          lines.push_back(name_of(all[i]) + " | " + all[i].group + " | " + rank_text(ranking, prize.rank) + " | " +
                          amount);
          ++counts_["awards"];
          counts_["awards by top"] += written.top.has_value();
          counts_["awards by bottom"] += written.bottom.has_value();
          counts_["awards with a condition"] += award.when != nullptr;
          counts_["awards in a row"] += written.in_a_row > 1;
          counts_["awards of progress"] += written.progress;
          counts_["awards of a grade set"] += written.from.text != ranking.written->id.value;
          constexpr std::array kPays = {"nothing", "a formula", "a table", "a pool"};
          ++counts_["awards paid by " + std::string(kPays[static_cast<std::size_t>(written.pays.kind)])];
        }
      compare_lines("award " + written.id.value, period, rows[period], lines);
      rows.erase(period);
    }
    report_others("award " + written.id.value, rows);
  }

  void compare_promises() {
    std::map<std::string, std::map<Period, std::vector<std::string>>> rows;
    for (const BrokenExpectation& broken : scores_.broken_expectations())
      rows[broken.id][broken.period].push_back(broken.officer ? oracle_.data().officers()[*broken.officer]
                                                              : broken.group);
    for (std::size_t index = 0; index < card_.expectations.size(); ++index) {
      const ScoreExpectation& promise = card_.expectations[index];
      const std::string& id = promise.written->id.value;
      for (const Period period : oracle_.published(promise.grain, provisional_)) {
        const std::vector<std::string> broken = standing_.broken(index, period);
        ++counts_["promises looked at"];
        counts_["promises broken to officers"] += promise.by.empty() ? static_cast<std::int64_t>(broken.size()) : 0;
        counts_["promises broken to groups"] += promise.by.empty() ? 0 : static_cast<std::int64_t>(broken.size());
        compare_lines("promise " + id, period, rows[id][period], broken);
        rows[id].erase(period);
      }
      report_others("promise " + id, rows[id]);
    }
  }

  void report_others(const std::string& what, const std::map<Period, std::vector<std::string>>& rows) {
    for (const auto& [period, lines] : rows)
      for (const std::string& line : lines) differ(what, period, line, "this period is not published");
  }

  const Scorecard& card_;
  Oracle& oracle_;
  Standing standing_;
  const Scores& scores_;
  bool provisional_;
  Counts& counts_;
  std::vector<std::string>& differences_;
};

}  // namespace

void compare_standing(const Scorecard& card, Oracle& oracle, const Scores& scores, bool provisional, Counts& counts,
                      std::vector<std::string>& differences) {
  StandingComparison(card, oracle, scores, provisional, counts, differences).compare();
}

}  // namespace cwp::oracle
