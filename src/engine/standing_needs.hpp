#pragma once
// StandingNeeds: what rankings, grades, awards and promises need of every officer: which periods, published or looked
// back at, and which values for formulas that can be finished only when ranks are known.

#include <functional>
#include <vector>

#include "graph/node.hpp"
#include "graph/timeline.hpp"
#include "graph/unroll.hpp"

namespace cwp {

/// The published periods of one grain, ascending.
struct PublishedGrain {
  Grain grain = Grain::month;
  std::vector<Period> periods;
  std::vector<bool> provisional;
};

/// A period for which a ranking is made; one that is not published is looked back at by an award.
struct RankedPeriod {
  Period period;
  bool published = true;
  bool complete = true;
};

struct StandingNeeds {
  std::vector<std::vector<RankedPeriod>> rankings;  ///< by ranking, ascending; empty: not asked for
  /// By ranking, ascending: the nodes whose values its grades and awards are computed from when ranks are known.
  std::vector<std::vector<NodeId>> leaves;
  std::vector<bool> wanted;                   ///< by ranking: its grain is asked for
  std::vector<std::vector<Period>> promises;  ///< by expectation, ascending

  StandingNeeds() = default;
  /// `published_of` gives the published periods of a grain, or nothing where it is not asked for. Without `awards` no
  /// period is ranked for awards alone.
  StandingNeeds(const Graph& graph, const Scorecard& card, const Timeline& timeline,
                const std::function<std::optional<PublishedGrain>(Grain)>& published_of, bool awards = true);

  /// The nodes of which an entry of the ranking is made.
  std::vector<NodeId> nodes(const Graph& graph, const Scorecard& card, std::size_t ranking) const;
  /// Everything that must be evaluated for them.
  void add_roots(const Graph& graph, const Scorecard& card, std::vector<Instance>& roots) const;
};

/// True when an assessment of `grain` waits for the last day of every week that belongs to it.
bool waits_for_weeks(const Scorecard& card, Grain grain);

/// True when the veto does something to those ranked in the periods of `ranking`.
bool acts_on(const ScoreVeto& veto, const ScoreRanking& ranking);

}  // namespace cwp
