#include "oracle/compare/comparison.hpp"

#include <iostream>

#include "check/checked_state.hpp"

namespace cwp::oracle {
namespace {

std::string shown(const std::optional<Decimal>& decimal) { return decimal ? decimal->to_text() : ""; }

std::string shown(const Printed& part) {
  return part.points + " | full " + part.full + " | reachable " + part.reachable + " | coverage " + part.coverage +
         " | " + part.state;
}

std::string word(Combine combine) {
  constexpr const char* kWords[] = {"sum", "scaled", "capped", "mean", "geometric", "min"};
  return kWords[static_cast<std::size_t>(combine)];
}

}  // namespace

void Counts::print() const {
  for (const auto& [name, count] : of) std::cout << "  " << name << ": " << count << '\n';
}

std::string shown(const Part& part) {
  return shown(part.points) + " | full " + shown(part.full) + " | reachable " + shown(part.reachable) + " | coverage " +
         shown(part.coverage) + " | " + std::string(to_text(part.state));
}

Comparison::Comparison(const CheckedRulebook& rules, const OracleCase& one, Counts& counts)
    : card_(rules.state().scorecard), case_(one), oracle_(card_, one.rows), standing_(card_, oracle_), counts_(counts) {
  for (const ScoreItem& item : card_.items) items_[item.written->id.value] = &item;
  for (const ScoreCategory& category : card_.categories) categories_[category.written->id.value] = &category;
  for (const ScoreAdjustment& adjustment : card_.adjustments) adjustments_[adjustment.written->id.value] = &adjustment;
}

std::vector<std::string> Comparison::differences(const Scores& scores) {
  for (const auto& assessment : card_.assessments)
    if (assessment) compare_table(scores, assessment->grain);
  for (std::size_t index = 0; index < card_.rankings.size(); ++index) compare_ranking(scores, index);
  for (std::size_t index = 0; index < card_.grades.size(); ++index) compare_grades(scores, index);
  for (std::size_t index = 0; index < card_.awards.size(); ++index) compare_award(scores, index);
  compare_promises(scores);
  return differences_;
}

void Comparison::differ(Period period, const std::string& what, const std::string& cwp, const std::string& oracle) {
  differences_.push_back(oracle_.days().label(period) + " " + what + "\n    cwp:    " + cwp +
                         "\n    oracle: " + oracle);
}

void Comparison::compare_lines(const std::string& what, const Lines& cwp, const Lines& oracle) {
  std::set<Period> periods;
  for (const auto& [period, lines] : cwp) periods.insert(period);
  for (const auto& [period, lines] : oracle) periods.insert(period);
  const auto at = [](const Lines& lines, Period period, std::size_t i) {
    const auto found = lines.find(period);
    return found == lines.end() || i >= found->second.size() ? std::string("(no line)") : found->second[i];
  };
  for (const Period period : periods)
    for (std::size_t i = 0;; ++i) {
      const std::string a = at(cwp, period, i), b = at(oracle, period, i);
      if (a != b) differ(period, what + " line " + std::to_string(i + 1), a, b);
      if (a != b || a == "(no line)") break;
    }
}

void Comparison::compare_table(const Scores& scores, Grain grain) {
  const ScoreTable* table = scores.table(grain);
  std::size_t rows = 0;
  for (const Period period : oracle_.published(grain, case_.provisional))
    for (std::size_t officer = 0; officer < oracle_.data().officers().size(); ++officer) {
      const std::string& key = oracle_.data().officers()[officer];
      if (oracle_.data().present_days(officer, period) == 0) continue;  // not his period: decision 0010, 20
      const ScoreRow* row = table == nullptr ? nullptr : table->find(period, officer);
      if (row == nullptr || scores.data().officer_key(officer) != key) {
        differ(period, "officer " + key + " (row)", "not published", "published");
        continue;
      }
      ++rows;
      compare_row(*table, *row, key);
      compare_vetoes(*table, *row, key);
    }
  if (table != nullptr && table->rows.size() != rows)
    differences_.push_back(std::string(to_text(grain)) + ": cwp publishes " + std::to_string(table->rows.size()) +
                           " rows, the oracle " + std::to_string(rows));
}

void Comparison::compare_row(const ScoreTable& table, const ScoreRow& row, const std::string& officer) {
  ++counts_["officer-periods"];
  ++counts_["officer-periods by " + std::string(to_text(table.grain))];
  const auto expected = oracle_.row(row.officer, row.period);
  const std::string who = "officer " + officer + " ";
  if (expected.size() != table.ids.size())
    differ(row.period, who + "(ids)", std::to_string(table.ids.size()), std::to_string(expected.size()));
  for (std::size_t i = 0; i < table.ids.size(); ++i) {
    const Part& part = row.parts[i];
    const auto found = expected.find(table.ids[i]);
    if (found == expected.end()) {
      differ(row.period, who + table.ids[i], shown(part), "no such id");
      continue;
    }
    Printed wanted = found->second;
    if (part.reason == Reason::not_held) wanted.state = std::string(to_text(part.state));  // says nothing
    ++counts_["figures"];
    if (shown(part) != shown(wanted)) differ(row.period, who + table.ids[i], shown(part), shown(wanted));
    if (!wanted.points.empty()) count_figure(table, table.ids[i], wanted);
  }
  if (row.state != row.total().state)
    differ(row.period, who + "(state)", std::string(to_text(row.state)), std::string(to_text(row.total().state)));
}

void Comparison::compare_vetoes(const ScoreTable& table, const ScoreRow& row, const std::string& officer) {
  std::string cwp, wanted;
  for (const std::uint32_t veto : row.vetoes) cwp += " " + table.veto_ids[veto];
  for (const std::string& id : oracle_.vetoes(row.officer, row.period)) {
    wanted += " " + id;
    ++counts_["vetoes in force"];
    for (const ScoreVeto& veto : card_.vetoes) {
      if (veto.written->id.value != id) continue;
      constexpr const char* kTargets[] = {"the total", "a category", "an item"};
      ++counts_["vetoes in force on " + std::string(kTargets[static_cast<std::size_t>(veto.target)])];
      if (veto.written->lasts_year) ++counts_["vetoes in force that last"];
      if (veto.written->no_score) ++counts_["vetoes in force without score"];
    }
  }
  if (cwp != wanted) differ(row.period, "officer " + officer + " (vetoes)", cwp, wanted);
}

void Comparison::count_figure(const ScoreTable& table, const std::string& id, const Printed& wanted) {
  ++counts_["figures not absent"];
  const bool zero = wanted.points.find_first_not_of("-0.") == std::string::npos;
  counts_["figures not zero"] += !zero;
  counts_["figures not clamped"] += !wanted.clamped;
  counts_["figures changed by a veto"] += wanted.vetoed;
  counts_["figures not zero, not clamped, not filled in"] += !zero && !wanted.clamped && !wanted.filled;
  ++counts_["figures " + wanted.state];
  if (const auto item = items_.find(id); item != items_.end()) {
    const ScoreItem& one = *item->second;
    ++counts_["items by form " + one.written->form.form.value];
    ++counts_["items of a " + std::string(to_text(one.grain)) + " in a " + std::string(to_text(table.grain))];
    if (wanted.filled && one.if_missing == IfMissing::peers) ++counts_["items with the mean of peers"];
    count_terms(*one.points, 1);
  } else if (const auto category = categories_.find(id); category != categories_.end()) {
    counts_["categories by " + word(category->second->written->combine)] += !zero;
    if (category->second->written->beyond_full) ++counts_["categories that may go beyond full"];
  } else if (const auto adjustment = adjustments_.find(id); adjustment != adjustments_.end()) {
    const ScoreAdjustment& one = *adjustment->second;
    const bool rolled = one.grain != table.grain;
    counts_["adjustments that " + std::string(one.written->gives ? "give" : "take")] += !zero;
    counts_["adjustments rolled up"] += rolled && !zero;
    counts_["adjustments in a group"] += one.group && !zero;
    counts_["adjustments on a category"] += one.category && !zero;
    count_terms(*one.amount, 1);
  }
}

/// Aggregates by name in the formulas behind a figure.
void Comparison::count_terms(const Term& term, std::int64_t times) {
  if (term.kind == TermKind::gather) counts_["across officers: " + std::string(term.function->doc.name)] += times;
  if (term.kind == TermKind::fold && term.function->counts && term.function->doc.name != "count")
    counts_["in a row: " + std::string(term.function->doc.name)] += times;
  if (term.kind == TermKind::metric) {
    const Metric& metric = card_.rulebook->metrics[term.index];
    if (metric.about) counts_["figures about a value of an attribute"] += times;
    if (metric.from) counts_["figures derived from facts"] += times;
  }
  for (const TermPtr& child : term.children) count_terms(*child, times);
}

}  // namespace cwp::oracle
