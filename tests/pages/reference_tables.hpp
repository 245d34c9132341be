#pragma once
// The tables of docs/language.md, made from the catalogues of the product.

#include <string>
#include <string_view>

#include "cwp/diagnostic.hpp"

namespace cwp {

/// The table of a name: `forms`, `functions`, `clauses`, `dialects`, `formats`, `keys`, `messages`. An unknown name
/// throws.
std::string reference_table(std::string_view name, Language language);

/// The page with what stands between `<!-- table: NAME -->` and `<!-- end of table -->` made anew.
std::string with_tables(std::string_view page, Language language);

}  // namespace cwp
