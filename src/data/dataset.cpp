#include "cwp/dataset.hpp"

#include <algorithm>

#include "data/dataset_state.hpp"

namespace cwp {

std::string message(const RowIssue& issue, Language language) {
  Diagnostic diagnostic;
  diagnostic.slug = issue.reason;
  diagnostic.arguments = {issue.expected};
  return message(diagnostic, language);
}

std::size_t Dataset::officer_count() const { return state_->officers.size(); }
const std::string& Dataset::officer_key(std::size_t officer) const { return state_->officers[officer].key; }

std::optional<std::size_t> Dataset::find_officer(std::string_view key) const {
  const auto& officers = state_->officers;
  const auto found =
      std::find_if(officers.begin(), officers.end(), [&](const OfficerRecord& officer) { return officer.key == key; });
  if (found == officers.end()) return std::nullopt;
  return std::size_t(found - officers.begin());
}

std::optional<DayRange> Dataset::span() const { return state_->span; }
const std::vector<RowIssue>& Dataset::issues() const { return state_->issues; }
const std::vector<std::string>& Dataset::files() const { return state_->files; }

}  // namespace cwp
