#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

constexpr DiagnosticRow kRows[] = {
    {"formula-placeholder", Severity::note, "", "", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> formula_rows() { return kRows; }

}  // namespace cwp
