#include "files/standing_rows.hpp"

#include <algorithm>

#include "bulletin/standing_table.hpp"
#include "files/pieces_in_order.hpp"
#include "row/parts.hpp"
#include "table/csv_text.hpp"
#include "table/result_rows.hpp"

namespace cwp {
namespace {

/// Officers whose rows are one piece of the file, and bytes that a state takes at most.
constexpr std::size_t kOfficersAtOnce = 8192, kMostState = 32;

}  // namespace

StandingRows::StandingRows(const PlainScoring& scoring, std::size_t grain, std::size_t blocks, TextFiles& files)
    : scoring_(&scoring),
      grain_(grain),
      blocks_(blocks),
      officers_(scoring.run().data().officer_count()),
      officers_in_block_(scoring.lanes().block()) {
  const Run& run = scoring.run();
  const PublishedGrain& published = run.published()[grain];
  file_ = files.add(file_name(OutputTable::standing, OutputFormat::csv, to_text(published.grain)));
  std::vector<std::string> ids, ranked;
  for (const Run::Column& column : run.columns()) {
    if (!stands_in_standing(column.kind)) continue;
    ids.push_back(run.id_of(column).value);
    columns_.emplace_back(run.rounding_of(column, published.grain).decimals);
  }
  ids.emplace_back("total");
  columns_.emplace_back(run.rounding_of({PartKind::total, 0}, published.grain).decimals);
  for (const Period period : published.periods) {
    starts_.push_back(csv_cell(run.card().calendar.label(period)) + ",");
    figures_.push_back({std::make_unique_for_overwrite<std::uint16_t[]>(columns_.size() * officers_),
                        std::vector<std::vector<std::int64_t>>(columns_.size() * blocks)});
  }
  for (std::size_t r = 0; r < run.card().rankings.size(); ++r) {
    const ScoreRanking& ranking = run.card().rankings[r];
    if (!run.standing().wanted[r] || ranking.grain != published.grain || ranking.unit) continue;
    ranked.push_back(ranking.written->id.value);
    // Ranks are whole or have one place; which of them is known when they come.
    rankings_.push_back({ranked.back(), FigureTexts(0), std::vector<KeptRanks>(published.periods.size())});
  }
  files.append(file_, CsvText(names_of(standing_columns(ids, ranked))).take());
}

void StandingRows::block(const ScoreBlock& block, std::size_t period) {
  Figures& figures = figures_[period];
  std::size_t c = 0;
  for (const FigureColumnView& column : block.columns) {
    if (!stands_in_standing(column.kind)) continue;
    if (!column.units.copy_to(std::span(figures.small.get() + c * officers_ + block.first, block.count))) {
      std::vector<std::int64_t>& large = figures.large[c * blocks_ + block.first / officers_in_block_];
      large.resize(block.count);
      for (std::size_t i = 0; i < block.count; ++i) large[i] = column.units[i];
    }
    ++c;
  }
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

char* StandingRows::put_block(std::size_t period, std::size_t block, char* at) const {
  struct Column {
    const FigureTexts* texts;
    const std::uint16_t* small;
    const std::int64_t* large;
  };
  struct Ranks {
    const FigureTexts* texts;
    const std::uint32_t* of;
  };
  const std::size_t first = block * officers_in_block_, count = std::min(officers_in_block_, officers_ - first);
  std::vector<Column> columns;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const std::vector<std::int64_t>& large = figures_[period].large[c * blocks_ + block];
    columns.push_back(
        {&columns_[c], figures_[period].small.get() + c * officers_ + first, large.empty() ? nullptr : large.data()});
  }
  std::vector<Ranks> rankings;
  for (const Ranked& ranked : rankings_) rankings.push_back({&ranked.texts, ranked.of_period[period].get() + first});
  const DatasetState& data = scoring_->run().data();
  const ShortText start(starts_[period]);
  // Mostly it is the same for all.
  const PlainScoring::RowFacts* known = nullptr;
  ShortText state;
  for (std::size_t i = 0; i < count; ++i) {
    const PlainScoring::RowFacts& facts = scoring_->facts(first + i, grain_, period);
    if (!facts.is_there) continue;
    if (&facts != known) state = ShortText("," + std::string(to_text(facts.state)));
    known = &facts;
    at = start.put(at);
    at = put_short_cell(at, data.key(first + i));
    for (const Column& column : columns)
      at = column.texts->put(at, column.large != nullptr ? column.large[i] : std::int64_t{column.small[i]});
    at = state.put(at);
    for (const Ranks& ranks : rankings)
      at = ranks.texts->put(at, ranks.of[i] == 0 ? kNoFigure : std::int64_t{ranks.of[i]});
    *at++ = '\n';
  }
  return at;
}

/// Of the blocks `first` to before `end`.
TextPiece StandingRows::rows(std::size_t period, std::size_t first, std::size_t end, TextFiles& files) const {
  const DatasetState& data = scoring_->run().data();
  const std::size_t begin = first * officers_in_block_, behind = std::min(end * officers_in_block_, officers_);
  TextPiece piece = files.piece(room_for_rows(data, begin, behind - begin, starts_[period].size() + kMostState,
                                              columns_.size() + rankings_.size()));
  char* at = piece.begin();
  for (std::size_t block = first; block < end; ++block) at = put_block(period, block, at);
  piece.end_at(at);
  return piece;
}

void StandingRows::write(TextFiles& files, int threads) {
  const std::size_t at_once = std::max<std::size_t>(kOfficersAtOnce / officers_in_block_, 1);
  const std::size_t pieces = (blocks_ + at_once - 1) / at_once;
  for (std::size_t period = 0; period < figures_.size(); ++period) {
    PiecesInOrder in_order(files, file_, pieces);
    for_each_part(pieces, threads, [&](std::size_t i) {
      if (files.ended()) return;
      const std::size_t first = i * at_once;
      in_order.hand_on(i, rows(period, first, std::min(first + at_once, blocks_), files));
    });
    figures_[period] = {};
    for (Ranked& ranked : rankings_) ranked.of_period[period].reset();
  }
}

}  // namespace cwp
