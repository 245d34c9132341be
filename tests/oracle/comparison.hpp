#pragma once
// Comparison: what cwp scores of one case against what the oracle makes of it, and how much of each kind there was.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cwp/cwp.hpp"
#include "oracle/input/input_rows.hpp"

namespace cwp::oracle {

/// What was compared, so that agreement about nothing does not pass for agreement.
struct Counts {
  std::map<std::string, std::int64_t> of;
  std::int64_t& operator[](const std::string& name) { return of[name]; }
  void print() const;
};

std::string shown(const std::optional<Decimal>& decimal);
std::string shown(const Part& part);

/// The differences of one case, or nothing when the rulebook was refused (its slugs are counted).
std::optional<std::vector<std::string>> differences(const OracleCase& one, Counts& counts);

}  // namespace cwp::oracle
