#include "cli/date_argument.hpp"

#include "cwp/calendar.hpp"

namespace cwp {

std::string date_problem(const std::string& text) { return Day::parse(text) ? "" : wording("usage-date", {text}); }

}  // namespace cwp
