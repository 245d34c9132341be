#pragma once
// Quotas: how many of the ranked are named, and who they are where the edge runs through a tie.

#include <cstddef>
#include <span>

#include "cwp/rule_standing.hpp"

namespace cwp {

/// How many of `ranked` a quota names: a number, or a share of them, rounded as said and never fewer than `at_least`;
/// at most all of them.
std::size_t quota_size(const Quota& quota, const QuotaRules& rules, std::size_t ranked);

/// How many places are taken from the front of a list in which equal neighbours tie, when there is room for `size`.
/// Those who tie across the edge are all out, or all in.
std::size_t places_taken(std::span<const std::size_t> order, std::size_t size, QuotaEdge edge);

}  // namespace cwp
