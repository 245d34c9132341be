#include "yaml/scalar_text.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace cwp {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string utf8(std::uint32_t code) {
  std::string out;
  const auto byte = [&](std::uint32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6));
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | (code >> 18));
    byte(0x80 | ((code >> 12) & 0x3F));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
  return out;
}

class Scan {
 public:
  Scan(std::string_view text, std::uint32_t begin, std::string_view value) : text_(text), at_(begin), value_(value) {
    offsets_.reserve(value.size() + 1);
  }

  bool run() {
    const char first = at_ < text_.size() ? text_[at_] : '\0';
    if (first == '|' || first == '>') return block();
    if (first == '"' || first == '\'') {
      quote_ = first;
      ++at_;
    }
    if (!flow() || (quote_ != '\0' && !close())) return false;
    return true;
  }

  std::vector<std::uint32_t>& offsets() { return offsets_; }
  std::size_t at() const { return at_; }

 private:
  bool done() const { return offsets_.size() >= value_.size(); }
  char wanted() const { return value_[offsets_.size()]; }
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool at_break(std::size_t at) const { return at < text_.size() && (text_[at] == '\n' || text_[at] == '\r'); }
  std::size_t after_break(std::size_t at) const {
    return at + (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n' ? 2 : 1);
  }
  std::size_t after_blanks(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at;
  }

  /// Takes `decoded`, which stands at `from` of the text, off the value.
  bool take(std::string_view decoded, std::size_t from) {
    if (value_.substr(offsets_.size(), decoded.size()) != decoded) return false;
    offsets_.insert(offsets_.end(), decoded.size(), static_cast<std::uint32_t>(from));
    return true;
  }

  /// Line breaks from `at_` on, blanks around them included: one is a blank (nothing, after `\`), n are n − 1 breaks.
  bool fold(bool escaped) {
    const std::size_t from = after_blanks(at_);
    std::size_t breaks = 0;
    for (at_ = from; at_break(at_); at_ = after_blanks(after_break(at_))) ++breaks;
    if (breaks > 1) return take(std::string(breaks - 1, '\n'), from);
    return escaped || take(" ", from);
  }

  bool flow() {
    while (!done()) {
      if (at_ >= text_.size()) return false;
      if (at_break(after_blanks(at_))) {
        if (!fold(false)) return false;
      } else if (quote_ == '"' && here() == '\\') {
        if (!escape()) return false;
      } else {
        if (here() != wanted()) return false;
        offsets_.push_back(static_cast<std::uint32_t>(at_));
        at_ += quote_ == '\'' && here() == '\'' ? 2 : 1;
      }
    }
    return true;
  }

  bool escape() {
    const std::size_t from = at_++;
    if (at_break(at_)) return fold(true);
    const char kind = here();
    ++at_;
    constexpr std::string_view kKinds = "0abtnvfre \"'\\/N_LP";
    constexpr std::uint32_t kCodes[] = {0,    7,  8,  9,  10, 11,   12,   13,     27,
                                        0x20, 34, 39, 92, 47, 0x85, 0xA0, 0x2028, 0x2029};
    if (const std::size_t index = kKinds.find(kind); index != std::string_view::npos)
      return take(utf8(kCodes[index]), from);
    if (kind == '\t') return take("\t", from);
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits == 0 || at_ + digits > text_.size()) return false;
    std::uint32_t code = 0;
    for (const char c : text_.substr(at_, digits)) {
      const char lower = static_cast<char>(c | 0x20);
      const int digit = c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
      if (digit < 0) return false;
      code = code * 16 + static_cast<std::uint32_t>(digit);
    }
    at_ += digits;
    return code <= 0x10FFFF && take(utf8(code), from);
  }

  bool close() {
    value_end_ = at_;
    while (here() != quote_) {
      const std::size_t next = after_blanks(at_);
      if (at_break(next))
        at_ = after_break(next);
      else if (here() == '\\' && at_break(at_ + 1))
        at_ = after_break(at_ + 1);
      else if (next > at_ && next < text_.size() && text_[next] == quote_)
        at_ = next;
      else
        return false;
    }
    ++at_;
    return true;
  }

  bool block() {
    at_ = std::min(text_.find('\n', at_), text_.size());
    if (at_ < text_.size()) ++at_;
    const std::size_t indent = block_indent();
    skip_indent(indent);
    while (!done()) {
      if (at_ >= text_.size()) {  // a break that the file's end stands for
        if (wanted() != '\n') return false;
        offsets_.push_back(static_cast<std::uint32_t>(at_));
      } else if (at_break(at_)) {
        if (wanted() == '\n' || wanted() == ' ') offsets_.push_back(static_cast<std::uint32_t>(at_));
        at_ = after_break(at_);
        skip_indent(indent);
      } else {
        if (here() != wanted()) return false;
        offsets_.push_back(static_cast<std::uint32_t>(at_++));
      }
    }
    return true;
  }

  /// Leading blanks of the first line with text, less those that belong to the value.
  std::size_t block_indent() const {
    std::size_t line = at_;
    while (line < text_.size()) {
      std::size_t start = line;
      while (start < text_.size() && text_[start] == ' ') ++start;
      if (!at_break(start)) {
        const std::size_t first = std::min(value_.find_first_not_of('\n'), value_.size());
        std::size_t own = first;
        while (own < value_.size() && value_[own] == ' ') ++own;
        return start - line - std::min(own - first, start - line);
      }
      line = after_break(start);
    }
    return 0;
  }
  void skip_indent(std::size_t indent) {
    for (std::size_t i = 0; i < indent && here() == ' '; ++i) ++at_;
  }

  std::string_view text_;
  std::size_t at_;
  std::string_view value_;
  std::vector<std::uint32_t> offsets_;
  char quote_ = '\0';

 public:
  std::size_t value_end_ = 0;  ///< quoted: where the value ends, before the quote
};

}  // namespace

ScalarScan scan_scalar(std::string_view text, std::uint32_t begin, std::string_view value) {
  Scan scan(text, begin, value);
  ScalarScan result;
  result.exact = scan.run();
  if (!result.exact) {
    result.offsets.assign(value.size() + 1, begin);
    result.end = begin;
    return result;
  }
  const std::size_t value_end = scan.value_end_ != 0 ? scan.value_end_ : scan.at();
  result.offsets = std::move(scan.offsets());
  result.offsets.push_back(static_cast<std::uint32_t>(value_end));
  result.end = static_cast<std::uint32_t>(scan.at());
  return result;
}

}  // namespace cwp
