#pragma once
// What the experiments of docs/exactness.md share: quotients that are hard, one step run on them, and what the page
// says.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cwp/isa.hpp"
#include "kernel/lane_step.hpp"
#include "kernel/trial.hpp"

namespace cwp::testing {

/// Numerators and divisors, lane by lane.
struct Quotients {
  Lanes numbers, divisors;
  void add(std::int64_t number, std::int64_t divisor) {
    numbers.push_back(number);
    divisors.push_back(divisor);
  }
};

/// Every n in [from, to) over each divisor of n and of n + 1 that is below `end`: the quotients that are an integer,
/// and those that lie closest below one.
Quotients hard_quotients(std::int64_t from, std::int64_t to, std::int64_t end);

/// The lanes that a step of i32 or i64 makes of them, a being the numerators and b the divisors.
Lanes run_step(LaneStep step, const Quotients& quotients, Isa unit);

/// The first lane in which that is not the floor of the quotient; -1 where there is none.
std::ptrdiff_t first_wrong(const LaneStep& step, const Quotients& quotients, Isa unit);

/// A quotient step of i32 that divides its columns as they are.
LaneStep plain_quotient(QuotientBy by);

/// `8,388,609`.
std::string grouped(std::int64_t number);

/// Whether docs/exactness.md holds the text, so that what it tells is what was found.
::testing::AssertionResult page_says(const std::string& text);

}  // namespace cwp::testing
