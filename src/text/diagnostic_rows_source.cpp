#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

constexpr DiagnosticRow kRows[] = {
    {"file-unreadable", Severity::error, "cannot read {0}", "无法读取 {0}", "check the path and its permissions",
     "请检查路径和权限", "cwp check no-such-file.yaml"},
    {"file-too-large", Severity::error, "{0} is larger than 8 MiB", "{0} 超过 8 MiB",
     "a rulebook is a text of some pages", "考核办法只应有若干页文字", ""},
    {"not-utf8", Severity::error, "{0} is not UTF-8 from here on", "{0} 从此处起不是 UTF-8 编码",
     "save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)", "请另存为 UTF-8 编码（记事本：另存为，编码选 UTF-8）",
     ""},
};

}  // namespace

std::span<const DiagnosticRow> source_rows() { return kRows; }

}  // namespace cwp
