#include "text/sayings.hpp"

#include <algorithm>

#include "text/diagnostic_rows.hpp"
#include "text/wording_holes.hpp"

namespace cwp {
namespace {

// The system of files, yaml-cpp of a text, a receipt that cannot be read.
constexpr Saying kSayings[] = {
    {"No such file or directory", "文件或文件夹不存在"},
    {"Permission denied", "没有权限"},
    {"Operation not permitted", "不允许此操作"},
    {"Not a directory", "不是文件夹"},
    {"Is a directory", "是文件夹"},
    {"File exists", "文件已存在"},
    {"Directory not empty", "文件夹不为空"},
    {"File name too long", "文件名过长"},
    {"File too large", "文件过大"},
    {"No space left on device", "磁盘空间不足"},
    {"Disk quota exceeded", "超出磁盘配额"},
    {"Read-only file system", "文件系统只读"},
    {"Input/output error", "读写错误"},
    {"Invalid argument", "参数无效"},
    {"Too many open files", "打开的文件过多"},
    {"Too many levels of symbolic links", "符号链接层数过多"},
    {"the file cannot be read", "文件无法读取"},
    {"YAML directives must have exactly one argument", "YAML 指令只能有一个参数"},
    {"bad YAML version: {0}", "YAML 版本有误：{0}"},
    {"YAML major version too large", "YAML 主版本过高"},
    {"repeated YAML directive", "YAML 指令重复"},
    {"TAG directives must have exactly two arguments", "TAG 指令必须有两个参数"},
    {"repeated TAG directive", "TAG 指令重复"},
    {"illegal character found while scanning tag handle", "标签前缀中有不允许的字符"},
    {"tag handle with no suffix", "标签没有后缀"},
    {"end of verbatim tag not found", "标签没有结束"},
    {"end of map not found", "映射没有结束"},
    {"end of map flow not found", "缺少右花括号"},
    {"end of sequence not found", "列表没有结束"},
    {"end of sequence flow not found", "缺少右方括号"},
    {"cannot assign multiple tags to the same node", "标签重复"},
    {"cannot assign multiple anchors to the same node", "锚点重复"},
    {"bad character found while scanning hex number", "十六进制数中有不允许的字符"},
    {"invalid unicode: {0}", "无效的 Unicode 字符：{0}"},
    {"unknown escape character: {0}", "无法识别的转义字符：{0}"},
    {"unknown token", "无法识别的符号"},
    {"illegal document indicator in scalar", "文本中出现文档分隔符"},
    {"illegal EOF in scalar", "文本没有结束"},
    {"illegal character in scalar", "文本中有不允许的字符"},
    {"illegal tab when looking for indentation", "缩进中不能使用制表符"},
    {"illegal flow end", "多余的右括号"},
    {"illegal block entry", "此处不能有列表项"},
    {"illegal map key", "此处不能有键"},
    {"illegal map value", "此处不能有键值"},
    {"alias not found after *", "* 之后没有名称"},
    {"anchor not found after &", "& 之后没有名称"},
    {"illegal character found while scanning alias", "引用名称中有不允许的字符"},
    {"illegal character found while scanning anchor", "锚点名称中有不允许的字符"},
    {"cannot set zero indentation for a block scalar", "文本块的缩进不能为 0"},
    {"unexpected character in block scalar", "文本块开头有多余的字符"},
    {"the referenced anchor is not defined", "所引用的锚点没有定义"},
    {"it is no JSON", "不是 JSON"},
    {"there is no '{0}'", "缺少“{0}”"},
    {"'{0}' is no text", "“{0}”不是文本"},
    {"'{0}' is neither true nor false", "“{0}”既不是 true 也不是 false"},
    {"'{0}' is no list", "“{0}”不是列表"},
    {"'{0}' is no range of days", "“{0}”不是起止日期"},
    {"'{0}' is no date", "“{0}”不是日期"},
    {"there is no encoding {0}", "没有编码 {0}"},
    {"there is no delimiter {0}", "没有分隔符 {0}"},
    {"there is no grain \"{0}\"", "没有周期“{0}”"},
};

/// Takes the arguments out of a sentence of this wording; false where it is none.
bool is_worded_so(std::string_view wording, std::string_view text, std::vector<std::string>& arguments) {
  arguments.clear();
  while (!wording.empty()) {
    const WordingHole hole = hole_at(wording);
    if (hole.size == 0) {
      if (!text.starts_with(wording[0])) return false;
      wording.remove_prefix(1);
      text.remove_prefix(1);
      continue;
    }
    wording.remove_prefix(hole.size);
    std::size_t literal = 0;
    while (literal < wording.size() && hole_at(wording.substr(literal)).size == 0) ++literal;
    const std::string_view behind = wording.substr(0, literal);
    const std::size_t end = literal < wording.size() ? text.find(behind)
                            : text.ends_with(behind) ? text.size() - behind.size()
                                                     : std::string_view::npos;
    if (end == std::string_view::npos) return false;
    arguments.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return text.empty();
}

}  // namespace

std::span<const Saying> sayings() { return kSayings; }

std::string chinese_saying(std::string_view text) {
  std::vector<std::string> arguments;
  for (const Saying& one : kSayings)
    if (is_worded_so(one.en, text, arguments)) return with_arguments(one.zh, arguments, Language::zh);
  for (const DiagnosticRow& row : usage_rows())
    if (is_worded_so(row.en, text, arguments)) return with_arguments(row.zh, arguments, Language::zh);
  return {};
}

}  // namespace cwp
