#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// State files of a Scorer that are not taken, and why.
constexpr DiagnosticRow kRows[] = {
    {"state-unreadable", Severity::error, "{0} cannot be read as the state of a Scorer", "{0} 不能作为状态文件读取",
     "take an older copy, or make the state again from all rows", "请使用较早的副本，或用全部数据行重新生成",
     "Scorer::open(\"no-such.state\", plan)"},
    {"state-of-other-rules", Severity::error, "{0} is the state of another scoring", "{0} 是另一种计算的状态文件",
     "open it with what it was written with, or make the state again from all rows",
     "请使用写出时的考核办法和选项打开，或用全部数据行重新生成", "Scorer::open(\"march.state\", plan_of_april)"},
    {"state-changed", Severity::error, "{0} was replaced by another run since it was read; it stays as it is now",
     "{0} 读入之后已被另一次运行替换；状态文件保持现状", "run it again: what the other one added is then there",
     "请重新运行，届时另一次运行并入的数据已在其中", "scorer.save(\"march.state\")"},
    {"state-no-file", Severity::note, "the system says: {0}", "系统提示：{w0}", "", "", ""},
    {"state-no-state", Severity::note, "it does not begin as a state file of this cwp does",
     "文件开头不是当前 cwp 的状态文件格式", "", "", ""},
    {"state-altered", Severity::note, "it was cut or altered: its bytes are not those whose SHA-256 stands at its end",
     "文件被截断或改动：内容与末尾的 SHA-256 不符", "", "", ""},
    {"state-rows", Severity::note, "its rows are none of this rulebook", "其中的数据行不属于本考核办法", "", "", ""},
    {"state-version", Severity::note, "it was written by cwp {0}, this is cwp {1}",
     "由 cwp {0} 写出，当前版本是 cwp {1}", "", "", ""},
    {"state-rulebook", Severity::note,
     "it was written with the rulebook '{0}' (SHA-256 {1}), this one is '{2}' (SHA-256 {3})",
     "写出时的考核办法是“{0}”（SHA-256 {1}），当前是“{2}”（SHA-256 {3}）", "", "", ""},
    {"state-options", Severity::note, "it was written with the options {0}, now they are {1}",
     "写出时的选项是 {0}，当前是 {1}", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> state_rows() { return kRows; }

}  // namespace cwp
