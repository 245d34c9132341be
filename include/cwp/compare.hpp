#pragma once
// compare: what another rulebook does to people: the same data scored by both, and whom the difference reaches, through
// what, and in which groups.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cwp/compare_rules.hpp"
#include "cwp/export.hpp"
#include "cwp/moved.hpp"
#include "cwp/write.hpp"

namespace CWP_API cwp {

/// One figure of many: a case is an officer in a period, in which both publish something of him.
struct ChangeCount {
  std::size_t gained = 0;                      ///< cases with points in both, and more in the newer scores
  std::size_t lost = 0;                        ///< with points in both, and fewer in the newer scores
  std::size_t same = 0;                        ///< with the same points in both
  std::size_t only_before = 0;                 ///< with points in the older scores alone
  std::size_t only_after = 0;                  ///< with points in the newer scores alone
  std::optional<Decimal> sum = Decimal{0, 2};  ///< of what was gained less what was lost; nothing when it does not fit
};

/// What changed in an item, category, adjustment, or the total, over everybody.
struct PartChange {
  Grain grain = Grain::month;       ///< of the periods that are counted
  PartKind kind = PartKind::total;  ///< what the part is
  std::string id;                   ///< of the part; `total`
  ChangeCount count;                ///< over all officers and periods
};

/// What changed in the totals of those who have a value of an attribute.
struct GroupChange {
  Grain grain = Grain::month;  ///< of the periods that are counted
  std::string attribute;       ///< its id
  std::string value;           ///< as of the period; empty: they have none
  ChangeCount count;           ///< of their totals
};

/// What another rulebook says, and what comes of it.
struct Comparison {
  std::vector<RuleChange> rules;  ///< what it says differently
  Movement moved;                 ///< every figure that is not the same
  std::vector<PartChange>
      parts;  ///< finest grain first, then in file order; those in which nothing changed are left out
  std::vector<GroupChange> groups;  ///< by grain, attribute, value
};

/// What is to be compared.
struct CompareOptions {
  /// The attributes by which groups are made; empty: all texts and truths of the newer rulebook.
  std::vector<std::string> by;
};

/// Compares two scores of one set of files, each read for its own rulebook, with the same ScoreOptions. Officers are
/// told by their keys, parts by their ids, periods by their names. Unknown attributes make no groups.
/// Time: O(n log n) in what both publish.
Comparison compare(const Scores& before, const Scores& after, const CompareOptions& options = {});

/// For people: the changes of the rules; for each grain what it changes, in which groups, and the officers whom it
/// moves most, through which items; ranks, grades and awards. At most `most` lines of each; the files have all.
std::string to_text(const Comparison& comparison, const Scores& before, const Scores& after,
                    Language language = Language::en, std::size_t most = 12);

/// rules.csv; moved.csv (moved.hpp); parts.csv: `grain,id,gained,lost,same,only_before,only_after,sum`; groups.csv:
/// `grain,attribute,value,gained,lost,same,only_before,only_after,sum`.
std::vector<OutputFile> comparison_files(const Comparison& comparison, const Scores& after);

}  // namespace cwp
