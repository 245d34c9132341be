#pragma once
// A rulebook with something of everything that made data have columns for.

#include "checked_text.hpp"
#include "cwp/sample.hpp"

namespace cwp {

inline CheckedRulebook squad_rules() {
  return checked_text(
      "cwp: 1\nid: squad\n"
      "calendar: {holidays: [2026-05-01..2026-05-05]}\n"
      "attributes: {squad: {type: text}, joined: {type: date}}\n"
      "duty: {leave: exempt, training: exempt}\n"
      "events:\n"
      "  lateness: {columns: {minutes: number}}\n"
      "  arrests: {columns: {outcome: [felony, misdemeanour], solved: bool, signed_for: text, found: date,"
      " value: {type: number, range: [0, 5000]}}}\n"
      "metrics:\n"
      "  late: {from: lateness, count: minutes <= 30, better: less}\n"
      "  arrest_marks: {from: arrests, sum: \"lookup(outcome, 'felony' -> 10, 'misdemeanour' -> 6)\"}\n"
      "  vouched: {from: arrests, count: solved, officer: signed_for}\n"
      "  disputes: {type: u16}\n"
      "  mediated: {type: u16}\n"
      "  hours: {decimals: 1, min: 0}\n"
      "  exam: {per: week, fold: last, range: [0, 100], decimals: 1}\n"
      "  review: {per: month, fold: last, range: [0, 10]}\n"
      "  inspection: {about: squad, per: month, fold: last, range: [0, 100]}\n"
      "categories:\n  - id: work\n    items:\n"
      "      - {id: punctual, per: month, full: 20, deduct: {of: late, each: 2}}\n"
      "      - {id: arrested, per: month, full: 30, points: arrest_marks + vouched}\n"
      "      - {id: mediation, per: month, full: 20, target: {of: \"ratio(mediated, disputes, 1)\", at: 95%, "
      "zero_at: 50%}}\n"
      "      - {id: patrol, per: week, full: 10, target: {of: hours, at: 10}}\n"
      "      - {id: exams, per: week, full: 10, target: {of: exam, at: 90, zero_at: 60}}\n"
      "      - {id: reviewed, per: month, full: 10, points: review}\n"
      "      - {id: inspected, per: month, full: 10, points: inspection / 10}\n"
      "rankings: [{id: best, every: month, of: total, by: squad}]\n");
}

inline SampleOptions spring(std::uint32_t officers = 40) {
  SampleOptions options;
  options.officers = officers;
  options.span = {*Day::from_date(2026, 3, 1), *Day::from_date(2026, 5, 31)};
  return options;
}

}  // namespace cwp
