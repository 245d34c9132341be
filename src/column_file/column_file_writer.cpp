#include <algorithm>
#include <map>

#include "column_file/column_sum.hpp"
#include "column_file/dataset_columns.hpp"
#include "column_file/day_records.hpp"
#include "column_file/file_directory.hpp"
#include "columns/columns_state.hpp"
#include "columns/hold_promises.hpp"
#include "columns/take_doubles.hpp"
#include "cwp/column_file.hpp"
#include "data/finish_dataset.hpp"
#include "io/atomic_file.hpp"

namespace cwp {
namespace {

std::string_view as_text(const void* bytes, std::size_t size) { return {static_cast<const char*>(bytes), size}; }

}  // namespace

struct ColumnFileWriter::State {
  State(CheckedRulebook checked, std::size_t count, std::string path)
      : rules(checked), officers(count), builder(std::move(checked), count), file(std::move(path)) {
    for (std::size_t i = 1; i <= officers; ++i) directory.keys.push_back(std::to_string(i));
    pad_to(kPage);
  }

  /// Whether what was just given to the builder was taken.
  bool taken() {
    const std::size_t before = problems;
    problems = builder.state().problems.size();
    return problems == before;
  }
  void pad_to(std::size_t multiple) {
    const std::size_t over = std::size_t(file.size() % multiple);
    if (over > 0 || file.size() == 0) file.append(std::string(multiple - over, '\0'));
  }
  void append(const void* bytes, std::size_t size) {
    file.append(as_text(bytes, size));
    pad_to(ColumnSum::kLine);
  }
  void append(ColumnEntry& column, const StoredFigures& figures) {
    const Period month = rules.calendar().containing(rules.calendar().last_day(column.period), Grain::month);
    if (month != last_month) pad_to(kPage);
    last_month = month;
    column.stored.offset = file.size();
    ColumnSum sum;
    const auto add = [&](const void* bytes, std::size_t size) {
      sum.add(bytes, size);
      append(bytes, size);
    };
    add(figures.data, officers * bytes_of(figures.type));
    add(figures.absent.data(), figures.absent.size() * sizeof(std::uint32_t));
    add(figures.refused.data(), figures.refused.size() * sizeof(std::uint32_t));
    column.stored.sum = sum.value();
  }

  std::vector<RecordPart> append(const std::vector<DayRecord>& records) {
    std::vector<RecordPart> parts;
    for (std::size_t first = 0; first < records.size(); first += kMostRecords) {
      const std::size_t count = std::min(kMostRecords, records.size() - first);
      parts.push_back(part_of(records.data() + first, count));
      parts.back().stored.offset = file.size();
      append(records.data() + first, count * sizeof(DayRecord));
    }
    return parts;
  }

  CheckedRulebook rules;
  std::size_t officers;
  ColumnsBuilder builder;  ///< only asked what is wrong with what it gets: the attributes it borrows may be gone
  std::size_t problems = 0;
  WholeFile file;
  FileDirectory directory;
  std::map<std::pair<std::uint32_t, Period>, ColumnEntry> columns;
  std::optional<Period> last_month;
};

ColumnFileWriter::ColumnFileWriter(CheckedRulebook rules, std::size_t officers, std::string path)
    : state_(std::make_unique<State>(std::move(rules), officers, std::move(path))) {}
ColumnFileWriter::~ColumnFileWriter() = default;
ColumnFileWriter::ColumnFileWriter(ColumnFileWriter&&) noexcept = default;
ColumnFileWriter& ColumnFileWriter::operator=(ColumnFileWriter&&) noexcept = default;

void ColumnFileWriter::set_keys(std::vector<std::string> keys) {
  tidy_keys(keys);
  state_->builder.set_keys(keys);
  if (state_->taken()) state_->directory.keys = std::move(keys);
}

void ColumnFileWriter::set_attribute(std::string_view name, const std::vector<std::string>& values,
                                     std::span<const std::uint32_t> numbers) {
  state_->builder.set_attribute(name, values, numbers);
  if (!state_->taken()) return;
  auto& attributes = state_->directory.attributes;
  FileDirectory::Attribute& attribute = attributes.emplace_back();
  attribute.name = name;
  attribute.values = values;
  attribute.numbers.offset = state_->file.size();
  ColumnSum sum;
  sum.add(numbers.data(), numbers.size_bytes());
  attribute.numbers.sum = sum.value();
  state_->append(numbers.data(), numbers.size_bytes());
}

void ColumnFileWriter::add_duty(std::size_t officer, DayRange days, std::string_view status) {
  state_->builder.add_duty(officer, days, status);
  state_->taken();
}

void ColumnFileWriter::add_presence(std::size_t officer, DayRange days) {
  state_->builder.add_presence(officer, days);
  state_->taken();
}

void ColumnFileWriter::add_figures(std::string_view name, Period period, FigureColumn figures) {
  ColumnsState& checks = state_->builder.state();
  const std::optional<std::uint32_t> metric = checks.metric_for(name, period, figures.size());
  if (!state_->taken() || !metric) return;
  if (state_->columns.contains({*metric, period})) {
    checks.report("column-twice", {std::string(name), state_->rules.calendar().label(period)});
    state_->taken();
    return;
  }
  StoredFigures stored;
  ColumnMemory memory;
  stored.type = figures.type();
  stored.data = figures.data();
  if (figures.type() == FigureColumn::Type::f64)
    take_doubles({static_cast<const double*>(figures.data()), figures.size()}, memory, stored);
  if (!stored.apart.empty()) {  // a file holds units alone: such doubles must be rounded before
    checks.report("column-file-places", {std::string(name), state_->rules.calendar().label(period)});
    state_->taken();
    return;
  }
  add_stored(*metric, period, stored);
}

void ColumnFileWriter::add_stored(std::uint32_t metric, Period period, const StoredFigures& figures) {
  StoredFigures stored = figures;
  measure(stored, state_->officers);
  ColumnEntry& column = state_->columns[{metric, period}];
  column.metric = metric;
  column.period = period;
  column.type = stored.type;
  column.decimals = stored.decimals;
  column.low = stored.low;
  column.high = stored.high;
  column.absent = std::uint32_t(stored.absent.size());
  column.refused = std::uint32_t(stored.refused.size());
  state_->append(column, stored);
}

void ColumnFileWriter::set_span(DayRange span) { state_->directory.span = span; }

Result<std::uint64_t> ColumnFileWriter::finish() {
  State& state = *state_;
  FileDirectory& directory = state.directory;
  ColumnsState& checks = state.builder.state();
  if (auto problem = directory.span ? span_problem(*directory.span) : std::nullopt)
    checks.problems.push_back(std::move(*problem));
  if (!checks.problems.empty()) return std::move(checks.problems);
  const CalendarRules& calendar = state.rules.calendar().rules();
  directory.week_starts = calendar.week_starts;
  directory.month_starts = calendar.month_starts;
  directory.year_first_month = calendar.year_first_month;
  for (const Metric& metric : state.rules.rulebook().metrics) directory.metrics.push_back(metric.id.value);
  for (const auto& [of, column] : state.columns) directory.columns.push_back(column);
  DayRecords records = day_records(checks);
  directory.statuses = std::move(records.statuses);
  directory.presence = state.append(records.presence);
  directory.duty = state.append(records.duty);
  const std::string bytes = directory_bytes(directory), head = head_bytes(bytes, state.file.size());
  state.file.append(bytes);
  const std::uint64_t size = state.file.size();
  if (auto problem = state.file.finish(head)) return std::move(*problem);
  return size;
}

namespace {

/// Presence and duty of all officers; whoever is there throughout has no record of it.
void add_days(const DatasetState& data, ColumnFileWriter& writer) {
  const auto add = [&](std::size_t officer, const OfficerRecord& record) {
    const DayRange always{kFirstDay, kLastDay};
    const bool is_always_there = record.presence.size() == 1 && record.presence[0].days == always;
    for (const PresenceStretch& stretch : record.presence)
      if (!is_always_there) writer.add_presence(officer, stretch.days);
    if (record.presence.empty()) writer.add_presence(officer, {kLastDay + 1, kLastDay + 1});  // never
    for (const DutyStretch& stretch : record.duty)
      writer.add_duty(officer, stretch.days, duty_status_name(stretch.status, data.rules.rulebook()));
  };
  for (std::size_t officer = 0; officer < data.officer_count(); ++officer)
    add(officer, data.columns ? data.columns->days_of(officer) : data.officers[officer]);
}

}  // namespace

Result<std::uint64_t> write_column_file(const Dataset& data, const std::string& path) {
  const DatasetState& state = data.state();
  const Rulebook& rulebook = state.rules.rulebook();
  std::vector<Diagnostic> problems = not_columns(state);
  if (!problems.empty()) return problems;
  const std::size_t officers = state.officer_count();
  ColumnFileWriter writer(state.rules, officers, path);
  std::vector<std::string> keys;
  for (std::size_t officer = 0; officer < officers; ++officer) keys.emplace_back(state.key(officer));
  writer.set_keys(std::move(keys));
  for (std::size_t a = 0; a < rulebook.attributes.size(); ++a) {
    const WrittenAttribute attribute = written_attribute(state, a);
    writer.set_attribute(rulebook.attributes[a].id.value, attribute.values, attribute.numbers);
  }
  add_days(state, writer);
  problems = for_each_column(state, [&](std::uint32_t metric, Period period, const StoredFigures& figures) {
    writer.add_stored(metric, period, figures);
  });
  if (!problems.empty()) return problems;
  if (data.span()) writer.set_span(*data.span());
  return writer.finish();
}

}  // namespace cwp
