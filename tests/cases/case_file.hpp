#pragma once
// Plain-text cases: a rulebook, small tables and expected figures in one file. A new case needs no C++.

#include <string>
#include <string_view>
#include <vector>

#include "cwp/score.hpp"

namespace cwp {

/// A section `---- name argument` of a case file with the lines below it.
struct CaseSection {
  std::string name;
  std::string argument;
  std::string text;
  std::uint32_t line = 0;  ///< of its heading
};

/// Sections: `rulebook`, `base NAME` (a rulebook that it extends, any number), `roster`, `duty`, `metrics` (any number,
/// wide or long), `events TABLE`, `span FROM..TO`, `known_at DATE`, `options provisional`, `figures`, `contains` (what
/// of the language the checked rulebook uses, a line each, by the names of case_contents.hpp), `problems` (lines `SLUG
/// LINE:COLUMN`, in a base `SLUG NAME:LINE:COLUMN`, all of them, in order). A line of `figures` is one of
///   PERIOD OFFICER ID[.full|.reachable|.coverage|.state|.reason] FIGURE     `-` for none
///   PERIOD WHO rank RANKING FIGURE              WHO is an officer, or the unit that is ranked
///   PERIOD WHO why RANKING|GRADES REASON        why there is no rank or grade, `-` for blanks: `no-total`
///   PERIOD WHO grade GRADES LEVEL
///   PERIOD WHO award AWARD AMOUNT               `yes` where it pays nothing, `-` for who is not named
///   PERIOD WHO expect PROMISE broken            WHO is an officer or a group; `-` where it holds or is unknown
///   PERIOD OFFICER vetoes IDS                   joined by `;`
std::vector<CaseSection> read_case(std::string_view text);

/// What came of a case.
struct CaseRun {
  std::string differences;     ///< one a line, each with the line of the case; empty when it holds
  std::size_t compared = 0;    ///< lines of `figures`
  std::size_t there = 0;       ///< those that expect something: not `-`
  std::size_t looked_for = 0;  ///< lines of `contains`
};
/// Runs a case: what is expected against what comes out.
CaseRun run_case(std::string_view name, std::string_view text);

/// The differences of a case. Empty when it holds. A case that compares nothing is a difference.
std::string case_differences(std::string_view name, std::string_view text);

}  // namespace cwp
