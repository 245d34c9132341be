#pragma once
// A small station: a rulebook whose months are worth their marks, and a few officers; tests add rankings and rewards.

#include <functional>
#include <sstream>
#include <string>

#include "cwp/score.hpp"
#include "data/dataset_state.hpp"

namespace cwp {

inline Formula formula(std::string text) { return parse_formula(std::move(text)).value(); }
inline Quota places(std::int64_t number) { return {{number, 0}, false, {}}; }
inline Quota percent(std::int64_t number) { return {{number, 2}, true, {}}; }

/// A month is worth its `marks`; one without is worth nothing and has no total. Attributes `station` and `area`.
class SmallStation {
 public:
  Rulebook rules = load(Source("rules.yaml",
                               "cwp: 1\n"
                               "id: small\n"
                               "attributes: {station: {type: text}, area: {type: text}}\n"
                               "duty: {leave: exempt}\n"
                               "metrics:\n"
                               "  marks: {per: month, fold: last}\n"
                               "  late: {per: month, absent: zero}\n"
                               "categories:\n"
                               "  - id: work\n"
                               "    items:\n"
                               "      - {id: won, per: month, min: none, if_missing: drop, points: marks}\n"
                               "assessments: {month: {floor: none}}\n"
                               "rankings:\n"
                               "  - {id: best, every: month, of: total}\n"))
                       .value();
  Ranking& best() { return rules.rankings.front(); }

  GradeSet& add_grades(const std::string& id, std::vector<GradeLevel> levels) {
    GradeSet set;
    set.id.value = id;
    set.ranking.text = "best";
    set.levels = std::move(levels);
    return rules.grades.emplace_back(std::move(set));
  }
  Award& add_award(const std::string& id, const std::string& from = "best") {
    Award award;
    award.id.value = id;
    award.from.text = from;
    return rules.awards.emplace_back(std::move(award));
  }
  Veto& add_veto(const std::string& id, const std::string& when) {
    Veto veto;
    veto.id.value = id;
    veto.per.value = Grain::month;
    veto.when = formula(when);
    return rules.vetoes.emplace_back(std::move(veto));
  }

  /// Scores lines `officer KEY STATION AREA [FROM TO]`, `leave KEY FROM TO` and `PERIOD KEY METRIC VALUE`; `-` is no
  /// value. The data span whole months, 2026-01-01 to `to`.
  Scores scored(const std::string& lines, const char* to = "2026-03-31", ScoreOptions options = {}) const {
    const CheckedRulebook checked = check(rules).value();
    DatasetBuilder builder(checked);
    std::istringstream text(lines);
    for (std::string line; std::getline(text, line);) {
      std::istringstream stream(line);
      std::vector<std::string> words;
      for (std::string word; stream >> word;) words.push_back(word == "-" ? "" : word);
      if (words.empty()) continue;
      if (words[0] == "officer")
        builder.add_officer(words[1], words.size() > 4 ? Day::parse(words[4]) : std::nullopt,
                            words.size() > 5 ? Day::parse(words[5]) : std::nullopt,
                            {{"station", words[2]}, {"area", words[3]}});
      else if (words[0] == "leave")
        builder.add_duty(words[1], Day::parse(words[2]), Day::parse(words[3]), "leave");
      else
        builder.add_metric(words[1], words[0], words[2], words[3]);
    }
    builder.set_span({*Day::parse("2026-01-01"), *Day::parse(to)});
    return score(compile(checked), builder.finish().value(), options).value();
  }
};

/// Who a row is about: the unit, or the officer's key.
template <class Row>
std::string who_of(const Row& row, const Scores& scores) {
  return row.subject.empty() ? std::string(scores.data().officer_key(row.officer)) : row.subject;
}

/// The rows of one month, `KEY:RANK` or `KEY:REASON`.
inline std::string ranking_text(const Scores& scores, int month, const std::string& id = "best") {
  std::string text;
  for (const RankedOfficer& row : scores.ranking(id)->rows) {
    if (row.period.ordinal != 2026 * 12 + month - 1) continue;
    text += (row.group.empty() ? "" : row.group + "/") + who_of(row, scores) + ":";
    text += row.rank ? row.rank->to_short_text() : std::string(to_text(row.reason));
    text += (row.veto.empty() ? "" : " " + row.veto) + (row.rank ? " " : ", ");
  }
  return text;
}

/// `KEY:LEVEL` or `KEY:REASON`.
inline std::string grade_text(const Scores& scores, int month, std::size_t set = 0) {
  std::string text;
  for (const GradedOfficer& row : scores.grades()[set].rows)
    if (row.period.ordinal == 2026 * 12 + month - 1)
      text += who_of(row, scores) + ":" + (row.grade.empty() ? std::string(to_text(row.reason)) : row.grade) + " ";
  return text;
}

/// `KEY#RANK` and, where it pays, `=AMOUNT`.
inline std::string award_text(const Scores& scores, int month, std::size_t award = 0) {
  std::string text;
  for (const AwardedOfficer& row : scores.awards()[award].rows)
    if (row.period.ordinal == 2026 * 12 + month - 1)
      text += who_of(row, scores) + "#" + row.rank->to_short_text() +
              (row.amount ? "=" + row.amount->to_text() : std::string()) + " ";
  return text;
}

}  // namespace cwp
