#pragma once
// finish_dataset: all rows to a Dataset: first the roster, then duty, then the figures, each held against the former.

#include "data/dataset_state.hpp"
#include "data/input_rows.hpp"

namespace cwp {

/// What the steps work on. Each appends to `rows.issues` what it could not take.
struct DatasetMaking {
  const Rulebook& rulebook;
  const Calendar& calendar;
  InputRows& rows;
  DatasetState& state;
  /// By number of the key: the index of the officer, or kNotInRoster.
  std::vector<std::uint32_t> officer_of_key;

  static constexpr std::uint32_t kNotInRoster = 0xFFFFFFFF;
};

/// Officers in the order of their keys, their presence and attributes (take_roster.cpp).
void take_roster(DatasetMaking& making);
/// Their duty records (take_duty.cpp). A record that holds no present day is an issue.
void take_duty(DatasetMaking& making);
/// Their figures, and the span of the data (take_figures.cpp). Returns the duplicates.
std::vector<Diagnostic> take_figures(DatasetMaking& making);

/// True when one of the days is among the officer's present days.
bool present_within(const OfficerRecord& officer, DayRange days);

/// Errors: figures that stand twice (`figure-twice`), a span that ends before it begins (`span-backwards`).
Result<Dataset> finish_dataset(const CheckedRulebook& rules, InputRows rows);

}  // namespace cwp
