#include "oracle/comparison.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "check/checked_state.hpp"
#include "oracle/compare_standing.hpp"
#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {
namespace {

std::string line_of(const Printed& part) {
  return part.points + " | full " + part.full + " | reachable " + part.reachable + " | coverage " + part.coverage +
         " | " + part.state;
}

bool is_zero(const std::string& printed) { return printed.find_first_not_of("-0.") == std::string::npos; }

/// Compares the tables of one case with the oracle; collects every difference as one line.
class Comparison {
 public:
  Comparison(const Scorecard& card, const OracleCase& one, const Scores& scores, Counts& counts)
      : card_(card), case_(one), scores_(scores), oracle_(card_, one.rows), counts_(counts) {
    for (const ScoreItem& item : card_.items) items_[item.written->id.value] = &item;
    for (const ScoreCategory& category : card_.categories) categories_[category.written->id.value] = &category;
    for (const ScoreAdjustment& one_of : card_.adjustments) adjustments_[one_of.written->id.value] = &one_of;
  }

  std::vector<std::string> differences() {
    for (const auto& assessment : card_.assessments)
      if (assessment) compare_table(assessment->grain);
    compare_standing(card_, oracle_, scores_, case_.provisional, counts_, differences_);
    for (const auto& [name, count] : oracle_.found()) counts_[name] += count;
    return differences_;
  }

 private:
  void differ(const std::string& officer, Period period, const std::string& id, const std::string& cwp,
              const std::string& oracle) {
    differences_.push_back(oracle_.days().label(period) + " officer " + officer + " " + id + "\n    cwp:    " + cwp +
                           "\n    oracle: " + oracle);
  }

  void compare_table(Grain grain) {
    const ScoreTable* table = scores_.table(grain);
    std::size_t rows = 0;
    for (const Period period : oracle_.published(grain, case_.provisional))
      for (std::size_t officer = 0; officer < oracle_.data().officers().size(); ++officer) {
        const std::string& key = oracle_.data().officers()[officer];
        if (oracle_.data().present_days(officer, period) == 0) continue;  // not his period: decision 0010, 20
        const ScoreRow* row = table == nullptr ? nullptr : table->find(period, officer);
        if (row == nullptr || scores_.data().officer_key(officer) != key) {
          differ(key, period, "(row)", "not published", "published");
          continue;
        }
        ++rows;
        compare_row(*table, *row, key);
      }
    if (table != nullptr && table->rows.size() != rows)
      differences_.push_back(std::string(to_text(grain)) + ": cwp publishes " + std::to_string(table->rows.size()) +
                             " rows, the oracle " + std::to_string(rows));
  }

  void compare_row(const ScoreTable& table, const ScoreRow& row, const std::string& officer) {
    ++counts_["officer-periods"];
    ++counts_["officer-periods by " + std::string(to_text(table.grain))];
    const auto expected = oracle_.row(row.officer, row.period);
    if (expected.size() != table.ids.size())
      differ(officer, row.period, "(ids)", std::to_string(table.ids.size()), std::to_string(expected.size()));
    for (std::size_t i = 0; i < table.ids.size(); ++i) {
      const Part& part = row.parts[i];
      const auto found = expected.find(table.ids[i]);
      if (found == expected.end()) {
        differ(officer, row.period, table.ids[i], shown(part), "no such id");
        continue;
      }
      Printed wanted = found->second;
      if (part.reason == Reason::not_held) wanted.state = std::string(to_text(part.state));  // says nothing
      if (shown(part) != line_of(wanted)) differ(officer, row.period, table.ids[i], shown(part), line_of(wanted));
      count(table, table.ids[i], part, wanted);
    }
    if (row.state != row.total().state)
      differ(officer, row.period, "(state)", std::string(to_text(row.state)), std::string(to_text(row.total().state)));
    std::string in_force, wanted;
    for (const std::uint32_t veto : row.vetoes) in_force += " " + table.veto_ids[veto];
    for (const std::string& veto : oracle_.vetoes(row.officer, row.period)) wanted += " " + veto;
    counts_["officer-periods with a veto in force"] += !wanted.empty();
    if (in_force != wanted) differ(officer, row.period, "(vetoes)", in_force, wanted);
  }

  void count(const ScoreTable& table, const std::string& id, const Part& part, const Printed& wanted) {
    ++counts_["figures"];
    if (wanted.points.empty()) return;
    ++counts_["figures not absent"];
    counts_["figures not zero"] += !is_zero(wanted.points);
    counts_["figures not clamped"] += !wanted.clamped;
    counts_["figures not zero, not clamped, not filled in"] +=
        !is_zero(wanted.points) && !wanted.clamped && !wanted.filled;
    counts_["figures changed by a veto"] += wanted.vetoed;
    ++counts_["figures " + wanted.state];
    counts_["items filled in from peers"] += part.reason == Reason::missing_as_peers;
    if (const auto item = items_.find(id); item != items_.end()) {
      ++counts_["items by form " + item->second->written->form.form.value];
      ++counts_["items of a " + std::string(to_text(item->second->grain)) + " in a " +
                std::string(to_text(table.grain))];
    }
    if (const auto category = categories_.find(id); category != categories_.end()) {
      constexpr std::array kNames = {"sum", "scaled", "capped", "mean", "geometric", "min"};
      const Category& written = *category->second->written;
      ++counts_["categories by " + std::string(kNames[static_cast<std::size_t>(written.combine)])];
      counts_["categories beyond their full marks"] += written.beyond_full && part.full && *part.full < *part.points;
    }
    if (const auto one = adjustments_.find(id); one != adjustments_.end() && !is_zero(wanted.points)) {
      const bool rolled = one->second->grain != table.grain;
      ++counts_[std::string(one->second->written->gives ? "gives" : "takes") + (rolled ? ", rolled up" : "")];
      counts_["adjustments on a category"] += one->second->category.has_value();
      counts_["adjustments in a group"] += one->second->group.has_value();
    }
  }

  const Scorecard& card_;
  const OracleCase& case_;
  const Scores& scores_;
  Oracle oracle_;
  Counts& counts_;
  std::map<std::string, const ScoreItem*> items_;
  std::map<std::string, const ScoreCategory*> categories_;
  std::map<std::string, const ScoreAdjustment*> adjustments_;
  std::vector<std::string> differences_;
};

}  // namespace

void Counts::print() const {
  for (const auto& [name, count] : of) std::cout << "  " << name << ": " << count << '\n';
}

std::string shown(const std::optional<Decimal>& decimal) { return decimal ? decimal->to_text() : ""; }

std::string shown(const Part& part) {
  return shown(part.points) + " | full " + shown(part.full) + " | reachable " + shown(part.reachable) + " | coverage " +
         shown(part.coverage) + " | " + std::string(to_text(part.state));
}

std::optional<std::vector<std::string>> differences(const OracleCase& one, Counts& counts) {
  const auto rules = load_and_check(Source("rulebook.yaml", one.rulebook));
  if (!rules.ok()) {
    for (const Diagnostic& diagnostic : rules.diagnostics())
      if (diagnostic.severity() == Severity::error) ++counts["refused: " + std::string(diagnostic.slug)];
    if (std::getenv("CWP_ORACLE_SHOW_REFUSED") != nullptr) std::cout << render(rules.diagnostics());
    return std::nullopt;
  }
  const auto data = to_dataset(one.rows, rules.value());
  if (!data.ok()) return std::vector{"the rows were refused: " + render(data.diagnostics())};
  ScoreOptions options;
  options.provisional = one.provisional;
  const auto scores = score(compile(rules.value()), data.value(), options);
  if (!scores.ok()) return std::vector{"no scores: " + render(scores.diagnostics())};
  return Comparison(rules.value().state().scorecard, one, scores.value(), counts).differences();
}

}  // namespace cwp::oracle
