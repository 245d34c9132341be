#include "io/table_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <thread>

#include "io/csv_delimiter.hpp"
#include "io/plain_reader.hpp"
#include "io/roster_rows.hpp"
#include "row/input_rows.hpp"
#include "row/known_rows.hpp"
#include "row/take_value.hpp"
#include "row/tidy_text.hpp"
#include "row/written_day.hpp"

namespace cwp {
namespace {

/// One file's records into the builder.
class TableReader {
 public:
  explicit TableReader(const TableReading& reading)
      : file_(reading.file),
        input_(reading.input),
        inputs_(reading.inputs),
        rules_(reading.rules),
        builder_(reading.builder),
        problems_(reading.problems),
        progress_(reading.progress),
        number_(builder_.add_file(file_.path, holds())) {}

  void read() {
    if (input_.problem) {
      problems_.push_back(std::move(*input_.problem));
      if (problems_.back().severity() == Severity::error) return;
      report_guess(problems_.back());
    }
    const std::uint64_t rows = read_text(input_.text->text());
    builder_.rows().digests[std::size_t(number_)] = FileDigest(input_.digest(), input_.text->bytes().size(), rows);
  }

 private:
  /// The number of its rows without the header.
  std::uint64_t read_text(std::string_view text) {
    const DelimiterDoc* said = find_row(inputs_.dialect.delimiter);
    const char delimiter = said ? said->sign : detected_delimiter(text);
    CsvScanner scanner(text, delimiter);
    const std::size_t problems_before = problems_.size();
    if (scanner.next())
      header_ = read_header(file_, text, scanner, rules_, inputs_.beside, problems_);
    else if (!scanner.unclosed_quote())
      problems_.push_back(file_problem("csv-empty", file_.path, {expected_columns(file_, rules_.rulebook())}));
    usable_ = problems_.size() == problems_before;
    find_columns();
    if (usable_ && file_.kind == TableKind::metrics && !scanner.unclosed_quote() && !inputs_.row_by_row)
      if (const auto plain = PlainReader::of(header_, rules_)) return read_plain(*plain, text, delimiter, scanner);
    if (usable_ && file_.kind == TableKind::roster && !scanner.unclosed_quote() && !inputs_.row_by_row)
      return read_roster(text, delimiter, scanner);
    return read_rows(text, scanner);
  }

  std::uint64_t read_roster(std::string_view text, char delimiter, const CsvScanner& header) {
    roster_.emplace(header_, builder_.rows(), number_, delimiter, marks_of(input_.text->parts()).feeds);
    constexpr std::size_t kAtOnce = 1024;
    std::uint64_t count = 0;
    std::size_t told = 0, by_scanner = 1;
    for (RosterRows::Place place{header.behind(), header.next_line()}; place.at < text.size();) {
      const std::size_t plain = roster_->read(text, kAtOnce, place);
      count += plain;
      // Where one row after the other is not plain, a scanner is not made anew for each.
      by_scanner = plain > 0 ? 1 : std::min(2 * by_scanner, kAtOnce);
      CsvScanner scanner(text, delimiter, place.at, place.line);
      for (std::size_t i = 0; plain < kAtOnce && i < by_scanner && place.at < text.size(); ++i) {
        const bool found = scanner.next();
        if (found) take(scanner);
        count += found ? 1 : 0;
        place = {found ? scanner.behind() : text.size(), scanner.next_line()};
      }
      progress_.add(place.at - told);
      told = place.at;
      if (scanner.unclosed_quote()) report_quote(text, scanner);
    }
    progress_.add(text.size() - told);
    return count;
  }

  std::uint64_t read_plain(const PlainReader& plain, std::string_view text, char delimiter, const CsvScanner& header) {
    InputRows& rows = builder_.rows();
    PlainSheet sheet;
    sheet.file = number_;
    progress_.add(header.behind());
    // Digests fill the time in which few threads have something to do; here all have.
    std::optional<RightOfWay::Taken> taken;
    if (std::size_t(inputs_.threads) >= std::thread::hardware_concurrency()) taken.emplace(*input_.way);
    const std::vector<LeftRow> left = plain.read({.text = text,
                                                  .delimiter = delimiter,
                                                  .begin = header.behind(),
                                                  .line = header.next_line(),
                                                  .keys = rows.keys,
                                                  .threads = inputs_.threads,
                                                  .parts = &input_.text->parts()},
                                                 progress_, sheet);
    taken.reset();
    auto count = std::uint64_t(std::count_if(sheet.officers, sheet.officers + sheet.rows,
                                             [](std::uint32_t officer) { return officer != PlainSheet::kNoRow; }));
    if (count > 0) rows.sheets.push_back(std::move(sheet));
    for (const LeftRow& row : left) {
      CsvScanner scanner(text, delimiter, row.at, row.line);
      for (bool more = true; more && scanner.next() && (row.to_end || scanner.begin() == row.at); more = row.to_end) {
        take(scanner);
        ++count;
      }
      if (scanner.unclosed_quote()) report_quote(text, scanner);
    }
    return count;
  }

  std::uint64_t read_rows(std::string_view text, CsvScanner& scanner) {
    std::size_t told = 0;
    std::uint64_t count = 0;
    for (; scanner.next(); ++count) {
      if (usable_) take(scanner);
      if (count % 1024 != 0) continue;
      progress_.add(scanner.end() - told);
      told = scanner.end();
    }
    progress_.add(text.size() - told);
    if (scanner.unclosed_quote()) report_quote(text, scanner);
    return count;
  }

  std::string holds() const {
    switch (file_.kind) {
      case TableKind::roster:
        return "roster";
      case TableKind::metrics:
        return "metrics";
      case TableKind::duty:
        return "duty";
      case TableKind::events:
        return "events-" + rules_.rulebook().events[file_.table].id.value;
    }
    return {};
  }
  void find_columns() {
    officer_ = header_.find(ColumnKind::officer);
    from_ = header_.find(ColumnKind::from);
    to_ = header_.find(ColumnKind::to);
    date_ = header_.find(ColumnKind::date);
    status_ = header_.find(ColumnKind::status);
    metric_ = header_.find(ColumnKind::metric);
    value_ = header_.find(ColumnKind::value);
    recorded_ = header_.find(ColumnKind::recorded);
    withdrawn_ = header_.find(ColumnKind::withdrawn);
    if (file_.kind != TableKind::metrics) return;
    for (const Metric& metric : rules_.rulebook().metrics)
      for (std::size_t i = 0; i < header_.columns.size(); ++i)
        if (metric.about && header_.columns[i].name == metric.about->text) about_.emplace(metric.id.value, i);
  }
  /// The column that says whom or what a figure is about.
  std::size_t subject(std::string_view metric) const {
    if (about_.empty()) return officer_;
    const auto found = about_.find(metric);
    return found == about_.end() ? officer_ : found->second;
  }

  /// Whoever reads the results must know, too, that an encoding was guessed.
  void report_guess(const Diagnostic& guess) {
    RowIssue issue;
    issue.reason = guess.slug;
    issue.file = file_.path;
    issue.expected = guess.arguments[0];
    builder_.add_issue(std::move(issue));
  }

  void report_quote(std::string_view text, const CsvScanner& scanner) {
    const std::size_t quote = *scanner.unclosed_quote();
    const std::size_t line_end = std::min(text.find_first_of("\r\n", quote), text.size());
    const std::size_t before = text.find_last_of("\r\n", quote);
    std::size_t line_begin = before == std::string_view::npos ? 0 : before + 1;
    if (line_end - line_begin > 1000) line_begin = quote;  // nobody could read more
    const std::string_view shown = text.substr(line_begin, std::min<std::size_t>(line_end - line_begin, 1000));
    Diagnostic problem = file_problem("csv-unclosed-quote", file_.path, {std::to_string(scanner.line())});
    const auto place = std::uint32_t(scanner.line() - 1 + quote - line_begin);
    problem.place = {source_at_line(file_.path, scanner.line(), shown), {place, place + 1}};
    problems_.push_back(std::move(problem));
  }

  static std::string_view field(const CsvScanner& scanner, std::size_t column) {
    return column < scanner.fields().size() ? scanner.fields()[column] : std::string_view();
  }

  void add_issue(const CsvScanner& scanner, std::string_view reason, std::string_view value, std::string expected) {
    RowIssue issue;
    issue.reason = reason;
    issue.file = file_.path;
    issue.line = scanner.line();
    issue.officer = field(scanner, officer_);
    issue.date = field(scanner, date_ != CsvHeader::npos ? date_ : from_);
    issue.value = value;
    issue.expected = std::move(expected);
    builder_.add_issue(std::move(issue));
  }

  void take(const CsvScanner& scanner) {
    const std::size_t fields = scanner.fields().size(), columns = header_.columns.size();
    if (fields != columns) {
      add_issue(scanner, "row-width", "", std::to_string(fields) + "/" + std::to_string(columns));
      return;
    }
    if (scanner.stray_quote()) {
      add_issue(scanner, "row-stray-quote", "", "");
      return;
    }
    Recorded recorded;
    if (!take_bound(scanner, recorded_, recorded.day)) return;
    if (!is_known(recorded, inputs_.known_at)) return;  // neither are its mistakes
    if (!take_withdrawn(scanner, recorded.withdrawn)) return;
    if (file_.kind == TableKind::metrics)
      take_figures(scanner, recorded);
    else if (file_.kind == TableKind::events)
      take_fact(scanner, recorded);
    else
      take_stretch(scanner, recorded);
  }
  /// False when something stands there that is no truth.
  bool take_withdrawn(const CsvScanner& scanner, bool& withdrawn) {
    const std::string_view text = without_blanks(field(scanner, withdrawn_));
    if (text.empty()) return true;
    const std::optional<bool> is = truth_of(text);
    if (!is) add_issue(scanner, "value-not-a-truth", text, std::string(kTruths));
    withdrawn = is.value_or(false);
    return is.has_value();
  }

  bool is_of_another_rulebook(const std::string& metric) const {
    const auto has = [&](const CheckedRulebook& rules) {
      const auto& metrics = rules.rulebook().metrics;
      return std::any_of(metrics.begin(), metrics.end(),
                         [&](const Metric& one) { return one.id.value == metric && !one.from; });
    };
    return !has(rules_) && std::any_of(inputs_.beside.begin(), inputs_.beside.end(), has);
  }

  void take_figures(const CsvScanner& scanner, Recorded recorded) {
    const Origin origin{number_, scanner.line()};
    const std::string_view date = field(scanner, date_);
    const auto add = [&](std::string_view metric, std::size_t about, std::string_view value) {
      builder_.add_metric(std::string(field(scanner, about)), date, metric, value, origin, recorded);
    };
    if (metric_ != CsvHeader::npos) {
      const std::string_view metric = field(scanner, metric_);
      if (!inputs_.beside.empty() && is_of_another_rulebook(tidy_text(metric))) return;
      add(metric, about_.empty() ? officer_ : subject(tidy_text(metric)), field(scanner, value_));
      return;
    }
    for (std::size_t i = 0; i < header_.columns.size(); ++i)
      if (header_.columns[i].kind == ColumnKind::figure)
        add(header_.columns[i].name, subject(header_.columns[i].name), scanner.fields()[i]);
  }

  void take_fact(const CsvScanner& scanner, Recorded recorded) {
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < header_.columns.size(); ++i)
      if (header_.columns[i].kind == ColumnKind::fact) values.emplace(header_.columns[i].name, scanner.fields()[i]);
    builder_.add_fact(rules_.rulebook().events[file_.table].id.value, std::string(field(scanner, officer_)),
                      field(scanner, date_), values, {number_, scanner.line()}, recorded);
  }

  /// `from`, `to` or `recorded`; false when something stands there that is no date.
  bool take_bound(const CsvScanner& scanner, std::size_t column, std::optional<Day>& day) {
    const std::string_view text = without_blanks(field(scanner, column));
    if (text.empty()) return true;
    day = read_day(text);
    if (!day) {
      const Refusal refusal = no_day(text, "date-unreadable");
      add_issue(scanner, refusal.reason, text, refusal.expected);
    }
    return day.has_value();
  }

  void take_stretch(const CsvScanner& scanner, Recorded recorded) {
    std::optional<Day> from, to;
    const bool from_read = take_bound(scanner, from_, from), to_read = take_bound(scanner, to_, to);
    if (!from_read || !to_read) return;
    const Origin origin{number_, scanner.line()};
    std::string officer(field(scanner, officer_));
    if (file_.kind == TableKind::duty) {
      builder_.add_duty(std::move(officer), from, to, std::string(field(scanner, status_)), origin, recorded);
      return;
    }
    if (!from && !to && recorded == Recorded{} && roster_)
      return roster_->take(tidy_text(officer), scanner.fields(), scanner.line());
    std::map<std::string, std::string> attributes;
    for (std::size_t i = 0; i < header_.columns.size(); ++i)
      if (header_.columns[i].kind == ColumnKind::attribute)
        attributes.emplace(header_.columns[i].name, scanner.fields()[i]);
    builder_.add_officer(std::move(officer), from, to, std::move(attributes), origin, recorded);
  }

  const InputFile& file_;
  OpenedInput& input_;
  const CsvInputs& inputs_;
  const CheckedRulebook& rules_;
  DatasetBuilder& builder_;
  std::vector<Diagnostic>& problems_;
  StageProgress& progress_;
  std::int32_t number_;
  CsvHeader header_;
  bool usable_ = true;
  std::size_t officer_ = 0, from_ = 0, to_ = 0, date_ = 0, status_ = 0, metric_ = 0, value_ = 0;
  std::size_t recorded_ = 0, withdrawn_ = 0;
  std::optional<RosterRows> roster_;  // of a file that is one
  std::map<std::string, std::size_t, std::less<>>
      about_;  // by metric about an attribute that has a column: that column
};

}  // namespace

void read_table(const TableReading& reading) { TableReader(reading).read(); }

}  // namespace cwp
