#pragma once
// Kinds of periods that the language puts off: hours within a day, cycles of two months.

#include <string_view>

namespace cwp {

/// To be refused with `not-yet`, wherever a kind of period stands.
constexpr bool is_later_grain(std::string_view word) { return word == "hour" || word == "two_months"; }

}  // namespace cwp
