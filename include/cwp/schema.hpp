#pragma once
// rulebook_schema: what a rulebook may say, as JSON Schema, so that editors complete keys, explain them, and mark what
// is wrong while it is typed.

#include <string>

#include "cwp/diagnostic.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// A JSON Schema, draft 2020-12, of rulebooks: made from the keys, words, forms and functions that the library itself
/// reads by, each with its sentence in `language`. It holds for YAML read by its core schema (1.2), in which `40` is a
/// number, `95%` a text, `yes` and `2026-03-01` texts. Every rulebook without errors is valid. The reverse is not so:
/// names, types of formulas, sums of marks and much more only `check` can tell.
std::string rulebook_schema(Language language = Language::en);

}  // namespace cwp
