// The files of an output folder.

#include "cwp/write.hpp"

namespace cwp {

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
  files.emplace_back("grades.csv", grades_to_csv(scores));
  files.emplace_back("awards.csv", awards_to_csv(scores));
  files.emplace_back("expect.csv", expectations_to_csv(scores));
  files.emplace_back("issues.csv", issues_to_csv(scores));
  files.emplace_back("receipt.json", receipt_json(scores, files));
  return files;
}

}  // namespace cwp
