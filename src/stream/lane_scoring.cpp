#include "stream/lane_scoring.hpp"

#include <algorithm>
#include <numeric>
#include <thread>

#include "cohort/gather.hpp"
#include "engine/officer_results.hpp"
#include "engine/officer_threads.hpp"
#include "kernel/choose_isa.hpp"
#include "stream/group_sums.hpp"
#include "stream/lane_ranks.hpp"

namespace cwp {
namespace {

/// A figure of each group, as steps of i32 or i64 read it.
template <typename FigureOf>
std::vector<std::int64_t> table_of(std::size_t groups, Lane lane, const FigureOf& figure) {
  std::vector<std::int64_t> table(lane == Lane::i64 ? groups : (groups + kSpareFigures + 1) / 2);
  if (lane == Lane::i64) {
    for (std::size_t g = 0; g < groups; ++g) table[g] = figure(g);
  } else {
    auto* const narrow = reinterpret_cast<std::int32_t*>(table.data());
    for (std::size_t g = 0; g < groups; ++g) narrow[g] = std::int32_t(figure(g));
  }
  return table;
}

}  // namespace

bool LaneScoring::find_model() {
  if (run_.data().columns == nullptr || run_.data().officer_count() == 0 || !run_.data().columns->duty.empty())
    return false;
  // Alone among his peers, he has every figure that they have, if not the same.
  model_gathers_ = gathers_of_one(run_, 0);
  model_ = std::make_unique<OfficerRun>(run_, 0, Extent{*model_gathers_});
  return is_ordinary(run_, *model_);
}

bool LaneScoring::prepare(const ScoreSink& sink) {
  if (!find_model()) return false;
  lanes_ = std::make_unique<ColumnLanes>(run_, *model_);
  program_ = build_lanes(run_.schedule(), model_->context(*model_gathers_), *model_, *lanes_);
  const bool gathers = !program_.gathers.empty();
  const bool may_judge = program_.has_flags || lanes_->has_judges();
  // A judged officer may have row issues: under `strict` they are looked for before anything is handed over.
  if (program_.judged > 0 || (may_judge && (gathers || options_.strict))) return false;
  if (!add_outputs(sink) || !add_rankings() || program_.writer.failed()) return false;
  std::vector<LaneRegister> wanted;
  for (const LaneOutput& output : outputs_)
    if (output.lanes) wanted.push_back(*output.lanes);
  for (const Ranked& ranked : ranked_) wanted.push_back(ranked.lanes);
  pass_ = program_.pass(wanted, program_.has_flags);
  block_ = lanes_in_block(pass_, options_.engine.block);
  tables_.resize(2 * program_.gathers.size());
  return true;
}

bool LaneScoring::add_outputs(const ScoreSink& sink) {
  for (const PublishedGrain& published : run_.published())
    for (std::size_t p = 0; p < published.periods.size(); ++p) {
      for (const Run::Column& column : run_.columns())
        if (sink.wants(column.kind) && !add_output(column, published, p)) return false;
      if (sink.wants(PartKind::total) && !add_output({PartKind::total, 0}, published, p)) return false;
    }
  return true;
}

bool LaneScoring::add_output(const Run::Column& column, const PublishedGrain& published, std::size_t period) {
  LaneOutput output;
  output.node = run_.node_of(column, published.grain);
  output.period = published.periods[period];
  const RoundingRule rule = run_.rounding_of(column, published.grain);
  output.view.id = column.kind == PartKind::total ? std::string_view("total") : run_.id_of(column).value;
  output.view.kind = column.kind;
  output.view.decimals = rule.decimals;
  output.rounding = rule.rounding;
  if (output.node != kNoNode) {
    const LaneProgram::Known& known = program_.known[run_.schedule().slot(output.node, output.period)];
    const Cell& model = model_->cell(output.node, output.period);
    if (known.kind == LaneProgram::Known::Kind::opaque) return false;
    if (known.kind == LaneProgram::Known::Kind::uniform) {
      if (model.facts.counted) {
        const auto shown = model.value.number.rounded(rule.decimals, rule.rounding).to_decimal(rule.decimals);
        if (!shown) return false;
        output.uniform = shown->units;
      }
    } else if (model.facts.counted) {
      LaneMath math(program_.writer);
      const LaneFigure rounded = math.rounded(known.figure, rule.decimals, rule.rounding);
      const std::int64_t power = power_of_ten(rule.decimals);
      if (program_.writer.failed() || rounded.divisor || power % rounded.denominator != 0) return false;
      const LaneRegister units = program_.writer.scale(rounded.number, power / rounded.denominator, 0);
      const auto lane = handed_lane(program_.writer.range(units));
      if (program_.writer.failed() || !lane) return false;
      output.lanes = program_.writer.as(units, *lane);
    }
  }
  outputs_.push_back(std::move(output));
  return true;
}

bool LaneScoring::add_rankings() {
  const Scorecard& card = run_.card();
  for (std::size_t r = 0; r < card.rankings.size(); ++r) {
    const ScoreRanking& ranking = card.rankings[r];
    if (ranking.unit || !run_.standing().wanted[r]) continue;
    const bool veto = std::any_of(card.vetoes.begin(), card.vetoes.end(),
                                  [&](const ScoreVeto& one) { return acts_on(one, ranking); });
    if (ranking.eligible || !ranking.ties.empty() || veto) return false;
    for (const RankedPeriod& at : run_.standing().rankings[r]) {
      if (!at.published) continue;
      const int decimals = run_.rounding_of({PartKind::total, 0}, ranking.grain).decimals;
      const auto ranked = add_ranked(run_.graph().rankings[r].of, at.period, decimals);
      const ColumnLanes::Grouping* grouping = lanes_->grouping(ranking.by);
      if (!ranked || grouping == nullptr) return false;
      orders_.push_back({r, *ranked, grouping});
    }
  }
  return true;
}

std::optional<std::size_t> LaneScoring::add_ranked(NodeId node, Period period, int decimals) {
  for (std::size_t i = 0; i < ranked_.size(); ++i)
    if (ranked_[i].node == node && ranked_[i].period == period) return i;
  const auto& known = program_.known[run_.schedule().slot(node, period)];
  const Value& model = model_->cell(node, period).value;
  LaneWriter& writer = program_.writer;
  LaneFigure figure = known.figure;
  if (known.kind == LaneProgram::Known::Kind::uniform)  // everybody's; where there is none, its lanes are not looked at
    figure = LaneMath(writer).of(model.present() ? model.number : Rational(0));
  else if (known.kind == LaneProgram::Known::Kind::opaque)
    return std::nullopt;
  if (writer.failed() || figure.divisor) return std::nullopt;
  // In units of what is printed, or finer, so that the figures of judged officers are whole, too.
  const std::int64_t power = power_of_ten(decimals);
  Ranked ranked;
  ranked.of_nobody = known.kind == LaneProgram::Known::Kind::uniform && !model.present();
  ranked.node = node;
  ranked.period = period;
  ranked.denominator = std::lcm(figure.denominator, power);
  ranked.decimals = decimals;
  ranked.as_printed = ranked.denominator == power;
  const LaneRegister scaled = writer.scale(figure.number, ranked.denominator / figure.denominator, 0);
  const LaneRange range = writer.range(scaled);
  // A judged officer may have any figure, or none.
  const bool may_judge = ranked.of_nobody || program_.has_flags || lanes_->has_judges();
  const auto lane = may_judge && fits(range, Lane::i64) ? Lane::i64 : handed_lane(range);
  if (writer.failed() || !lane) return std::nullopt;
  ranked.lanes = writer.as(scaled, *lane);
  ranked.figures.make_room(figure_type(*lane), run_.data().officer_count());
  ranked.figures.low = std::int64_t(range.low), ranked.figures.high = std::int64_t(range.high);
  ranked.figures.all_ranked = !may_judge;
  if (ranked.of_nobody) ranked.figures.rank_nobody();
  ranked_.push_back(std::move(ranked));
  return ranked_.size() - 1;
}

/// The tables of all gathers of a stage, out of one pass over the officers.
void LaneScoring::gather(std::uint32_t stage) {
  std::vector<LaneRegister> values;
  std::vector<std::size_t> numbers;
  for (std::size_t g = 0; g < program_.gathers.size(); ++g)
    if (program_.gathers[g].stage == stage) numbers.push_back(g), values.push_back(program_.gathers[g].value);
  const LanePass pass = program_.pass(values, false);
  // Columns that are added up as they lie need no cache, and where groups are cut is looked for once a block.
  constexpr std::size_t kOfColumnsAlone = 1 << 14;
  const std::size_t officers = run_.data().officer_count();
  const std::size_t lanes =
      pass.steps.empty() && options_.engine.block == 0 ? kOfColumnsAlone : lanes_in_block(pass, options_.engine.block);
  std::vector<std::vector<GroupSums>> parts(threads());
  for_each_officer(threads(), options_.threads, [&](std::size_t thread) {
    std::vector<GroupSums>& sums = parts[thread];
    for (const std::size_t g : numbers) {
      const LaneGather& one = program_.gathers[g];
      sums.emplace_back(one.kind, lanes_->grouping(run_.graph().nodes[one.instance.node].by)->groups(),
                        group_sums_for(options_.engine.isa));
    }
    LaneBlock block(program_, pass, tables_, lanes, lanes_for(options_.engine.isa));
    // Contiguous shares, so that few groups are in two of them.
    for (std::size_t first = officers * thread / threads(), end = officers * (thread + 1) / threads(); first < end;
         first += lanes) {
      const std::size_t count = std::min(lanes, end - first);
      block.run(first, count);
      for (std::size_t k = 0; k < numbers.size(); ++k) {
        const LaneGather& one = program_.gathers[numbers[k]];
        const ColumnLanes::Grouping& grouping = *lanes_->grouping(run_.graph().nodes[one.instance.node].by);
        const std::int32_t* const groups = grouping.numbers == nullptr ? nullptr : grouping.numbers + first;
        if (const auto value = program_.writer.constant_of(one.value))
          sums[k].add_constant(std::int64_t(*value), groups, count);
        else if (grouping.side_by_side)
          sums[k].add_in_order(program_.writer.info(one.value).lane, block.registers()[one.value], grouping.begins,
                               first, count);
        else
          sums[k].add(program_.writer.info(one.value).lane, block.registers()[one.value], groups, count);
      }
    }
  });
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    const LaneGather& one = program_.gathers[numbers[k]];
    GroupSums& sums = parts[0][k];
    for (std::size_t t = 1; t < parts.size(); ++t) sums.merge(parts[t][k]);
    const ColumnLanes::Grouping& grouping = *lanes_->grouping(run_.graph().nodes[one.instance.node].by);
    tables_[2 * numbers[k]] = table_of(grouping.groups(), one.lane, [&](std::size_t g) { return sums.figure(g); });
    if (!one.divides) continue;
    tables_[2 * numbers[k] + 1] = table_of(grouping.groups(), one.lane, [&](std::size_t g) {
      return std::max<std::int64_t>(grouping.size(g), 1);  // nobody looks at an empty group
    });
  }
}

void LaneScoring::gather() {
  for (std::uint32_t stage = 1; stage <= run_.schedule().stages(); ++stage) gather(stage);
}

void LaneScoring::run(ScoreSink& sink) {
  for_each_officer(threads(), options_.threads, [&](std::size_t thread) { run_blocks(thread, sink); });
}

void LaneScoring::run_blocks(std::size_t thread, ScoreSink& sink) {
  LaneBlock block(program_, pass_, tables_, block_, lanes_for(options_.engine.isa));
  const std::size_t officers = run_.data().officer_count(), blocks = (officers + block_ - 1) / block_;
  const bool in_order = sink.in_order() && threads() > 1;
  BlockDelivery delivery(run_, outputs_, program_, block_);
  for (std::size_t b = thread; b < blocks; b += threads()) {
    const std::size_t first = b * block_, count = std::min(block_, officers - first);
    block.run(first, count);
    while (in_order && turn_.load(std::memory_order_acquire) != b) {
      if (stopped_) return;
      std::this_thread::yield();
    }
    try {
      deliver(sink, first, count, block, delivery);
    } catch (...) {
      stopped_ = true;
      throw;
    }
    if (in_order) turn_.store(b + 1, std::memory_order_release);
  }
}

void LaneScoring::deliver(ScoreSink& sink, std::size_t first, std::size_t count, const LaneBlock& block,
                          BlockDelivery& delivery) {
  delivery.take(block, first, count);
  for (Ranked& ranked : ranked_)
    if (!ranked.of_nobody) ranked.figures.put(first, units_of(program_, block, ranked.lanes, count));
  if (program_.has_flags || lanes_->has_judges()) {
    std::vector<std::vector<std::int64_t>>* mended = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
      if (!lanes_->is_judged(first + i) && !(program_.has_flags && block.flags()[i] != 0)) continue;
      if (mended == nullptr) mended = &delivery.mended();
      judge(first + i, i, *mended);
    }
  }
  delivery.hand_over(sink);
}

/// An officer out of the ordinary, by the exact evaluator.
void LaneScoring::judge(std::size_t officer, std::size_t lane, std::vector<std::vector<std::int64_t>>& mended) {
  judged_.fetch_add(1, std::memory_order_relaxed);
  const OfficerRun exact(run_, officer);
  for (std::size_t o = 0; o < outputs_.size(); ++o) {
    const LaneOutput& output = outputs_[o];
    mended[o][lane] = kNoFigure;
    if (output.node == kNoNode) continue;
    const Cell& cell = exact.cell(output.node, output.period);
    if (!cell.facts.counted) continue;
    const auto shown =
        cell.value.number.rounded(output.view.decimals, output.rounding).to_decimal(output.view.decimals);
    if (shown) mended[o][lane] = shown->units;
  }
  if (auto issues = collect_results(run_, exact).issues; !issues.empty()) {
    const std::lock_guard lock(issues_lock_);
    issues_.emplace(officer, std::move(issues));
  }
  for (Ranked& ranked : ranked_) {
    const Value& value = exact.cell(ranked.node, ranked.period).value;
    const auto whole = (value.number * Rational(ranked.denominator)).to_int64();
    ranked.figures.put(officer, value.present() && whole ? *whole : RankedLanes::kUnranked);
    if (value.present() && !whole) between_units_ = true;
  }
}

void LaneScoring::rank(const Order& order, std::span<std::uint32_t> ranks) const {
  const ScoreRanking& ranking = run_.card().rankings[order.ranking];
  LaneRanking how;
  how.method = ranking.written->method;
  how.ascending = ranking.written->ascending;
  how.rank_groups = group_ranks_for(options_.engine.isa);
  if (!ranking.by.empty()) {
    how.groups = order.grouping->numbers;
    how.begins = order.grouping->begins;
    how.side_by_side = order.grouping->side_by_side;
  }
  rank_lanes(ranked_[order.ranked].figures, how, ranks);
}

bool LaneScoring::rank(ScoreSink& sink) const {
  if (between_units_) return false;
  const std::size_t officers = run_.data().officer_count();
  ColumnMemory memory;
  std::vector<std::span<std::uint32_t>> own(threads()), ranks(threads());
  // A ranking a thread, and handed over in their order before the next ones begin.
  for (std::size_t first = 0; first < orders_.size(); first += threads()) {
    const std::size_t count = std::min(threads(), orders_.size() - first);
    for (std::size_t k = 0; k < count; ++k) {
      const Order& order = orders_[first + k];
      ranks[k] = sink.room_for_ranks(run_.card().rankings[order.ranking].written->id.value,
                                     ranked_[order.ranked].period, officers);
      if (ranks[k].size() == officers) continue;
      if (own[k].empty())
        own[k] = {reinterpret_cast<std::uint32_t*>(memory.take(officers * sizeof(std::uint32_t))), officers};
      ranks[k] = own[k];
    }
    for_each_officer(count, options_.threads, [&](std::size_t k) { rank(orders_[first + k], ranks[k]); });
    for (std::size_t k = 0; k < count; ++k) {
      const Order& order = orders_[first + k];
      const Ranking& written = *run_.card().rankings[order.ranking].written;
      RankColumn column;
      column.ranking = written.id.value;
      column.period = ranked_[order.ranked].period;
      column.decimals = written.method == RankMethod::fractional ? 1 : 0;
      column.ranks = ranks[k];
      sink.ranks(column);
    }
  }
  return true;
}

bool LaneScoring::prints_all() const {
  constexpr Wide kMost = 999'999'999'999'999'999;
  const auto prints = [&](const LaneOutput& output) {
    if (!output.lanes) return true;
    const LaneRange range = program_.writer.range(*output.lanes);
    return -kMost <= range.low && range.high <= kMost;
  };
  return std::all_of(outputs_.begin(), outputs_.end(), prints) &&
         std::all_of(ranked_.begin(), ranked_.end(),
                     [](const Ranked& ranked) { return ranked.as_printed && !ranked.of_nobody; });
}

LaneScoring::RankedFigures LaneScoring::ranked(std::size_t ranking, Period period) const {
  const auto order = std::find_if(orders_.begin(), orders_.end(), [&](const Order& one) {
    return one.ranking == ranking && ranked_[one.ranked].period == period;
  });
  const Ranked& ranked = ranked_.at(order->ranked);
  RankedFigures figures;
  figures.units = ranked.figures.values();
  figures.low = ranked.figures.low;
  figures.high = ranked.figures.high;
  figures.decimals = ranked.decimals;
  figures.grouping = order->grouping;
  return figures;
}

void LaneScoring::report_steps(EngineReport& report) const {
  for (const LaneStep& step : pass_.steps) ++report.steps_of_lane[std::size_t(step.lane)];
  for (const LaneProgram::Known& known : program_.known) {
    if (known.kind == LaneProgram::Known::Kind::lanes) ++report.instances_in_lanes;
    if (known.kind == LaneProgram::Known::Kind::uniform) ++report.instances_uniform;
  }
}

ScoringReport LaneScoring::report() const {
  ScoringReport report;
  report.officers = run_.data().officer_count();
  report.judged = judged_;
  report.steps = pass_.steps.size();
  report.block = block_;
  report.bytes_live = pass_.bytes_per_lane;
  report.issues = run_.data().issues;
  for (const auto& [officer, issues] : issues_) report.issues.insert(report.issues.end(), issues.begin(), issues.end());
  return report;
}

}  // namespace cwp
