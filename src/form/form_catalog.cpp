#include "cwp/form_catalog.hpp"

#include "form/form_rows.hpp"

namespace cwp {
namespace {

constexpr const FormRow* kRows[] = {&kPointsForm, &kAwardForm, &kDeductForm,  &kEscalateForm, &kTargetForm,
                                    &kBandsForm,  &kCasesForm, &kHighestForm, &kRankedForm,   &kJudgedForm,
                                    &kVotesForm,  &kAllOrForm, &kLinesForm};

}  // namespace

std::span<const FormRow* const> form_rows() { return kRows; }

const FormRow* find_form(std::string_view name) {
  for (const FormRow* row : kRows)
    if (row->doc.name == name) return row;
  return nullptr;
}

std::vector<FormDoc> forms() {
  std::vector<FormDoc> docs;
  for (const FormRow* row : kRows) docs.push_back(row->doc);
  return docs;
}

}  // namespace cwp
