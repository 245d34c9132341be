#pragma once
// Formulas: the tree behind `ratio(mediated, disputes, 1)`, made by parse_formula, printed by to_text.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cwp/calendar.hpp"
#include "cwp/decimal.hpp"
#include "cwp/export.hpp"
#include "cwp/result.hpp"

namespace CWP_API cwp {

struct Expr;
/// Trees share their parts; nobody changes them.
using ExprPtr = std::shared_ptr<const Expr>;

/// What a node of a formula is.
///   number text date boolean   a constant; `-2` is the number −2, but `-2 ^ 2` the call neg(2 ^ 2)
///   name     a metric, attribute, parameter, value, item, category, `total`, or a function without arguments
///   call     a function of the catalogue with `arguments` and `clauses`; operators are functions named `+ - * / ^`
///            `= != < <= > >=` `and or not`, `-x` is the call `neg`, `x in [a, b]` the call `in` of (x, a, b),
///            `x not in [a]` not(x in [a]), `a < b <= c` the call `and` of a < b and b <= c
///   arrow    `a -> b` among the arguments of a table function; arguments = {a, b}
///   lag      `x[-k grain]`; arguments = {x}
///   invalid  stands where a formula could not be read (a diagnostic says why); checked no further
enum class ExprKind : std::uint8_t { number, text, date, boolean, name, call, arrow, lag, invalid };

/// A name in a formula with its place.
struct NameUse {
  std::string text;  ///< as written
  Place place;       ///< of the name
};

/// What may follow the arguments of a call. At most one each; the parser checks no more than the grammar.
struct Clauses {
  std::optional<Grain> per;           ///< `per week`
  std::optional<int> over_last;       ///< `over last 3`
  std::optional<Grain> over_to_date;  ///< `over year to date`
  std::vector<NameUse> by;            ///< `by station, area`
  bool by_all = false;                ///< `by all`
  ExprPtr where;                      ///< `where condition`
  /// Whether nothing follows the arguments.
  bool empty() const { return !per && !over_last && !over_to_date && by.empty() && !by_all && !where; }
};

/// One node. Which fields mean something follows from `kind`.
struct Expr {
  ExprKind kind = ExprKind::invalid;  ///< which fields mean something
  Decimal number;                     ///< number (`95%` is 0.95)
  std::string text;                   ///< text: its value; name, call: the name
  Day date;                           ///< date
  bool boolean = false;               ///< boolean
  std::vector<ExprPtr> arguments;     ///< call, arrow, lag
  Clauses clauses;                    ///< call
  int lag = 0;                        ///< lag: how many periods back, at least 1
  std::optional<Grain> lag_grain;     ///< lag: unsaid, that of the period at hand
  Place place;                        ///< the whole sub-formula in the rulebook
  Place name_place;                   ///< call: the function's name or the operator
};

/// A formula as written: its tree (never null; `invalid` after a syntax error) and its text.
struct Formula {
  ExprPtr root;      ///< never null
  std::string text;  ///< as written, without quotes and folds
  Place place;       ///< in the rulebook
};

/// Reads a formula by the grammar of docs/language.md. Problems: `formula-syntax` (with what was expected, at most
/// one), `unclosed-parenthesis`, `text-not-closed`, `full-width-character` (one for each, says what to type),
/// `number-format`, `number-too-long`, `date-format`, `formula-too-deep`, `unknown-grain`, `lag-not-positive`,
/// `clause-twice`, `unknown-operator`. Result::partial() is never null. Where it is clear what was meant (full-width
/// characters, `==`), the tree is that of what was meant; an unreadable constant is an `invalid` node inside the tree.
/// O(length of the text); a tree is at most 200 nodes deep.
Result<Formula> parse_formula(const SourceText& text);
/// For tests and tools: the text stands for itself.
Result<Formula> parse_formula(std::string text);

/// The formula in canonical spelling, with no more parentheses than needed; parse_formula reads it back as an equal
/// tree.
std::string to_text(const Expr& expr);

/// Equal trees, places aside. Numbers are equal by value.
bool equal(const Expr& a, const Expr& b);

}  // namespace cwp
