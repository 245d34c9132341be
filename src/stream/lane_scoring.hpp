#pragma once
// LaneScoring: all officers of a Dataset of columns, each class of them through its program: a pass for each stage of
// gathers, then one for the figures themselves, in which what the programs of several classes made of a block is put
// together, and officers out of the ordinary are judged one by one.

#include <atomic>
#include <map>
#include <mutex>

#include "stream/lane_ranks.hpp"
#include "stream/program_making.hpp"

namespace cwp {

class LaneScoring {
 public:
  /// What is soon done may be done in one thread: where a sink takes longer than the lanes it had better not.
  enum class Soon : std::uint8_t { all_threads, one_thread };
  LaneScoring(const Run& run, const ScoreOptions& options, Soon soon = Soon::all_threads)
      : run_(run), options_(options), threads_(options.threads), soon_(soon) {}

  /// Builds the programs and makes the tables of all gathers, as often as it learns something; false where lanes cannot
  /// do all that is asked for.
  bool make(const ScoreSink& sink);
  /// Seconds of the latter, by part.
  double bind() const { return bind_; }
  double gather_time() const { return gather_; }
  /// The first step of it: builds the programs.
  bool prepare(const ScoreSink& sink);
  /// Makes the tables of all gathers. Behind `prepare`. False where a judged officer brings what lanes cannot take:
  /// then nothing may be called but `prepare`, once more and with this in mind, if `learns`.
  bool gather() { return gathers_->make(); }
  bool learns();
  /// Runs the programs; then every block has gone to the sink.
  void run(ScoreSink& sink);
  /// Hands over the ranks. Behind `run`. False where a judged officer's figure is no multiple of the lanes' unit: then
  /// nothing was handed over.
  bool rank(ScoreSink& sink) const;
  ScoringReport report() const;

  // Behind `prepare`.
  /// What stands beside an officer's figures in his row of a table. Of a class it is the same for all.
  struct RowFacts {
    bool is_there = false;  ///< else he has no row
    State state = State::final;
    std::optional<Decimal> reachable, coverage;
  };
  /// By position in Run::published(), by period.
  using AllFacts = std::vector<std::vector<RowFacts>>;
  /// Of the officers of a class.
  AllFacts facts_of(LaneClasses::Number number) const;
  /// Of an officer who was judged, behind his block, where `keep_facts` was called before `run`; else null.
  const AllFacts* own_facts(std::size_t officer) const {
    return own_facts_.empty() ? nullptr : own_facts_[officer].get();
  }
  void keep_facts();
  /// Whether somebody may have such.
  bool keeps_facts() const { return !own_facts_.empty(); }
  const LaneClasses& classes() const { return *classes_; }
  std::size_t block() const { return block_; }
  /// Whether every figure has at most 18 digits, and what is ranked is printed as it is.
  bool prints_all() const;
  /// What is ranked, behind `run`: by officer, in units of the last place that is printed; and the groups.
  struct RankedFigures {
    FigureUnits units;
    std::int64_t low = 0, high = 0;  ///< but for judged officers'
    std::int64_t unranked = 0;       ///< what somebody has who has no figure
    bool all_ranked = true;
    int decimals = 0;
    const SharedColumns::Grouping* grouping = nullptr;
  };
  RankedFigures ranked(std::size_t ranking, Period period) const;
  /// Adds the lanes of the steps, and which instances they stand for.
  void report_steps(EngineReport& report) const;

 private:
  /// A figure that is ranked, of all officers.
  struct Ranked {
    NodeId node = kNoNode;
    Period period;
    std::int64_t denominator = 1;
    RankedLanes figures;
    int decimals = 0;
    bool as_printed = true;  ///< a unit is one of the last place
  };
  struct Order {
    std::size_t ranking = 0, ranked = 0;
    const SharedColumns::Grouping* grouping = nullptr;
  };
  class Blocks;

  bool has_flags() const;
  bool may_judge() const { return classes_->has_judged() || has_flags(); }
  bool add_rankings();
  std::optional<std::size_t> add_ranked(NodeId node, Period period, int decimals);
  void run_blocks(ScoreSink& sink);
  void judge(std::size_t officer, std::size_t lane, std::vector<std::vector<std::int64_t>>& mended);
  void rank(const Order& order, std::span<std::uint32_t> ranks) const;
  std::size_t threads() const { return std::size_t(std::max(options_.threads, 1)); }

  const Run& run_;
  ScoreOptions options_;  ///< with as many threads as are worth it
  int threads_;           ///< that may be had
  Soon soon_;
  std::optional<LaneClasses> classes_;
  std::optional<SharedColumns> shared_;
  std::optional<ClassModels> models_;
  BroughtByAll by_judged_;
  ClassPrograms programs_;
  bool knows_flagged_ = false;  ///< whom lanes flag is among the judged
  std::optional<ClassGathers> gathers_;
  std::vector<Ranked> ranked_;
  std::vector<Order> orders_;
  std::size_t block_ = 0;
  double bind_ = 0, gather_ = 0;
  std::vector<std::unique_ptr<const AllFacts>> own_facts_;  ///< by officer, where they are kept
  std::atomic<std::size_t> judged_ = 0;
  std::atomic<bool> between_units_ = false;
  std::map<std::size_t, std::vector<RowIssue>> issues_;  ///< that arose in judging, by officer
  std::mutex issues_lock_;
  std::atomic<std::size_t> taken_ = 0;  ///< blocks that some thread has taken
  std::atomic<std::size_t> turn_ = 0;   ///< the block whose turn it is, of a sink in order
  std::atomic<bool> stopped_ = false;   ///< a sink threw: nobody waits for its turn any more
};

}  // namespace cwp
