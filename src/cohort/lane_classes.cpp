#include "cohort/lane_classes.hpp"

#include <algorithm>

#include "cohort/officer_classes.hpp"
#include "data/column_store.hpp"

namespace cwp {
namespace {

constexpr std::size_t kCandidates = 4;

}  // namespace

LaneClasses::LaneClasses(const Run& run, std::size_t least) : run_(run), least_(least) {
  const ColumnStore& columns = *run.data().columns;
  const std::size_t officers = run.data().officer_count();
  may_differ_ = !columns.others.empty() || std::any_of(columns.figures.begin(), columns.figures.end(),
                                                       [](const auto& of) { return of.second.is_lacked(); });
  std::vector<OfficerClass> classes;
  if (!columns.duty.empty() || !columns.stays.empty()) classes = officer_classes(run.data(), run.schedule().days());
  if (classes.size() <= 1) {
    Class& one = classes_.emplace_back();
    one.officers = officers;
    for (std::uint32_t i = 0; i < officers && one.candidates.size() < kCandidates; ++i) add_candidate(one, i);
    firsts_ = {0};
    return;
  }
  may_differ_ = true;
  least = std::max(least, officers / kOneIn);
  of_.assign(officers, kJudged);
  judged_ = officers;
  for (const OfficerClass& members : classes) {
    firsts_.push_back(members.front());
    if (!classes_.empty() && (classes_.size() == kMostPrograms || members.size() < least)) continue;
    for (const std::uint32_t officer : members) of_[officer] = Number(classes_.size());
    judged_ -= members.size();
    Class& one = classes_.emplace_back();
    one.officers = members.size();
    for (std::size_t i = 0; i < members.size() && one.candidates.size() < kCandidates; ++i)
      add_candidate(one, members[i]);
  }
}

void LaneClasses::add_candidate(Class& one, std::uint32_t officer) const {
  if (run_.data().columns->others.count(officer) == 0) one.candidates.push_back(officer);
}

void LaneClasses::judge(std::size_t officer) {
  if (of_.empty()) of_.assign(run_.data().officer_count(), 0);
  judged_ += of_[officer] != kJudged ? 1 : 0;
  of_[officer] = kJudged;
  may_differ_ = true;
}

void LaneClasses::judge_class(Number number) {
  classes_[number].is_judged = true;
  for (std::size_t i = 0; i < of_.size(); ++i)
    if (of_[i] == number) judge(i);
}

std::vector<std::uint32_t> LaneClasses::judged() const {
  std::vector<std::uint32_t> officers;
  for (std::uint32_t i = 0; i < of_.size() && officers.size() < judged_; ++i)
    if (of_[i] == kJudged) officers.push_back(i);
  return officers;
}

bool LaneClasses::nobody_on_duty(DayRange days) const {
  const DayRange all = run_.schedule().days();
  if (!on_duty_) {
    on_duty_.emplace(std::size_t(all.size()));
    for (const std::uint32_t officer : firsts_) {
      const OfficerRecord record = run_.data().columns->days_of(officer);
      const OfficerDays of_class(record, *run_.card().rulebook, run_.card().calendar, all);
      for (Day day = all.first; day <= all.last; day = day + 1)
        if (of_class.on_duty(day)) (*on_duty_)[std::size_t(day - all.first)] = true;
    }
  }
  for (Day day = days.first; day <= days.last; day = day + 1)
    if ((*on_duty_)[std::size_t(day - all.first)]) return false;
  return true;
}

LaneClasses::Mix LaneClasses::mix(std::size_t first, std::size_t count) const {
  Mix mix;
  if (of_.empty()) {
    mix.count = 1;
    return mix;
  }
  std::uint32_t seen = 0;
  for (std::size_t i = first; i < first + count; ++i) seen |= 1U << (of_[i] & 31U);
  mix.judged = (seen & 1U << (kJudged & 31U)) != 0;
  for (Number number = 0; number < classes_.size(); ++number)
    if ((seen & 1U << number) != 0) mix.numbers[mix.count++] = number;
  return mix;
}

}  // namespace cwp
