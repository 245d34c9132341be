#include "pages/reference_tables.hpp"

#include <fmt/format.h>

#include <span>
#include <stdexcept>

#include "cwp/csv_dialect.hpp"
#include "cwp/form_catalog.hpp"
#include "cwp/function_catalog.hpp"
#include "cwp/output_format.hpp"
#include "keys/key_table.hpp"

namespace cwp {
namespace {

/// A cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char letter : text) escaped += letter == '|' ? std::string("\\|") : std::string(1, letter);
  return escaped;
}

std::string code(std::string_view text) { return text.empty() ? "" : "`" + cell(text) + "`"; }

std::string words_of(const FormKeyDoc& key) {
  std::string words;
  for (const std::string_view word : key.words) words += (words.empty() ? "" : ", ") + code(word);
  return words;
}

void add_form_keys(std::string& text, std::span<const FormKeyDoc> keys, const std::string& before, bool zh) {
  for (const FormKeyDoc& key : keys) {
    const std::string name = before + std::string(key.name);
    text += fmt::format("| {} | {} | {} | {} |\n", key.name.empty() ? std::string("–") : code(name),
                        key.required ? (zh ? "必填" : "required") : "", words_of(key), cell(zh ? key.zh : key.en));
    add_form_keys(text, key.keys, name + ".", zh);
  }
}

std::string forms_table(bool zh) {
  std::string text;
  for (const FormDoc& form : forms()) {
    text += fmt::format("\n**`{}`** {}\n\n```\n{}\n```\n\n", form.name, zh ? form.zh : form.en, form.example);
    text += zh ? "| 键 | | 取值 | 含义 |\n|---|---|---|---|\n" : "| key | | words | meaning |\n|---|---|---|---|\n";
    add_form_keys(text, form.keys, "", zh);
  }
  return text + "\n";
}

std::string functions_table(Language language) {
  const bool zh = language == Language::zh;
  std::string text;
  std::string_view family;
  for (const FunctionDoc& function : functions()) {
    if (function.family != family) {
      text += fmt::format("\n**{}**\n\n", family_title(function.family, language));
      text += zh ? "| 写法 | 含义 | 举例 | 结果 |\n|---|---|---|---|\n"
                 : "| written | meaning | example | answer |\n|---|---|---|---|\n";
    }
    family = function.family;
    text += fmt::format("| {} | {} | {} | {} |\n", code(function.signature), cell(zh ? function.zh : function.en),
                        code(function.example), code(function.answer));
  }
  return text + "\n";
}

std::string clauses_table(bool zh) {
  std::string text =
      zh ? "\n| 写法 | 含义 | 举例 |\n|---|---|---|\n" : "\n| written | meaning | example |\n|---|---|---|\n";
  for (const ClauseDoc& clause : clauses())
    text +=
        fmt::format("| {} | {} | {} |\n", code(clause.form), cell(zh ? clause.zh : clause.en), code(clause.example));
  return text + "\n";
}

std::string keys_table(Language language) {
  const bool zh = language == Language::zh;
  std::string text;
  std::string_view section;
  for (const KeyRow& row : key_rows()) {
    if (row.later) continue;
    if (to_text(row.section) != section) {
      section = to_text(row.section);
      text += fmt::format("\n**`{}`**\n\n", section);
      text += zh ? "| 键 | 省略时 | 含义 |\n|---|---|---|\n" : "| key | when left out | meaning |\n|---|---|---|\n";
    }
    const std::string_view required = zh ? "（必填）" : "(required)";
    text += fmt::format("| {} | {} | {} |\n", code(row.name), row.required ? required : otherwise_text(row, language),
                        cell(zh ? row.zh : row.en));
  }
  return text + "\n";
}

/// The wording with its arguments as dots.
std::string with_dots(std::string_view wording) {
  std::string text;
  for (std::size_t at = 0; at < wording.size();) {
    const std::size_t end = wording[at] == '{' ? wording.find('}', at) : std::string_view::npos;
    const bool argument = end != std::string_view::npos && end - at <= 3 && end > at + 1;
    text += argument ? std::string("…") : std::string(1, wording[at]);
    at = argument ? end + 1 : at + 1;
  }
  return text;
}

std::string messages_table(bool zh) {
  std::string text = zh ? "\n| 代号 | 级别 | 含义 | 如何更正 |\n|---|---|---|---|\n"
                        : "\n| slug | | what is wrong | how to mend it |\n|---|---|---|---|\n";
  for (const DiagnosticRow& row : diagnostic_catalog()) {
    if (row.severity == Severity::note) continue;
    const bool error = row.severity == Severity::error;
    text += fmt::format("| {} | {} | {} | {} |\n", code(row.slug),
                        zh ? (error ? "错误" : "警告") : (error ? "error" : "warning"),
                        cell(with_dots(zh ? row.zh : row.en)), cell(with_dots(zh ? row.hint_zh : row.hint_en)));
  }
  return text + "\n";
}

std::string dialects_table(bool zh) {
  std::string text = zh ? "\n| 选项 | 用于 |\n|---|---|\n" : "\n| option | for files of |\n|---|---|\n";
  for (const EncodingDoc& row : encodings())
    text += fmt::format("| `--encoding {}` | {} |\n", row.name, cell(zh ? row.zh : row.en));
  for (const DelimiterDoc& row : delimiters())
    text += fmt::format("| `--delimiter {}` | {} |\n", row.name, cell(zh ? row.zh : row.en));
  return text + "\n";
}

std::string formats_table(bool zh) {
  std::string text = zh ? "\n| 选项 | 文件 | 用途 |\n|---|---|---|\n" : "\n| option | files | for |\n|---|---|---|\n";
  for (const OutputFormatDoc& row : output_formats())
    text += fmt::format("| `--format {}` | `{}` | {} |\n", row.name, row.extension, cell(zh ? row.zh : row.en));
  return text + "\n";
}

std::string tables_table(bool zh) {
  std::string text =
      zh ? "\n| 名称 | 文件 | 内容 |\n|---|---|---|\n" : "\n| name | files | what it holds |\n|---|---|---|\n";
  for (const OutputTableDoc& row : output_tables())
    text += fmt::format("| `{}`{} | `{}` | {} |\n", row.name,
                        row.unasked ? ""
                        : zh        ? "（须指明）"
                                    : " (where it is named)",
                        row.file, cell(zh ? row.zh : row.en));
  return text + "\n";
}

}  // namespace

std::string reference_table(std::string_view name, Language language) {
  const bool zh = language == Language::zh;
  if (name == "forms") return forms_table(zh);
  if (name == "functions") return functions_table(language);
  if (name == "clauses") return clauses_table(zh);
  if (name == "dialects") return dialects_table(zh);
  if (name == "formats") return formats_table(zh);
  if (name == "keys") return keys_table(language);
  if (name == "messages") return messages_table(zh);
  if (name == "tables") return tables_table(zh);
  throw std::runtime_error("no table is named " + std::string(name));
}

std::string with_tables(std::string_view page, Language language) {
  constexpr std::string_view kBegin = "<!-- table: ", kClose = " -->\n", kEnd = "<!-- end of table -->";
  std::string text;
  for (;;) {
    const std::size_t begin = page.find(kBegin);
    if (begin == std::string_view::npos) return text + std::string(page);
    const std::size_t name = begin + kBegin.size();
    const std::size_t close = page.find(kClose, name), end = page.find(kEnd, begin);
    if (close == std::string_view::npos || end == std::string_view::npos || end < close)
      throw std::runtime_error("a table of the page has no end");
    text += page.substr(0, close + kClose.size());
    text += reference_table(page.substr(name, close - name), language);
    page.remove_prefix(end);
  }
}

}  // namespace cwp
