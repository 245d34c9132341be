#include "io/csv_scanner.hpp"

#include <algorithm>

namespace cwp {
namespace {

bool breaks_line(char c) { return c == '\n' || c == '\r'; }

/// LF, CRLF and CR are one line break each.
std::uint32_t line_breaks(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++count;
  return count;
}

}  // namespace

bool CsvScanner::blank() const {
  return std::all_of(fields_.begin(), fields_.end(),
                     [](std::string_view field) { return field.find_first_not_of(" \t") == std::string_view::npos; });
}

bool CsvScanner::next() {
  while (at_ < text_.size() && !unclosed_) {
    fields_.clear();
    bytes_.clear();
    unquoted_.clear();
    stray_ = false;
    line_ = next_line_;
    begin_ = at_;
    scan_field();
    while (!unclosed_ && at_ < text_.size() && text_[at_] == delimiter_) {
      ++at_;
      scan_field();
    }
    if (unclosed_) return false;
    end_ = at_;
    if (at_ < text_.size()) {
      at_ += text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
      ++next_line_;
    }
    if (!blank()) return true;
  }
  return false;
}

void CsvScanner::scan_field() {
  const std::size_t begin = at_;
  if (at_ < text_.size() && text_[at_] == '"') {
    scan_quoted();
  } else {
    while (at_ < text_.size() && text_[at_] != delimiter_ && !breaks_line(text_[at_])) ++at_;
    fields_.push_back(text_.substr(begin, at_ - begin));
  }
  bytes_.emplace_back(begin, at_);
}

void CsvScanner::scan_quoted() {
  const std::size_t open = at_;
  std::size_t from = at_ + 1;
  std::string taken;
  bool differs = false;
  std::size_t quote = text_.find('"', from);
  for (; quote != std::string_view::npos && quote + 1 < text_.size() && text_[quote + 1] == '"';
       quote = text_.find('"', from)) {
    taken += text_.substr(from, quote + 1 - from);
    from = quote + 2;
    differs = true;
  }
  if (quote == std::string_view::npos) {
    unclosed_ = open;
    line_ = next_line_;
    fields_.push_back(text_.substr(open));
    at_ = text_.size();
    return;
  }
  next_line_ += line_breaks(text_.substr(open, quote - open));
  at_ = quote + 1;
  while (at_ < text_.size() && text_[at_] != delimiter_ && !breaks_line(text_[at_])) ++at_;
  const std::string_view behind = text_.substr(quote + 1, at_ - quote - 1);
  if (behind.find_first_not_of(" \t") != std::string_view::npos) stray_ = true;
  if (!differs) {
    fields_.push_back(text_.substr(from, quote - from));
    return;
  }
  taken += text_.substr(from, quote - from);
  unquoted_.push_back(std::move(taken));
  fields_.push_back(unquoted_.back());
}

}  // namespace cwp
