#pragma once
// The keys of the rulebook language, one row each: the loader, its suggestions and the reference read them.

#include <cstdint>
#include <span>
#include <string_view>

#include "cwp/diagnostic.hpp"

namespace cwp {

/// The mappings of a rulebook that have keys of the language (and not names of one's own).
enum class Section : std::uint8_t {
  rulebook,
  title,
  effective,
  calendar,
  week,
  month,
  year,
  points,
  attribute,
  metric,
  category,
  item,
  form_case,
  assessment,
  ranking,
  adjustment,
  group,
  veto,
  grade_set,
  level,
  award,
  expectation,
  test,
  event,
  event_column,
  pool,
  test_duty,
  test_data,
  warning,
};

/// What stands behind a key.
enum class KeyKind : std::uint8_t {
  text,
  human_text,
  name,
  word,
  number,
  integer,
  boolean,
  date,
  formula,
  mapping,
  list
};

struct KeyRow {
  Section section;
  std::string_view name;
  KeyKind kind;
  bool required;
  bool later;                  ///< not in this version: the diagnostic `not-yet`
  std::string_view otherwise;  ///< what holds when it is left out; empty: nothing
  std::string_view en;         ///< one sentence
  std::string_view zh = {};    ///< the same in Chinese; a key of a later version need not have it
};

/// What holds when the key is left out, for a reader of the language: `otherwise`, or its phrase in Chinese.
std::string_view otherwise_text(const KeyRow& row, Language language);

/// All rows, section by section. The forms of items are in form_catalog.hpp.
std::span<const KeyRow> key_rows();
/// The rows of one section.
std::span<const KeyRow> key_rows(Section section);
/// How the section is named in messages, as a path of the rulebook: `calendar.week`, `items`.
std::string_view to_text(Section section);

}  // namespace cwp
