#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

constexpr DiagnosticRow kRows[] = {
    {"data-placeholder", Severity::note, "", "", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> data_rows() { return kRows; }

}  // namespace cwp
