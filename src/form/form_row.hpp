#pragma once
// FormRow: one item form: its documentation (with its keys) and its desugaring. Each form is sugar for one formula.

#include <span>
#include <vector>

#include "cwp/form_catalog.hpp"
#include "cwp/formula.hpp"
#include "cwp/rulebook.hpp"

namespace cwp {

/// What a desugaring may need besides its own keys.
struct FormContext {
  ExprPtr full;  ///< the item's full marks; null when it has none
  Prorate prorate = Prorate::no;
  Grain per = Grain::month;  ///< the item's grain
  std::vector<Diagnostic>* diagnostics = nullptr;
};

/// Questions that only the checker can answer once types are known, put by a desugaring. Null: not asked.
struct FormDemands {
  ExprPtr integer_of;    ///< `whole` was left out: this must be provably an integer …
  ExprPtr integer_unit;  ///< … and this a constant that divides 1
  ExprPtr above_zero;    ///< this must not be a constant below 0 (`each`)
  std::vector<ExprPtr>
      direction_of;  ///< {at, zero_at} of a target without `better`, as written: numbers or parameters; or empty
};

struct DesugaredForm {
  ExprPtr formula;  ///< never null; `invalid` after an error
  FormDemands demands = {};
  ExprPtr highest = nullptr;  ///< an upper bound when the form itself grants more than full (`beyond.up_to`), else null
  bool unbounded = false;     ///< `beyond` without `up_to`
};

/// `desugar` makes the points of the item before clamping and rounding. The loader has reported unknown keys, missing
/// required ones, empty lists of cases, an `otherwise` before others and words that are none of `words`: there the
/// formula is `invalid` without a further diagnostic. O(size of the form); sub-formulas are shared, not copied.
struct FormRow {
  FormDoc doc;
  DesugaredForm (*desugar)(const FormUse&, const FormContext&);
};

/// In the order of the reference.
std::span<const FormRow* const> form_rows();
/// Null when there is none.
const FormRow* find_form(std::string_view name);

/// The key of a form use; null when it was not written.
const FormKey* find_key(const std::vector<FormKey>& keys, std::string_view name);

}  // namespace cwp
