// DatasetBuilder: rows in, as they come. What can be read of a row by itself is read here; what needs the whole roster
// waits for finish().

#include <algorithm>

#include "data/finish_dataset.hpp"
#include "row/known_rows.hpp"
#include "row/take_value.hpp"
#include "row/tidy_text.hpp"
#include "row/written_date.hpp"

namespace cwp {

struct DatasetBuilder::State {
  explicit State(CheckedRulebook checked) : rules(std::move(checked)) {
    const auto& metrics = rules.rulebook().metrics;
    for (std::uint32_t i = 0; i < metrics.size(); ++i) metric_numbers.emplace(metrics[i].id.value, i);
    const auto& events = rules.rulebook().events;
    for (std::uint32_t i = 0; i < events.size(); ++i) table_numbers.emplace(events[i].id.value, i);
  }

  CheckedRulebook rules;
  InputRows rows;
  std::map<std::string, std::uint32_t, std::less<>> metric_numbers, table_numbers;
  // Neighbouring figures mostly share officer and date.
  std::string last_key;
  std::optional<std::uint32_t> last_officer;
  std::optional<WrittenDate> last_date;

  /// A file that nobody registered has no name: the row is as one in memory.
  Origin registered(Origin origin) const {
    const bool is = 0 <= origin.file && std::size_t(origin.file) < rows.files.size();
    return is ? origin : Origin{-1, origin.line};
  }
  bool known(const Recorded& recorded) const { return is_known(recorded, rows.known_at); }
  std::uint32_t officer(const std::string& key) {
    if (!last_officer || key != last_key) {
      last_key = key;
      last_officer = rows.keys.number(tidy_text(key));
    }
    return *last_officer;
  }
  std::optional<std::uint32_t> find_metric(std::string_view name) const {
    auto found = metric_numbers.find(name);
    if (found == metric_numbers.end()) found = metric_numbers.find(tidy_text(name));
    return found == metric_numbers.end() ? std::nullopt : std::optional(found->second);
  }
  const WrittenDate& date(std::string_view text) {
    if (!last_date || last_date->text != text) last_date.emplace(text, rules.calendar());
    return *last_date;
  }
  /// Reads the values of a fact, and keeps why one has none.
  void take(FactInput& fact, const std::map<std::string, std::string>& written) {
    const std::vector<EventColumn>& columns = rules.rulebook().events[fact.table].columns;
    for (std::uint32_t i = 0; i < columns.size(); ++i) {
      const auto found = written.find(columns[i].id.value);
      const std::string text = found == written.end() ? "" : tidy_text(found->second);
      Value value;
      const std::optional<Refusal> refusal = take_column(text, columns[i], value);
      if (text.empty()) {
        value = Value::missing(value.type);
      } else if (refusal) {
        value.incomplete = true;
        fact.refused.push_back({i, text, refusal->reason, refusal->expected});
      }
      fact.values.push_back(std::move(value));
    }
  }
  /// Reads the value, and keeps what the number alone does not tell.
  void take(FigureInput& figure, std::string_view written) {
    const Metric& metric = rules.rulebook().metrics[figure.metric];
    const std::optional<Refusal> refusal = take_figure(written, metric, figure.value);
    const std::size_t point = written.find('.');
    const std::size_t places = point == std::string_view::npos ? 0 : written.size() - point - 1;
    const bool plain = metric.type != NumberType::boolean && !written.ends_with('%') &&
                       places == figure.value.decimals && (figure.value.units != 0 || !written.starts_with('-'));
    if (!refusal && plain) return;
    figure.remark = std::uint32_t(rows.remarks.size());
    rows.remarks.push_back({std::string(written), {}, {}});
    if (!refusal) return;
    rows.remarks.back().reason = refusal->reason;
    rows.remarks.back().expected = refusal->expected;
  }
};

DatasetBuilder::DatasetBuilder(CheckedRulebook rules) : state_(std::make_unique<State>(std::move(rules))) {}
DatasetBuilder::~DatasetBuilder() = default;
DatasetBuilder::DatasetBuilder(DatasetBuilder&&) noexcept = default;
DatasetBuilder& DatasetBuilder::operator=(DatasetBuilder&&) noexcept = default;

std::int32_t DatasetBuilder::add_file(std::string name, std::string holds) {
  state_->rows.files.push_back(std::move(name));
  state_->rows.holds.push_back(std::move(holds));
  state_->rows.digests.emplace_back();
  return std::int32_t(state_->rows.files.size() - 1);
}

void DatasetBuilder::set_digest(std::int32_t file, InputDigest digest) {
  state_->rows.digests.at(std::size_t(file)) = std::move(digest);
}

void DatasetBuilder::add_officer(std::string key, std::optional<Day> from, std::optional<Day> to,
                                 std::map<std::string, std::string> attributes, Origin origin, Recorded recorded) {
  if (!state_->known(recorded)) return;
  state_->rows.roster.push_back(
      {state_->officer(key), from, to, std::move(attributes), state_->registered(origin), recorded});
}

void DatasetBuilder::add_duty(std::string officer, std::optional<Day> from, std::optional<Day> to, std::string status,
                              Origin origin, Recorded recorded) {
  if (!state_->known(recorded)) return;
  state_->rows.duty.push_back(
      {state_->officer(officer), from, to, std::move(status), state_->registered(origin), recorded});
}

void DatasetBuilder::add_metric(std::string officer, std::string_view date, std::string_view metric,
                                std::string_view value, Origin origin, Recorded recorded) {
  InputRows& rows = state_->rows;
  value = without_blanks(value);
  if ((value.empty() && !recorded.withdrawn) || !state_->known(recorded)) return;
  const Rulebook& rulebook = state_->rules.rulebook();
  const Calendar& calendar = state_->rules.calendar();
  origin = state_->registered(origin);
  FigureInput figure;
  figure.officer = state_->officer(officer);
  figure.origin = origin;
  const WrittenDate& written = state_->date(date);
  const auto refuse = [&](std::string_view reason, std::string expected) -> RowIssue& {
    rows.issues.push_back(rows.issue(reason, origin, rows.keys.key(figure.officer), written.text, std::move(expected)));
    return rows.issues.back();
  };
  const auto found = state_->find_metric(metric);
  const Metric* known = found ? &rulebook.metrics[*found] : nullptr;
  if (rows.keys.key(figure.officer).empty() && !(known && known->about)) return void(refuse("officer-empty", ""));
  if (!written.readable()) {
    const Refusal refusal = written.refusal();
    return void(refuse(refusal.reason, refusal.expected));
  }
  if (!known) {
    std::vector<std::string> names;
    for (const Metric& one : rulebook.metrics) names.push_back(one.id.value);
    refuse("metric-unknown", nearest_name(metric, names)).metric = metric;
    return;
  }
  figure.metric = *found;
  if (known->from) {
    refuse("metric-derived", known->from->table.text).metric = known->id.value;
    return;
  }
  const Grain grain = known->per.value;
  const std::optional<Period> period = written.period(grain, calendar);
  if (!period) {
    RowIssue& issue = refuse("date-of-other-grain", std::string(to_text(grain)));
    issue.metric = known->id.value;
    issue.value = value;
    return;
  }
  figure.period = period->ordinal;
  figure.day = written.day;
  if (!recorded.withdrawn) state_->take(figure, value);
  rows.figures.push_back(figure);
  if (recorded == Recorded{}) return;
  rows.figures_recorded.resize(rows.figures.size());
  rows.figures_recorded.back() = recorded;
}

void DatasetBuilder::add_fact(std::string_view table, std::string officer, std::string_view date,
                              const std::map<std::string, std::string>& values, Origin origin, Recorded recorded) {
  if (!state_->known(recorded)) return;
  InputRows& rows = state_->rows;
  origin = state_->registered(origin);
  FactInput fact;
  fact.officer = state_->officer(officer);
  fact.origin = origin;
  fact.recorded = recorded;
  const WrittenDate& written = state_->date(date);
  const auto refuse = [&](std::string_view reason, const std::string& name, std::string expected) {
    RowIssue issue =
        rows.issue(reason, origin, rows.keys.key(fact.officer), std::string(written.text), std::move(expected));
    issue.metric = name;
    rows.issues.push_back(std::move(issue));
  };
  std::vector<std::string> known;
  const auto found = state_->table_numbers.find(tidy_text(table));
  if (found == state_->table_numbers.end()) {
    for (const auto& [name, number] : state_->table_numbers) known.push_back(name);
    return refuse("table-unknown", std::string(table), nearest_name(table, known));
  }
  if (!written.day) {
    const Refusal refusal = written.refusal();
    return refuse(refusal.reason, "", refusal.expected);
  }
  fact.table = found->second;
  fact.day = *written.day;
  for (const EventColumn& column : state_->rules.rulebook().events[fact.table].columns)
    known.push_back(column.id.value);
  for (const auto& [name, text] : values)
    if (std::find(known.begin(), known.end(), name) == known.end())
      refuse("column-unknown", name, nearest_name(name, known));
  state_->take(fact, values);
  rows.facts.push_back(std::move(fact));
}

void DatasetBuilder::set_known_at(Day day) { state_->rows.known_at = day; }
void DatasetBuilder::set_dialect(CsvDialect dialect) { state_->rows.dialect = dialect; }
void DatasetBuilder::set_span(DayRange span) { state_->rows.span = span; }
void DatasetBuilder::add_issue(RowIssue issue) { state_->rows.issues.push_back(std::move(issue)); }

const CheckedRulebook& DatasetBuilder::rules() const { return state_->rules; }
InputRows& DatasetBuilder::rows() { return state_->rows; }

Result<Dataset> DatasetBuilder::finish() {
  if (state_->rows.of_scorer) return Diagnostic{"rows-of-scorer"};
  const CheckedRulebook rules = state_->rules;
  const std::unique_ptr<State> done = std::exchange(state_, std::make_unique<State>(rules));
  return finish_dataset(rules, std::move(done->rows));
}

}  // namespace cwp
