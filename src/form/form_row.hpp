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

/// `whole` was left out: `of` must be provably an integer and `unit` a constant that divides 1.
struct WholeDemand {
  ExprPtr of, unit;
  Place place;  ///< the name of the form
};
/// Questions that only the checker can answer once types are known, put by a desugaring.
struct FormDemands {
  std::vector<WholeDemand> whole;
  std::vector<ExprPtr> not_negative;  ///< must not be constants below 0 (`each`)
  std::vector<ExprPtr>
      direction_of;  ///< {at, zero_at} of a target without `better`, as written: numbers or parameters; or empty
};

struct DesugaredForm {
  ExprPtr formula;  ///< never null; `invalid` after an error
  FormDemands demands = {};
  ExprPtr highest = nullptr;  ///< an upper bound when the form itself grants more than full (`beyond.up_to`), else null
  bool unbounded = false;     ///< `beyond` without `up_to`
  bool is_loss = false;       ///< as a line: the formula is what is taken, not what is given
};

/// `desugar` makes the points of the item before clamping and rounding. The loader has reported unknown keys, missing
/// required ones, empty lists, an `otherwise` before others and words that are none of `words`: there the formula is
/// `invalid` without a further diagnostic. O(size of the form); sub-formulas are shared, not copied.
struct FormRow {
  FormDoc doc;
  DesugaredForm (*desugar)(const FormUse&, const FormContext&);
  /// What it gives or takes as one of `lines`, which has no full marks of its own. Null: it can't be one.
  DesugaredForm (*line)(const FormUse&, const FormContext&);
};

/// In the order of the reference.
std::span<const FormRow* const> form_rows();
/// Null when there is none.
const FormRow* find_form(std::string_view name);

/// The key of a form use; null when it was not written.
const FormKey* find_key(const std::vector<FormKey>& keys, std::string_view name);

}  // namespace cwp
