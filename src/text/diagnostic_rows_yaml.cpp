#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

constexpr DiagnosticRow kRows[] = {
    {"yaml-placeholder", Severity::note, "", "", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> yaml_rows() { return kRows; }

}  // namespace cwp
