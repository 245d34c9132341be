#pragma once
// What stands inside the keys of a rulebook that are no single values: mappings of a section, lists of things, tables.

#include <cstdint>
#include <span>
#include <string_view>

#include "keys/key_table.hpp"

namespace cwp {

/// What stands behind a key, where the key table says `mapping` or `list`, or where it has more than one way of
/// writing.
enum class Inside : std::uint8_t {
  value,           ///< one value, as the key table says
  formula,         ///< a formula, where the key table says a number
  section,         ///< a mapping with the keys of a section
  things,          ///< a list of such mappings
  named_sections,  ///< a mapping from names to such mappings
  by_grain,        ///< from day, week, month … to such mappings, or to nothing
  dated_numbers,   ///< from names to a number, or to numbers by date
  named_formulas,  ///< from names to formulas
  named_caps,      ///< from names to a formula, or a mapping of the section
  named_words,     ///< from names to words
  named_shares,    ///< from names to a share, or [least, greatest]
  named_columns,   ///< from names to a type, a list of texts, or a mapping of the section
  texts,           ///< a list of texts
  weekdays,        ///< a list of weekdays
  days,            ///< one or more days or ranges of days
  formulas,        ///< one or more formulas
  names,           ///< a name, a list of names, or `all`
  two_numbers,     ///< [least, greatest]
  quota,           ///< a number or a share
  payment,         ///< a formula, a table by rank, or a mapping of the section
  officers,        ///< of a test: from keys to attributes, or lists of them
  figures,         ///< of a test: rows of figures
  facts,           ///< of a test: from tables to rows
  expectations,    ///< of a test: officer, period and figures
};

struct KeyShape {
  Inside inside = Inside::value;
  Section section{};                             ///< of `section`, `things` … where there is one
  std::span<const std::string_view> words = {};  ///< of a word, or of `named_words`
};

/// O(number of shapes).
KeyShape shape_of(Section section, std::string_view key);

}  // namespace cwp
