#include "cli/date_argument.hpp"

#include "cwp/calendar.hpp"

namespace cwp {

std::string date_problem(const std::string& text) {
  return Day::parse(text) ? "" : "a date is wanted, 2026-03-01, not '" + text + "'";
}

}  // namespace cwp
