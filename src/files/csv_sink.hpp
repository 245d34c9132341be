#pragma once
// CsvSink: the rows of a PlainScoring as CSV, each block handed on as soon as those before it are.

#include <deque>
#include <future>
#include <map>
#include <memory>

#include "cwp/score_files.hpp"
#include "files/csv_rows.hpp"
#include "files/pieces_in_order.hpp"
#include "files/standing_rows.hpp"
#include "files/text_files.hpp"
#include "io/stage_progress.hpp"
#include "stream/plain_scoring.hpp"

namespace cwp {

/// What a sink throws where nothing more can be written: then nothing more need be scored.
struct FilesEnded {};

class CsvSink : public ScoreSink {
 public:
  /// Of the tables that these options want.
  explicit CsvSink(const OutputOptions& output) : output_(&output) {}
  /// To be told before anything is scored; the arguments must outlive the sink. Adds to `files` the tables by grain,
  /// then the rankings.
  void attach(const PlainScoring& scoring, TextFiles& files, int threads, StageProgress& progress);

  bool in_order() const override { return false; }
  bool wants(PartKind kind) const override;
  void block(const ScoreBlock& block) override;
  std::span<std::uint32_t> room_for_ranks(std::string_view ranking, Period period, std::size_t officers) override;
  void ranks(const RankColumn& ranks) override;

  struct Ranked {
    std::string id;
    std::size_t file = 0;  ///< where rankings are wanted
    std::size_t rows = 0;
    bool has_begun = false;
    RankingSummary leaders;  ///< of the last period
  };
  /// Behind the scoring: writes what waited for ranks, and waits until all has been handed on. Once.
  std::vector<Ranked> take_rankings();
  /// Where that will not be asked for: behind it nothing is handed on any more.
  void wait() noexcept;

 private:
  struct PeriodRows {
    Period period;
    std::size_t grain = 0, number = 0;      ///< in Run::published()
    std::string start;                      ///< of a row, up to the officer
    std::vector<std::string> ends;          ///< behind the total, by class
    std::vector<const FigureTexts*> texts;  ///< by column
  };
  /// The rows of a grain: its periods one behind the other, of each all blocks.
  struct Table {
    std::unique_ptr<PiecesInOrder> scores;   ///< where they are wanted
    std::unique_ptr<StandingRows> standing;  ///< where it is wanted
    std::vector<PeriodRows> periods;
  };

  const FigureTexts* texts_of(int decimals);
  void wait_for_open();
  std::string header() const;
  void put_scores(const ScoreBlock& block, Table& table, std::size_t period);

  const OutputOptions* output_;
  const PlainScoring* scoring_ = nullptr;
  TextFiles* files_ = nullptr;
  StageProgress* progress_ = nullptr;
  std::size_t threads_ = 1;
  std::vector<std::unique_ptr<FigureTexts>> texts_;
  std::size_t blocks_ = 0;                      ///< of officers
  std::vector<std::unique_ptr<Table>> tables_;  ///< by grain
  const PeriodRows* last_ = nullptr;            ///< of all tables: behind it the officers of a block are done
  std::vector<Ranked> rankings_;
  /// Where ranks are being written, or were: by what is asked for.
  std::map<std::pair<std::string, Period>, std::shared_ptr<std::uint32_t[]>> ranks_;
  std::deque<std::future<void>> open_;
};

}  // namespace cwp
