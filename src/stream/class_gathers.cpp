#include "stream/class_gathers.hpp"

#include <algorithm>
#include <numeric>

#include "cohort/gather.hpp"
#include "engine/officer_threads.hpp"

namespace cwp {
namespace {

LaneRange times(const LaneRange& range, Wide factor) { return {range.low * factor, range.high * factor}; }

/// What holds all of these. Where some do not fit a common denominator, those of the first that do.
LaneSummands common_to(const std::vector<LaneSummands>& own) {
  LaneSummands all = own[0];
  for (const LaneSummands& one : own) {
    const std::int64_t common = std::lcm(all.denominator, one.denominator);
    if (common > kLargestDenominator || !fits(all.range, Lane::i64) || !fits(one.range, Lane::i64)) break;
    const LaneRange before = times(all.range, common / all.denominator);
    const LaneRange range = times(one.range, common / one.denominator);
    all = {{std::min(before.low, range.low), std::max(before.high, range.high)}, common};
  }
  return all;
}

/// Calls `visit` with all gathers of the schedule that are not before the data, and their stages.
template <typename Visit>
void for_each_gather(const Run& run, const Visit& visit) {
  for (std::size_t i = 0; i < run.schedule().order().size(); ++i) {
    const Instance& instance = run.schedule().order()[i];
    if (run.graph().nodes[instance.node].op != NodeOp::gather) continue;
    if (!run.timeline().begins_before_data(instance.period)) visit(instance, run.schedule().stage(i));
  }
}

}  // namespace

bool ClassGathers::agree(const Run& run, const ClassPrograms& programs, const BroughtByAll& by_judged,
                         BroughtByAll& brought) {
  // What is brought in a stage hangs on the tables of those before it.
  std::uint32_t unsettled = run.schedule().stages() + 1;
  BroughtByAll found;
  for_each_gather(run, [&](Instance instance, std::uint32_t stage) {
    std::vector<LaneSummands> own;
    for (const auto& program : programs)
      if (const LaneGather* one = program ? program->gather(instance) : nullptr; one != nullptr && one->brings)
        own.push_back(one->own);
    if (own.empty()) return;
    const std::pair key(instance.node, instance.period);
    if (const auto judged = by_judged.find(key); judged != by_judged.end()) own.push_back(judged->second);
    const LaneSummands all = common_to(own);
    const auto known = brought.find(key);
    const bool is_same = known != brought.end()
                             ? known->second == all
                             : std::all_of(own.begin(), own.end(), [&](const auto& one) { return one == all; });
    if (!is_same) unsettled = std::min(unsettled, stage);
    found.emplace(key, all);
  });
  brought.clear();
  for_each_gather(run, [&](Instance instance, std::uint32_t stage) {
    const auto known = found.find({instance.node, instance.period});
    if (known != found.end() && stage <= unsettled) brought.insert(*known);
  });
  return unsettled > run.schedule().stages();
}

bool ClassGathers::prepare(const ClassModels& models, ClassPrograms& programs) {
  programs_ = &programs;
  bool has_all = true;
  for_each_gather(run_, [&](Instance instance, std::uint32_t stage) {
    has_all = has_all && add_gather(models, programs, instance, stage);
  });
  if (!has_all) return false;
  while (judge_lonely_guests()) counts_.clear();
  judged_ = classes_.judged();
  // Judged officers read the tables of all gathers.
  return judged_.empty() || std::all_of(gathers_.begin(), gathers_.end(), [](const ClassGather& gather) {
           return !gather.has_peers || gather.shape != nullptr;
         });
}

bool ClassGathers::add_gather(const ClassModels& models, const ClassPrograms& programs, Instance instance,
                              std::uint32_t stage) {
  ClassGather& gather = gathers_.emplace_back();
  gather.instance = instance;
  gather.stage = stage;
  gather.has_peers = !classes_.nobody_on_duty(run_.card().calendar.days(instance.period));
  if (!gather.has_peers) return true;
  gather.grouping = shared_.grouping(run_.graph().nodes[instance.node].by);
  bool is_read = false, is_known = true;
  for (LaneClasses::Number c = 0; c < programs.size(); ++c) {
    const LaneGather* const one = programs[c] ? programs[c]->gather(instance) : nullptr;
    gather.of.push_back(one);
    gather.lacks.push_back(Absence::present);
    is_read = is_read || one != nullptr;
    if (!programs[c]) continue;
    is_known = is_known && programs[c]->brings(instance) != ClassProgram::Brings::unknown;
    if (one != nullptr && one->brings) gather.shape = one;
    const PeerEntry entry = peer_entry(run_, *models.of(c), instance);
    if (entry.peer) gather.lacks.back() = entry.value.absence;
  }
  if (!is_known) gather.shape = nullptr;
  return !is_read || gather.shape != nullptr;
}

const ClassGathers::Counts& ClassGathers::counts(const SharedColumns::Grouping& grouping) {
  Counts& counts = counts_[&grouping];
  if (!counts.empty()) return counts;
  counts.assign(classes_.size(), std::vector<std::uint32_t>(grouping.groups()));
  for (std::size_t i = 0; i < run_.data().officer_count(); ++i)
    if (const LaneClasses::Number number = classes_.of(i); number != LaneClasses::kJudged)
      ++counts[number][grouping.of(i)];
  return counts;
}

/// Whether there were some.
bool ClassGathers::judge_lonely_guests() {
  std::vector<std::uint32_t> lonely;
  for (const ClassGather& gather : gathers_) {
    if (gather.shape == nullptr) continue;
    for (LaneClasses::Number c = 0; c < gather.of.size(); ++c) {
      if (gather.of[c] == nullptr || gather.of[c]->brings) continue;
      const Counts& counts = this->counts(*gather.grouping);
      std::vector<bool> lacks(gather.grouping->groups(), true);
      for (std::size_t other = 0; other < gather.of.size(); ++other)
        for (std::size_t g = 0; gather.brought_by(other) != nullptr && g < lacks.size(); ++g)
          lacks[g] = lacks[g] && counts[other][g] == 0;
      for (std::uint32_t i = 0; i < run_.data().officer_count(); ++i)
        if (classes_.of(i) == c && lacks[gather.grouping->of(i)]) lonely.push_back(i);
    }
  }
  for (const std::uint32_t officer : lonely) classes_.judge(officer);
  return !lonely.empty();
}

std::vector<ClassGathers::Group> ClassGathers::groups(const ClassGather& gather, const GroupSums& sums) {
  std::vector<Group> groups(gather.grouping->groups());
  const Counts& counts = this->counts(*gather.grouping);
  for (std::size_t g = 0; g < groups.size(); ++g) groups[g].figure = sums.figure(g);
  for (std::size_t c = 0; c < gather.of.size(); ++c) {
    const bool brings = gather.brought_by(c) != nullptr;
    const bool lacks = !brings && (*programs_)[c] != nullptr && gather.lacks[c] != Absence::present;
    for (std::size_t g = 0; (brings || lacks) && g < groups.size(); ++g) {
      groups[g].brought += brings ? counts[c][g] : 0;
      groups[g].peers += counts[c][g];
      if (counts[c][g] > 0 && gather.lacks[c] != Absence::exempt) groups[g].all_exempt = false;
    }
  }
  return groups;
}

void ClassGathers::add_judged(const ClassGather& gather, const PeerEntry& entry, Group& group, OfJudged& all) {
  if (!entry.peer) return;
  ++group.peers;
  group.all_exempt = group.all_exempt && entry.value.absence == Absence::exempt;
  if (!entry.value.present()) return;
  const auto fraction = entry.value.number.to_fraction();
  if (fraction) {
    const LaneSummands one{{fraction->numerator, fraction->numerator}, fraction->denominator};
    const auto alike = std::find_if(all.brought.begin(), all.brought.end(),
                                    [&](const LaneSummands& some) { return some.denominator == one.denominator; });
    if (alike == all.brought.end())
      all.brought.push_back(one);
    else
      alike->range = {std::min(alike->range.low, one.range.low), std::max(alike->range.high, one.range.high)};
  }
  const auto whole = (entry.value.number * Rational(gather.shape->denominator)).to_int64();
  all.fits = all.fits && whole;
  if (!whole) return;
  if (gather.shape->kind == LaneGather::Kind::sum || group.brought == 0)
    group.figure += *whole;
  else
    group.figure = gather.shape->kind == LaneGather::Kind::least ? std::min(group.figure, Wide{*whole})
                                                                 : std::max(group.figure, Wide{*whole});
  ++group.brought;
}

bool ClassGathers::add_judged(std::uint32_t stage, const std::vector<std::size_t>& numbers,
                              std::vector<std::vector<Group>>& groups) {
  constexpr std::size_t kAtOnce = 4096;
  std::vector<OfJudged> judged(numbers.size());
  for (std::size_t first = 0; first < judged_.size(); first += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, judged_.size() - first);
    std::vector<std::vector<PeerEntry>> entries(count);
    for_each_officer(count, options_.threads, [&](std::size_t i) {
      const OfficerRun one(run_, first + i, run_.data().officer(judged_[first + i]), Extent{tables_, stage - 1});
      for (const std::size_t number : numbers) entries[i].push_back(peer_entry(run_, one, gathers_[number].instance));
    });
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t k = 0; k < numbers.size(); ++k) {
        const ClassGather& gather = gathers_[numbers[k]];
        add_judged(gather, entries[i][k], groups[k][gather.grouping->of(judged_[first + i])], judged[k]);
      }
  }
  bool all_fit = true;
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    const ClassGather& gather = gathers_[numbers[k]];
    const LaneRange& range = gather.shape->range;
    const bool fits = judged[k].fits && std::all_of(groups[k].begin(), groups[k].end(), [&](const Group& group) {
                        return group.brought == 0 || (range.low <= group.figure && group.figure <= range.high);
                      });
    if (fits) continue;
    all_fit = false;
    if (!judged[k].brought.empty())
      lacking_.emplace(std::pair(gather.instance.node, gather.instance.period), common_to(judged[k].brought));
  }
  return all_fit;
}

/// What makes the tables of the programs, by the figure of a group and the number of those who bring something to it.
/// Where that is nobody, nobody reads it; but all lanes run.
template <typename FigureOf, typename BroughtOf>
void ClassGathers::add_tables(const ClassGather& gather, const FigureOf& figure, const BroughtOf& brought,
                              TableMakers& makers) {
  for (std::size_t c = 0; c < gather.of.size(); ++c) {
    const LaneGather* const one = gather.of[c];
    if (one == nullptr) continue;
    ClassProgram& program = *(*programs_)[c];
    const std::size_t number = std::size_t(one - program.gathers().data()), groups = gather.grouping->groups();
    const auto nothing = std::int64_t(std::clamp<Wide>(0, one->range.low, one->range.high));
    auto* const tables = program.tables().data() + 2 * number;
    makers.push_back([=] {
      tables[0] = table_of(groups, one->lane, [&](std::size_t g) { return brought(g) > 0 ? figure(g) : nothing; });
    });
    if (!one->divides) continue;
    makers.push_back([=] {
      tables[1] = table_of(groups, one->lane, [&](std::size_t g) { return std::max<std::int64_t>(brought(g), 1); });
    });
  }
}

/// What judged officers read.
void ClassGathers::add_table(const ClassGather& gather, const std::vector<Group>& groups) {
  GatherTable table;
  table.group_of.assign(judged_.size() + 1, kNoGroup);
  table.among.assign(judged_.size() + 1, false);
  if (gather.shape != nullptr) {
    const DayRange days = run_.card().calendar.days(gather.instance.period);
    for (std::size_t j = 0; j < judged_.size(); ++j)
      if (run_.data().columns->is_there(judged_[j], days))
        table.group_of[j] = std::uint32_t(gather.grouping->of(judged_[j]));
    for (const Group& group : groups) {
      PeerGroup& read = table.groups.emplace_back();
      read.peers = std::uint32_t(group.peers);
      read.on_duty = group.peers > 0;
      read.all_exempt = group.all_exempt;
      if (group.brought == 0) continue;
      read.aggregate = Value::of(Rational(std::int64_t(group.figure), gather.shape->denominator));
      if (gather.shape->counted) read.aggregate.number = read.aggregate.number / Rational(group.brought);
      read.aggregate.type = run_.graph().nodes[gather.instance.node].type;
      read.ascending.push_back(read.aggregate);  // it has one; none is asked for which
    }
  }
  tables_.add(gather.instance.node, gather.instance.period, std::move(table));
}

bool ClassGathers::make(std::uint32_t stage) {
  std::vector<std::size_t> numbers;
  for (std::size_t g = 0; g < gathers_.size(); ++g) {
    if (gathers_[g].stage != stage) continue;
    if (gathers_[g].shape != nullptr)
      numbers.push_back(g);
    else
      add_table(gathers_[g], {});
  }
  if (numbers.empty()) return true;
  std::vector<const ClassGather*> here;
  for (const std::size_t number : numbers) here.push_back(&gathers_[number]);
  const std::vector<GroupSums> sums = class_sums(classes_, *programs_, here, run_.data().officer_count(), options_);
  TableMakers makers;
  const auto make_tables = [&] {
    for_each_officer(makers.size(), options_.threads, [&](std::size_t m) { makers[m](); });
  };
  if (classes_.all_alike()) {
    for (std::size_t k = 0; k < numbers.size(); ++k) {
      const SharedColumns::Grouping* grouping = gathers_[numbers[k]].grouping;
      add_tables(
          gathers_[numbers[k]], [sum = &sums[k]](std::size_t g) { return sum->figure(g); },
          [=](std::size_t g) { return grouping->size(g); }, makers);
    }
    make_tables();
    return true;
  }
  std::vector<std::vector<Group>> groups;
  for (std::size_t k = 0; k < numbers.size(); ++k) groups.push_back(this->groups(gathers_[numbers[k]], sums[k]));
  if (!add_judged(stage, numbers, groups)) return false;
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    const Group* const of = groups[k].data();
    add_tables(
        gathers_[numbers[k]], [=](std::size_t g) { return std::int64_t(of[g].figure); },
        [=](std::size_t g) { return of[g].brought; }, makers);
    if (!judged_.empty()) add_table(gathers_[numbers[k]], groups[k]);
  }
  make_tables();
  return true;
}

bool ClassGathers::make() {
  for (std::uint32_t stage = 1; stage <= run_.schedule().stages(); ++stage)
    if (!make(stage)) return false;
  return true;
}

}  // namespace cwp
