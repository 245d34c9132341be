#include "graph/visit_terms.hpp"

#include <gtest/gtest.h>

#include <set>

#include "check/checked_state.hpp"
#include "checked_text.hpp"

namespace cwp {
namespace {

TEST(VisitTerms, SeesEveryPartOfARulebook) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: t\nmetrics: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {}, j: {}, l: {}}\n"
      "categories:\n  - id: k\n    items:\n"
      "      - {id: x, per: month, full: 9, points: \"min(a, 3)\", applies: b > 1, roll_up: \"min(x) + l\"}\n"
      "adjustments: [{id: p, per: month, takes: c}]\n"
      "vetoes: [{id: v, per: month, when: d > 0, set: 0}]\n"
      "assessments: {month: {coefficient: e}}\n"
      "rankings: [{id: r, every: month, of: total + f, eligible: g > 1, ties: [h]}]\n"
      "grades: [{id: g1, ranking: r, levels: [{id: good, when: i > 1}, {id: rest}]}]\n"
      "awards: [{id: w, from: r, top: 1, when: j > 1}]\n");
  std::set<std::uint32_t> metrics;
  visit_terms(rules.state().scorecard, [&](const Term& term) {
    if (term.kind == TermKind::metric) metrics.insert(term.index);
  });
  EXPECT_EQ(metrics.size(), 11u);
}

}  // namespace
}  // namespace cwp
