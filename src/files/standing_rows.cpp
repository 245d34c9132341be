#include "files/standing_rows.hpp"

#include <algorithm>

#include "bulletin/standing_table.hpp"
#include "row/parts.hpp"
#include "table/csv_text.hpp"
#include "table/result_rows.hpp"

namespace cwp {
namespace {

/// Blocks whose rows one thread finishes at once, and bytes that a state takes at most.
constexpr std::size_t kBlocksAtOnce = 32, kMostState = 32;

}  // namespace

StandingRows::StandingRows(const PlainScoring& scoring, std::size_t grain, std::size_t blocks, TextFiles& files)
    : scoring_(&scoring), grain_(grain), blocks_(blocks), officers_in_block_(scoring.lanes().block()) {
  const Run& run = scoring.run();
  const PublishedGrain& published = run.published()[grain];
  file_ = files.add(file_name(OutputTable::standing, OutputFormat::csv, to_text(published.grain)));
  rows_.assign(published.periods.size(), std::vector<Rows>(blocks));
  std::vector<std::string> ids, ranked;
  for (const Run::Column& column : run.columns())
    if (stands_in_standing(column.kind)) ids.push_back(run.id_of(column).value);
  ids.emplace_back("total");
  for (std::size_t r = 0; r < run.card().rankings.size(); ++r) {
    const ScoreRanking& ranking = run.card().rankings[r];
    if (!run.standing().wanted[r] || ranking.grain != published.grain || ranking.unit) continue;
    ranked.push_back(ranking.written->id.value);
    // Ranks are whole or have one place; which of them is known when they come.
    rankings_.push_back({ranked.back(), FigureTexts(0), std::vector<KeptRanks>(published.periods.size())});
  }
  files.append(file_, CsvText(names_of(standing_columns(ids, ranked))).take());
}

void StandingRows::block(const ScoreBlock& block, std::size_t period, const std::string& start,
                         const std::vector<const FigureTexts*>& texts) {
  const DatasetState& data = scoring_->run().data();
  std::size_t most = block.count * (start.size() + kMostState + block.columns.size() * FigureTexts::kMost);
  for (std::size_t i = 0; i < block.count; ++i) most += most_of_cell(data.key(block.first + i));
  thread_local std::vector<char> memory;
  if (memory.size() < most + FigureTexts::kMost) memory.resize(most + FigureTexts::kMost);
  Rows& rows = rows_[period][block.first / officers_in_block_];
  rows.ends.reserve(block.count);
  char* at = memory.data();
  for (std::size_t i = 0; i < block.count; ++i) {
    const PlainScoring::RowFacts& facts = scoring_->facts(block.first + i, grain_, period);
    if (facts.is_there) {
      at = put_text(at, start);
      at = put_cell(at, data.key(block.first + i));
      for (std::size_t c = 0; c < block.columns.size(); ++c)
        if (stands_in_standing(block.columns[c].kind)) at = texts[c]->put(at, block.columns[c].units[i]);
      *at++ = ',';
      at = put_text(at, to_text(facts.state));
    }
    rows.ends.push_back(std::uint32_t(at - memory.data()));
  }
  rows.text.assign(memory.data(), at);
}

void StandingRows::ranks(const std::string& ranking, Period period, int decimals, const KeptRanks& ranks) {
  const std::vector<Period>& periods = scoring_->run().published()[grain_].periods;
  const auto shown =
      std::find_if(rankings_.begin(), rankings_.end(), [&](const Ranked& one) { return one.id == ranking; });
  const auto place = std::find(periods.begin(), periods.end(), period);
  if (shown == rankings_.end() || place == periods.end()) return;
  if (shown->texts.decimals() != decimals) shown->texts = FigureTexts(decimals);
  shown->of_period[std::size_t(place - periods.begin())] = ranks;
}

std::string StandingRows::finished(std::size_t period, std::size_t block) const {
  const Rows& rows = rows_[period][block];
  std::string text(rows.text.size() + rows.ends.size() * (rankings_.size() * FigureTexts::kMost + 1), '\0');
  char* at = text.data();
  for (std::size_t i = 0, begin = 0; i < rows.ends.size(); begin = rows.ends[i++]) {
    if (rows.ends[i] == begin) continue;
    at = put_text(at, std::string_view(rows.text).substr(begin, rows.ends[i] - begin));
    for (const Ranked& ranked : rankings_) {
      const KeptRanks& ranks = ranked.of_period[period];
      const std::uint32_t rank = ranks ? (*ranks)[block * officers_in_block_ + i] : 0;
      if (rank == 0)
        *at++ = ',';
      else
        at = ranked.texts.put(at, rank);
    }
    *at++ = '\n';
  }
  text.resize(std::size_t(at - text.data()));
  return text;
}

void StandingRows::write(TextFiles& files, int threads) {
  const auto at_once = kBlocksAtOnce * std::size_t(std::max(threads, 1));
  for (std::size_t period = 0; period < rows_.size(); ++period) {
    for (std::size_t first = 0; first < blocks_ && !files.ended(); first += at_once) {
      std::vector<std::string> texts(std::min(at_once, blocks_ - first));
      for_each_part(texts.size(), threads, [&](std::size_t i) {
        texts[i] = finished(period, first + i);
        rows_[period][first + i] = {};
      });
      for (std::string& text : texts) files.append(file_, std::move(text));
    }
    for (Ranked& ranked : rankings_) ranked.of_period[period].reset();
  }
}

}  // namespace cwp
