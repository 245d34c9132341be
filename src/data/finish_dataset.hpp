#pragma once
// finish_dataset: all rows to a Dataset: first the roster, then duty, then the figures, each held against the former.

#include <optional>

#include "data/dataset_state.hpp"
#include "graph/scorecard.hpp"
#include "row/input_rows.hpp"
#include "row/take_value.hpp"

namespace cwp {

/// What the steps work on. Each appends to `rows.issues` what it could not take.
struct DatasetMaking {
  const Rulebook& rulebook;
  const Scorecard& card;
  const Calendar& calendar;
  InputRows& rows;
  DatasetState& state;
  /// By number of the key: the index of the officer, or kNotInRoster.
  std::vector<std::uint32_t> officer_of_key;
  std::optional<Day> first, last, last_of_days;  ///< of the rows that count
  bool always_present = false;                   ///< everybody who is in the roster is there on all days

  static constexpr std::uint32_t kNotInRoster = 0xFFFFFFFF;

  /// The index of the officer with this key, or kNotInRoster.
  std::uint32_t officer_number(const std::string& key) const;
  /// Why a row whose period begins on `day` is ignored, whoever it is about.
  std::optional<Refusal> too_late(Day day) const;
  /// Why a row of `period` about an officer (or kNotInRoster) is ignored.
  std::optional<Refusal> not_counted(std::uint32_t officer, Period period) const;
  /// Whether a figure about an officer is taken at all; else that is an issue of its row.
  bool counts(const FigureInput& figure);
  /// A row that counts belongs to the data's span.
  void widen_span(Period period);
  std::optional<DayRange> span() const;
};

/// The attributes of one row; a text that cannot be taken is an issue, and there is no value.
RosterRow attributes_of(const RosterInput& input, DatasetMaking& making);

/// Officers in the order of their keys, their presence and attributes (take_roster.cpp).
void take_roster(DatasetMaking& making);
/// Their duty records (take_duty.cpp). A record that holds no present day is an issue.
void take_duty(DatasetMaking& making);
/// Their figures (take_figures.cpp). Returns the duplicates.
std::vector<Diagnostic> take_figures(DatasetMaking& making);
/// Figures that are derived from facts (take_facts.cpp).
void take_facts(DatasetMaking& making);

/// True when one of the days is among the officer's present days.
bool present_within(const OfficerRecord& officer, DayRange days);
/// The stretch that holds the day; null when he was not present.
const PresenceStretch* presence_on(const OfficerRecord& officer, Day day);

/// By place, whatever the order in which rows were given. What a wide row says of all its figures is said once.
void sort_issues(std::vector<RowIssue>& issues);
/// Why a figure whose period begins on `day` is ignored: the rulebook or the stated span has ended.
std::optional<Refusal> too_late(const Rulebook& rulebook, const std::optional<DayRange>& span, Day day);

/// Why such a span cannot be that of data: it ends before it begins (`span-backwards`), or goes a year or more beyond
/// the days that dates may be (`span-far-outside`): each of its periods would be looked at.
std::optional<Diagnostic> span_problem(DayRange span);
/// Errors: figures that stand twice (`figure-twice`), those of span_problem.
Result<Dataset> finish_dataset(const CheckedRulebook& rules, InputRows rows);

}  // namespace cwp
