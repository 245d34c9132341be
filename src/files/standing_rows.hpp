#pragma once
// StandingRows: the table of standing of one grain, as CSV: rows of the blocks, each with ranks behind it that come
// when all blocks are done.

#include <memory>
#include <string>
#include <vector>

#include "cwp/score_sink.hpp"
#include "files/csv_rows.hpp"
#include "files/text_files.hpp"
#include "stream/plain_scoring.hpp"

namespace cwp {

/// Ranks by officer; 0: none.
using KeptRanks = std::shared_ptr<const std::vector<std::uint32_t>>;

class StandingRows {
 public:
  /// Of the published grain of this number; adds its file. All arguments but `files` must outlive this.
  StandingRows(const PlainScoring& scoring, std::size_t grain, std::size_t blocks, TextFiles& files);

  /// Takes the officers of a block in a period; `texts` by column of the block, `start` is what a row of the period
  /// begins with. From several threads at once.
  void block(const ScoreBlock& block, std::size_t period, const std::string& start,
             const std::vector<const FigureTexts*>& texts);
  /// Takes the ranks of one ranking, where the table shows them.
  void ranks(const std::string& ranking, Period period, int decimals, const KeptRanks& ranks);
  /// Behind all of these: writes the rows, which are gone then.
  void write(TextFiles& files, int threads);

 private:
  /// Rows up to their ranks, one behind the other; that of an officer who is not there is empty.
  struct Rows {
    std::string text;
    std::vector<std::uint32_t> ends;  ///< by officer of the block
  };
  struct Ranked {
    std::string id;
    FigureTexts texts;
    std::vector<KeptRanks> of_period;
  };
  std::string finished(std::size_t period, std::size_t block) const;

  const PlainScoring* scoring_;
  std::size_t grain_, file_, blocks_, officers_in_block_;
  std::vector<std::vector<Rows>> rows_;  ///< by period and block
  std::vector<Ranked> rankings_;
};

}  // namespace cwp
