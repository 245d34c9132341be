// Facts to figures, day by day (language.md, section 4).

#include <algorithm>
#include <tuple>

#include "data/finish_dataset.hpp"
#include "row/fact_value.hpp"

namespace cwp {
namespace {

/// Somebody for whom the facts of a table count: the officer of the row, or of a column.
struct Subject {
  std::optional<std::uint32_t> column;
  std::vector<std::uint32_t> metrics;
};

/// What a formula says of one fact.
struct Verdict {
  std::uint32_t officer = 0;
  std::uint32_t metric = 0;
  std::uint32_t fact = 0;
  Day day;
  Value value;
};

class FactTaker {
 public:
  explicit FactTaker(DatasetMaking& making)
      : making_(making), rows_(making.rows), subjects_(making.rulebook.events.size()) {
    const auto& derived = making.card.derived;
    for (std::uint32_t metric = 0; metric < derived.size(); ++metric)
      if (derived[metric]) subject(derived[metric]->table, derived[metric]->officer_column).metrics.push_back(metric);
    for (auto& of_table : subjects_)
      if (of_table.empty()) of_table.push_back({});  // nothing is derived from it; its rows are checked all the same
  }

  void take() {
    for (std::uint32_t i = 0; i < rows_.facts.size(); ++i) take(i);
    const auto key = [](const Verdict& one) { return std::tuple(one.officer, one.metric, one.day, one.fact); };
    std::sort(verdicts_.begin(), verdicts_.end(), [&](const Verdict& a, const Verdict& b) { return key(a) < key(b); });
    for (std::size_t begin = 0, end = 0; begin < verdicts_.size(); begin = end) {
      const Verdict& first = verdicts_[begin];
      while (end < verdicts_.size() && verdicts_[end].officer == first.officer &&
             verdicts_[end].metric == first.metric && verdicts_[end].day == first.day)
        ++end;
      make_cell({verdicts_.data() + begin, end - begin});
    }
  }

 private:
  Subject& subject(std::uint32_t table, std::optional<std::uint32_t> column) {
    auto& of_table = subjects_[table];
    for (Subject& one : of_table)
      if (one.column == column) return one;
    return of_table.emplace_back(Subject{column, {}});
  }

  void take(std::uint32_t number) {
    const FactInput& fact = rows_.facts[number];
    bool counts = false;
    for (const Subject& one : subjects_[fact.table]) {
      const std::optional<std::uint32_t> officer = officer_of(fact, one);
      if (!officer) continue;
      counts = true;
      judge(number, one, *officer);
    }
    if (!counts) return;
    making_.widen_span({Grain::day, fact.day.number});
    for (const ColumnRefusal& refusal : fact.refused) {
      RowIssue issue = issue_of(fact, refusal.reason, rows_.keys.key(fact.officer), refusal.expected);
      issue.metric = making_.rulebook.events[fact.table].columns[refusal.column].id.value;
      issue.value = refusal.written;
      rows_.issues.push_back(std::move(issue));
    }
  }

  /// The officer for whom the fact counts. A column may name nobody; a row must.
  std::optional<std::uint32_t> officer_of(const FactInput& fact, const Subject& subject) {
    std::string key(rows_.keys.key(fact.officer));
    if (subject.column) {
      const Value& named = fact.values[*subject.column];
      if (!named.present() || named.text->empty()) return std::nullopt;
      key = *named.text;
    }
    const std::uint32_t officer = making_.officer_number(key);
    const auto refusal =
        key.empty() ? Refusal{"officer-empty", ""} : making_.not_counted(officer, {Grain::day, fact.day.number});
    if (!refusal) return officer;
    RowIssue issue = issue_of(fact, refusal->reason, key, refusal->expected);
    if (subject.column) issue.metric = making_.rulebook.events[fact.table].columns[*subject.column].id.value;
    rows_.issues.push_back(std::move(issue));
    return std::nullopt;
  }

  void judge(std::uint32_t number, const Subject& subject, std::uint32_t officer) {
    const FactInput& fact = rows_.facts[number];
    const PresenceStretch* stretch = presence_on(making_.state.officers[officer], fact.day);
    for (const std::uint32_t metric : subject.metrics) {
      Value value = fact_value(*making_.card.derived[metric]->formula, making_.card, fact,
                               making_.state.roster_rows[stretch->roster_row].attributes);
      if (value.fault != Fault::none) {
        RowIssue issue = issue_of(fact, reason_of(value.fault), making_.state.officers[officer].key,
                                  making_.rulebook.metrics[metric].from->formula.text);
        issue.metric = making_.rulebook.metrics[metric].id.value;
        rows_.issues.push_back(std::move(issue));
      }
      verdicts_.push_back({officer, metric, number, fact.day, std::move(value)});
    }
  }

  /// The figure of one officer, metric and day. A fact of which the formula knows nothing does not count; where that is
  /// because of a refused column the figure is incomplete, or, with nothing else behind it, refused.
  void make_cell(std::span<const Verdict> verdicts) {
    const Verdict& first = verdicts[0];
    const Metric& metric = making_.rulebook.metrics[first.metric];
    const Derivation kind = metric.from->kind;
    const bool asks = kind == Derivation::count || kind == Derivation::days;
    MetricCell cell;
    cell.period = first.day.number;
    bool counted = false;
    for (const Verdict& verdict : verdicts) {
      const bool counts = asks ? verdict.value.is_true() : verdict.value.present();
      if (counts || verdict.value.incomplete) cell.origins.push_back(rows_.facts[verdict.fact].origin);
      cell.incomplete = cell.incomplete || verdict.value.incomplete;
      if (!counts) continue;
      if (kind == Derivation::count)
        cell.value += Rational(1);
      else if (kind == Derivation::days)
        cell.value = Rational(1);
      else if (kind == Derivation::sum)
        cell.value += verdict.value.number;
      else if (!counted || cell.value < verdict.value.number)
        cell.value = verdict.value.number;
      counted = true;
    }
    if (!counted && !cell.incomplete) return;
    cell.refused = !counted;
    if (const auto broken = counted ? broken_promise(cell.value, metric) : std::nullopt) {
      RowIssue issue = rows_.issue(broken->reason, cell.origins.front(), making_.state.officers[first.officer].key,
                                   first.day.to_text(), broken->expected);
      issue.metric = metric.id.value;
      issue.value = cell.value.to_text();
      rows_.issues.push_back(std::move(issue));
      cell.refused = true;
    }
    if (cell.refused) {
      cell.incomplete = false;
      cell.value = Rational(0);
    }
    making_.state.officers[first.officer].metrics[first.metric].push_back(std::move(cell));
  }

  RowIssue issue_of(const FactInput& fact, std::string_view reason, std::string_view officer,
                    const std::string& expected) const {
    return rows_.issue(reason, fact.origin, officer, fact.day.to_text(), expected);
  }

  DatasetMaking& making_;
  InputRows& rows_;
  std::vector<std::vector<Subject>> subjects_;  // by table
  std::vector<Verdict> verdicts_;
};

}  // namespace

void take_facts(DatasetMaking& making) { FactTaker(making).take(); }

}  // namespace cwp
