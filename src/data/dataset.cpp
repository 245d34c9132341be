#include "cwp/dataset.hpp"

#include "data/column_store.hpp"
#include "data/dataset_state.hpp"
#include "row/tidy_text.hpp"

namespace cwp {

namespace {

Diagnostic as_diagnostic(const RowIssue& issue) { return {issue.reason, {}, {issue.expected}}; }

}  // namespace

std::string message(const RowIssue& issue, Language language) { return message(as_diagnostic(issue), language); }
std::string hint(const RowIssue& issue, Language language) { return hint(as_diagnostic(issue), language); }

std::optional<Day> Dataset::known_at() const { return state_->known_at; }

std::size_t DatasetState::officer_count() const { return columns ? columns->keys.size() : officers.size(); }

std::string_view DatasetState::key(std::size_t officer) const {
  return columns ? columns->keys.key(std::uint32_t(officer)) : officers[officer].key;
}

void DatasetState::ask_where_key_is(std::size_t officer) const {
  if (columns)
    columns->keys.ask_where_is(std::uint32_t(officer));
  else
    __builtin_prefetch(&officers[officer].key);
}

void DatasetState::ask_for_key(std::size_t officer) const {
  if (columns) columns->keys.ask_for(std::uint32_t(officer));
}

std::shared_ptr<const OfficerRecord> DatasetState::officer(std::size_t number) const {
  if (columns) return std::make_shared<const OfficerRecord>(columns->record(number, rules.rulebook().metrics.size()));
  return {std::shared_ptr<const OfficerRecord>(), &officers[number]};  // it lives as long as this
}

std::shared_ptr<const OfficerRecord> DatasetState::officer_for(std::size_t number, std::uint32_t metric) const {
  if (!columns) return officer(number);
  return std::make_shared<const OfficerRecord>(columns->record(number, rules.rulebook().metrics.size(), metric));
}

std::size_t Dataset::officer_count() const { return state_->officer_count(); }
std::string_view Dataset::officer_key(std::size_t officer) const { return state_->key(officer); }

std::optional<std::size_t> Dataset::find_officer(std::string_view key) const {
  const std::string tidy = tidy_text(key);  // as the keys themselves are
  for (std::size_t i = 0; i < officer_count(); ++i)
    if (officer_key(i) == tidy) return i;
  return std::nullopt;
}

std::optional<DayRange> Dataset::span() const { return state_->span; }
const std::vector<RowIssue>& Dataset::issues() const { return state_->issues; }
const std::vector<std::string>& Dataset::files() const { return state_->files; }

}  // namespace cwp
