#pragma once
// StandingRows: the table of standing of one grain, as CSV: figures of the blocks are kept until the ranks are there,
// then each row is written once.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cwp/score_sink.hpp"
#include "files/csv_rows.hpp"
#include "files/text_files.hpp"
#include "stream/plain_scoring.hpp"

namespace cwp {

/// Ranks by officer; 0: none.
using KeptRanks = std::shared_ptr<const std::uint32_t[]>;

class StandingRows {
 public:
  /// Of the published grain of this number; adds its file. All arguments but `files` must outlive this.
  StandingRows(const PlainScoring& scoring, std::size_t grain, std::size_t blocks, TextFiles& files);

  /// Takes the figures of a block in a period. From several threads at once.
  void block(const ScoreBlock& block, std::size_t period);
  /// Takes the ranks of one ranking, where the table shows them.
  void ranks(const std::string& ranking, Period period, int decimals, const KeptRanks& ranks);
  /// Behind all of these: writes the rows; what was taken is gone then.
  void write(TextFiles& files, int threads);

 private:
  /// The figures of one period: by column and officer, or, of a block where 16 bits do not hold them, by column and
  /// block.
  struct Figures {
    std::unique_ptr<std::uint16_t[]> small;
    std::vector<std::vector<std::int64_t>> large;
  };
  struct Ranked {
    std::string id;
    FigureTexts texts;
    std::vector<KeptRanks> of_period;
  };
  TextPiece rows(std::size_t period, std::size_t first, std::size_t end, TextFiles& files) const;
  char* put_block(std::size_t period, std::size_t block, char* at) const;

  const PlainScoring* scoring_;
  std::size_t grain_, file_, blocks_, officers_, officers_in_block_;
  std::vector<std::string> starts_;   ///< of a row, up to the officer, by period
  std::vector<FigureTexts> columns_;  ///< how the figures of each are written
  std::vector<Figures> figures_;      ///< by period
  std::vector<Ranked> rankings_;
};

}  // namespace cwp
