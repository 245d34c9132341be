#pragma once
// Scorer: scores that follow the data. A day is appended, a row corrected or withdrawn, and what depends on it is
// scored and ranked again, nothing else.

#include <memory>
#include <string>
#include <vector>

#include "cwp/dataset.hpp"
#include "cwp/export.hpp"
#include "cwp/moved.hpp"
#include "cwp/plan.hpp"
#include "cwp/score.hpp"

namespace CWP_API cwp {

/// How much of the work the last update did again.
struct UpdateReport {
  /// All of it: another officer in the roster, data that begin on another day, or `strict`.
  bool everything = false;
  std::size_t officers = 0;  ///< of whom something was scored again
  std::size_t rows = 0;      ///< of the tables, scored again
  std::size_t cells = 0;     ///< evaluated
  std::size_t rankings = 0;  ///< periods of rankings, ranked again
};

/// Keeps all rows it was given, and their scores. What it publishes is what one run over all of these rows publishes,
/// to the byte, whatever the order of updates.
///
/// Not for several threads at once. Memory: the rows, some three bytes for a figure, and the Scores with what they came
/// from; data are not kept as columns. While all rows are taken, so at `make`, each figure takes some 50 bytes more.
class Scorer {
 public:
  /// Scores the rows of the builder, all of them. Errors: those of DatasetBuilder::finish and `score`;
  /// `data-of-other-rules`, where the builder was made for another rulebook than the plan.
  static Result<Scorer> make(const Plan& plan, DatasetBuilder rows, const ScoreOptions& options = {});
  /// The Scorer whose rows `save` wrote into the file, and scores them: time of `make`. Errors: `state-unreadable`, for
  /// a file that is none, was cut or altered; `state-of-other-rules`, where the plan's rulebook (its text, what it
  /// extends, what was set beside it), window, grains, `provisional`, `strict` or the version of cwp are not those that
  /// it was written with; and those of `make`. Span, day of knowledge and the files that rows came from are those of
  /// then.
  static Result<Scorer> open(const std::string& path, const Plan& plan, const ScoreOptions& options = {});
  ~Scorer();
  Scorer(Scorer&&) noexcept;             ///< takes over rows and scores
  Scorer& operator=(Scorer&&) noexcept;  ///< takes over rows and scores

  /// Here rows are added: new ones, and those that correct or withdraw others (Recorded). They count from the next
  /// update. Files, the span, the day of knowledge and everything else of the builder can be said here, too; `finish`
  /// is an error here (`rows-of-scorer`), and nothing changes by it.
  DatasetBuilder& rows();

  /// Scores again what depends on the rows that were added, and says what moved: as what_moved(before, after).
  ///
  /// Errors are those of one run over all rows (a figure twice under `on_duplicate: error`; with `strict` a row issue);
  /// then the rows added since the last update are taken back, and nothing has changed.
  ///
  /// Time, for one corrected figure: its officer's cells that depend on it; where those of his peers look at it,
  /// theirs, too; where something moved that is ranked, one pass over the ranking in each of those periods. Rows of the
  /// roster, of duty and of facts cost a pass over all rows besides; another officer, or data that begin earlier or
  /// later, a whole run. Where somebody holds a copy of `scores()`, it is copied first.
  Result<Movement> update();

  /// Writes all rows as of the last update into a file; rows added since are not in it. Same rows, same bytes. The file
  /// appears as a whole, flushed to the disk, or the old one stays. Returns the problems (`output-unwritable`; and
  /// `state-changed`, where the file is the one that was opened or saved last, and another process has replaced it
  /// since); empty: done. O(rows), with all of the file in memory: some three bytes for a figure.
  std::vector<Diagnostic> save(const std::string& path) const;

  /// As of the last update. A copy stays as it is; a reference is that of the newest.
  const Scores& scores() const;
  const UpdateReport& last_update() const;  ///< how much work it was

 private:
  struct State;
  explicit Scorer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cwp
