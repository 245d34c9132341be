// Grade sets and awards: what they are from, and their formulas.

#include <algorithm>

#include "check/card_maker.hpp"

namespace cwp {
namespace {

template <class Things>
std::optional<std::uint32_t> find_id(const Things& things, const std::string& id) {
  for (std::uint32_t i = 0; i < things.size(); ++i)
    if (things[i].written->id.value == id) return i;
  return std::nullopt;
}

template <class Things>
std::vector<std::string> ids_of(const Things& things) {
  std::vector<std::string> ids;
  for (const auto& thing : things) ids.push_back(thing.written->id.value);
  return ids;
}

bool asks_for_standing(const Term& term) { return term.kind == TermKind::rank || term.kind == TermKind::grade; }

/// A rank or grade below something that looks at other periods or officers; null: none.
const Term* standing_elsewhere(const Term& term, bool elsewhere) {
  if (elsewhere && asks_for_standing(term)) return &term;
  elsewhere = elsewhere || term.kind == TermKind::fold || term.kind == TermKind::lag || term.kind == TermKind::gather;
  for (const TermPtr& child : term.children)
    if (const Term* found = standing_elsewhere(*child, elsewhere)) return found;
  return nullptr;
}

}  // namespace

TermPtr CardMaker::make_late(const Formula& formula, Grain grain, const StandingNames& names, bool condition) {
  terms_.know_standing(&names);
  TermPtr term = condition ? terms_.make_condition(*formula.root, grain) : terms_.make_number(*formula.root, grain);
  terms_.know_standing(nullptr);
  if (const Term* found = standing_elsewhere(*term, false)) {
    report("standing-of-other-periods", found->source, {found->kind == TermKind::rank ? "rank" : "grade"});
    return std::make_shared<const Term>();
  }
  return term;
}

void CardMaker::make_grade_set(const GradeSet& written) {
  ScoreGradeSet set;
  set.written = &written;
  const auto ranking = find_id(card_.rankings, written.ranking.text);
  if (!ranking) {
    if (!written.ranking.text.empty())
      report("unknown-ranking", written.ranking.place,
             {written.ranking.text, nearest_name(written.ranking.text, ids_of(card_.rankings))});
    card_.grades.push_back(std::move(set));
    return;
  }
  set.ranking = *ranking;
  set.grain = card_.rankings[*ranking].grain;
  StandingNames names;
  names.ranking = ranking;
  names.levels = true;
  for (const GradeLevel& level : written.levels) {
    ScoreLevel made;
    made.written = &level;
    if (level.when) made.when = make_late(*level.when, set.grain, names, true);
    made.by = terms_.attributes(level.by);
    set.levels.push_back(std::move(made));
  }
  if (written.lower_by) set.lower_by = terms_.make_number(*written.lower_by->root, set.grain);
  warn_of_unreachable_levels(set);
  card_.grades.push_back(std::move(set));
}

/// Below a level that takes everybody only vetoes and `lower_by` lead further down.
void CardMaker::warn_of_unreachable_levels(const ScoreGradeSet& set) {
  const auto limits = [&](const Veto& veto) { return veto.grade_at_most && veto.per.value == set.grain; };
  if (set.lower_by || std::any_of(rulebook_.vetoes.begin(), rulebook_.vetoes.end(), limits)) return;
  for (std::size_t i = 0; i + 1 < set.levels.size(); ++i) {
    const GradeLevel& level = *set.levels[i].written;
    if (level.when || level.at_most) continue;
    const GradeLevel& below = *set.levels[i + 1].written;
    report("level-unreachable", below.id.place, {below.id.value, level.id.value});
    return;
  }
}

void CardMaker::find_source(const Award& written, ScoreAward& award, StandingNames& names) {
  names.from = written.from.text;
  if (const auto ranking = find_id(card_.rankings, written.from.text)) {
    names.ranking = ranking;
    for (std::uint32_t g = 0; g < card_.grades.size(); ++g)
      if (card_.grades[g].written->ranking.text == written.from.text && ++names.sets == 1) names.grades = g;
    if (names.sets > 1) names.grades.reset();
  } else if (const auto set = find_id(card_.grades, written.from.text)) {
    if (const auto below = find_id(card_.rankings, card_.grades[*set].written->ranking.text)) names.ranking = below;
    names.grades = set;
  } else if (!written.from.text.empty()) {  // a missing key was reported
    std::vector<std::string> known = ids_of(card_.rankings);
    for (std::string& id : ids_of(card_.grades)) known.push_back(std::move(id));
    report("unknown-award-source", written.from.place, {written.from.text, nearest_name(written.from.text, known)});
  }
  if (!names.ranking) return;
  award.ranking = *names.ranking;
  award.grades = names.grades;
  award.grain = card_.rankings[*names.ranking].grain;
}

void CardMaker::make_award(const Award& written) {
  ScoreAward award;
  award.written = &written;
  StandingNames names;
  find_source(written, award, names);
  if (names.ranking) {
    if (written.when) award.when = make_late(*written.when, award.grain, names, true);
    if (written.pays.kind == PayKind::formula || written.pays.kind == PayKind::pool)
      award.pays = make_late(written.pays.formula, award.grain, names, false);
  }
  card_.awards.push_back(std::move(award));
}

void CardMaker::check_veto_level(const Veto& veto) {
  if (!veto.grade_at_most || veto.grade_at_most->text.empty()) return;
  std::vector<std::string> levels;
  for (const ScoreGradeSet& set : card_.grades)
    if (set.grain == veto.per.value)
      for (const GradeLevel& level : set.written->levels) levels.push_back(level.id.value);
  const std::string& wanted = veto.grade_at_most->text;
  if (std::find(levels.begin(), levels.end(), wanted) == levels.end())
    report("unknown-veto-level", veto.grade_at_most->place,
           {wanted, std::string(to_text(veto.per.value)), nearest_name(wanted, levels)});
}

}  // namespace cwp
