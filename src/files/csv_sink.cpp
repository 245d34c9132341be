#include "files/csv_sink.hpp"

#include <algorithm>
#include <utility>

#include "bulletin/standing_table.hpp"
#include "files/ranking_rows.hpp"
#include "table/csv_text.hpp"
#include "table/result_rows.hpp"

namespace cwp {
namespace {

/// Bytes that the end of a row takes at most.
constexpr std::size_t kMostEnd = 96;

/// What stands in a row behind the total.
std::string end_of(const PlainScoring::RowFacts& facts) {
  std::string end;
  for (const auto* figure : {&facts.reachable, &facts.coverage})
    end += "," + (*figure ? csv_cell((*figure)->to_text()) : std::string());
  return end + "," + std::string(to_text(facts.state)) + ",\n";
}

}  // namespace

bool CsvSink::wants(PartKind kind) const {
  return kind == PartKind::total || output_->writes(OutputTable::scores) ||
         (output_->writes(OutputTable::standing) && stands_in_standing(kind));
}

const FigureTexts* CsvSink::texts_of(int decimals) {
  for (const auto& texts : texts_)
    if (texts->decimals() == decimals) return texts.get();
  return texts_.emplace_back(std::make_unique<FigureTexts>(decimals)).get();
}

void CsvSink::attach(const PlainScoring& scoring, TextFiles& files, int threads, StageProgress& progress) {
  scoring_ = &scoring;
  files_ = &files;
  threads_ = std::size_t(std::max(threads, 1));
  progress_ = &progress;
  const Run& run = scoring.run();
  const std::size_t block = scoring.lanes().block();
  blocks_ = (run.data().officer_count() + block - 1) / block;
  for (std::size_t g = 0; g < run.published().size(); ++g) {
    const PublishedGrain& published = run.published()[g];
    Table& table = *tables_.emplace_back(std::make_unique<Table>());
    if (output_->writes(OutputTable::scores)) {
      const std::size_t file = files.add(file_name(OutputTable::scores, output_->format, to_text(published.grain)));
      files.append(file, header());
      table.scores = std::make_unique<PiecesInOrder>(files, file, blocks_ * published.periods.size());
    }
    if (output_->writes(OutputTable::standing))
      table.standing = std::make_unique<StandingRows>(scoring, g, blocks_, files);
    for (std::size_t p = 0; p < published.periods.size(); ++p) {
      PeriodRows& rows = table.periods.emplace_back();
      rows.period = published.periods[p];
      rows.grain = g, rows.number = p;
      rows.start = csv_cell(run.card().calendar.label(rows.period)) + ",";
      for (const LaneScoring::AllFacts& facts : scoring.class_facts()) rows.ends.push_back(end_of(facts[g][p]));
      for (const Run::Column& column : run.columns())
        if (wants(column.kind)) rows.texts.push_back(texts_of(run.rounding_of(column, published.grain).decimals));
      rows.texts.push_back(texts_of(run.rounding_of({PartKind::total, 0}, published.grain).decimals));
    }
  }
  for (const auto& table : tables_)
    if (!table->periods.empty()) last_ = &table->periods.back();
  for (std::size_t r = 0; r < run.card().rankings.size(); ++r)
    if (run.standing().wanted[r]) {
      Ranked& ranked = rankings_.emplace_back();
      ranked.id = run.card().rankings[r].written->id.value;
      if (output_->writes(OutputTable::rankings)) {
        ranked.file = files.add(file_name(OutputTable::rankings, output_->format, ranked.id));
        files.append(ranked.file, CsvText(names_of(ranking_columns())).take());
      }
      ranked.leaders.leaders = {ranked.id, run.card().rankings[r].grain, {}};
    }
}

void CsvSink::block(const ScoreBlock& block) {
  Table& table = **std::find_if(tables_.begin(), tables_.end(), [&](const std::unique_ptr<Table>& one) {
    return !one->periods.empty() && one->periods[0].period.grain == block.period.grain;
  });
  const auto found = std::find_if(table.periods.begin(), table.periods.end(),
                                  [&](const PeriodRows& one) { return one.period == block.period; });
  const auto period = std::size_t(found - table.periods.begin());
  if (files_->ended()) throw FilesEnded();
  if (&*found == last_) progress_->add(block.count);
  if (table.scores) put_scores(block, table, period);
  if (table.standing) table.standing->block(block, period);
}

void CsvSink::put_scores(const ScoreBlock& block, Table& table, std::size_t period) {
  const PeriodRows& rows = table.periods[period];
  const DatasetState& data = scoring_->run().data();
  const std::size_t most =
      room_for_rows(data, block.first, block.count, rows.start.size() + kMostEnd, block.columns.size());
  thread_local std::vector<char> memory;  // most rows are far shorter
  if (memory.size() < most) memory.resize(most);
  char* at = memory.data();
  for (std::size_t i = 0; i < block.count; ++i) {
    const std::size_t officer = block.first + i;
    const PlainScoring::RowFacts& facts = scoring_->facts(officer, rows.grain, rows.number);
    if (!facts.is_there) continue;
    at = put_text(at, rows.start);
    at = put_short_cell(at, data.key(officer));
    for (std::size_t c = 0; c < block.columns.size(); ++c) at = rows.texts[c]->put(at, block.columns[c].units[i]);
    const bool has_own = scoring_->lanes().own_facts(officer) != nullptr;
    at = put_text(at, has_own ? end_of(facts) : rows.ends[scoring_->lanes().classes().of(officer)]);
  }
  table.scores->hand_on(period * blocks_ + block.first / scoring_->lanes().block(),
                        files_->filled({memory.data(), std::size_t(at - memory.data())}));
}

std::span<std::uint32_t> CsvSink::room_for_ranks(std::string_view ranking, Period period, std::size_t officers) {
  auto& room = ranks_[{std::string(ranking), period}];
  room = std::make_shared_for_overwrite<std::uint32_t[]>(officers);
  return {room.get(), officers};
}

void CsvSink::ranks(const RankColumn& ranks) {
  const auto& card = scoring_->run().card().rankings;
  const auto ranking =
      std::size_t(std::find_if(card.begin(), card.end(),
                               [&](const ScoreRanking& one) { return one.written->id.value == ranks.ranking; }) -
                  card.begin());
  Ranked& ranked =
      *std::find_if(rankings_.begin(), rankings_.end(), [&](const Ranked& one) { return one.id == ranks.ranking; });
  auto room = ranks_.extract({ranked.id, ranks.period});
  const KeptRanks kept = std::move(room.mapped());
  for (const auto& table : tables_)
    if (table->standing) table->standing->ranks(ranked.id, ranks.period, ranks.decimals, kept);
  const auto add = [this, ranking, period = ranks.period, decimals = ranks.decimals, &ranked, kept] {
    if (files_->ended()) return;
    std::function<void(std::string_view)> take;
    if (output_->writes(OutputTable::rankings))
      take = [&](std::string_view some) { files_->append(ranked.file, files_->filled(some)); };
    const std::span all(kept.get(), scoring_->run().data().officer_count());
    RankingRows rows = take ? ranking_rows(*scoring_, ranking, period, all, decimals, take)
                            : ranking_leaders(*scoring_, ranking, period, all, decimals);
    ranked.rows += rows.count;
    if (rows.count > 0) ranked.leaders = std::move(rows.leaders);
  };
  const bool is_first = !std::exchange(ranked.has_begun, true);
  // The periods of one ranking come one behind the other, and must be written so.
  if (threads_ > 1 && is_first) {
    if (open_.size() == threads_) {
      open_.front().get();
      open_.pop_front();
    }
    open_.push_back(std::async(std::launch::async | std::launch::deferred, add));
    return;
  }
  wait_for_open();
  add();
}

void CsvSink::wait_for_open() {
  for (std::future<void>& one : open_) one.get();
  open_.clear();
}

void CsvSink::wait() noexcept {
  for (std::future<void>& one : open_)
    if (one.valid()) one.wait();
}

std::string CsvSink::header() const {
  const Run& run = scoring_->run();
  std::vector<std::string> ids;
  for (const Run::Column& column : run.columns()) ids.push_back(run.id_of(column).value);
  ids.emplace_back("total");
  return CsvText(names_of(score_columns(ids))).take();
}

std::vector<CsvSink::Ranked> CsvSink::take_rankings() {
  for (const auto& table : tables_)
    if (table->standing) table->standing->write(*files_, int(threads_));
  wait_for_open();
  return std::move(rankings_);
}

}  // namespace cwp
