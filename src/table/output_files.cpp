// The files of an output folder.

#include "cwp/write.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

std::string only_header(const std::vector<std::string>& header) { return CsvText(header).take(); }

}  // namespace

std::vector<OutputFile> output_files(const Scores& scores, bool details) {
  std::vector<OutputFile> files;
  for (const ScoreTable& table : scores.tables()) {
    const std::string grain(to_text(table.grain));
    files.emplace_back(grain + ".csv", to_csv(table, scores));
    if (details) files.emplace_back(grain + "_parts.csv", parts_to_csv(table, scores));
  }
  for (const RankingTable& table : scores.rankings())
    files.emplace_back("ranking_" + table.id + ".csv", to_csv(table, scores));
  // Programs that read the folder find these files in every version.
  files.emplace_back("grades.csv", only_header({"period", "grade_set", "officer", "grade", "reason"}));
  files.emplace_back("awards.csv", only_header({"period", "award", "officer", "rank", "amount"}));
  files.emplace_back("expect.csv", only_header({"period", "expectation", "group", "reason"}));
  files.emplace_back("issues.csv", issues_to_csv(scores));
  files.emplace_back("receipt.json", receipt_json(scores));
  return files;
}

}  // namespace cwp
