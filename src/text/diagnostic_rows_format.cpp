#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// The canonical form of a rulebook's text.
constexpr DiagnosticRow kRows[] = {
    {"not-canonical", Severity::error, "this line is not in the canonical form", "此行不是规范格式",
     "cwp fmt writes: {0}", "cwp fmt 写作：{0}", ""},
    {"not-canonical-lines", Severity::error,
     "empty lines, line ends or a byte order mark are not in the canonical form",
     "空行、换行符或字节顺序标记不是规范格式", "cwp fmt puts them right", "cwp fmt 会予以改正", ""},
    {"not-canonical-more", Severity::error, "{0} more line{s0} not in the canonical form", "另有 {0} 行不是规范格式",
     "", "", ""},
    {"format-would-change", Severity::error,
     "this text cannot be laid out without changing what it says; it stays as it is",
     "无法在不改变内容的前提下重新排版此文本，保持原样", "something rare stands in it: `? key`, a tag, a directive",
     "其中有少见的写法：`? 键`、标签或指令", ""},
};

}  // namespace

std::span<const DiagnosticRow> format_rows() { return kRows; }

}  // namespace cwp
