#pragma once
// CsvSink: the rows of a PlainScoring as CSV, each block written as it comes.

#include <deque>
#include <future>
#include <memory>

#include "cwp/score_files.hpp"
#include "files/csv_rows.hpp"
#include "io/stage_progress.hpp"
#include "stream/plain_scoring.hpp"

namespace cwp {

class CsvSink : public ScoreSink {
 public:
  /// To be told before anything is scored; it must outlive the sink, as `progress` must.
  void attach(const PlainScoring& scoring, int threads, StageProgress& progress);

  bool in_order() const override { return false; }
  void block(const ScoreBlock& block) override;
  void ranks(const RankColumn& ranks) override;

  struct Ranked {
    std::string id;
    std::string csv;
    std::size_t rows = 0;
    bool has_begun = false;
    RankingSummary leaders;  ///< of the last period
  };
  /// Behind the scoring: the tables by grain, then the rankings that were asked for. Once.
  std::vector<std::string> take_tables();
  std::vector<Ranked> take_rankings();

 private:
  struct PeriodRows {
    Period period;
    std::size_t grain = 0, number = 0;      ///< in Run::published()
    std::string start;                      ///< of a row, up to the officer
    std::vector<std::string> ends;          ///< behind the total, by class
    std::vector<std::string> pieces;        ///< by block
    std::vector<const FigureTexts*> texts;  ///< by column
  };

  const FigureTexts* texts_of(int decimals);
  void wait_for_open();
  std::string header() const;

  const PlainScoring* scoring_ = nullptr;
  StageProgress* progress_ = nullptr;
  std::size_t threads_ = 1;
  std::vector<std::unique_ptr<FigureTexts>> texts_;
  std::vector<std::vector<PeriodRows>> tables_;  ///< by grain
  std::vector<Ranked> rankings_;
  std::deque<std::future<void>> open_;
};

}  // namespace cwp
