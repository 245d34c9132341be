#pragma once
// no_number: why a text is not read as a number, and what it seems to be, so that it can be mended.

#include <string_view>

#include "row/take_value.hpp"

namespace cwp {

/// Why a text that Decimal::parse does not know is no number. Where the number meant is plain, it is what is expected:
/// `value-full-width` (１２: 12), `value-percent` (95%: 95), `value-thousands` (1,234: 1234), `value-decimal-comma`
/// (3,5: 3.5); else `value-too-long` (the most digits) or `value-not-a-number`.
Refusal no_number(std::string_view text);

}  // namespace cwp
