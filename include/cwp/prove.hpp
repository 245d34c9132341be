#pragma once
// prove: what can come out of a rulebook at all, by its promises: the least and the most of each part, each with an
// officer who has it; and whether what it promises to do can happen.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cwp/check.hpp"
#include "cwp/export.hpp"
#include "cwp/scores.hpp"

namespace CWP_API cwp {

/// proved: it is so for all figures that the promises allow, or an example shows it; refuted: an example, or a bound,
/// shows that it is not; undecided: neither was found.
enum class Verdict : std::uint8_t { proved, refuted, undecided };
/// `proved`, `refuted`, `not decided`: as JSON writes it.
std::string_view to_text(Verdict verdict);

/// An officer with one figure for each period of a metric's own (of a daily metric, for each workday), the same each
/// time; present and on duty throughout.
struct ExampleOfficer {
  /// Facts of one kind, alike but for the officers they name.
  struct Fact {
    std::string table;                                        ///< of the rulebook's `events`
    int count = 0;                                            ///< each time
    std::vector<std::pair<std::string, std::string>> values;  ///< by column, but those that name an officer: himself
  };
  std::vector<std::pair<std::string, std::string>> attributes;  ///< by id, as a roster has them
  std::vector<std::pair<std::string, std::string>> figures;     ///< by metric; a metric that is not named has none
  std::vector<Fact> facts = {};                                 ///< of which metrics are derived
  std::vector<std::string> unusual = {};  ///< ids of attributes that an ordinary officer has otherwise
  /// Where figures come otherwise: one in each of these periods only, in the first of the metric's own; `day`: of a
  /// daily metric on each day, not only on workdays, and on duty on each.
  std::optional<Grain> every = {};
};

/// One end of what a part can have.
struct RangeEnd {
  std::optional<Decimal> points;         ///< what the example has; nothing: none was found
  ExampleOfficer officer;                ///< who has it, by scoring him
  std::string period;                    ///< in which
  std::string bound;                     ///< nobody can be beyond it; empty: no bound is known
  Verdict verdict = Verdict::undecided;  ///< proved: the example is at the bound
};
/// The least and the most of an item, category, adjustment or total.
struct PartRange {
  Grain grain = Grain::month;      ///< of the assessment
  PartKind kind = PartKind::item;  ///< what it is
  std::string id;                  ///< of the item, category or adjustment; `total`
  RangeEnd least;                  ///< nobody has less, where proved
  RangeEnd most;                   ///< nobody has more, where proved
};

/// A sentence about the rulebook, and whether it holds.
struct Claim {
  std::string_view slug;                 ///< of its wording
  Place place;                           ///< what it is about
  std::vector<std::string> arguments;    ///< of the wording
  Verdict verdict = Verdict::undecided;  ///< whether it holds
  std::vector<ExampleOfficer> examples;  ///< one that shows it; two where they are compared
  std::string shown;                     ///< what they come to: `8.00`, `8.00, 6.00`
};

/// All that is said of a rulebook.
struct Proofs {
  std::vector<PartRange> ranges;  ///< finest grain first, then in file order
  std::vector<Claim> claims;      ///< in file order
};

/// Bounds follow from the promises of the rulebook (`type`, `min`, `max`, `range`, `one_of`) and are safe. Examples are
/// looked for among figures at the ends of promises and at the thresholds of formulas, among the words and ends of
/// attributes, among facts made up for derived metrics, and for cases and bands also among figures that come once a
/// week, a month and so on. Each is scored as `score` does before it is shown, by himself: he has no peers, but for two
/// who are ranked. Claims, by slug:
///   claim-full-reachable     the full marks of an item can be had
///   claim-veto-acts, claim-veto-stays-away
///   claim-more-never-costs   more of a metric that is `better: more` never costs points in an item
///   claim-less-never-costs   less of one that is `better: less` neither
///   claim-divisors-not-zero  an item has a value whatever its divisors are
///   claim-case-counts        a case is the one that counts for somebody; a row of `if`, `cases`, `highest`
///   claim-rest-counts        so is what is said for whom no case holds
///   claim-band-counts        somebody's figure lies in a band
///   claim-cases-for-all      where nothing is said for the others: of an item with full marks, some case always holds;
///   claim-bands-for-all      all figures lie in a band
///   claim-no-hole            no figure is in no case and has cases on both sides; of one to four figures
///   claim-cases-apart        no two cases hold at once for other points, of which none is a narrower case of the other
///   claim-moves-total        somebody has another total than he would have if an item, category or adjustment gave 0
///                            times its points; of what serves rankings, grades, awards and promises only nothing is
///                            said
///   claim-parameter-moves-total  somebody has another total by another value of a parameter; likewise
///   claim-tie-decides        two officers who tie in all that stands before a tie-break are parted by it; of units it
///                            is at most refuted
///   claim-earns-once         no change of one metric gains points in two items or bonuses; of metrics that are in two
///   claim-fact-earns-once    no fact is counted by two metrics that earn in different ones
///   claim-balance-can-be-kept, claim-balance-always-kept  on some day, or on all, a category's share of all full marks
///                            lies in its limits of `balance`
/// Time: (parts + cases) × metrics × thresholds, and a scoring of each part, parameter and tie-break and some more.
Proofs prove(const CheckedRulebook& rules);

/// For people: a table of ranges for each grain, then the claims, those that do not hold first.
std::string to_text(const Proofs& proofs, Language language = Language::en);
/// `{"ranges": [{grain, part, kind, least: {points, verdict, bound, period, officer}, most: …}], "claims": [{slug,
/// verdict, message, file, line, column, shown, examples}]}`, an officer being `{attributes, figures, facts, every}`
std::string to_json(const Proofs& proofs, Language language = Language::en);

}  // namespace cwp
