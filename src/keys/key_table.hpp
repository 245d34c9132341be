#pragma once
// The keys of the rulebook language, one row each: the loader, its suggestions, `extends` and the reference read them.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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
  named,  ///< a mapping from names of one's own that stand for themselves: each is an id
  list
};

struct KeyRow {
  Section section;
  std::string_view name;
  KeyKind kind;
  bool required;
  bool later;                        ///< not in this version: the diagnostic `not-yet`
  std::string_view otherwise;        ///< what holds when it is left out; empty: nothing
  std::string_view en;               ///< one sentence
  std::string_view zh = {};          ///< the same in Chinese; a key of a later version need not have it
  std::string_view not_beside = {};  ///< keys of the same mapping that can't be said with it, a blank between
};

/// What holds when the key is left out, for a reader of the language: `otherwise`, or its phrase in Chinese.
std::string_view otherwise_text(const KeyRow& row, Language language);

/// All rows, section by section. The forms of items are in form_catalog.hpp.
std::span<const KeyRow> key_rows();
/// The rows of one section.
std::span<const KeyRow> key_rows(Section section);
/// Whether a key of the rulebook itself holds names that are ids (KeyKind::named).
bool is_named_section(std::string_view key);
/// The keys of `row.not_beside`.
std::vector<std::string_view> keys_not_beside(const KeyRow& row);
/// How the section is named in messages, as a path of the rulebook: `calendar.week`, `items`.
std::string_view to_text(Section section);

}  // namespace cwp
