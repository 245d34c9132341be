#include "stream/lane_scoring.hpp"

#include <algorithm>
#include <numeric>
#include <thread>

#include "engine/officer_results.hpp"
#include "engine/officer_threads.hpp"
#include "engine/stopwatch.hpp"
#include "kernel/around_caches.hpp"
#include "kernel/choose_isa.hpp"

namespace cwp {
namespace {

constexpr std::int64_t kMostUnits = 999'999'999'999'999'999;  // that are printed

}  // namespace

bool LaneScoring::prepare(const ScoreSink& sink) {
  if (run_.data().columns == nullptr || run_.data().officer_count() == 0) return false;
  ranked_.clear();
  orders_.clear();
  knows_flagged_ = false;
  classes_.emplace(run_, options_.engine.least_in_cohort);
  shared_.emplace(*run_.data().columns);
  models_.emplace(run_, *classes_);
  ProgramMaking making(run_, options_, *classes_, *shared_, *models_, by_judged_);
  if (models_->of(0) == nullptr || !making.make(programs_)) return false;
  if (run_.schedule().stages() > 0 && cwp::has_flags(programs_)) {
    if (!making.judge_flagged(programs_)) return false;
    knows_flagged_ = true;
  }
  gathers_.emplace(run_, options_, *classes_, *shared_);
  if (!gathers_->prepare(*models_, programs_)) return false;
  const bool is_soon = soon_ == Soon::one_thread && !may_judge();
  options_.threads = is_soon && are_soon_done(programs_, run_.data().officer_count()) ? 1 : threads_;
  // A judged officer may have row issues: under `strict` they are looked for before anything is handed over.
  if (may_judge() && options_.strict) return false;
  for (const auto& program : programs_)
    if (program && !program->add_outputs(sink)) return false;
  if (!add_rankings()) return false;
  for (const auto& program : programs_) {
    if (!program) continue;
    if (program->program().writer.failed()) return false;
    program->finish(!knows_flagged_);
  }
  block_ = lanes_in_block(programs_, options_.engine);
  return true;
}

bool LaneScoring::make(const ScoreSink& sink) {
  Stopwatch watch;
  bool is_prepared = prepare(sink);
  bind_ += watch.lap();
  bool is_gathered = is_prepared && gather();
  gather_ += watch.lap();
  // Each time it learns of a stage of aggregates.
  for (std::uint32_t stage = 0; stage < run_.schedule().stages() && is_prepared && !is_gathered; ++stage) {
    is_prepared = learns() && prepare(sink);
    bind_ += watch.lap();
    is_gathered = is_prepared && gather();
    gather_ += watch.lap();
  }
  if (is_gathered) keep_forms(programs_);
  return is_gathered;
}

bool LaneScoring::learns() {
  bool learns = false;
  for (const auto& [gather, brought] : gathers_->lacking()) {
    const auto known = by_judged_.find(gather);
    learns = learns || known == by_judged_.end() || known->second != brought;
    by_judged_.insert_or_assign(gather, brought);
  }
  return learns;
}

bool LaneScoring::has_flags() const { return !knows_flagged_ && cwp::has_flags(programs_); }
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
      const SharedColumns::Grouping* grouping = shared_->grouping(ranking.by);
      if (!ranked || grouping == nullptr) return false;
      orders_.push_back({r, *ranked, grouping});
    }
  }
  return true;
}

std::optional<std::size_t> LaneScoring::add_ranked(NodeId node, Period period, int decimals) {
  for (std::size_t i = 0; i < ranked_.size(); ++i)
    if (ranked_[i].node == node && ranked_[i].period == period) return i;
  // In units of what is printed, or finer, so that the figures of judged officers are whole, too.
  const std::int64_t power = power_of_ten(decimals);
  Ranked ranked;
  ranked.node = node;
  ranked.period = period;
  ranked.decimals = decimals;
  ranked.denominator = power;
  for (const auto& program : programs_) {
    if (!program) continue;
    const auto own = program->denominator(node, period);
    if (!own) return std::nullopt;
    ranked.denominator = std::lcm(ranked.denominator, *own);
    if (ranked.denominator > kLargestDenominator) return std::nullopt;
  }
  ranked.as_printed = ranked.denominator == power;
  ranked.figures.all_ranked = !may_judge();
  std::optional<LaneRange> range;
  for (const auto& program : programs_) {
    if (!program) continue;
    const auto own = program->add_ranked(node, period, ranked.denominator);
    if (!own) return std::nullopt;
    if (own->of_nobody) ranked.figures.all_ranked = false;
    if (!range) range = own->range;
    range = LaneRange{std::min(range->low, own->range.low), std::max(range->high, own->range.high)};
  }
  // A judged officer may have any figure; else there is room for nobody's below them.
  std::optional<Lane> lane = handed_lane(*range);
  if (may_judge())
    lane = fits(*range, Lane::i64) ? std::optional(Lane::i64) : std::nullopt;
  else if (!ranked.figures.all_ranked)
    lane = handed_lane({range->low - 1, range->high});
  if (lane && *lane != Lane::i64) ranked.figures.unranked = std::int64_t(range->low) - 1;
  if (!lane) return std::nullopt;
  for (const auto& program : programs_)
    if (program) program->rank_as(ranked_.size(), *lane);
  ranked.figures.make_room(figure_type(*lane), run_.data().officer_count());
  ranked.figures.low = std::int64_t(range->low), ranked.figures.high = std::int64_t(range->high);
  ranked_.push_back(std::move(ranked));
  return ranked_.size() - 1;
}

/// What one thread runs blocks with.
class LaneScoring::Blocks {
 public:
  explicit Blocks(LaneScoring& all) : all_(all) {
    for (const auto& program : all.programs_) {
      auto& one = of_.emplace_back();
      if (program)
        one = std::make_unique<OfClass>(program->block(program->pass(), all.block_, all.options_.engine.isa),
                                        BlockDelivery(all.run_, program->outputs(), program->program(), all.block_));
    }
  }

  /// Scores the officers of a block; what it returns is to be handed over.
  const BlockDelivery& score(std::size_t first, std::size_t count) {
    const LaneClasses& classes = *all_.classes_;
    const LaneClasses::Mix mix = classes.mix(first, count);
    const std::uint8_t* const numbers = classes.all_alike() ? nullptr : classes.numbers() + first;
    // Where all are judged, what the largest class would have is put right.
    OfClass& most = *of_[mix.count == 0 ? 0 : mix.numbers[0]];
    if (mix.count == 0) take(0, first, count, nullptr);
    for (const LaneClasses::Number c : mix.classes()) take(c, first, count, mix.is_pure() ? nullptr : numbers);
    for (const LaneClasses::Number c : mix.classes())
      if (of_[c].get() != &most) most.delivery.mend(of_[c]->delivery, numbers, c);
    if (mix.judged || all_.has_flags())
      for (std::size_t i = 0; i < count; ++i)
        if (is_judged(classes.of(first + i), i)) all_.judge(first + i, i, most.delivery.mended());
    return most.delivery;
  }

 private:
  struct OfClass {
    std::unique_ptr<LaneBlock> block;
    BlockDelivery delivery;
    OfClass(std::unique_ptr<LaneBlock> one, BlockDelivery other) : block(std::move(one)), delivery(std::move(other)) {}
  };

  void take(LaneClasses::Number c, std::size_t first, std::size_t count, const std::uint8_t* numbers) {
    const ClassProgram& program = *all_.programs_[c];
    OfClass& own = *of_[c];
    own.block->run(first, count);
    own.delivery.take(*own.block, first, count);
    for (std::size_t r = 0; r < all_.ranked_.size(); ++r) {
      const ClassProgram::Ranked& ranked = program.ranked()[r];
      const FigureUnits units = units_of(program.program(), *own.block, ranked.lanes, count);
      all_.ranked_[r].figures.put(first, count, ranked.of_nobody ? nullptr : &units, numbers, c);
    }
  }
  bool is_judged(LaneClasses::Number c, std::size_t lane) const {
    return c == LaneClasses::kJudged ||
           (!all_.knows_flagged_ && all_.programs_[c]->program().has_flags && of_[c]->block->flags()[lane] != 0);
  }

  LaneScoring& all_;
  std::vector<std::unique_ptr<OfClass>> of_;  ///< by class
};

void LaneScoring::run(ScoreSink& sink) {
  for_each_officer(threads(), options_.threads, [&](std::size_t) { run_blocks(sink); });
}

void LaneScoring::run_blocks(ScoreSink& sink) {
  try {
    Blocks mine(*this);
    const std::size_t officers = run_.data().officer_count(), blocks = (officers + block_ - 1) / block_;
    const bool in_order = sink.in_order() && threads() > 1;
    // Neighbouring blocks, since the next one's columns are fetched while one is scored, but no more than a sink can
    // hold until those before them are there; one where they are wanted in order.
    constexpr std::size_t kHeld = std::size_t{1} << 22, kNeighbours = 64;
    const std::size_t figures = block_ * std::max<std::size_t>(programs_[0]->outputs().size(), 1);
    const std::size_t neighbours = std::min({kHeld / figures, blocks / threads(), kNeighbours});
    const std::size_t at_once = in_order || neighbours == 0 ? 1 : neighbours;
    // Whoever is free takes the next ones: nobody waits for a turn of a block that no thread has taken.
    for (std::size_t begin = taken_.fetch_add(at_once); begin < blocks; begin = taken_.fetch_add(at_once))
      for (std::size_t b = begin; b < std::min(begin + at_once, blocks); ++b) {
        const std::size_t first = b * block_;
        const BlockDelivery& scored = mine.score(first, std::min(block_, officers - first));
        while (in_order && turn_.load(std::memory_order_acquire) != b) {
          if (stopped_) return;
          std::this_thread::yield();
        }
        scored.hand_over(sink);
        if (in_order) turn_.store(b + 1, std::memory_order_release);
      }
    end_around_caches();  // of what the sink copied
  } catch (...) {
    stopped_ = true;  // nobody waits for a turn that does not come
    throw;
  }
}

/// An officer out of the ordinary, by the exact evaluator.
void LaneScoring::judge(std::size_t officer, std::size_t lane, std::vector<std::vector<std::int64_t>>& mended) {
  judged_.fetch_add(1, std::memory_order_relaxed);
  const std::vector<std::uint32_t>& known = gathers_->judged();
  const auto found = std::lower_bound(known.begin(), known.end(), officer);
  const bool is_known = found != known.end() && *found == officer;
  const std::size_t number = is_known ? std::size_t(found - known.begin()) : known.size();
  const OfficerRun exact(run_, number, run_.data().officer(officer), Extent{gathers_->tables()});
  const std::vector<LaneOutput>& outputs = programs_[0]->outputs();
  for (std::size_t o = 0; o < outputs.size(); ++o) {
    const LaneOutput& output = outputs[o];
    mended[o][lane] = kNoFigure;
    if (output.node == kNoNode) continue;
    const Cell& cell = exact.cell(output.node, output.period);
    if (!cell.facts.counted) continue;
    const auto shown =
        cell.value.number.rounded(output.view.decimals, output.rounding).to_decimal(output.view.decimals);
    if (shown) mended[o][lane] = shown->units;
  }
  OfficerResults results = collect_results(run_, exact);
  if (!own_facts_.empty()) {
    AllFacts facts;
    for (std::size_t g = 0; g < run_.published().size(); ++g) {
      const std::vector<Period>& periods = run_.published()[g].periods;
      auto& of_grain = facts.emplace_back(periods.size());
      for (const ScoreRow& row : results.rows[g])
        of_grain[std::size_t(std::lower_bound(periods.begin(), periods.end(), row.period) - periods.begin())] = {
            true, row.state, row.total().reachable, row.total().coverage};
    }
    own_facts_[officer] = std::make_unique<const AllFacts>(std::move(facts));
  }
  if (!results.issues.empty()) {
    const std::lock_guard lock(issues_lock_);
    issues_.emplace(officer, std::move(results.issues));
  }
  for (Ranked& ranked : ranked_) {
    const Value& value = exact.cell(ranked.node, ranked.period).value;
    const auto whole = (value.number * Rational(ranked.denominator)).to_int64();
    ranked.figures.put(officer, value.present() && whole ? *whole : RankedLanes::kUnranked);
    if (value.present() && (!whole || *whole < -kMostUnits || kMostUnits < *whole)) between_units_ = true;
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
  const auto prints = [](const auto& program) {
    return !program || std::all_of(program->outputs().begin(), program->outputs().end(), [&](const LaneOutput& output) {
      if (!output.lanes) return true;
      const LaneRange range = program->program().writer.range(*output.lanes);
      return -kMostUnits <= range.low && range.high <= kMostUnits;
    });
  };
  return std::all_of(programs_.begin(), programs_.end(), prints) &&
         std::all_of(ranked_.begin(), ranked_.end(), [](const Ranked& ranked) { return ranked.as_printed; });
}

LaneScoring::AllFacts LaneScoring::facts_of(LaneClasses::Number number) const {
  AllFacts facts;
  const OfficerRun* const model = models_->of(number);
  const Run::Column total{PartKind::total, 0};
  for (const PublishedGrain& published : run_.published()) {
    auto& of_grain = facts.emplace_back();
    for (std::size_t p = 0; p < published.periods.size(); ++p) {
      RowFacts& one = of_grain.emplace_back();
      const Period period = published.periods[p];
      if (model == nullptr || model->days().present_days(run_.card().calendar.days(period)) == 0) continue;
      one.is_there = true;
      if (published.provisional[p]) one.state = State::provisional;
      const Cell& cell = model->cell(run_.node_of(total, period.grain), period);
      const int decimals = run_.rounding_of(total, period.grain).decimals;
      const auto shown = [](const Rational& value, int places) {
        return value.rounded(places, Rounding::half_up).to_decimal(places);
      };
      if (cell.facts.has_full) one.reachable = shown(cell.facts.reachable, decimals);
      if (cell.facts.coverage) one.coverage = shown(*cell.facts.coverage, 4);
    }
  }
  return facts;
}

void LaneScoring::keep_facts() { own_facts_.resize(may_judge() ? run_.data().officer_count() : 0); }

LaneScoring::RankedFigures LaneScoring::ranked(std::size_t ranking, Period period) const {
  const auto order = std::find_if(orders_.begin(), orders_.end(), [&](const Order& one) {
    return one.ranking == ranking && ranked_[one.ranked].period == period;
  });
  const Ranked& ranked = ranked_.at(order->ranked);
  RankedFigures figures;
  figures.units = ranked.figures.values();
  figures.unranked = ranked.figures.unranked, figures.all_ranked = ranked.figures.all_ranked;
  figures.low = ranked.figures.low, figures.high = ranked.figures.high;
  figures.decimals = ranked.decimals;
  figures.grouping = order->grouping;
  return figures;
}

void LaneScoring::report_steps(EngineReport& report) const {
  for (const auto& program : programs_) {
    if (!program) continue;
    for (const LaneStep& step : program->pass().steps) ++report.steps_of_lane[std::size_t(step.lane)];
    for (const LaneProgram::Known& known : program->program().known) {
      if (known.kind == LaneProgram::Known::Kind::lanes) ++report.instances_in_lanes;
      if (known.kind == LaneProgram::Known::Kind::uniform) ++report.instances_uniform;
    }
  }
}

ScoringReport LaneScoring::report() const {
  ScoringReport report;
  report.officers = run_.data().officer_count();
  report.judged = judged_, report.block = block_;
  for (const auto& program : programs_) {
    if (!program) continue;
    report.steps += program->pass().steps.size();
    report.bytes_live = std::max(report.bytes_live, program->pass().bytes_per_lane);
  }
  report.issues = run_.data().issues;
  for (const auto& [officer, issues] : issues_) report.issues.insert(report.issues.end(), issues.begin(), issues.end());
  return report;
}

}  // namespace cwp
