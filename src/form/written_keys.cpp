#include "form/written_keys.hpp"

#include "decimal/rational.hpp"

#include <utility>

namespace cwp {

const FormKey* find_key(const std::vector<FormKey>& keys, std::string_view name) {
  for (const FormKey& key : keys)
    if (key.key.value == name) return &key;
  return nullptr;
}

ExprPtr WrittenKeys::formula(std::string_view key) const {
  const FormKey* found = find(key);
  return found == nullptr ? nullptr : found->formula.root;
}

std::string_view WrittenKeys::word(std::string_view key, std::string_view otherwise) const {
  const FormKey* found = find(key);
  return found == nullptr || found->word.value.empty() ? otherwise : std::string_view(found->word.value);
}

void WrittenKeys::report(std::string_view slug, const Place& place, std::vector<std::string> arguments,
                         std::vector<Note> notes) {
  ok_ = false;
  if (context_.diagnostics != nullptr)
    context_.diagnostics->push_back({slug, place, std::move(arguments), std::move(notes)});
}

void WrittenKeys::demand_apart(std::span<const FormKeyDoc> keys) {
  for (const FormKeyDoc& one : keys) {
    const FormKey* other = one.not_beside.empty() || find(one.name) == nullptr ? nullptr : find(one.not_beside);
    if (other != nullptr)
      report("form-keys-exclude", other->key.place, {std::string(one.name), std::string(one.not_beside)});
  }
}

void WrittenKeys::demand_positive(std::string_view key) {
  const ExprPtr expr = formula(key);
  const auto number = expr ? written_number(*expr) : std::nullopt;
  if (number && number->units <= 0)
    report("form-not-positive", expr->place, {std::string(key), number->to_short_text()});
}

void WrittenKeys::demand_whole(std::string_view key) {
  const ExprPtr value = formula(key);
  const auto number = value ? written_number(*value) : std::nullopt;
  if (number && !Rational(*number).is_integer())
    report("form-not-whole", value->place, {std::string(key), number->to_short_text()});
  else
    demand_not_negative(key);
}

void WrittenKeys::demand_not_negative(std::string_view key) {
  if (const ExprPtr expr = formula(key)) demand_not_negative(key, *expr);
}

void WrittenKeys::demand_not_negative(std::string_view key, const Expr& value) {
  const auto number = written_number(value);
  if (number && number->units < 0) report("form-negative", value.place, {std::string(key), number->to_short_text()});
}

bool has_full(const FormUse& use, const FormContext& context, WrittenKeys& keys) {
  if (context.full) return true;
  keys.report("form-needs-full", use.form.place, {use.form.value});
  return false;
}

}  // namespace cwp
