#pragma once
// What cwp is handed in each form of the work R36, and how its answers are taken.

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "cwp/cwp.hpp"

namespace cwp::r36 {

/// Throws std::runtime_error with the diagnostics where there is no value.
template <typename T>
T value_of(Result<T> result) {
  if (!result.ok()) throw std::runtime_error(render(result.diagnostics()));
  return std::move(result).value();
}

/// Copies points into a column that is not read before the end. Throws std::runtime_error where one is not there.
template <typename T>
void keep_figures(const FigureColumnView& column, std::span<T> kept,
                  FigureUnits::Copy how = FigureUnits::Copy::around_caches) {
  if (!column.units.copy_to(kept, how))
    throw std::runtime_error(std::string(column.id) + ": points that are not there, or too large");
}

/// The attribute `station`: the stations' names, and each officer's number among them.
struct StationColumn {
  /// Station s holds the officers [begins[s], begins[s + 1]).
  explicit StationColumn(const std::vector<std::uint32_t>& begins) {
    for (std::uint32_t s = 0; s + 1 < begins.size(); ++s) {
      names.push_back("S" + std::to_string(s));
      numbers.resize(begins[s + 1], s);
    }
  }
  std::vector<std::string> names;
  std::vector<std::uint32_t> numbers;
};

}  // namespace cwp::r36
