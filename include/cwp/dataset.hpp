#pragma once
// Dataset: the officers, their duty and their figures, with the row each came from; and what was wrong with the rows.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cwp/calendar.hpp"
#include "cwp/check.hpp"
#include "cwp/csv_dialect.hpp"
#include "cwp/decimal.hpp"
#include "cwp/export.hpp"
#include "cwp/result.hpp"

namespace CWP_API cwp {

/// A file and a line of input (line 1 is the header). `file` is an index into Dataset::files(); -1: given in memory. Of
/// a file that was not registered (DatasetBuilder::add_file) no name is told: the row is as one in memory.
struct Origin {
  std::int32_t file = -1;                                          ///< into Dataset::files(); -1: in memory
  std::uint32_t line = 0;                                          ///< from 1; 0: none
  friend bool operator==(const Origin&, const Origin&) = default;  ///< the same line of the same file
};

/// Which file an input was, so that a receipt can be held against it.
struct InputDigest {
  std::string sha256;       ///< in hexadecimal
  std::uint64_t bytes = 0;  ///< size of the file
  std::uint64_t rows = 0;   ///< rows of CSV without the header and blank lines
};

/// When a row became known, and whether it cancels instead of saying something (language.md, section 4). Of the rows
/// with one key those recorded last stand; one without `day` was known from the start. The key of a figure is officer
/// (or what it is about), metric and period; of a roster or duty row officer and `from`; of a fact all that it says.
struct Recorded {
  std::optional<Day> day;  ///< nothing: known from the start
  bool withdrawn = false;  ///< nothing stands of the rows with its key that were recorded with it or before
  friend bool operator==(const Recorded&, const Recorded&) = default;  ///< recorded alike
};

/// A row of input that could not be taken as it is, or a figure that could not be computed. Never fatal by itself.
struct RowIssue {
  std::string_view reason;  ///< slug of a diagnostic row, e.g. `value-out-of-range`
  std::string file;         ///< as the command line or the caller named it; empty: in memory
  std::uint32_t line = 0;   ///< 0: no line
  std::string officer;      ///< key, or the value that the row is about
  std::string date;         ///< as written, or the label of a period
  std::string metric;       ///< metric, attribute or item; may be empty
  std::string value;        ///< as written
  std::string expected;     ///< argument {0} of the row's wording
};
/// What is wrong, in words: the row of `reason` with `expected` filled in.
std::string message(const RowIssue& issue, Language language = Language::en);
/// How to mend it; may be empty.
std::string hint(const RowIssue& issue, Language language = Language::en);

struct DatasetState;
struct InputRows;

/// Input bound to one rulebook. Immutable and cheap to copy. Officers are in the order of their keys (numeric when all
/// keys are integers, else by code point); the order of rows and files never matters, except that the later wins of two
/// overlapping roster or duty rows, and of two figures under `on_duplicate: last`. Later is what was added later; for
/// files, in the order in which they were given.
class Dataset {
 public:
  std::size_t officer_count() const;  ///< number of officers in the roster
  /// Key of an officer by his position, from 0; a position that is not there is undefined behaviour. It lives as long
  /// as the data. O(1).
  std::string_view officer_key(std::size_t officer) const;
  /// The officer whose key is this, trimmed and taken in NFC as those of the roster. O(officers).
  std::optional<std::size_t> find_officer(std::string_view key) const;
  /// The days the data speak of (language.md, section 4): stated, or from the first day of any figure's period to the
  /// last day with a figure of a daily metric (without daily figures: to the last day of the longer periods). Figures
  /// that are ignored (of nobody in the roster, of somebody not present, after the rulebook's end) stretch nothing.
  /// Nothing when nothing was stated and there are no figures.
  std::optional<DayRange> span() const;
  /// By file name, line, metric: whatever the order of rows and files. What is wrong with the officer or date of a row
  /// is said once, not for each of its figures.
  const std::vector<RowIssue>& issues() const;
  /// The files that were read, in the order in which they were registered.
  const std::vector<std::string>& files() const;
  /// The day whose knowledge the Dataset holds; nothing: all that was given.
  std::optional<Day> known_at() const;

  /// For the library itself.
  explicit Dataset(std::shared_ptr<const DatasetState> state) : state_(std::move(state)) {}
  /// For the library itself.
  const DatasetState& state() const { return *state_; }
  /// For the library itself.
  const std::shared_ptr<const DatasetState>& shared_state() const { return state_; }

 private:
  std::shared_ptr<const DatasetState> state_;
};

/// Makes a Dataset row by row. Nothing is refused at once: every problem becomes a RowIssue of the finished Dataset,
/// but two rows for the same officer, date and metric under `on_duplicate: error`, which are an error. Texts (keys,
/// statuses, attributes) are trimmed and taken in NFC.
///
/// A row whose officer, date or metric cannot be used is ignored: it counts for nothing. A figure whose value cannot be
/// taken (its type, or a promise of the metric) is *refused*: there was a row, and it has no value; merged with others
/// of its key it refuses them all. A figure whose period begins after the rulebook's `effective.to`, or after the end
/// of a stated span, is ignored; one before the span's start is kept, but no period there counts.
///
/// Rows that a later one replaces or withdraws (Recorded) are as if they had never been given: they raise no issue and
/// stretch no span. A row of the roster or of duty that replaces another takes its place in the order of rows.
class DatasetBuilder {
 public:
  /// For the data of this rulebook.
  explicit DatasetBuilder(CheckedRulebook rules);
  ~DatasetBuilder();
  DatasetBuilder(DatasetBuilder&&) noexcept;             ///< takes over what was added
  DatasetBuilder& operator=(DatasetBuilder&&) noexcept;  ///< takes over what was added

  /// Registers an input file; its index goes into Origin::file. `holds` is for the receipt: `roster`, `metrics`, `duty`
  /// or `events-TABLE`.
  std::int32_t add_file(std::string name, std::string holds = "");
  /// What was read of a file, for the receipt; without it a receipt looks at the file again.
  void set_digest(std::int32_t file, InputDigest digest);
  /// A row of the roster: present from `from` to `to` (both included; unbounded when empty) with these attributes as
  /// written, by name (an empty text is the default, or no value).
  void add_officer(std::string key, std::optional<Day> from, std::optional<Day> to,
                   std::map<std::string, std::string> attributes, Origin origin = {}, Recorded recorded = {});
  /// A duty record: its status is a status of the rulebook's `duty`, `on_duty` or `rest`. It must hold a present day.
  void add_duty(std::string officer, std::optional<Day> from, std::optional<Day> to, std::string status,
                Origin origin = {}, Recorded recorded = {});
  /// A figure as written; of a metric with `about`, `officer` is the value of that attribute. `date` is a date in the
  /// metric's period, or the period's label. An empty value is no row; the value of a withdrawal is not read.
  void add_metric(std::string officer, std::string_view date, std::string_view metric, std::string_view value,
                  Origin origin = {}, Recorded recorded = {});
  /// A fact: a row of a table of the rulebook's `events`, on a date; its values as written, by column (an empty text is
  /// no value). It counts for the officer, and for those whom the columns name that metrics count by; a row whose
  /// officer nothing counts by may name anybody.
  void add_fact(std::string_view table, std::string officer, std::string_view date,
                const std::map<std::string, std::string>& values, Origin origin = {}, Recorded recorded = {});
  /// Rows recorded after this day are left out, from here on: to be said before rows are added.
  void set_known_at(Day day);
  /// How the files were said to be written, for the receipt.
  void set_dialect(CsvDialect dialect);
  /// States the span: "the extract is complete from … to …".
  void set_span(DayRange span);
  /// An issue found while reading (a row with too few fields, a file of no use).
  void add_issue(RowIssue issue);

  /// Sorts, checks against roster, calendar and promises, and finishes. The builder is empty afterwards. Errors:
  /// `figure-twice` (the first 20, in the order of their places, then their number; also for a figure recorded and
  /// withdrawn on one day), `span-backwards`, `span-far-outside` (by more than a year, of the days from 1900 to 2200);
  /// `rows-of-scorer` for the rows of a Scorer, which stay in it.
  Result<Dataset> finish();

  /// The rulebook that it was made for.
  const CheckedRulebook& rules() const;
  /// For the library itself.
  InputRows& rows();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cwp
