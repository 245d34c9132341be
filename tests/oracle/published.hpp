#pragma once
// All that is published of a scored case, as lines by period, so that two ways of scoring can be compared whole; and
// the random rulebooks over which they are.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cwp/cwp.hpp"
#include "oracle/input/input_rows.hpp"
#include "oracle/random/random_formula.hpp"

namespace cwp::oracle {

/// What an officer (or a group, in a promise about groups) is called in the lines; an empty name leaves out all that is
/// about nobody else.
using Naming = std::function<std::string(const std::string& key)>;
using Published = std::map<Period, std::vector<std::string>>;

/// Every figure, reason, state and veto, rank, grade, award and broken promise, in the order in which they are listed.
Published published(const Scores& scores, const Naming& naming = {});
/// What was wrong with the rows and figures, sorted, each once (rows in memory have no lines that tell them apart).
std::vector<std::string> issues(const Scores& scores, const Naming& naming = {});

/// A number from the environment.
std::uint64_t from_environment(const char* name, std::uint64_t otherwise);
inline constexpr std::uint64_t kRulebooks = 300;  ///< of the oracle, unless CWP_ORACLE_RULEBOOKS says otherwise

/// Whether so few rulebooks were asked for that what they hold proves nothing about the tests themselves.
inline bool shorter_run() { return from_environment("CWP_ORACLE_RULEBOOKS", kRulebooks) < kRulebooks; }

/// Calls `look` for the `share`th part of the oracle's number of rulebooks: random ones, as changed by `change`, that
/// the checker accepts. Fails when too many are refused.
void for_random_cases(std::uint64_t share, const std::function<void(OracleCase&)>& change,
                      const std::function<void(const OracleCase&, const CheckedRulebook&, Dice&)>& look);

/// Scores a case as its rulebook and rows say; all periods that have begun.
Scores scored(const CheckedRulebook& rules, const Dataset& data, bool provisional = true);
Scores scored(const CheckedRulebook& rules, const InputRows& rows, bool provisional = true);

}  // namespace cwp::oracle
