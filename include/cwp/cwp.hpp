#pragma once
// cwp: performance assessment by written rules. The library in the order in which it is used; read on from here.
//
//   Source - load -> Rulebook - check -> CheckedRulebook - compile -> Plan
//   Plan + Dataset - score -> Scores - explain, write -> what people see

// What a shared library shows.
#include "cwp/export.hpp"
// A named text, and places in it.
#include "cwp/source.hpp"
// What is wrong, where, and how to mend it, in English and Chinese.
#include "cwp/diagnostic.hpp"
// A value, or the diagnostics that say why there is none.
#include "cwp/result.hpp"
// Numbers exactly as they are written, and how they are rounded.
#include "cwp/decimal.hpp"
// Days, weeks, shifted months and longer periods; workdays; who holds a straddling week.
#include "cwp/calendar.hpp"

// The tree behind a formula, from text and back to text.
#include "cwp/formula.hpp"
// Every function of formulas: its meaning, and an example with its answer.
#include "cwp/function_catalog.hpp"
// What every part of a rulebook has: values with their places, titles, rounding.
#include "cwp/rule_text.hpp"
// What it computes with: metrics, attributes, tables of facts, parameters, duty.
#include "cwp/rule_inputs.hpp"
// The scorecard: categories, items, forms.
#include "cwp/rule_items.hpp"
// Adjustments, vetoes, assessments.
#include "cwp/rule_totals.hpp"
// Rankings, grades, awards, promises.
#include "cwp/rule_standing.hpp"
// Examples in the rulebook, with the figures they must give.
#include "cwp/rule_test.hpp"
// Warnings that a rulebook silences or raises, with reasons.
#include "cwp/rule_warnings.hpp"
// All that is written in a rulebook, each part with its place.
#include "cwp/rulebook.hpp"
// What somebody may have meant who named an officer, an item or a period that there is none of.
#include "cwp/nearest.hpp"
// Every form an item can have: its keys, its meaning, an example.
#include "cwp/form_catalog.hpp"
// YAML text to Rulebook.
#include "cwp/load.hpp"
// Rulebook to CheckedRulebook: all of its mistakes are found here.
#include "cwp/check.hpp"
// What a rulebook may say, as JSON Schema for editors.
#include "cwp/schema.hpp"
// CheckedRulebook to Plan: the graph of what depends on what.
#include "cwp/plan.hpp"

// How CSV files are written: encodings, delimiters.
#include "cwp/csv_dialect.hpp"
// Officers, duty and figures, with the row each came from.
#include "cwp/dataset.hpp"
// Columns in memory to Dataset.
#include "cwp/columns.hpp"
// How far a long work has come.
#include "cwp/progress.hpp"
// Files to Dataset.
#include "cwp/read_csv.hpp"
// How the work of a scoring was done.
#include "cwp/engine_report.hpp"
// What somebody has of each line of the scorecard.
#include "cwp/score_parts.hpp"
// What came out: tables of points, rankings, what was wrong with the rows.
#include "cwp/scores.hpp"
// Which instruction set the lanes use.
#include "cwp/isa.hpp"
// Plan and Dataset to Scores.
#include "cwp/score.hpp"
// Plan and Dataset to a sink, block by block.
#include "cwp/score_sink.hpp"
// Columns in a file, scored month by month.
#include "cwp/column_file.hpp"

// Why somebody got this figure, down to the raw rows and the lines of the rulebook.
#include "cwp/explain.hpp"
// In which form results are written: CSV, JSON, Markdown.
#include "cwp/output_format.hpp"
// Scores as files.
#include "cwp/write.hpp"
// From data to these files, however many rows they have.
#include "cwp/score_files.hpp"
// Whose points, ranks, grades and awards a correction moved.
#include "cwp/moved.hpp"
// Scores that follow the data: a row is corrected, a day appended.
#include "cwp/scorer.hpp"
// Why somebody's rank moved, line by line.
#include "cwp/why_moved.hpp"
// What would give the next points, and the next rank.
#include "cwp/next_steps.hpp"
// Who is certainly among the first while figures are missing.
#include "cwp/certain.hpp"
// How much a ranking hangs on its weights, about.
#include "cwp/sensitivity.hpp"
// A receipt against its rulebook, inputs and results.
#include "cwp/verify.hpp"
// What data show about a rulebook, and what is odd about them.
#include "cwp/check_data.hpp"
// What can come out of a rulebook at all.
#include "cwp/prove.hpp"
// The text of a rulebook in its canonical form.
#include "cwp/format_rules.hpp"

// Believable data for any rulebook.
#include "cwp/sample.hpp"
// The small examples that a rulebook holds, run.
#include "cwp/run_tests.hpp"
// What two rulebooks say differently.
#include "cwp/compare_rules.hpp"
// What that does to people.
#include "cwp/compare.hpp"
// What the tests of a rulebook look at, and which mistakes they would notice.
#include "cwp/coverage.hpp"
// A rulebook to begin with.
#include "cwp/starter.hpp"

/// All of cwp: what a rulebook says, what is wrong with it, what comes out of it and data, and why.
namespace CWP_API cwp {}
