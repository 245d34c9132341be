#include "exactness/run_step.hpp"

#include <algorithm>
#include <fstream>

#include "golden.hpp"
#include "kernel/choose_isa.hpp"

namespace cwp::testing {

Quotients hard_quotients(std::int64_t from, std::int64_t to, std::int64_t end) {
  Quotients hard;
  for (std::int64_t number = from; number < to; ++number)
    for (const std::int64_t multiple : {number, number + 1})
      for (std::int64_t small = 1; small * small <= multiple; ++small) {
        if (multiple % small != 0) continue;
        if (small < end) hard.add(number, small);
        if (multiple / small < end && multiple / small != small) hard.add(number, multiple / small);
      }
  return hard;
}

Lanes run_step(LaneStep step, const Quotients& quotients, Isa unit) {
  const std::size_t lanes = quotients.numbers.size();
  Lanes numbers = quotients.numbers, divisors = quotients.divisors;
  numbers.resize(padded(lanes), 0);
  divisors.resize(padded(lanes), 1);
  Register a(step.lane, numbers), b(step.lane, divisors), dst(step.lane, padded(lanes));
  void* registers[] = {a.data(), b.data(), dst.data()};
  step.a = 0, step.b = 1, step.dst = 2;
  lanes_for(unit)(&step, 1, registers, padded(lanes));
  Lanes made;
  for (std::size_t i = 0; i < lanes; ++i) made.push_back(dst.at(i));
  return made;
}

std::ptrdiff_t first_wrong(const LaneStep& step, const Quotients& quotients, Isa unit) {
  const Lanes made = run_step(step, quotients, unit);
  for (std::size_t i = 0; i < made.size(); ++i)
    if (made[i] != quotients.numbers[i] / quotients.divisors[i]) return std::ptrdiff_t(i);
  return -1;
}

LaneStep plain_quotient(QuotientBy by) {
  LaneStep step;
  step.op = LaneOp::quotient;
  step.lane = step.from = Lane::i32;
  step.by = by;
  step.k0 = step.k3 = 1;
  step.high = INT32_MAX;
  return step;
}

std::string grouped(std::int64_t number) {
  std::string text = std::to_string(number);
  for (std::ptrdiff_t at = std::ptrdiff_t(text.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3)
    text.insert(std::size_t(at), 1, ',');
  return text;
}

::testing::AssertionResult page_says(const std::string& text) {
  std::ifstream file(root_dir() + "/docs/exactness.md");
  std::string page;  // where a line is broken says nothing
  for (std::string word; file >> word;) page += word + ' ';
  if (page.find(text) != std::string::npos) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "docs/exactness.md does not say: " << text;
}

}  // namespace cwp::testing
