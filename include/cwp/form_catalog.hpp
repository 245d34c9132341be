#pragma once
// The forms of items, one row each: their keys, what they mean, an example.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"

namespace CWP_API cwp {

/// What stands behind a key of a form, and which member of FormKey holds it.
enum class FormKeyKind : std::uint8_t {
  formula,   ///< a number, a name, a formula: FormKey::formula
  word,      ///< one of `words`: FormKey::word
  grain,     ///< day, week, month …: FormKey::word
  table,     ///< [[key, value], …]: FormKey::table
  cases,     ///< [{when, points}, …, {otherwise: points}]: FormKey::cases
  formulas,  ///< [1, 2, 5]: FormKey::list
  lines,     ///< [{deduct: …, at_most, if_missing}, …]: FormKey::lines
  mapping,   ///< keys of its own: FormKey::keys
  worths,    ///< {name: value, …}: FormKey::table, the name as a formula
  limits,    ///< {name: [low, high], …}: FormKey::limits
  names,     ///< station, [station, area], all: FormKey::names
  ranks,     ///< [[1, 10], [2..3, 8]]: FormKey::ranks
};

/// A key of a form.
struct FormKeyDoc {
  std::string_view name;                    ///< empty: the form has no mapping, its value is this
  FormKeyKind kind;                         ///< what stands behind it
  bool required;                            ///< whether it must be written
  std::span<const std::string_view> words;  ///< word
  std::span<const FormKeyDoc> keys;         ///< mapping
  std::string_view en;                      ///< one sentence in English
  std::string_view zh;                      ///< the same in Chinese
  std::string_view not_beside = {};         ///< a key that can't be said with it; empty: there is none
};

/// A form.
struct FormDoc {
  std::string_view name;             ///< `target`
  std::span<const FormKeyDoc> keys;  ///< in the order of the reference
  std::string_view en;               ///< one sentence in English
  std::string_view zh;               ///< the same in Chinese
  std::string_view
      example;  ///< an item in flow style: `{id: x, per: month, full: 10, deduct: {of: late, each: 2, whole: down}}`
};

/// All forms, in the order of the reference.
std::vector<FormDoc> forms();

}  // namespace cwp
