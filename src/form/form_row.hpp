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

/// Questions that only the checker can answer once types are known, put by a desugaring.
struct FormDemands {
  ExprPtr integer_of;       ///< `whole` was left out: this must be provably an integer …
  ExprPtr integer_unit;     ///< … and this a constant that divides 1
  ExprPtr above_zero;       ///< this must not be a constant below 0 (`each`)
  ExprPtr below_zero_full;  ///< unused
};

struct DesugaredForm {
  ExprPtr formula;  ///< `invalid` after an error
  FormDemands demands;
  ExprPtr highest;         ///< an upper bound when the form itself grants more than full (`beyond.up_to`), else null
  bool unbounded = false;  ///< `beyond` without `up_to`
};

struct FormRow {
  FormDoc doc;
  DesugaredForm (*desugar)(const FormUse&, const FormContext&);
};

std::span<const FormRow* const> form_rows();
const FormRow* find_form(std::string_view name);

/// The key of a form use; null when it was not written.
const FormKey* find_key(const std::vector<FormKey>& keys, std::string_view name);

}  // namespace cwp
