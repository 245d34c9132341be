#include <algorithm>
#include <set>

#include "column_file/column_file_state.hpp"
#include "column_file/column_sum.hpp"
#include "column_file/day_records.hpp"
#include "columns/columns_state.hpp"
#include "columns/hold_promises.hpp"
#include "data/finish_dataset.hpp"
#include "text/digest.hpp"

namespace cwp {
namespace {

/// The directory; nothing, and why in `problem`.
std::optional<FileDirectory> directory_of(const ColumnFileState& state, std::optional<Diagnostic>& problem) {
  const auto refuse = [&](std::string_view why, std::vector<std::string> arguments = {}) {
    problem = state.unreadable(why, std::move(arguments));
    return std::nullopt;
  };
  const auto piece = [&](std::uint64_t begin, std::uint64_t end) { return state.pieces.map(begin, end); };
  const auto text_of = [](const std::shared_ptr<const std::byte>& bytes, std::uint64_t size) {
    return std::string_view(reinterpret_cast<const char*>(bytes.get()), std::size_t(size));
  };
  const std::uint64_t size = state.pieces.size();
  if (size < kHead) return refuse("column-file-no-columns");
  const auto begin = piece(0, kHead);
  if (!begin) return refuse("column-file-no-room", {std::to_string(kHead)});
  const auto head = read_head(text_of(begin, kHead));
  if (!head) return refuse("column-file-no-columns");
  if (head->byte_order != kByteOrder) return refuse("column-file-byte-order");
  if (head->version != kColumnsVersion)
    return refuse("column-file-version", {std::to_string(head->version), std::to_string(kColumnsVersion)});
  if (head->offset > size || head->size != size - head->offset) return refuse("column-file-cut");
  if (head->size == 0) return refuse("column-file-altered");
  const auto bytes = piece(head->offset, size);
  if (!bytes) return refuse("column-file-no-room", {std::to_string(head->size)});
  const std::string_view text = text_of(bytes, head->size);
  if (head_bytes(text, head->offset) != text_of(begin, kHead)) return refuse("column-file-altered");
  auto directory = read_directory(text, kPage, head->offset);
  if (!directory) return refuse("column-file-directory");
  return directory;
}

/// Whether periods are where they were for whoever wrote the file, as far as columns tell.
bool is_same_calendar(const FileDirectory& directory, const CalendarRules& calendar) {
  const bool all_days = std::all_of(directory.columns.begin(), directory.columns.end(),
                                    [](const ColumnEntry& column) { return column.period.grain == Grain::day; });
  return all_days ||
         (directory.week_starts == calendar.week_starts && directory.month_starts == calendar.month_starts &&
          directory.year_first_month == calendar.year_first_month);
}

/// Presence and duty; false, and why in `problems`. All records are looked at, but those of duty are not kept.
bool bind_days(FileDirectory& directory, ColumnsBuilder& builder, ColumnFileState& state,
               std::vector<Diagnostic>& problems) {
  ColumnsState& checks = builder.state();
  for (const std::string& name : directory.statuses) {
    const auto number = checks.status(name);
    if (!number) return problems = checks.problems, false;
    state.statuses.push_back(*number);
  }
  const DayRange all{kFirstDay, kLastDay};
  const auto each = [&](const std::vector<RecordPart>& parts, std::size_t statuses, const auto& visit) {
    return for_each_record(state.pieces, parts, all, directory.keys.size(), statuses, false, visit);
  };
  const DayRange never{kLastDay + 1, kLastDay + 1};
  const bool are_read = each(directory.presence, kPresences,
                             [&](const DayRecord& one) {
                               builder.add_presence(one.officer, one.status == kThere ? one.days() : never);
                             }) &&
                        each(directory.duty, state.statuses.size(), [&](const DayRecord& one) {
                          if (one.last < one.first)
                            checks.note_backwards(one.officer, one.days(), directory.statuses[one.status]);
                        });
  if (!are_read) return problems.push_back(state.unreadable("column-file-days")), false;
  state.duty = std::move(directory.duty);
  return true;
}

/// Officers, attributes, presence and duty; false, and why in `problems`.
bool bind_people(FileDirectory& directory, ColumnFileState& state, std::vector<Diagnostic>& problems) {
  const std::size_t officers = directory.keys.size();
  ColumnsBuilder builder(state.rules, officers);
  builder.set_keys(directory.keys);
  for (const FileDirectory::Attribute& attribute : directory.attributes) {
    const std::uint64_t size = whole_lines(std::uint64_t{officers} * sizeof(std::uint32_t));
    auto numbers = std::make_shared<std::vector<std::uint32_t>>(officers);
    if (officers > 0) {
      const auto bytes = state.pieces.map(attribute.numbers.offset, attribute.numbers.offset + size);
      if (!bytes) return problems.push_back(state.unreadable("column-file-no-room", {std::to_string(size)})), false;
      std::copy_n(reinterpret_cast<const std::uint32_t*>(bytes.get()), officers, numbers->begin());
    }
    ColumnSum sum;
    sum.add(numbers->data(), officers * sizeof(std::uint32_t));
    if (sum.value() != attribute.numbers.sum)
      return problems.push_back(state.unreadable("column-file-attribute", {attribute.name})), false;
    builder.set_attribute(attribute.name, attribute.values, *numbers);
    builder.state().store->kept.push_back(std::move(numbers));
  }
  if (!bind_days(directory, builder, state, problems)) return false;
  if (directory.span) builder.set_span(*directory.span);
  const auto people = builder.finish();
  if (!people.ok()) return problems = people.diagnostics(), false;
  state.people = people.value().shared_state();
  state.span = directory.span;
  state.issues = people.value().issues();
  return true;
}

/// Columns by metrics of the rulebook; what it does not have, or in another grain, into `problems`.
void bind_columns(FileDirectory& directory, ColumnFileState& state, std::vector<Diagnostic>& problems) {
  ColumnsState checks(state.rules, 0);
  std::map<std::pair<std::uint32_t, Grain>, std::optional<std::uint32_t>> metrics;
  const Calendar& calendar = state.rules.calendar();
  std::optional<DayRange> touched;
  for (ColumnEntry& column : directory.columns) {
    const auto [known, fresh] = metrics.try_emplace({column.metric, column.period.grain});
    if (fresh) known->second = checks.metric_for(directory.metrics[column.metric], column.period, 0);
    if (!known->second) continue;
    column.metric = *known->second;
    const DayRange days = calendar.days(column.period);
    if (days.first < kFirstDay || kLastDay < days.last ||
        !state.columns.try_emplace({column.metric, column.period}, column).second) {
      problems.push_back(state.unreadable("column-file-directory"));
      return;
    }
    if (const auto refusal = too_late(state.rules.rulebook(), state.span, days.first)) {
      RowIssue issue;
      issue.reason = refusal->reason;
      issue.date = calendar.label(column.period);
      issue.metric = state.rules.rulebook().metrics[column.metric].id.value;
      issue.expected = refusal->expected;
      state.issues.push_back(std::move(issue));
      state.columns.erase({column.metric, column.period});
      continue;
    }
    touched = touched ? DayRange{std::min(touched->first, days.first), std::max(touched->last, days.last)} : days;
  }
  if (!state.span) state.span = touched;
  problems.insert(problems.end(), checks.problems.begin(), checks.problems.end());
}

/// The issues of all figures: of columns that their metrics may not take as they are, which are looked at for it.
std::vector<Diagnostic> collect_issues(ColumnFileState& state) {
  const auto& metrics = state.rules.rulebook().metrics;
  for (const auto& [of, column] : state.columns) {
    const bool whole = column.absent == 0 && column.refused == 0;
    if (column.refused == 0 && takes_unseen(metrics[column.metric], column.low, column.high, column.decimals, whole))
      continue;
    ColumnStore unused;
    if (auto problems = state.add_figures({&column}, unused, state.issues); !problems.empty()) return problems;
  }
  sort_issues(state.issues);
  return {};
}

}  // namespace

Diagnostic unreadable_columns(const std::string& path, std::string_view why, std::vector<std::string> arguments) {
  return {"column-file-unreadable", {}, {path}, {{why, {}, std::move(arguments)}}};
}

Result<ColumnFile> open_column_file(const CheckedRulebook& rules, const std::string& path) {
  const auto state = std::make_shared<ColumnFileState>(rules, path);
  if (std::string why = state->pieces.open(path); !why.empty())
    return state->unreadable("column-file-no-file", {std::move(why)});
  std::optional<Diagnostic> problem;
  std::optional<FileDirectory> directory = directory_of(*state, problem);
  if (!directory) return std::move(*problem);
  if (!is_same_calendar(*directory, rules.calendar().rules())) return Diagnostic{"column-file-calendar", {}, {path}};
  std::vector<Diagnostic> problems;
  if (!bind_people(*directory, *state, problems)) return problems;
  state->column_count = directory->columns.size();
  state->seen = std::vector<std::atomic<bool>>(directory->columns.size());
  bind_columns(*directory, *state, problems);
  if (!problems.empty()) return problems;
  if (problems = collect_issues(*state); !problems.empty()) return problems;
  return ColumnFile(state);
}

}  // namespace cwp
