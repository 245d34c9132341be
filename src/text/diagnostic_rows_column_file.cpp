#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// Column files that are not taken, and why.
constexpr DiagnosticRow kRows[] = {
    {"column-file-unreadable", Severity::error, "{0} cannot be read as a column file", "{0} 不能作为列文件读取",
     "write it again from the data", "请用数据重新生成", "open_column_file(rules, \"no-such.columns\")"},
    {"column-file-calendar", Severity::error,
     "{0} has columns of weeks or longer, which begin on other days than the rulebook's",
     "{0} 含有按周或更长周期的列，其起始日与考核办法不符",
     "open it with a rulebook of the same calendar, or write it again", "请使用历法相同的考核办法打开，或重新生成",
     "open_column_file(rules_with_other_weeks, \"year.columns\")"},
    {"column-file-issues", Severity::error,
     "{0} issue{s0} in the data, which are not packed: the rows concerned would be forgotten",
     "数据有 {0} 处问题，不能打包：相关的行会丢失", "see issues.csv of `cwp score`, and mend the rows",
     "请查看 `cwp score` 写出的 issues.csv，并改正这些行", "write_column_file(data_with_issues, \"year.columns\")"},
    {"column-file-roster", Severity::error,
     "'{0}' has rows of the roster with other attributes; a column file has one value of each for an officer",
     "“{0}”在花名册各行中的属性不同；列文件中每人的每个属性只有一个值", "score the files themselves",
     "请直接用原始文件计分", "write_column_file(data_with_a_transfer, \"year.columns\")"},
    {"column-file-metric", Severity::error,
     "'{0}' is counted from facts or about an attribute; a column file has officers' own figures",
     "“{0}”由事件统计或针对属性上报；列文件只存放人员自己的数据", "score the files themselves", "请直接用原始文件计分",
     "write_column_file(data_with_facts, \"year.columns\")"},
    {"column-file-places", Severity::error,
     "a figure of '{0}' in {1} has more than nine places behind the point, or 18 digits, or is a double of more than "
     "15",
     "“{0}”在 {1} 有数据的小数超过九位，或数字超过 18 位，或是超过 15 位的双精度数", "round the figures",
     "请先舍入数据", "write_column_file(data_with_long_figures, \"year.columns\")"},
    {"column-file-no-file", Severity::note, "the system says: {0}", "系统提示：{w0}", "", "", ""},
    {"column-file-no-columns", Severity::note, "it does not begin as a column file does", "文件开头不是列文件格式", "",
     "", ""},
    {"column-file-byte-order", Severity::note, "it was written on a machine with another order of bytes",
     "写出时的机器字节顺序不同", "", "", ""},
    {"column-file-version", Severity::note, "its format is {0}, this cwp reads {1}",
     "文件格式版本为 {0}，当前 cwp 读取的版本为 {1}", "", "", ""},
    {"column-file-cut", Severity::note, "it is longer or shorter than its beginning says", "文件长度与开头记载的不符",
     "", "", ""},
    {"column-file-altered", Severity::note,
     "its beginning or its directory is not what was written: the SHA-256 differs",
     "文件开头或目录被改动：SHA-256 不符", "", "", ""},
    {"column-file-directory", Severity::note, "its directory says what cannot be", "目录内容不合理", "", "", ""},
    {"column-file-attribute", Severity::note, "the values of '{0}' are not those that were written",
     "“{0}”的取值与写出时不符", "", "", ""},
    {"column-file-figures", Severity::note, "the figures of '{0}' in {1} are not those that were written",
     "“{0}”在 {1} 的数据与写出时不符", "", "", ""},
    {"column-file-days", Severity::note,
     "its records of duty and presence are not those that were written, or there is no room to map them",
     "勤务与在册记录与写出时不符，或系统没有空间映射它们", "", "", ""},
    {"column-file-no-room", Severity::note, "the system gives no room to map {0} bytes of it",
     "系统没有空间映射其中的 {0} 字节", "", "", ""},
};

}  // namespace

std::span<const DiagnosticRow> column_file_rows() { return kRows; }

}  // namespace cwp
