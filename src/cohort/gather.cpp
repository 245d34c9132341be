#include "cohort/gather.hpp"

#include <algorithm>

#include "cohort/cohort_run.hpp"

namespace cwp {
namespace {

/// The groups of all officers by some attributes in one period, to be numbered.
struct GroupColumn {
  std::vector<std::uint32_t> by;
  Period period;
  std::vector<std::optional<std::string>> keys;  ///< by officer
};

/// What is gathered in one stage.
struct Stage {
  std::vector<Instance> gathers;
  std::vector<std::size_t> column_of;  ///< by gather: its groups
  std::vector<GroupColumn> columns;
  std::vector<std::vector<PeerEntry>> entries;  ///< by gather, officer
};

Stage open_stage(const Run& run, std::uint32_t number, std::size_t officers) {
  Stage stage;
  const Schedule& schedule = run.schedule();
  std::map<std::pair<std::vector<std::uint32_t>, Period>, std::size_t> known;
  for (std::size_t i = 0; i < schedule.order().size(); ++i) {
    const Instance& instance = schedule.order()[i];
    const Node& node = run.graph().nodes[instance.node];
    if (node.op != NodeOp::gather || schedule.stage(i) != number) continue;
    if (run.timeline().begins_before_data(instance.period)) continue;
    const auto [column, fresh] = known.try_emplace({node.by, instance.period}, stage.columns.size());
    if (fresh) {
      stage.columns.push_back({node.by, instance.period, {}});
      stage.columns.back().keys.resize(officers);
    }
    stage.gathers.push_back(instance);
    stage.column_of.push_back(column->second);
    stage.entries.emplace_back(officers);
  }
  return stage;
}

}  // namespace

std::vector<std::uint32_t> group_numbers(const std::vector<std::optional<std::string>>& keys) {
  std::vector<std::string> sorted;
  for (const auto& key : keys)
    if (key) sorted.push_back(*key);
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<std::uint32_t> numbers;
  for (const auto& key : keys)
    numbers.push_back(key ? std::uint32_t(std::lower_bound(sorted.begin(), sorted.end(), *key) - sorted.begin())
                          : kNoGroup);
  return numbers;
}

PeerEntry peer_entry(const Run& run, const OfficerRun& officer, Instance gather) {
  const Node& node = run.graph().nodes[gather.node];
  PeerEntry entry;
  const DayRange days = run.card().calendar.days(gather.period);
  entry.on_duty = officer.days().duty_days(days) > 0;  // who is exempt in all of it is nobody's peer
  entry.peer = entry.on_duty;
  if (entry.peer && node.has_where)
    entry.peer = officer.cell(node.inputs[node.inputs.size() - 2], gather.period).value.is_true();
  if (entry.peer) entry.value = officer.cell(node.inputs.back(), gather.period).value;
  return entry;
}

std::optional<std::string> group_key(const ExactContext& context, const std::vector<std::uint32_t>& by, Period period) {
  const DayRange days = context.card.calendar.days(period);
  std::string key;
  for (const std::uint32_t attribute : by) {
    const Value value = attribute_value(context, attribute, days);
    if (!value.present()) return std::nullopt;
    key += plain_text(value);
    key += '\0';  // no text has one
  }
  return key;
}

bool has_all_gathers(const Run& run, const GatherTables& tables) {
  return std::all_of(run.schedule().order().begin(), run.schedule().order().end(), [&](const Instance& instance) {
    return run.graph().nodes[instance.node].op != NodeOp::gather ||
           run.timeline().begins_before_data(instance.period) || tables.contains(instance.node, instance.period);
  });
}

std::shared_ptr<const GatherTables> gathers_among(const Run& run,
                                                  const std::vector<std::shared_ptr<const OfficerRecord>>& officers) {
  const auto tables = std::make_shared<GatherTables>();
  for (std::uint32_t number = 1; number <= run.schedule().stages(); ++number) {
    const Stage stage = open_stage(run, number, 0);
    std::vector<std::vector<PeerEntry>> entries(stage.gathers.size());
    std::vector<std::vector<std::uint32_t>> groups(stage.gathers.size());
    for (std::size_t i = 0; i < officers.size(); ++i) {
      const OfficerRun one(run, i, officers[i], Extent{*tables, number - 1});
      for (std::size_t g = 0; g < stage.gathers.size(); ++g) {
        const DayRange days = run.card().calendar.days(stage.gathers[g].period);
        groups[g].push_back(one.days().present_days(days) > 0 ? 0 : kNoGroup);
        entries[g].push_back(peer_entry(run, one, stage.gathers[g]));
      }
    }
    for (std::size_t g = 0; g < stage.gathers.size(); ++g) {
      const Instance& gather = stage.gathers[g];
      tables->add(gather.node, gather.period,
                  make_gather_table(run.graph().nodes[gather.node], std::move(groups[g]), entries[g],
                                    {run.card().rounding.rounding}));
    }
  }
  return tables;
}

void gather_all(Run& run, const ScoreOptions& options, GatherEntries* entries) {
  const auto tables = std::make_shared<GatherTables>();
  for (std::uint32_t number = 1; number <= run.schedule().stages(); ++number) {
    Stage stage = open_stage(run, number, run.data().officer_count());
    for_each_officer_run(run, Extent{*tables, number - 1}, options, [&](const OfficerRun& officer) {
      const std::size_t i = officer.number();
      const ExactContext context = officer.context(*tables);
      for (GroupColumn& column : stage.columns)
        if (officer.days().present_days(run.card().calendar.days(column.period)) > 0)
          column.keys[i] = group_key(context, column.by, column.period);
      for (std::size_t g = 0; g < stage.gathers.size(); ++g)
        stage.entries[g][i] = peer_entry(run, officer, stage.gathers[g]);
    });
    std::vector<std::vector<std::uint32_t>> numbers;
    for (const GroupColumn& column : stage.columns) numbers.push_back(group_numbers(column.keys));
    for (std::size_t g = 0; g < stage.gathers.size(); ++g) {
      const Instance& gather = stage.gathers[g];
      tables->add(gather.node, gather.period,
                  make_gather_table(run.graph().nodes[gather.node], numbers[stage.column_of[g]], stage.entries[g],
                                    {run.card().rounding.rounding}));
      if (entries) entries->emplace(std::pair(gather.node, gather.period), std::move(stage.entries[g]));
    }
  }
  run.set_gathers(tables);
}

}  // namespace cwp
