#pragma once
// The examples of the catalogue of diagnostics, each put into a rulebook or a data file that is sound but for it.

#include <string>
#include <string_view>

namespace cwp {

/// A rulebook around a piece of one, told by how the piece begins: `- ` or `cwp:` is a whole rulebook; a key of the
/// rulebook (`calendar:`) takes the place of that section; `{id: …}` are items; a key of an item (`target:`) is the
/// item x, which gets what else it needs.
std::string rulebook_around(std::string_view example);
/// The rulebook whose item x has the formula as its points.
std::string rulebook_with_formula(std::string_view formula);
/// The rulebook province.yaml, which examples extend: with a metric `trainings` and an item `drill` of it.
std::string rulebook_to_extend();
/// The rulebook of the data files: with `visits` (u16), `rate` (percent), `drill` (bool), `survey` (monthly), until the
/// end of 2026.
std::string rulebook_of_data();

/// A data file: `officer,…` is one as it stands; a single row gets the header of its kind. Behind three blanks and `#`
/// stands a remark.
struct DataFile {
  enum class Kind : unsigned char { roster, metrics, duty } kind = Kind::metrics;
  std::string text;
};
DataFile data_file_around(std::string_view example);

}  // namespace cwp
