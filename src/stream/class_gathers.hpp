#pragma once
// ClassGathers: the aggregates across officers of all classes: what each class brings out of its lanes, what the judged
// bring by the exact evaluator; and the tables that programs and judged officers read.

#include "cohort/class_models.hpp"
#include "stream/class_program.hpp"
#include "stream/class_sums.hpp"

namespace cwp {

class ClassGathers {
 public:
  ClassGathers(const Run& run, const ScoreOptions& options, LaneClasses& classes, SharedColumns& shared)
      : run_(run), options_(options), classes_(classes), shared_(shared) {}

  /// Whether the programs agree on what is brought; if not, `brought` says what they are to be made anew with, in one
  /// stage more than before.
  /// `by_judged`: what `lacking` said before.
  static bool agree(const Run& run, const ClassPrograms& programs, const BroughtByAll& by_judged,
                    BroughtByAll& brought);

  /// Finds out who brings and who reads what; guests in whose groups nobody brings anything are judged from now on.
  /// False where lanes lack what somebody brings or reads.
  bool prepare(const ClassModels& models, ClassPrograms& programs);
  /// Makes all tables. False where what a judged officer brings is no multiple of the lanes' unit, or makes more than
  /// they were proved for.
  bool make();
  /// Then: what judged officers bring to these gathers, for programs that are made anew. Empty: it fits none.
  const BroughtByAll& lacking() const { return lacking_; }

  /// The officers that are known before anything runs, ascending, as the tables number them.
  const std::vector<std::uint32_t>& judged() const { return judged_; }
  /// For judged officers; number judged().size() is of no group: anybody, where nobody is anybody's peer.
  const GatherTables& tables() const { return tables_; }

 private:
  /// The figure of a group in the making.
  struct Group {
    Wide figure = 0;
    std::int64_t brought = 0, peers = 0;
    bool all_exempt = true;
  };
  using Counts = std::vector<std::vector<std::uint32_t>>;  ///< by class and group: officers who are not judged

  const Counts& counts(const SharedColumns::Grouping& grouping);
  bool add_gather(const ClassModels& models, const ClassPrograms& programs, Instance instance, std::uint32_t stage);
  bool judge_lonely_guests();
  std::vector<Group> groups(const ClassGather& gather, const GroupSums& sums);
  /// What judged officers bring to a gather.
  struct OfJudged {
    std::vector<LaneSummands> brought;  ///< hulls, one a denominator
    bool fits = true;                   ///< the lanes' unit
  };
  static void add_judged(const ClassGather& gather, const PeerEntry& entry, Group& group, OfJudged& all);
  bool add_judged(std::uint32_t stage, const std::vector<std::size_t>& numbers,
                  std::vector<std::vector<Group>>& groups);
  using TableMakers = std::vector<std::function<void()>>;  ///< each may run in a thread of its own
  template <typename FigureOf, typename BroughtOf>
  void add_tables(const ClassGather& gather, const FigureOf& figure, const BroughtOf& brought, TableMakers& makers);
  void add_table(const ClassGather& gather, const std::vector<Group>& groups);
  bool make(std::uint32_t stage);

  const Run& run_;
  const ScoreOptions& options_;
  LaneClasses& classes_;
  SharedColumns& shared_;
  ClassPrograms* programs_ = nullptr;
  std::vector<ClassGather> gathers_;
  std::map<const SharedColumns::Grouping*, Counts> counts_;
  std::vector<std::uint32_t> judged_;
  GatherTables tables_;
  BroughtByAll lacking_;
};

}  // namespace cwp
