#pragma once
// The rows of the forms, one file each; form_catalog.cpp puts them together.

#include "form/form_row.hpp"

namespace cwp {

extern const FormRow kPointsForm;
extern const FormRow kAwardForm;
extern const FormRow kDeductForm;
extern const FormRow kEscalateForm;
extern const FormRow kTargetForm;
extern const FormRow kBandsForm;
extern const FormRow kCasesForm;
extern const FormRow kHighestForm;
extern const FormRow kRankedForm;
extern const FormRow kJudgedForm;
extern const FormRow kVotesForm;
extern const FormRow kAllOrForm;
extern const FormRow kLinesForm;

}  // namespace cwp
