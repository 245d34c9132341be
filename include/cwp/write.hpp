#pragma once
// Writing results: CSV and JSON for programs, Markdown for people, a receipt for whoever checks them later.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/output_format.hpp"
#include "cwp/scores.hpp"

namespace CWP_API cwp {

/// Name and content of a file to write.
using OutputFile = std::pair<std::string, std::string>;

// CSV is UTF-8 with `\n` line ends, quoted as RFC 4180 says. Absent values are empty. A text that a spreadsheet would
// take for a formula (it starts with = + - @, a tab or a line break, and is not a number) gets an apostrophe in front.

/// `period,officer,<ids>,total,reachable,coverage,state,vetoes`; reachable and coverage are those of the total, vetoes
/// are the ids of those in force, joined by `;`.
std::string to_csv(const ScoreTable& table, const Scores& scores);
/// `period,officer,id,points,full,reachable,coverage,state,reason`
std::string parts_to_csv(const ScoreTable& table, const Scores& scores);
/// `period,officer,<ids>,total,state,<rank_ID>`: categories and adjustments, and the ranks in the rankings of people
/// that are made every such period; empty where there is none.
std::string standing_to_csv(const ScoreTable& table, const Scores& scores);
/// `period,group,rank,officer,value,eligible,reason,state`; in a ranking of units `officer` is the unit. The state here
/// and in the next three is that of the period: `provisional`, or empty where it is over.
std::string to_csv(const RankingTable& table, const Scores& scores);
/// All grade sets: `period,grade_set,officer,grade,reason,state`; those without a grade say why.
std::string grades_to_csv(const Scores& scores);
/// All awards: `period,award,officer,rank,amount,state`; an award that pays nothing has no amount.
std::string awards_to_csv(const Scores& scores);
/// The promises that do not hold: `period,expect,group,officer,formula,state`.
std::string expectations_to_csv(const Scores& scores);
/// `file,line,officer,date,metric,value,reason`; the reason is the slug of its row in the catalogue of diagnostics and,
/// after a colon, what was expected or which figure is concerned: `value-out-of-range: 0..100`.
std::string issues_to_csv(const Scores& scores);

// JSON is an object: `cwp` (the version), `rulebook` and `table` (their ids), and `rows`, an object for each row of the
// CSV with its columns as names. Figures are texts, digit for digit those of the CSV: no reader turns 0.57 into a
// binary fraction. What has no value is `null`, an officer's 0 is `"0.00"`. Numbers of lines are numbers, eligible is a
// truth. Nothing is defused: programs read it.

/// `points` is an object by id; `vetoes` a list. Beside the rows `parts` lists the ids: `id, kind` (`item`, `category`,
/// `adjustment`, `total`), `title_zh`, `title_en`.
std::string to_json(const ScoreTable& table, const Scores& scores);
/// The rows of parts_to_csv.
std::string parts_to_json(const ScoreTable& table, const Scores& scores);
/// The rows of standing_to_csv; `points` and `parts` as in a table of scores.
std::string standing_to_json(const ScoreTable& table, const Scores& scores);
/// What the CSV's `reason` says of the veto stands in `veto`.
std::string to_json(const RankingTable& table, const Scores& scores);
/// The rows of grades_to_csv.
std::string grades_to_json(const Scores& scores);
/// The rows of awards_to_csv.
std::string awards_to_json(const Scores& scores);
/// The rows of expectations_to_csv.
std::string expectations_to_json(const Scores& scores);
/// `reason` is the slug alone, `expected` what stands behind its colon.
std::string issues_to_json(const Scores& scores);

/// A table of results as Markdown, with the titles of the rulebook, as a bulletin would show it. Columns are
/// aligned for terminals that draw Chinese characters two cells wide. Whatever a cell holds is shown as text: signs of
/// Markdown and HTML have a backslash in front, and formulas of spreadsheets are defused as in CSV.
std::string to_markdown(const RankingTable& table, const Scores& scores, Language language = Language::en);
/// Likewise, of the scores of one grain.
std::string to_markdown(const ScoreTable& table, const Scores& scores, Language language = Language::en);
/// Likewise, of a grade set.
std::string to_markdown(const GradeTable& table, const Scores& scores, Language language = Language::en);
/// Likewise, of an award.
std::string to_markdown(const AwardTable& table, const Scores& scores, Language language = Language::en);
/// The rows of parts_to_csv, with the reasons in words.
std::string parts_to_markdown(const ScoreTable& table, const Scores& scores, Language language = Language::en);
/// The rows of standing_to_csv, headed by the titles of the rankings.
std::string standing_to_markdown(const ScoreTable& table, const Scores& scores, Language language = Language::en);
/// All grade sets, or awards, one below the other.
std::string grades_to_markdown(const Scores& scores, Language language = Language::en);
/// Likewise, all awards.
std::string awards_to_markdown(const Scores& scores, Language language = Language::en);
/// The rows of expectations_to_csv.
std::string expectations_to_markdown(const Scores& scores, Language language = Language::en);
/// The issues, worded.
std::string issues_to_markdown(const Scores& scores, Language language = Language::en);

/// What the scores were made from, as JSON: the version of cwp, rulebook and input files with their SHA-256, their
/// `dialect` as it was told (`null`: detected), the span, `known_at` (`null`: all rows count), how many days the
/// rulebook looks back beyond a published period (`data_start`: to the first), the options, what was published, how
/// many issues of each kind arose, how the results were written (`output`), and the SHA-256 of each of `outputs`. No
/// clock, no machine, no thread count: equal inputs give equal receipts. The digests are those of the bytes that
/// read_csv read, whatever became of the files since; files of a DatasetBuilder that was told none are read for it, and
/// have `null` where that fails. `verify` (verify.hpp) holds results against it.
std::string receipt_json(const Scores& scores, std::span<const OutputFile> outputs = {},
                         const OutputOptions& options = {});

/// All files of an output folder, in a fixed order: GRAIN, GRAIN_parts and GRAIN_standing, finest grain first;
/// ranking_ID; grades, awards, expect; issues, each with the extension of the format and where the options want it;
/// receipt.json.
std::vector<OutputFile> output_files(const Scores& scores, const OutputOptions& options = {});

/// Writes the files into a new folder: all of them, or nothing. A folder that already exists and is not empty is a
/// problem, unless `force`: then the files replace those of the same name, at once when all are complete, and results
/// that the folder's receipt names go with them (a ranking that is no more, tables in another format), unless somebody
/// changed them since; other files stay. `stop` is asked before every step on the disk; once it says yes, nothing is
/// left behind (`output-stopped`). Returns the problems; empty: done.
std::vector<Diagnostic> write_output(const std::string& directory, const std::vector<OutputFile>& files,
                                     bool force = false, const std::function<bool()>& stop = {});

/// Diagnostics as a JSON array of objects with `slug, severity, file, line, column, end_line, end_column, message,
/// hint, notes`. Lines and columns count from 1, columns in characters; the end is behind the last character. A
/// diagnostic without a place has null there, one without a hint an empty text.
std::string to_json(std::span<const Diagnostic> diagnostics, Language language = Language::en);

/// The same as SARIF 2.1.0 (OASIS), for editors and code hosts: one run, a result each with slug, level, message and
/// hint, its place and those of its notes; columns count characters (`unicodeCodePoints`). File names are URIs.
std::string to_sarif(std::span<const Diagnostic> diagnostics, Language language = Language::en);

/// The version of this library: `0.1.0`.
std::string_view version();

}  // namespace cwp
