#pragma once
// The rows of the catalogue of diagnostics, family by family; diagnostic_catalog.cpp puts them together.

#include <span>

#include "cwp/diagnostic.hpp"

namespace cwp {

std::span<const DiagnosticRow> source_rows();       ///< reading files
std::span<const DiagnosticRow> yaml_rows();         ///< files, YAML, keys: diagnostic_rows_yaml.cpp
std::span<const DiagnosticRow> formula_rows();      ///< the grammar of formulas
std::span<const DiagnosticRow> form_rows_text();    ///< keys of item forms
std::span<const DiagnosticRow> check_rows();        ///< names, types, grains, marks, cycles
std::span<const DiagnosticRow> lint_rows();         ///< what is hardly meant
std::span<const DiagnosticRow> settle_rows();       ///< warnings that a rulebook silences or raises
std::span<const DiagnosticRow> standing_rows();     ///< rankings, grades, awards, promises
std::span<const DiagnosticRow> data_rows();         ///< input files and row issues
std::span<const DiagnosticRow> score_rows();        ///< what scoring and its options report
std::span<const DiagnosticRow> explain_rows();      ///< remarks of explanations
std::span<const DiagnosticRow> reason_rows();       ///< what moved a rank, and what would
std::span<const DiagnosticRow> sample_rows();       ///< making sample data
std::span<const DiagnosticRow> verify_rows();       ///< differences from a receipt
std::span<const DiagnosticRow> state_rows();        ///< state files that are not taken
std::span<const DiagnosticRow> column_file_rows();  ///< column files that are not taken
std::span<const DiagnosticRow> setting_rows();      ///< values set beside a rulebook
std::span<const DiagnosticRow> survey_rows();       ///< what data show about a rulebook
std::span<const DiagnosticRow> format_rows();       ///< the canonical form of a rulebook's text
std::span<const DiagnosticRow> word_rows();         ///< words of bulletins and listings
std::span<const DiagnosticRow> command_rows();      ///< what the command line says besides
std::span<const DiagnosticRow> usage_rows();        ///< wrong use of the command line

}  // namespace cwp
