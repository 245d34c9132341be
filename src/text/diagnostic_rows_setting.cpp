#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// What is wrong with a value that is set beside a rulebook: `cwp whatif --set PATH=VALUE`.
constexpr DiagnosticRow kRows[] = {
    {"set-format", Severity::error, "a value is set as PATH=VALUE", "设定应写成 路径=值",
     "write --set daily_target=12 or --set prevention.full=35",
     "请写成 --set daily_target=12 或 --set prevention.full=35", "--set prevention.full"},
    {"set-unknown", Severity::error, "nothing in the rulebook is named '{0}'", "考核办法中没有“{0}”",
     "did you mean '{1}'?", "您是否想写“{1}”？", "--set recrods.full=20"},
    {"set-ambiguous", Severity::error, "'{0}' stands under {1} and under {2}", "“{0}”在 {1} 和 {2} 中都有",
     "write {1}.{0} or {2}.{0}", "请写成 {1}.{0} 或 {2}.{0}", "--set station.top=3"},
    {"set-needs-key", Severity::error, "'{0}' has keys; one of them has to be named", "“{0}”含有若干键，应指明其中一个",
     "write {0}. and one of: {1}", "请写成“{0}.”加上其中一个键：{1}", "--set prevention=35"},
    {"set-nothing-inside", Severity::error, "'{1}' is a single value: there is no '{0}' in it",
     "“{1}”是单个值，其中没有“{0}”", "", "", "--set prevention.full.at=35"},
};

}  // namespace

std::span<const DiagnosticRow> setting_rows() { return kRows; }

}  // namespace cwp
