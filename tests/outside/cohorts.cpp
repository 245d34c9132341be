// Sources that compare with others: ranks and quantiles of R, normalisations and methods of multiple criteria.

#include <cmath>
#include <set>

#include "outside/conformity.hpp"

namespace cwp {
namespace {

constexpr std::string_view kMonth = "2026-03";
// Published figures have at most six places.
constexpr double kSixPlaces = 5.1e-7;
// The vector of 1e+308 and 4.9e-324: figures of so many digits are refused.
constexpr std::string_view kBeyond = "big";

Scores scored(const std::string& rulebook, const OutsideTable& table, const std::vector<std::string>& keys) {
  const CheckedRulebook rules = outside_rules(rulebook);
  return score(compile(rules), outside_data(rules, table, keys, kMonth)).value();
}

/// Numbers as keys: the order of the file decides where a method asks for it.
std::map<std::string, std::string> numbered(const OutsideTable& vectors) {
  std::map<std::string, std::string> keys;
  for (std::size_t row = 0; row < vectors.rows.size(); ++row)
    keys[vectors.cell(row, "vec") + " " + vectors.cell(row, "i")] = std::to_string(row + 1);
  return keys;
}

}  // namespace

namespace {

Conformity compare_ranks(const Scores& scores, std::map<std::string, std::string>& keys) {
  Conformity ranks{"ranks of equals: shared best, mean, in order, dense; percent ranks"};
  const OutsideTable expected = outside_table("rank-quantile/expected.csv");
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const std::string who = expected.cell(row, "vec") + " " + expected.cell(row, "i");
    if (who.starts_with(kBeyond)) continue;
    const std::string dir = expected.cell(row, "dir");
    const std::pair<const char*, const char*> methods[] = {
        {"min", "competition"}, {"average", "fractional"}, {"first", "ordinal"}, {"dense", "dense"}};
    for (const auto& [column, method] : methods)
      ranks.compare(who + " " + column, expected.cell(row, column),
                    outside_rank(scores, std::string(method) + "_" + dir, keys[who]));
    ranks.compare(who + " rank", expected.cell(row, "min"), outside_figure(scores, kMonth, keys[who], "rank_" + dir));
    ranks.compare(who + " percent_rank", expected.cell(row, "percent_rank"),
                  outside_figure(scores, kMonth, keys[who], "percent_rank_" + dir), kSixPlaces);
  }
  return ranks;
}

Conformity compare_statistics(const Scores& scores, std::map<std::string, std::string>& keys) {
  Conformity statistics{"means, medians, deviations, extremes, quantiles of type 7"};
  const OutsideTable stats = outside_table("rank-quantile/expected_stats.csv");
  const std::pair<const char*, const char*> ids[] = {
      {"mean", "mean_x"}, {"median", "median_x"}, {"sd_sample", "sd_sample"}, {"sd_pop", "sd_pop"}, {"min", "min_x"},
      {"max", "max_x"},   {"iqr7", "iqr7"}};
  for (std::size_t row = 0; row < stats.rows.size(); ++row)
    for (const auto& [column, id] : ids)
      statistics.compare(stats.cell(row, "vec") + " " + column, stats.cell(row, column),
                         outside_figure(scores, kMonth, keys[stats.cell(row, "vec") + " 1"], id), kSixPlaces);
  const OutsideTable quantiles = outside_table("rank-quantile/expected_quantile.csv");
  for (std::size_t row = 0; row < quantiles.rows.size(); ++row) {
    if (quantiles.cell(row, "vec") == kBeyond) continue;
    const double p = std::stod(quantiles.cell(row, "p"));
    const long percent = std::lround(100 * p);
    const std::string id = "q_" + (percent == 33 ? "third" : std::to_string(percent));
    statistics.compare(quantiles.cell(row, "vec") + " " + id, quantiles.cell(row, "q"),
                       outside_figure(scores, kMonth, keys[quantiles.cell(row, "vec") + " 1"], id), kSixPlaces);
  }
  return statistics;
}

Conformity compare_norms(const Scores& scores, std::map<std::string, std::string>& keys) {
  Conformity norms{"z-scores by the sample's deviation, values between minimum and maximum"};
  norms.remark =
      "a group without spread has minmax 0.5, where R has none; of 0.30000000000000004 beside 0.29999999999999999 the "
      "doubles of R lose the z-score, which is exactly half the root of 3";
  const OutsideTable expected = outside_table("rank-quantile/expected_norm.csv");
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const std::string who = expected.cell(row, "vec") + " " + expected.cell(row, "i");
    for (const char* id : {"z_sample", "minmax01"})
      norms.compare(who + " " + id, expected.cell(row, id), outside_figure(scores, kMonth, keys[who], id), kSixPlaces);
  }
  return norms;
}

Conformity compare_keys() {
  const OutsideTable input = outside_table("rank-quantile/input_multikey.csv");
  const Scores scores = scored("rank-quantile/multikey.yaml", input, column_of(input, "id"));
  Conformity order{"order by several keys in mixed directions"};
  const OutsideTable expected = outside_table("rank-quantile/expected_multikey.csv");
  for (std::size_t row = 0; row < expected.rows.size(); ++row)
    for (const char* id : {"pos", "rank_xy", "dense_xy"})
      order.compare(expected.cell(row, "id") + " " + id, expected.cell(row, id),
                    outside_rank(scores, id, expected.cell(row, "id")));
  return order;
}

}  // namespace

OutsideRun run_ranks() {
  const OutsideTable vectors = outside_table("rank-quantile/input.csv");
  std::map<std::string, std::string> keys = numbered(vectors);
  std::vector<std::string> in_order;
  for (std::size_t row = 0; row < vectors.rows.size(); ++row) in_order.push_back(std::to_string(row + 1));
  const Scores scores = scored("rank-quantile/rules.yaml", vectors, in_order);
  return {"rank-quantile",
          "R: ranks, quantiles, spreads",
          {compare_ranks(scores, keys), compare_statistics(scores, keys), compare_norms(scores, keys), compare_keys()},
          "figures of 308 digits, which are refused as rows; ranks of absent values, shared worst ranks, cumulative "
          "shares, the other eight types of quantiles, the median "
          "absolute deviation: not in the language"};
}

OutsideRun run_criteria() {
  const OutsideTable input = outside_table("mcdm/input.csv"), expected = outside_table("mcdm/expected.csv");
  Conformity norms{"normalised criteria"}, methods{"TOPSIS, weighted sums and products, WASPAS, MOORA, ranks"};
  for (const std::string matrix : {"N1", "T1", "T2", "W1", "W2", "MO", "KR"}) {
    std::string file = "mcdm/" + matrix + ".yaml";
    for (char& letter : file) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    const CheckedRulebook rules = outside_rules(file);
    DatasetBuilder builder(rules);
    std::set<std::string> alternatives;
    for (std::size_t row = 0; row < input.rows.size(); ++row) {
      if (input.cell(row, "matrix") != matrix) continue;
      const std::string& alternative = input.cell(row, "alternative");
      if (alternatives.insert(alternative).second) builder.add_officer(alternative, {}, {}, {});
      builder.add_metric(alternative, kMonth, input.cell(row, "criterion"), input.cell(row, "value"));
    }
    const Scores scores = score(compile(rules), builder.finish().value()).value();
    for (std::size_t row = 0; row < expected.rows.size(); ++row) {
      if (expected.cell(row, "matrix") != matrix) continue;
      const std::string& method = expected.cell(row, "method");
      const std::string& who = expected.cell(row, "alternative");
      const std::string& criterion = expected.cell(row, "criterion");
      const double half_unit = 0.5 * std::pow(10, -std::stod(expected.cell(row, "digits")));
      const std::string& value = expected.cell(row, "value");
      if (method.starts_with("rank_"))
        methods.compare(matrix + " " + who + " " + method, value, outside_rank(scores, method, who));
      else if (criterion.empty())
        methods.compare(matrix + " " + who + " " + method, value, outside_figure(scores, kMonth, who, method),
                        std::max(half_unit, kSixPlaces) + 1e-12);
      else
        norms.compare(matrix + " " + who + " " + method + " " + criterion, value,
                      outside_figure(scores, kMonth, who, method + "_" + criterion), std::max(half_unit, kSixPlaces));
    }
  }
  return {
      "mcdm", "Decisions by several criteria", {norms, methods}, "EDAS and VIKOR (10 figures): outside what rules say"};
}

}  // namespace cwp
