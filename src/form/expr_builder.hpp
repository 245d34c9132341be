#pragma once
// ExprBuilder: makes the nodes of a desugared form. Each new node stands at the place of the form; what is put inside
// keeps its own.

#include <optional>
#include <string_view>
#include <vector>

#include "cwp/formula.hpp"
#include "cwp/rulebook.hpp"

namespace cwp {

class ExprBuilder {
 public:
  explicit ExprBuilder(const FormUse& use) : place_(use.place), name_place_(use.form.place) {}

  /// The same, for what stands at a place of its own.
  ExprBuilder at(const Place& place) const {
    ExprBuilder there = *this;
    there.place_ = place;
    return there;
  }
  /// The name of the form.
  const Place& form_place() const { return name_place_; }

  ExprPtr number(std::int64_t value) const;
  /// Of a written number the number with the other sign.
  ExprPtr negated(ExprPtr value) const;
  ExprPtr name(std::string_view name) const;
  /// A function or operator of the catalogue of functions.
  ExprPtr call(std::string_view function, std::vector<ExprPtr> arguments) const;
  /// `function(argument per grain)`
  ExprPtr fold(std::string_view function, ExprPtr argument, Grain grain) const;
  /// `function(argument by names)`; of no names: `by all`.
  ExprPtr gather(std::string_view function, ExprPtr argument, const std::vector<NameUse>& by) const;
  /// `key -> value` among the arguments of a table function.
  ExprPtr arrow(ExprPtr key, ExprPtr value) const;
  /// What stands for the formula after an error.
  ExprPtr invalid() const;

  /// Multiplied by the share of the period for which `prorate` holds; itself for Prorate::no and for 0.
  ExprPtr prorated(ExprPtr threshold, Prorate prorate) const;

 private:
  Expr node(ExprKind kind) const;
  ExprPtr called(std::string_view function, std::vector<ExprPtr> arguments, Clauses clauses) const;
  Place place_, name_place_;
};

/// The number that is written there, if it is one: `90%`, `-2`.
std::optional<Decimal> written_number(const Expr& expr);

}  // namespace cwp
