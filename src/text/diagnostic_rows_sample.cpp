#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// What the making of sample data refuses.
constexpr DiagnosticRow kRows[] = {
    {"sample-officers", Severity::error, "a sample has 1 to {1} officers, not {0}",
     "样例数据的人数应为 1 到 {1}，不能是 {0}", "", "", "cwp sample rules.yaml --officers 0 …"},
    {"sample-stations", Severity::error, "{0} stations are more than {1} officers can fill", "{0} 个单位超过了人数 {1}",
     "give fewer stations, or more officers", "请减少单位数，或增加人数",
     "cwp sample rules.yaml --officers 5 --stations 9 …"},
    {"sample-too-large", Severity::error,
     "{0} days are too many: a sample has at most {1} days, and {2} days of officers together",
     "{0} 天过多：样例数据最多 {1} 天，且人数与天数之积不超过 {2}", "shorten the span, or take fewer officers",
     "请缩短起止日期，或减少人数", "cwp sample rules.yaml --officers 100000 --from 2026-01-01 --to 2035-12-31 …"},
};

}  // namespace

std::span<const DiagnosticRow> sample_rows() { return kRows; }

}  // namespace cwp
