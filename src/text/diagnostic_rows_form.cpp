#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

constexpr DiagnosticRow kRows[] = {
    {"form-placeholder", Severity::note, "", "", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> form_rows_text() { return kRows; }

}  // namespace cwp
