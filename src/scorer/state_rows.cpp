#include "scorer/state_rows.hpp"

#include "row/take_value.hpp"

namespace cwp {
namespace {

/// The reason of a refusal or an issue, by the catalogue's own text.
std::string_view read_reason(PackedReader& from) {
  const std::string_view slug = from.text();
  for (const DiagnosticRow& row : diagnostic_catalog())
    if (row.slug == slug) return row.slug;
  from.fail();
  return {};
}

class RowsWriter {
 public:
  RowsWriter(const PackedFigures& older, const InputRows& rows, const RowsMark& mark, PackedWriter& to)
      : older_(older), rows_(rows), mark_(mark), to_(to) {}

  void write_all() {
    write_files();
    to_.number(rows_.keys.size());
    for (std::uint32_t i = 0; i < rows_.keys.size(); ++i) to_.text(rows_.keys.key(i));
    to_.number(mark_.roster);
    for (std::size_t i = 0; i < mark_.roster; ++i) write_roster(rows_.roster[i]);
    to_.number(mark_.duty);
    for (std::size_t i = 0; i < mark_.duty; ++i) write_duty(rows_.duty[i]);
    to_.number(mark_.remarks);
    for (std::size_t i = 0; i < mark_.remarks; ++i) write_remark(rows_.remarks[i]);
    write_figures();
    to_.number(mark_.facts);
    for (std::size_t i = 0; i < mark_.facts; ++i) write_fact(rows_.facts[i]);
    to_.number(mark_.issues);
    for (std::size_t i = 0; i < mark_.issues; ++i) write_issue(rows_.issues[i]);
    to_.flag(mark_.span.has_value());
    if (mark_.span) {
      to_.day(mark_.span->first);
      to_.day(mark_.span->last);
    }
    to_.day(mark_.known_at);
    to_.number(std::uint64_t(mark_.dialect.encoding));
    to_.number(std::uint64_t(mark_.dialect.delimiter));
  }

 private:
  void write_files() {
    to_.number(mark_.files);
    for (std::size_t i = 0; i < mark_.files; ++i) {
      to_.text(rows_.files[i]);
      to_.text(rows_.holds[i]);
      to_.flag(rows_.digests[i].has_value());
      if (!rows_.digests[i]) continue;
      const InputDigest digest = rows_.digests[i]->get();
      to_.text(digest.sha256);
      to_.number(digest.bytes);
      to_.number(digest.rows);
    }
  }
  void write_roster(const RosterInput& row) {
    to_.number(row.officer);
    to_.day(row.from);
    to_.day(row.to);
    to_.number(row.attributes.size());
    for (const auto& [name, value] : row.attributes) {
      to_.text(name);
      to_.text(value);
    }
    write(row.origin, to_);
    write(row.recorded, to_);
  }
  void write_duty(const DutyInput& row) {
    to_.number(row.officer);
    to_.day(row.from);
    to_.day(row.to);
    to_.text(row.status);
    write(row.origin, to_);
    write(row.recorded, to_);
  }
  void write_remark(const FigureRemark& remark) {
    to_.text(remark.written);
    to_.flag(!remark.reason.empty());
    if (remark.reason.empty()) return;
    to_.text(remark.reason);
    to_.text(remark.expected);
  }

  void write_figures() {
    to_.number(older_.size() + mark_.figures);
    FigureInput before;
    for (std::size_t chunk = 0; chunk < older_.chunks(); ++chunk) {
      InputRows some;
      older_.unpack(chunk, some);
      write_figures(some, some.figures.size(), before);
    }
    write_figures(rows_, mark_.figures, before);
  }
  void write_figures(const InputRows& rows, std::size_t size, FigureInput& before) {
    for (std::size_t i = 0; i < size; ++i) {
      const Recorded recorded = i < rows.figures_recorded.size() ? rows.figures_recorded[i] : Recorded{};
      write_figure(rows.figures[i], recorded, before, to_);
      before = rows.figures[i];
    }
  }

  /// Values as they can be read again; what was refused as it was written.
  void write_fact(const FactInput& fact) {
    to_.number(fact.officer);
    to_.number(fact.table);
    to_.day(fact.day);
    for (const Value& value : fact.values) {
      to_.flag(value.present());
      if (value.present()) to_.text(value.type == ValueType::boolean ? (value.truth() ? "1" : "0") : plain_text(value));
    }
    to_.number(fact.refused.size());
    for (const ColumnRefusal& one : fact.refused) {
      to_.number(one.column);
      to_.text(one.written);
      to_.text(one.reason);
      to_.text(one.expected);
    }
    write(fact.origin, to_);
    write(fact.recorded, to_);
  }
  void write_issue(const RowIssue& issue) {
    to_.text(issue.reason);
    to_.text(issue.file);
    to_.number(issue.line);
    for (const auto* part : {&issue.officer, &issue.date, &issue.metric, &issue.value, &issue.expected})
      to_.text(*part);
  }

  const PackedFigures& older_;
  const InputRows& rows_;
  const RowsMark& mark_;
  PackedWriter& to_;
};

class RowsReader {
 public:
  RowsReader(PackedReader& from, const CheckedRulebook& rules, InputRows& rows)
      : from_(from), rules_(rules), rows_(rows) {}

  bool read_all() {
    each(3, [&] { read_file(); });
    each(1, [&] { read_key(); });
    each(7, [&] { read_roster(); });
    each(7, [&] { read_duty(); });
    each(2, [&] { read_remark(); });
    read_figures();
    each(6, [&] { read_fact(); });
    each(8, [&] { read_issue(); });
    if (from_.flag()) {
      const Day first = from_.day(), last = from_.day();
      if (last < first) from_.fail();
      rows_.span = DayRange{first, last};
    }
    rows_.known_at = from_.maybe_day();
    rows_.dialect.encoding = TextEncoding(from_.number(std::uint64_t(TextEncoding::utf16)));
    rows_.dialect.delimiter = FieldDelimiter(from_.number(std::uint64_t(FieldDelimiter::tab)));
    return from_.at_end();
  }

 private:
  /// As many as are said to follow, each of `least` bytes or more.
  template <typename Read>
  void each(std::size_t least, Read read) {
    for (std::size_t left = from_.count(least); left > 0 && from_.ok(); --left) read();
  }

  void read_file() {
    rows_.files.emplace_back(from_.text());
    rows_.holds.emplace_back(from_.text());
    rows_.digests.emplace_back();
    if (!from_.flag()) return;
    const std::string sha256(from_.text());
    const std::uint64_t bytes = from_.number(), rows = from_.number();
    rows_.digests.back() = InputDigest{sha256, bytes, rows};
  }
  void read_key() {
    const std::size_t before = rows_.keys.size();
    if (rows_.keys.number(from_.text()) != before) from_.fail();
  }
  void read_roster() {
    RosterInput& row = rows_.roster.emplace_back();
    row.officer = from_.index(rows_.keys.size());
    row.from = from_.maybe_day();
    row.to = from_.maybe_day();
    each(2, [&] {
      std::string name(from_.text());
      row.attributes.emplace(std::move(name), from_.text());
    });
    row.origin = read_origin(from_, std::int64_t(rows_.files.size()));
    row.recorded = read_recorded(from_);
  }
  void read_duty() {
    DutyInput& row = rows_.duty.emplace_back();
    row.officer = from_.index(rows_.keys.size());
    row.from = from_.maybe_day();
    row.to = from_.maybe_day();
    row.status = from_.text();
    row.origin = read_origin(from_, std::int64_t(rows_.files.size()));
    row.recorded = read_recorded(from_);
  }
  void read_remark() {
    FigureRemark& remark = rows_.remarks.emplace_back();
    remark.written = from_.text();
    if (!from_.flag()) return;
    remark.reason = read_reason(from_);
    remark.expected = from_.text();
  }

  void read_figures() {
    const std::size_t size = from_.count(2);
    rows_.figures.reserve(size);
    const FigureBounds bounds{rows_.keys.size(), rules_.rulebook().metrics.size(), rows_.remarks.size(),
                              std::int64_t(rows_.files.size())};
    FigureInput before;
    for (std::size_t i = 0; i < size && from_.ok(); ++i) {
      FigureInput& now = rows_.figures.emplace_back(before);
      Recorded recorded;
      read_figure(from_, bounds, now, recorded);
      if (!is_sound(now, before, recorded)) from_.fail();
      if (recorded != Recorded{}) {
        rows_.figures_recorded.resize(i + 1);
        rows_.figures_recorded.back() = recorded;
      }
      before = now;
    }
  }
  /// As a DatasetBuilder would have taken it.
  bool is_sound(const FigureInput& now, const FigureInput& before, const Recorded& recorded) const {
    const auto& metrics = rules_.rulebook().metrics;
    if (now.officer >= rows_.keys.size() || now.metric >= metrics.size() || metrics[now.metric].from) return false;
    const Metric& metric = metrics[now.metric];
    if (now.period != before.period || rows_.figures.size() == 1 || metric.per.value != grain_of(before)) {
      const DayRange days = rules_.calendar().days({metric.per.value, now.period});
      if (days.last < kFirstDay || kLastDay < days.first) return false;
    }
    return recorded.withdrawn || rows_.refused(now) || !broken_promise(Rational(now.value), metric);
  }
  Grain grain_of(const FigureInput& figure) const { return rules_.rulebook().metrics[figure.metric].per.value; }

  void read_fact() {
    FactInput& fact = rows_.facts.emplace_back();
    const auto& events = rules_.rulebook().events;
    fact.officer = from_.index(rows_.keys.size());
    fact.table = from_.index(events.size());
    fact.day = from_.day();
    if (!from_.ok()) return;
    for (const EventColumn& column : events[fact.table].columns) {
      Value& value = fact.values.emplace_back();
      const bool present = from_.flag();
      if (take_column(present ? from_.text() : "", column, value) && present) from_.fail();
      if (!present) value = Value::missing(value.type);
    }
    each(4, [&] {
      ColumnRefusal& one = fact.refused.emplace_back();
      one.column = from_.index(fact.values.size());
      one.written = from_.text();
      one.reason = read_reason(from_);
      one.expected = from_.text();
      if (from_.ok()) fact.values[one.column].incomplete = true;
    });
    fact.origin = read_origin(from_, std::int64_t(rows_.files.size()));
    fact.recorded = read_recorded(from_);
  }
  void read_issue() {
    RowIssue& issue = rows_.issues.emplace_back();
    issue.reason = read_reason(from_);
    issue.file = from_.text();
    issue.line = std::uint32_t(from_.number(UINT32_MAX));
    for (auto* part : {&issue.officer, &issue.date, &issue.metric, &issue.value, &issue.expected}) *part = from_.text();
  }

  PackedReader& from_;
  const CheckedRulebook& rules_;
  InputRows& rows_;
};

}  // namespace

void write_rows(const PackedFigures& older, const InputRows& rows, const RowsMark& mark, PackedWriter& to) {
  RowsWriter(older, rows, mark, to).write_all();
}

bool read_rows(PackedReader& from, const CheckedRulebook& rules, InputRows& rows) {
  return RowsReader(from, rules, rows).read_all();
}

}  // namespace cwp
