#pragma once
// Titles: what the lines of a rulebook are called in a bulletin, and the words of the catalogue around them.

#include <string>
#include <string_view>
#include <vector>

#include "cwp/rulebook.hpp"
#include "cwp/scores.hpp"
#include "data/dataset_state.hpp"

namespace cwp {

/// The title in this language, or the other one; the id where there is none.
std::string title_or_id(const Title& title, std::string_view id, Language language);
/// The same for an item, category, adjustment, veto, ranking, grade set, award, promise, or `total`.
std::string title_of(const Rulebook& rulebook, std::string_view id, Language language);
/// The title of a level of a grade set.
std::string level_title(const Rulebook& rulebook, std::string_view set, const std::string& level, Language language);

/// How a table that has no column for the state names a period: with `provisional` behind it where it is not over.
std::string title_of(Period period, const Scores& scores, Language language);
std::string title_of(Grain grain, Language language);
std::string title_of(State state, Language language);
std::string title_of(Unranked reason, Language language);
std::string title_of(Ungraded reason, Language language);
/// As explanations say it.
std::string title_of(Reason reason, Language language);

/// Which group a whole period counts for, of rankings of quarters, halves and years by an attribute: officers move
/// within them. A clause for each attribute; none: there is nothing to say.
std::vector<std::string> groupings(const Ranking& ranking, const Rulebook& rulebook, Language language);

/// What was promised, as written.
const std::string& formula_of(const BrokenExpectation& broken, const Rulebook& rulebook);

/// Who a row of a ranking, grade set or award is about: the officer's key, or the unit.
template <class Row>
std::string who(const Row& row, const Scores& scores) {
  return row.subject.empty() ? std::string(scores.data().officer_key(row.officer)) : row.subject;
}

inline const CheckedRulebook& rules_of(const Scores& scores) { return scores.data().state().rules; }

}  // namespace cwp
