#pragma once
// A date given on the command line.

#include <string>

namespace cwp {

/// What is wrong with a date as it was typed; empty when nothing is. For CLI::Option::check().
std::string date_problem(const std::string& text);

}  // namespace cwp
