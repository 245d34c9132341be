#pragma once
// Graph: the evaluation DAG. A node is an operator at a grain; equal sub-formulas are one node.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/scorecard.hpp"

namespace cwp {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFF;

/// What a node computes. The first five ask the data and have no inputs.
enum class NodeOp : std::uint8_t {
  constant,
  metric,
  parameter,
  attribute,
  place,
  call,         ///< function on inputs, same period
  fold,         ///< aggregate over the inner periods of the last input
  lag,          ///< the only input in an earlier period
  gather,       ///< aggregate of the last input over the officer's peers
  rank,         ///< the officer's rank in a ranking; known only behind the rankings
  grade,        ///< the id of his level in a grade set; known only behind the grades
  item,         ///< an item in its own grain
  rolled_item,  ///< an item rolled up to a longer grain
  category,
  total,
  adjustment,         ///< its amount in its own grain, after its cap
  rolled_adjustment,  ///< in a longer grain
  veto,               ///< whether it is in force in a period of its own grain
};

/// Whose value it is. Gathers over a group or all officers join here.
enum class Subject : std::uint8_t { officer };

/// The inputs of an item and a rolled item by role; kNoNode where there is none.
/// kPeers is the mean of the peers' points, for `if_missing: peers`. Vetoes follow.
enum ItemInput : std::uint8_t { kPoints, kFull, kMin, kMax, kApplies, kExempt, kPeers, kItemInputs };
enum RolledInput : std::uint8_t { kOwn, kRolledFull, kRollFormula, kRolledInputs };
/// The first inputs of a total; the top categories follow, then its adjustments, then its vetoes.
enum TotalInput : std::uint8_t { kFormula, kCoefficient, kTotalInputs };
enum AdjustmentInput : std::uint8_t { kAmount, kUpTo, kAdjustmentInputs };

struct Node {
  NodeOp op = NodeOp::constant;
  Grain grain = Grain::month;
  Subject subject = Subject::officer;
  ValueType type = ValueType::number;
  std::uint32_t index = 0;  ///< metric, parameter, attribute, item, category
  const FunctionRow* function = nullptr;
  Value constant;
  std::string status;  ///< days_with
  std::vector<NodeId> inputs;
  // item, rolled item, category, total: the last inputs are the vetoes on it, those before them the adjustments on it
  std::uint32_t adjustments = 0, vetoes = 0;
  bool alone = false;  ///< an item as its peers' mean sees it: not filled by `if_missing: peers`
  // gather
  std::vector<std::uint32_t> by;
  bool has_where = false;
  // fold
  Grain inner = Grain::day;
  std::optional<int> over_last;
  std::optional<Grain> over_to_date;
  bool inner_holds_weeks = false;
  // lag
  int steps = 0;
  Grain lag_grain = Grain::month;
  Place source;             ///< of one of its uses
  std::vector<Place> also;  ///< of others on other lines, some; of a constant none
};

/// How far a node looks back: days at most, or to the data's start.
struct LookBack {
  std::int32_t days = 0;
  bool to_data_start = false;
};

struct Graph {
  std::vector<Node> nodes;  ///< inputs stand before their users, but for those behind a lag
  /// The score nodes by grain: [grain][item or category]; kNoNode where the grain does not hold it.
  std::array<std::vector<NodeId>, kGrains> items, categories;
  std::array<NodeId, kGrains> totals{};
  std::array<std::vector<NodeId>, kGrains> adjustments;  ///< [grain][adjustment]; kNoNode where it does not act
  std::vector<NodeId> vetoes;                            ///< by veto, in its own grain
  struct RankingNodes {
    NodeId of = kNoNode, eligible = kNoNode;
    std::vector<NodeId> ties;
  };
  std::vector<RankingNodes> rankings;
  /// Formulas of grades and awards may use ranks and grades: such nodes are evaluated behind the rankings.
  struct GradeNodes {
    std::vector<NodeId> when;  ///< by level; kNoNode: always
    NodeId lower_by = kNoNode;
  };
  std::vector<GradeNodes> grades;
  struct AwardNodes {
    NodeId when = kNoNode, pays = kNoNode;
  };
  std::vector<AwardNodes> awards;
  std::vector<NodeId> expectations;
  std::vector<bool> late;           ///< by node: it uses a rank or a grade, directly or not
  std::vector<LookBack> look_back;  ///< by node
};

/// Builds the graph of all assessments and rankings. Equal sub-formulas are shared.
Graph build_graph(const Scorecard& card);

/// Fills Graph::look_back from the nodes' own reach.
void propagate_look_back(Graph& graph, const Scorecard& card);

std::string graph_to_text(const Graph& graph, const Scorecard& card, Language language);
std::string graph_to_dot(const Graph& graph, const Scorecard& card, Language language);

}  // namespace cwp
