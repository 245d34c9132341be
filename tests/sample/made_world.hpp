#pragma once
// A world of made data for the tests of its rows.

#include "sample/sample_rules.hpp"
#include "sample/sample_world.hpp"

namespace cwp {

inline SampleWorld made_world(std::uint32_t officers) {
  const CheckedRulebook rules = squad_rules();
  const DayRange span = spring().span;
  SampleWorld world{rules, span, 1, make_profiles(rules, span.first + 45), AttributeValues(rules, 1), {}};
  for (std::uint32_t number = 1; number <= officers; ++number)
    world.lives.push_back(make_life(number, {span, 1, 0}, rules.rulebook()));
  return world;
}

}  // namespace cwp
