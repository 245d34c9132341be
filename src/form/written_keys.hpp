#pragma once
// WrittenKeys: the keys of one use of a form as a desugaring reads them, and the problems it finds in them.

#include <span>
#include <string_view>

#include "form/expr_builder.hpp"
#include "form/form_row.hpp"

namespace cwp {

class WrittenKeys {
 public:
  WrittenKeys(const std::vector<FormKey>& keys, const FormContext& context) : keys_(keys), context_(context) {}

  /// Null when it was not written.
  const FormKey* find(std::string_view key) const { return find_key(keys_, key); }
  /// The tree of a formula key; null when it was not written.
  ExprPtr formula(std::string_view key) const;
  /// The word of a word key; `otherwise` when it was not written, or was refused by the loader.
  std::string_view word(std::string_view key, std::string_view otherwise = "") const;

  /// Adds a diagnostic and makes ok() false.
  void report(std::string_view slug, const Place& place, std::vector<std::string> arguments = {},
              std::vector<Note> notes = {});
  /// Demands that the key, when it is a written number, is whole and not below 0 (`form-not-whole`, `form-negative`).
  void demand_whole(std::string_view key);
  /// Demands that what can't stand beside a key does not (`form-keys-exclude`).
  void demand_apart(std::span<const FormKeyDoc> keys);
  /// Demands that the key, when it is a written number, is above 0 (`form-not-positive`).
  void demand_positive(std::string_view key);
  /// Demands that the key, when it is a written number, is not below 0 (`form-negative`).
  void demand_not_negative(std::string_view key);
  void demand_not_negative(std::string_view key, const Expr& value);
  bool ok() const { return ok_; }

 private:
  const std::vector<FormKey>& keys_;
  const FormContext& context_;
  bool ok_ = true;
};

/// `form-needs-full` where the item has no full marks; true when it has.
bool has_full(const FormUse& use, const FormContext& context, WrittenKeys& keys);

}  // namespace cwp
