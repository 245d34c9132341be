#include "yaml/open_signs.hpp"

#include <algorithm>

namespace cwp {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }

std::size_t line_end(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

std::size_t indent(std::string_view text, std::size_t line) {
  std::size_t at = line;
  while (at < text.size() && text[at] == ' ') ++at;
  return at - line;
}

/// Where the quote at `at` closes; npos where it does not.
std::size_t quote_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return i;
      ++i;
    }
  }
  return std::string_view::npos;
}

class SignReader {
 public:
  SignReader(std::string_view text, std::size_t to) : text_(text), to_(std::min(to, text.size())) {}

  OpenSigns read() {
    while (at_ < to_) step();
    return std::move(open_);
  }
  std::vector<std::size_t> foreign_indents() {
    note_foreign_indent();
    while (at_ < to_) step();
    return std::move(foreign_indents_);
  }

 private:
  void step() {
    const char c = text_[at_];
    const bool between = !open_.brackets.empty();
    if (is_break(c)) {
      starts_ = true;
      line_ = ++at_;
      note_foreign_indent();
    } else if (is_blank(c)) {
      ++at_;
    } else if (c == '#' && (at_ == line_ || is_blank(text_[at_ - 1]))) {
      at_ = line_end(text_, at_);
    } else if (starts_ && (c == '"' || c == '\'')) {
      take_quote();
    } else if (starts_ && !between && (c == '|' || c == '>')) {
      skip_block();
    } else if (starts_ && (c == '[' || c == '{')) {
      open_.brackets.push_back(at_++);
    } else if (between && (c == ']' || c == '}')) {
      open_.brackets.pop_back();
      starts_ = false;
      ++at_;
    } else {
      const bool before_blank = at_ + 1 >= text_.size() || is_blank(text_[at_ + 1]) || is_break(text_[at_ + 1]);
      starts_ = (between && c == ',') || (c == ':' && before_blank) || (c == '-' && starts_ && before_blank);
      ++at_;
    }
  }

  void note_foreign_indent() {
    const std::size_t begin = line_ + indent(text_, line_);
    std::size_t at = begin;
    while (at < text_.size() && (foreign_blank(text_, at) != 0 || is_blank(text_[at])))
      at += std::max<std::size_t>(foreign_blank(text_, at), 1);
    if (foreign_blank(text_, begin) == 0 || at >= text_.size() || is_break(text_[at]) || text_[at] == '#') return;
    const std::string_view line = text_.substr(at, line_end(text_, at) - at);
    const std::size_t colon = line.find(':');
    const bool key = colon != std::string_view::npos && line.substr(0, colon).find_first_of(" \t'\"") == line.npos;
    if (key || line.starts_with("- ")) foreign_indents_.push_back(begin);
  }

  void take_quote() {
    const std::size_t end = quote_end(text_, at_);
    if (end > line_end(text_, at_)) {
      open_.quote = at_;
      open_.quote_in_brackets = !open_.brackets.empty();
    }
    at_ = end == std::string_view::npos ? to_ : end + 1;
    starts_ = false;
  }

  /// A text of several lines goes on as long as lines are indented deeper than the one that begins it.
  void skip_block() {
    const std::size_t outer = indent(text_, line_);
    at_ = line_end(text_, at_);
    while (at_ < to_) {
      const std::size_t next = at_ + 1;
      const std::size_t first = next + indent(text_, next);
      if (first < text_.size() && !is_break(text_[first]) && first - next <= outer) break;
      at_ = line_end(text_, first);
    }
    starts_ = true;
  }

  std::string_view text_;
  std::size_t to_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  // where the line begins
  bool starts_ = true;    // a key or value may begin here
  OpenSigns open_;
  std::vector<std::size_t> foreign_indents_;
};

}  // namespace

std::vector<std::size_t> find_foreign_indents(std::string_view text) {
  return SignReader(text, text.size()).foreign_indents();
}

OpenSigns find_open_signs(std::string_view text, std::size_t to) { return SignReader(text, to).read(); }

std::size_t content_end(std::string_view text, std::size_t line_begin) {
  const std::size_t end = line_end(text, line_begin);
  char quote = '\0';
  std::size_t content = line_begin;
  for (std::size_t at = line_begin; at < end; ++at) {
    const char c = text[at];
    if (quote == '\0' && c == '#' && (at == line_begin || is_blank(text[at - 1]))) break;
    if (quote == c)
      quote = '\0';
    else if (quote == '\0' && (c == '"' || c == '\''))
      quote = c;
    if (!is_blank(c) && c != '\r') content = at + 1;
  }
  return content;
}

std::size_t foreign_blank(std::string_view text, std::size_t at) {
  for (const std::string_view blank : {"\xE3\x80\x80", "\xC2\xA0", "\xE2\x80\xAF"})
    if (text.substr(at, blank.size()) == blank) return blank.size();
  // U+2000 to U+200B: the blanks of typesetters, and the one without width
  const bool typeset =
      text.substr(at, 2) == "\xE2\x80" && at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) <= 0x8B;
  return typeset ? 3 : 0;
}

}  // namespace cwp
