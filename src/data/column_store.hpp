#pragma once
// ColumnStore: a Dataset of columns. The record of one officer is made when somebody asks for it.

#include <map>
#include <memory>

#include "cwp/columns.hpp"
#include "data/dataset_state.hpp"
#include "row/officer_keys.hpp"

namespace cwp {

/// Figures of all officers as integers: units of 10^-decimals, all within low..high but for the refused ones.
struct StoredFigures {
  FigureColumn::Type type = FigureColumn::Type::i64;  ///< never f64
  const void* data = nullptr;
  std::int64_t low = 0, high = 0;
  bool is_measured = false;  ///< low and high are known
  int decimals = 0;
  std::vector<std::uint32_t> refused, absent;  ///< officers, ascending
  /// Doubles that units of so many places do not hold, with their officers, ascending: until their promises are held.
  std::vector<std::pair<std::uint32_t, double>> apart;
  int most_digits = 15;                  ///< whoever is refused before promises are looked at has more
  bool spills = false;                   ///< who is refused may have units outside low..high
  const Origin* origins = nullptr;       ///< by officer; null: see `lines`
  const std::uint32_t* lines = nullptr;  ///< by officer, of `file`; null: given in memory
  std::int32_t file = -1;

  /// Somebody has no figure.
  bool is_lacked() const { return !refused.empty() || !absent.empty() || !apart.empty(); }
  std::int64_t units(std::size_t officer) const;
  Origin origin(std::size_t officer) const;
};

struct ColumnStore {
  OfficerKeys keys;                                                   ///< in their order
  std::map<std::pair<std::uint32_t, Period>, StoredFigures> figures;  ///< by metric and period
  /// By attribute: the number of each officer's value, and the values; empty: nobody has one.
  struct StoredAttribute {
    std::vector<Value> values;
    std::span<const std::uint32_t> numbers;
    std::vector<std::uint32_t> begins;  ///< officers before those of each value, were they sorted by it; at the end all
    bool side_by_side = false;          ///< they are
    bool distinct = false;              ///< no two values are the same, and none is absent

    /// Finds out the last three; `known_distinct`: the last of them is known.
    void count(bool known_distinct = false);
  };
  std::vector<StoredAttribute> attributes;
  std::map<std::uint32_t, std::vector<DutyStretch>> duty;  ///< by officer
  /// By officer: the days on which he is there, sorted and disjoint. Everybody else is there throughout.
  std::map<std::uint32_t, std::vector<DayRange>> stays;
  std::span<const std::uint32_t> row_of;  ///< by officer: into DatasetState::roster_rows; empty: all have the first
  std::vector<std::shared_ptr<const void>> kept;  ///< of what was read, and of doubles that became integers
  /// By officer, with the metric: cells out of the ordinary, which are absent in `figures`. By metric and period.
  std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, MetricCell>>> others;

  /// A roster row for each combination of attributes that somebody has, and `row_of`.
  void make_rows(DatasetState& state);
  /// `only`: with the figures of no other metric.
  OfficerRecord record(std::size_t officer, std::size_t metrics, std::optional<std::uint32_t> only = {}) const;
  /// The same with presence and duty alone. O(log officers).
  OfficerRecord days_of(std::size_t officer) const;
  /// Whether an officer is there on one of the days.
  bool is_there(std::uint32_t officer, DayRange days) const;
  /// Whoever is not there on any of the days of a column has no figure in it, whatever it says. O(stays + absent).
  void leave_out(DayRange days, StoredFigures& stored) const;

 private:
  std::vector<std::uint32_t> rows_;
};

}  // namespace cwp
