#include "cwp/column_file.hpp"

#include <algorithm>

#include "column_file/column_file_state.hpp"
#include "column_file/column_sum.hpp"
#include "column_file/day_records.hpp"
#include "columns/hold_promises.hpp"
#include "data/finish_dataset.hpp"
#include "engine/officer_threads.hpp"

namespace cwp {
namespace {

/// Bytes of the file that are mapped as one, and the columns in them.
struct Stretched {
  std::uint64_t begin = 0, end = 0;
  std::vector<const ColumnEntry*> columns;
};

/// Columns whose pages meet are one piece.
std::vector<Stretched> pieces_of(std::vector<const ColumnEntry*> columns, std::size_t officers) {
  std::sort(columns.begin(), columns.end(),
            [](const ColumnEntry* a, const ColumnEntry* b) { return a->stored.offset < b->stored.offset; });
  std::vector<Stretched> pieces;
  for (const ColumnEntry* column : columns) {
    const std::uint64_t begin = column->stored.offset, end = begin + size_of(*column, officers);
    if (pieces.empty() || begin / kPage > pieces.back().end / kPage + 1) pieces.push_back({begin, begin, {}});
    pieces.back().end = std::max(pieces.back().end, end);
    pieces.back().columns.push_back(column);
  }
  return pieces;
}

/// So many numbers of officers; nothing where they do not ascend, or one is no officer's.
std::optional<std::vector<std::uint32_t>> officers_at(const std::byte* bytes, std::size_t count, std::size_t officers) {
  const auto* const first = reinterpret_cast<const std::uint32_t*>(bytes);
  std::vector<std::uint32_t> numbers(first, first + count);
  if (std::adjacent_find(numbers.begin(), numbers.end(), std::greater_equal<>()) != numbers.end()) return std::nullopt;
  if (!numbers.empty() && numbers.back() >= officers) return std::nullopt;
  return numbers;
}

/// The figures of a column that lies at `bytes`; nothing where they are not what was written.
std::optional<StoredFigures> figures_at(const ColumnEntry& column, const std::byte* bytes, std::size_t officers,
                                        std::atomic<bool>& seen) {
  const std::uint64_t of_figures = whole_lines(officers * bytes_of(column.type));
  const std::uint64_t of_absent = whole_lines(std::uint64_t{column.absent} * sizeof(std::uint32_t));
  if (!seen.load(std::memory_order_acquire)) {
    // Lanes are proved from the least and the greatest figure: they are what they are said to be, or nothing is scored.
    const std::size_t more = std::size_t(size_of(column, officers) - of_figures);
    const MeasuredColumn found = measure_column(column.type, bytes, officers, more);
    if (found.sum != column.stored.sum || found.low != column.low || found.high != column.high) return std::nullopt;
    seen.store(true, std::memory_order_release);
  }
  StoredFigures figures;
  figures.type = column.type;
  figures.data = bytes;
  figures.low = column.low;
  figures.high = column.high;
  figures.is_measured = true;
  figures.decimals = column.decimals;
  auto absent = officers_at(bytes + of_figures, column.absent, officers);
  auto refused = officers_at(bytes + of_figures + of_absent, column.refused, officers);
  if (!absent || !refused) return std::nullopt;
  figures.absent = std::move(*absent);
  figures.refused = std::move(*refused);
  return figures;
}

}  // namespace

Diagnostic ColumnFileState::unreadable(std::string_view why, std::vector<std::string> arguments) const {
  return unreadable_columns(path, why, std::move(arguments));
}

std::shared_ptr<DatasetState> ColumnFileState::begun(const std::optional<DayRange>& days,
                                                     std::shared_ptr<ColumnStore>& store) const {
  auto state = std::make_shared<DatasetState>(*people);
  store = std::make_shared<ColumnStore>(*people->columns);
  store->kept.push_back(people->columns);  // the copy borrows from it
  state->columns = store;
  state->span = days;
  state->issues.clear();
  state->files = {path};
  state->holds = {std::string(kHoldsColumns)};
  return state;
}

std::vector<Diagnostic> ColumnFileState::add_days(DayRange days, ColumnStore& store) const {
  const auto cut = [&](DayRange own) {
    return DayRange{std::max(own.first, days.first), std::min(own.last, days.last)};
  };
  const bool is_read =
      for_each_record(pieces, duty, days, store.keys.size(), statuses.size(), true, [&](const DayRecord& record) {
        if (record.first <= record.last)
          store.duty[record.officer].push_back({cut(record.days()), statuses[record.status], {}});
      });
  if (!is_read) return {unreadable("column-file-days")};
  for (auto& [officer, stays] : store.stays) {
    std::erase_if(stays, [&](const DayRange& own) { return cut(own).size() < 1; });
    std::transform(stays.begin(), stays.end(), stays.begin(), cut);
  }
  // Whoever is there on all of these days is one of the many.
  std::erase_if(store.stays, [&](const auto& of) { return of.second == std::vector{days}; });
  return {};
}

std::vector<const ColumnEntry*> ColumnFileState::columns_within(DayRange days) const {
  std::vector<const ColumnEntry*> within;
  for (const auto& [of, column] : columns) {
    const DayRange own = rules.calendar().days(column.period);
    if (own.first <= days.last && days.first <= own.last) within.push_back(&column);
  }
  return within;
}

std::vector<Diagnostic> ColumnFileState::add_figures(const std::vector<const ColumnEntry*>& wanted, ColumnStore& store,
                                                     std::vector<RowIssue>& found, int threads) const {
  const OfficerKeys& keys = people->columns->keys;
  const std::vector<Stretched> all = pieces_of(wanted, keys.size());
  struct Taken {
    const ColumnEntry* column;
    const std::byte* bytes;
    std::optional<StoredFigures> figures;
  };
  std::vector<Taken> taken;
  for (const Stretched& piece : all) {
    // Of no officers there are no bytes, and none can be mapped.
    std::shared_ptr<const std::byte> bytes;
    if (piece.begin < piece.end) bytes = pieces.map(piece.begin, piece.end);
    if (piece.begin < piece.end && !bytes)
      return {unreadable("column-file-no-room", {std::to_string(piece.end - piece.begin)})};
    for (const ColumnEntry* column : piece.columns)
      taken.push_back({column, bytes.get() + (column->stored.offset - piece.begin), {}});
    store.kept.push_back(std::move(bytes));
  }
  for_each_officer(taken.size(), threads, [&](std::size_t i) {
    taken[i].figures = figures_at(*taken[i].column, taken[i].bytes, keys.size(), seen[taken[i].column->number]);
  });
  for (Taken& one : taken) {
    const Period period = one.column->period;
    if (!one.figures)
      return {unreadable("column-file-figures",
                         {rules.rulebook().metrics[one.column->metric].id.value, rules.calendar().label(period)})};
    people->columns->leave_out(rules.calendar().days(period), *one.figures);
    hold_promises(rules, keys, one.column->metric, period, *one.figures, found);
    store.figures.insert_or_assign({one.column->metric, period}, std::move(*one.figures));
  }
  return {};
}

std::size_t ColumnFile::officer_count() const { return state_->people->officer_count(); }
std::optional<DayRange> ColumnFile::span() const { return state_->span; }
std::size_t ColumnFile::column_count() const { return state_->column_count; }
const std::vector<RowIssue>& ColumnFile::issues() const { return state_->issues; }

Result<Dataset> ColumnFile::dataset() const {
  std::shared_ptr<ColumnStore> store;
  const auto data = state_->begun(state_->span, store);
  std::vector<RowIssue> known;  // the file has them
  auto problems = state_->add_days({kFirstDay, kLastDay}, *store);
  if (problems.empty()) problems = state_->add_figures(state_->columns_within({kFirstDay, kLastDay}), *store, known);
  if (!problems.empty()) return problems;
  data->issues = state_->issues;
  return Dataset(data);
}

Result<Dataset> ColumnFile::dataset(DayRange days) const {
  std::optional<DayRange> span;
  if (state_->span) {
    const DayRange both{std::max(days.first, state_->span->first), std::min(days.last, state_->span->last)};
    if (both.first <= both.last) span = both;
  }
  std::shared_ptr<ColumnStore> store;
  const auto data = state_->begun(span, store);
  data->issues = state_->people->issues;
  auto problems = state_->add_days({kFirstDay, kLastDay}, *store);
  if (problems.empty()) problems = state_->add_figures(state_->columns_within(days), *store, data->issues);
  if (!problems.empty()) return problems;
  sort_issues(data->issues);
  return Dataset(data);
}

}  // namespace cwp
