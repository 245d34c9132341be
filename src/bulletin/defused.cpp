#include "bulletin/defused.hpp"

#include <algorithm>
#include <array>

#include "cwp/decimal.hpp"

namespace cwp {
namespace {

// What spreadsheets take for the beginning of a formula; some also take the full-width signs.
constexpr std::array<std::string_view, 11> kFormulaStarts = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                             "\n", "＝", "＋", "－", "＠"};

bool looks_like_formula(std::string_view text) {
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                     [&](std::string_view start) { return text.starts_with(start); }) &&
         !Decimal::parse(text);
}

}  // namespace

std::string defused(std::string_view text) { return (looks_like_formula(text) ? "'" : "") + std::string(text); }

}  // namespace cwp
