#include "cwp/sensitivity.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "check/checked_state.hpp"
#include "engine/scores_state.hpp"
#include "sample/random.hpp"
#include "sensitivity/drawn_ranks.hpp"
#include "sensitivity/weight_table.hpp"

namespace cwp {
namespace {

constexpr std::uint32_t kDrawsAtOnce = 256;

Decimal rounded_to(double value, int decimals) {
  return {std::llround(value * std::pow(10.0, decimals)), std::uint8_t(decimals)};
}
/// Of 100, one place.
Decimal percent_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? Decimal{0, 1} : Decimal{std::int64_t((part * 2000 + whole) / (2 * whole)), 1};
}

/// The values of all officers under many draws, and their ranks.
class Drawer {
 public:
  Drawer(const WeightTable& table, const SensitivityOptions& options)
      : table_(table),
        options_(options),
        count_(table.ranked.size()),
        values_(Eigen::Map<const Eigen::VectorXd>(table.values.data(), Eigen::Index(count_))),
        ranks_(count_) {
    const auto two_sided = std::count_if(table.weights.begin(), table.weights.end(),
                                         [](const DrawnWeight& one) { return !one.adds_less.empty(); });
    adds_.resize(Eigen::Index(count_), Eigen::Index(table.weights.size()) + two_sided);
    Eigen::Index next = Eigen::Index(table.weights.size());
    for (std::size_t w = 0; w < table.weights.size(); ++w) {
      const DrawnWeight& weight = table.weights[w];
      adds_.col(Eigen::Index(w)) = Eigen::Map<const Eigen::VectorXd>(weight.adds.data(), Eigen::Index(count_));
      if (!weight.adds_less.empty())
        adds_.col(next++) = Eigen::Map<const Eigen::VectorXd>(weight.adds_less.data(), Eigen::Index(count_));
    }
  }

  /// The column of one draw: by how much of itself each weight is more or less than it was.
  Eigen::VectorXd column(std::vector<double> drawn) const {
    double before = 0, after = 0;
    for (std::size_t w = 0; w < drawn.size(); ++w)
      if (table_.weights[w].full > 0) {
        before += table_.weights[w].full;
        after += table_.weights[w].full * (1 + drawn[w]);
      }
    for (std::size_t w = 0; w < drawn.size(); ++w)
      if (table_.weights[w].full > 0) drawn[w] = (1 + drawn[w]) * before / after - 1;
    Eigen::VectorXd all = Eigen::VectorXd::Zero(adds_.cols());
    Eigen::Index next = Eigen::Index(drawn.size());
    for (std::size_t w = 0; w < drawn.size(); ++w) {
      const bool two_sided = !table_.weights[w].adds_less.empty();
      if (two_sided && drawn[w] < 0)
        all[next] = drawn[w];
      else
        all[Eigen::Index(w)] = drawn[w];
      if (two_sided) ++next;
    }
    return all;
  }
  std::vector<double> drawn(std::uint32_t draw) const {
    Random random(options_.seed, "weights", draw);
    std::vector<double> all;
    for (std::size_t w = 0; w < table_.weights.size(); ++w)
      all.push_back(double(random.between(-1'000'000, 1'000'000)) * options_.percent / 1e8);
    return all;
  }

  /// Calls `take(ranks)` for each column, with the ranks of all officers in their groups.
  template <class Take>
  void ranks(const Eigen::MatrixXd& columns, Take take) {
    Eigen::MatrixXd all(Eigen::Index(count_), columns.cols());
    all.noalias() = adds_ * columns;
    all.colwise() += values_;
    for (Eigen::Index c = 0; c < columns.cols(); ++c) {
      std::size_t first = 0;
      for (const std::size_t end : table_.group_ends) {
        ranker_.rank({all.col(c).data() + first, end - first}, std::span(ranks_).subspan(first, end - first));
        first = end;
      }
      take(ranks_);
    }
  }

 private:
  const WeightTable& table_;
  const SensitivityOptions& options_;
  std::size_t count_;
  Eigen::MatrixXd adds_;
  Eigen::VectorXd values_;
  std::vector<std::uint32_t> ranks_;
  DrawnRanks ranker_;
};

std::vector<std::size_t> group_sizes(const WeightTable& table) {
  std::vector<std::size_t> sizes;
  for (const std::size_t end : table.group_ends)
    while (sizes.size() < end) sizes.resize(end, end - sizes.size());
  return sizes;
}

void draw_all(const WeightTable& table, const std::vector<std::size_t>& sizes, Drawer& drawer, Sensitivity& result) {
  const SensitivityOptions& options = result.options;
  const std::size_t count = table.ranked.size();
  RankCounts counts(count, *std::max_element(sizes.begin(), sizes.end()));
  std::vector<std::uint32_t> first(count), last(count);
  for (std::uint32_t draw = 0; draw < options.draws; draw += kDrawsAtOnce) {
    const std::uint32_t some = std::min(kDrawsAtOnce, options.draws - draw);
    Eigen::MatrixXd columns;
    for (std::uint32_t i = 0; i < some; ++i) {
      const Eigen::VectorXd column = drawer.column(drawer.drawn(draw + i));
      if (i == 0) columns.resize(column.size(), some);
      columns.col(i) = column;
    }
    drawer.ranks(columns, [&](const std::vector<std::uint32_t>& ranks) {
      for (std::size_t o = 0; o < count; ++o) {
        counts.add(o, ranks[o]);
        first[o] += ranks[o] <= options.number;
        last[o] += ranks[o] + options.number > sizes[o];
      }
    });
  }
  for (std::size_t o = 0; o < count; ++o) {
    RankSpread& one = result.officers[o];
    one.low = counts.quantile(o, 5, options.draws).best;
    one.median = counts.quantile(o, 50, options.draws).worst;
    one.high = counts.quantile(o, 95, options.draws).worst;
    one.first = percent_of(first[o], options.draws);
    one.last = percent_of(last[o], options.draws);
  }
}

void weigh_each(const WeightTable& table, Drawer& drawer, Sensitivity& result) {
  const std::size_t count = table.ranked.size();
  std::vector<std::uint32_t> before;
  const auto one_column = [&](const std::vector<double>& drawn, auto take) {
    drawer.ranks(Eigen::MatrixXd(drawer.column(drawn)), take);
  };
  one_column(std::vector<double>(table.weights.size()), [&](const auto& ranks) { before = ranks; });
  for (std::size_t w = 0; w < table.weights.size(); ++w) {
    std::uint64_t moved = 0, others = 0, firsts = 0;
    for (const int sign : {-1, 1}) {
      std::vector<double> drawn(table.weights.size());
      drawn[w] = sign * result.options.percent / 100.0;
      one_column(drawn, [&](const std::vector<std::uint32_t>& ranks) {
        for (std::size_t o = 0; o < count; ++o) {
          moved += ranks[o] > before[o] ? ranks[o] - before[o] : before[o] - ranks[o];
          firsts += before[o] <= result.options.number;
          others += before[o] <= result.options.number && ranks[o] > result.options.number;
        }
      });
    }
    result.weights.push_back({table.weights[w].kind, table.weights[w].id,
                              rounded_to(double(moved) / double(2 * count), 2), percent_of(others, firsts)});
  }
  std::stable_sort(result.weights.begin(), result.weights.end(),
                   [](const WeightEffect& a, const WeightEffect& b) { return b.shift < a.shift; });
}

}  // namespace

std::string_view to_text(WeightKind kind) {
  constexpr std::string_view kTexts[] = {"item", "adjustment", "parameter"};
  return kTexts[static_cast<std::size_t>(kind)];
}

Result<Sensitivity> sensitivity(const Scores& scores, std::string_view ranking, Period period,
                                const SensitivityOptions& options) {
  const Rulebook& rulebook = scores.state().plan.rules().rulebook();
  const auto written = std::find_if(rulebook.rankings.begin(), rulebook.rankings.end(),
                                    [&](const Ranking& one) { return one.id.value == ranking; });
  const RankingTable* table = scores.ranking(ranking);
  if (!table || written == rulebook.rankings.end()) return Diagnostic{"ranking-not-there", {}, {std::string(ranking)}};
  if (written->unit) return Diagnostic{"certain-of-units", {}, {std::string(ranking)}};
  const WeightTable weights = weight_table(scores, *table, period, written->ascending, options);
  if (weights.ranked.empty())
    return Diagnostic{
        "not-in-ranking", {}, {"*", std::string(ranking), scores.state().plan.rules().calendar().label(period)}};
  Sensitivity result;
  result.ranking = ranking;
  result.period = period;
  result.options = options;
  for (const RankedOfficer* row : weights.ranked)
    result.officers.push_back(
        {std::string(scores.data().officer_key(row->officer)), row->group, *row->rank, row->value, 1, 1, 1, {}, {}});
  Drawer drawer(weights, options);
  draw_all(weights, group_sizes(weights), drawer, result);
  weigh_each(weights, drawer, result);
  return result;
}

}  // namespace cwp
