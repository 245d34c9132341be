// The files of an output folder.

#include "cwp/write.hpp"

namespace cwp {
namespace {

/// What writes the tables in one format; those that are worded for people take a language.
struct TableWriters {
  OutputFormat format;
  std::string (*scores)(const ScoreTable&, const Scores&, Language);
  std::string (*parts)(const ScoreTable&, const Scores&, Language);
  std::string (*standing)(const ScoreTable&, const Scores&, Language);
  std::string (*ranking)(const RankingTable&, const Scores&, Language);
  std::string (*grades)(const Scores&, Language);
  std::string (*awards)(const Scores&, Language);
  std::string (*expectations)(const Scores&, Language);
  std::string (*issues)(const Scores&, Language);
};

/// A writer whose text is the same in all languages.
template <auto Write, class... Things>
std::string in_any(const Things&... things, Language) {
  return Write(things...);
}

using OfScores = std::string (*)(const ScoreTable&, const Scores&);
using OfRanking = std::string (*)(const RankingTable&, const Scores&);

constexpr TableWriters kWriters[] = {
    {OutputFormat::csv, in_any<OfScores(to_csv), ScoreTable, Scores>, in_any<parts_to_csv, ScoreTable, Scores>,
     in_any<standing_to_csv, ScoreTable, Scores>, in_any<OfRanking(to_csv), RankingTable, Scores>,
     in_any<grades_to_csv, Scores>, in_any<awards_to_csv, Scores>, in_any<expectations_to_csv, Scores>,
     in_any<issues_to_csv, Scores>},
    {OutputFormat::json, in_any<OfScores(to_json), ScoreTable, Scores>, in_any<parts_to_json, ScoreTable, Scores>,
     in_any<standing_to_json, ScoreTable, Scores>, in_any<OfRanking(to_json), RankingTable, Scores>,
     in_any<grades_to_json, Scores>, in_any<awards_to_json, Scores>, in_any<expectations_to_json, Scores>,
     in_any<issues_to_json, Scores>},
    {OutputFormat::markdown, to_markdown, parts_to_markdown, standing_to_markdown, to_markdown, grades_to_markdown,
     awards_to_markdown, expectations_to_markdown, issues_to_markdown},
};

const TableWriters& writers_of(OutputFormat format) {
  for (const TableWriters& writers : kWriters)
    if (writers.format == format) return writers;
  return kWriters[0];
}

}  // namespace

std::vector<OutputFile> output_files(const Scores& scores, const OutputOptions& options) {
  const TableWriters& write = writers_of(options.format);
  const Language language = options.language;
  std::vector<OutputFile> files;
  const auto add = [&](OutputTable table, std::string_view of, const auto& text) {
    if (!options.writes(table)) return;
    OutputFile& file = files.emplace_back(file_name(table, options.format, of), text());
    if (options.bom && options.format == OutputFormat::csv) file.second.insert(0, kCsvMark);
  };
  for (const ScoreTable& table : scores.tables()) {
    const std::string_view grain = to_text(table.grain);
    add(OutputTable::scores, grain, [&] { return write.scores(table, scores, language); });
    add(OutputTable::parts, grain, [&] { return write.parts(table, scores, language); });
    add(OutputTable::standing, grain, [&] { return write.standing(table, scores, language); });
  }
  for (const RankingTable& table : scores.rankings())
    add(OutputTable::rankings, table.id, [&] { return write.ranking(table, scores, language); });
  // Programs that read the folder find these files in every version.
  const std::pair<OutputTable, std::string (*)(const Scores&, Language)> of_all[] = {
      {OutputTable::grades, write.grades},
      {OutputTable::awards, write.awards},
      {OutputTable::expect, write.expectations},
      {OutputTable::issues, write.issues}};
  for (const auto& [table, written] : of_all)
    add(table, {}, [&written = written, &scores, language] { return written(scores, language); });
  files.emplace_back("receipt.json", receipt_json(scores, files, options));
  return files;
}

}  // namespace cwp
