// Sources that are a formula a row: scales, scorecards, indices, scores of vulnerabilities and hospitals.

#include "outside/conformity.hpp"

namespace cwp {
namespace {

constexpr std::string_view kCasesMonth = "2026-03", kYear = "2026";

Scores scored(const std::string& folder, std::string_view label, const std::string& key,
              const std::string& input = "input.csv", const std::string& rulebook = "rules.yaml") {
  const CheckedRulebook rules = outside_rules(folder + "/" + rulebook);
  const OutsideTable table = outside_table(folder + "/" + input);
  return score(compile(rules), outside_data(rules, table, column_of(table, key), label)).value();
}

/// Compares the figures `id` of a month with a column of the expected results.
Conformity compared(std::string what, const Scores& scores, const OutsideTable& results, const std::string& column,
                    std::string_view id) {
  Conformity figures{std::move(what)};
  for (std::size_t row = 0; row < results.rows.size(); ++row)
    figures.compare(results.cell(row, "id"), results.cell(row, column),
                    outside_figure(scores, kCasesMonth, results.cell(row, "id"), id));
  return figures;
}

}  // namespace

OutsideRun run_scales() {
  const Scores scores = scored("marginal-scales", kCasesMonth, "id");
  const Conformity amounts = compared("amounts by marginal, stepped, summed and interpolated scales", scores,
                                      outside_table("marginal-scales/expected.csv"), "result", "result");
  return {"marginal-scales", "Progressive scales", {amounts}, ""};
}

OutsideRun run_scorecard() {
  const Scores scores = scored("pmml-scorecard", kCasesMonth, "id");
  const Conformity final_scores =
      compared("final scores", scores, outside_table("pmml-scorecard/expected.csv"), "final_score", "total");
  return {"pmml-scorecard", "PMML scorecard", {final_scores}, "reason codes: an explanation names every partial score"};
}

OutsideRun run_vulnerabilities() {
  const Scores scores = scored("cvss31", kCasesMonth, "id");
  const OutsideTable results = outside_table("cvss31/expected.csv");
  std::vector<Conformity> figures;
  for (const std::string id : {"base", "temporal", "environmental"}) {
    Conformity& kind = figures.emplace_back(Conformity{id + " scores"});
    for (std::size_t row = 0; row < results.rows.size(); ++row)
      if (!results.cell(row, id).empty())
        kind.compare(results.cell(row, "id"), results.cell(row, id),
                     outside_figure(scores, kCasesMonth, results.cell(row, "id"), id));
  }
  return {"cvss31", "CVSS 3.0 and 3.1", figures, ""};
}

OutsideRun run_hospitals() {
  const Scores scores = scored("cms-hvbp-tps", kYear, "facility_id");
  const OutsideTable results = outside_table("cms-hvbp-tps/expected.csv");
  const OutsideTable domains = outside_table("cms-hvbp-tps/input.csv");
  Conformity totals{"total performance scores"}, weighted{"weighted domain scores of hospitals with all four domains"};
  for (std::size_t row = 0; row < results.rows.size(); ++row) {
    const std::string& hospital = results.cell(row, "facility_id");
    totals.compare(hospital, results.cell(row, "tps"), outside_figure(scores, kYear, hospital, "total"), 1e-6);
    bool all_four = true;
    for (const char* domain : {"clinical", "engagement", "safety", "efficiency"})
      all_four = all_four && !domains.cell(row, domain).empty();
    if (!all_four) continue;
    for (const char* id : {"w_clinical", "w_engagement", "w_safety", "w_efficiency"})
      weighted.compare(hospital, results.cell(row, id), outside_figure(scores, kYear, hospital, id), 1e-6);
  }
  return {"cms-hvbp-tps",
          "Hospital value-based purchasing",
          {totals, weighted},
          "weighted scores of hospitals with three domains: the total is scaled, not each domain"};
}

OutsideRun run_development() {
  const CheckedRulebook rules = outside_rules("hdi/rules.yaml");
  const OutsideTable input = outside_table("hdi/input.csv");
  DatasetBuilder builder(rules);
  std::string country;
  for (std::size_t row = 0; row < input.rows.size(); ++row) {
    if (input.cell(row, "iso3") != country) builder.add_officer(country = input.cell(row, "iso3"), {}, {}, {});
    for (const char* metric : {"life_expectancy", "expected_schooling", "mean_schooling", "gni_pc"})
      builder.add_metric(country, input.cell(row, "year"), metric, input.cell(row, metric));
  }
  builder.set_span({*Day::parse("1990-01-01"), *Day::parse("2022-12-31")});
  const Scores scores = score(compile(rules), builder.finish().value()).value();
  const OutsideTable results = outside_table("hdi/expected.csv");
  Conformity indices{"indices of countries and years"};
  for (std::size_t row = 0; row < results.rows.size(); ++row)
    indices.compare(results.cell(row, "iso3") + " " + results.cell(row, "year"), results.cell(row, "hdi"),
                    outside_figure(scores, results.cell(row, "year"), results.cell(row, "iso3"), "hdi_value"));
  return {"hdi", "Human Development Index", {indices}, ""};
}

OutsideRun run_decision_tables() {
  const Scores scores = scored("dmn-tck", kCasesMonth, "id");
  const OutsideTable results = outside_table("dmn-tck/expected.csv");
  const OutsideTable input = outside_table("dmn-tck/input.csv");
  Conformity texts{"results that are a text (unique, any, first, priority)"}, numbers{"collected numbers"};
  std::map<std::string, std::string> grades;
  for (const GradedOfficer& row : scores.grades().at(0).rows) {
    std::string grade = row.grade;
    if (const std::size_t at = grade.find('_'); at != std::string::npos) grade[at] = '/';
    grades[std::string(scores.data().officer_key(row.officer))] = grade;
  }
  for (std::size_t row = 0; row < results.rows.size(); ++row) {
    const std::string& id = results.cell(row, "id");
    const std::string& table = input.cell(row, "table");
    if (table == "0112" || table == "0113" || table == "0119") continue;
    if (table == "0114" || table == "0115" || table == "0116")
      numbers.compare(id, results.cell(row, "result"), outside_figure(scores, kCasesMonth, id, "result"));
    else
      texts.compare_text(id, results.cell(row, "result"), grades[id]);
  }
  return {"dmn-tck",
          "DMN decision tables",
          {texts, numbers},
          "tables whose result is a list (9 rows): a grade is one level"};
}

}  // namespace cwp
