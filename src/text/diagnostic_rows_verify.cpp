#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// What `cwp verify` finds when it holds a receipt against files and a second scoring.
constexpr DiagnosticRow kRows[] = {
    {"receipt-unreadable", Severity::error, "{0} is no receipt of cwp: {1}", "{0} 不是 cwp 的回执：{w1}",
     "give the receipt.json that cwp score wrote", "请提供 cwp score 写出的 receipt.json", "cwp verify month.csv …"},
    {"verify-version", Severity::error, "the receipt is of cwp {0}, this is cwp {1}",
     "回执由 cwp {0} 写出，当前版本是 cwp {1}", "", "", "cwp verify old/receipt.json …"},
    {"verify-file-missing", Severity::error, "{0} is missing: looked for at {1}", "缺少 {0}：已在 {1} 查找",
     "give the folder with --inputs, the rulebook with --rulebook",
     "请用 --inputs 指定数据文件夹，用 --rulebook 指定考核办法", "cwp verify out/receipt.json --inputs elsewhere"},
    {"verify-file-changed", Severity::error, "{0} has other bytes than the receipt says ({1})",
     "{0} 的内容与回执不符（{1}）", "", "", "a row changed after scoring"},
    {"verify-output-differs", Severity::error, "{0} comes out with other bytes than the receipt says",
     "{0}：重新计算的结果与回执不符", "", "", "a row changed after scoring"},
    {"verify-output-changed", Severity::error, "{0} was changed after it was written ({1})",
     "{0} 写出后被改动过（{1}）", "", "", "a total changed in a spreadsheet"},
    {"verify-output-unlisted", Severity::error, "{0} comes out, but is not in the receipt",
     "重新计算得出 {0}，但回执中没有", "", "", ""},
    {"verify-output-gone", Severity::error, "{0} is in the receipt, but does not come out",
     "回执中有 {0}，但重新计算没有得出", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> verify_rows() { return kRows; }

}  // namespace cwp
