#pragma once
// Sayings: sentences that others say in English only (the system, yaml-cpp, CLI11), known by their English wording.

#include <span>
#include <string>
#include <string_view>

namespace cwp {

/// Holes are numbered in the order in which they stand in English.
struct Saying {
  std::string_view en, zh;
};
/// Of the system, of yaml-cpp, and of receipts; what CLI11 says is in usage_rows().
std::span<const Saying> sayings();

/// The sentence in Chinese; empty where nobody is known to say it.
std::string chinese_saying(std::string_view text);

}  // namespace cwp
