#pragma once
// Writing results: CSV for programs and spreadsheets, Markdown and text for people.

#include <string>
#include <utility>
#include <vector>

#include "cwp/scores.hpp"

namespace cwp {

/// Name and content of a file to write.
using OutputFile = std::pair<std::string, std::string>;

/// `period,officer,<ids>,total,reachable,coverage,state,vetoes`
std::string to_csv(const ScoreTable& table, const Scores& scores);
/// `period,officer,id,points,full,reachable,coverage,state,reason`
std::string parts_to_csv(const ScoreTable& table, const Scores& scores);
/// `period,group,rank,officer,value,eligible,reason`
std::string to_csv(const RankingTable& table, const Scores& scores);
/// `file,line,officer,date,metric,value,reason`
std::string issues_to_csv(const Scores& scores);
/// A ranking or score table as Markdown, as a bulletin would show it.
std::string to_markdown(const RankingTable& table, const Scores& scores);
std::string to_markdown(const ScoreTable& table, const Scores& scores);

/// All files of an output folder, in a fixed order: GRAIN.csv, GRAIN_parts.csv (with `details`), ranking_ID.csv,
/// grades.csv, awards.csv, expect.csv, issues.csv.
std::vector<OutputFile> output_files(const Scores& scores, bool details);

}  // namespace cwp
