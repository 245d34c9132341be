#include "layout/rule_layout.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "text/display_width.hpp"

namespace cwp {
namespace {

using enum RuleTokenKind;

/// A mapping or list without brackets that is open: where its keys or dashes stood, and where they stand now.
struct OpenLevel {
  std::size_t before = 0, now = 0;
  bool list = false;
};

struct OpenBracket {
  std::size_t column = 0;  // of the bracket
  std::size_t indent = 0;  // of the line it stands in
  bool last = false;       // nothing stands behind it in its line
};

class Layout {
 public:
  Layout(std::string_view text, const std::vector<RuleToken>& tokens) : text_(text), tokens_(tokens) {}

  std::string run() {
    find_runs();
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      const RuleToken& token = tokens_[at_];
      const std::size_t breaks = breaks_before(at_);
      if (token.kind == remark && (at_ == 0 || breaks > 0)) {
        keep_remark(breaks);
        continue;
      }
      if (at_ == 0 || breaks > 0)
        begin_line(breaks);
      else
        put_blanks();
      put(token);
    }
    end_line();
    put_remarks(std::nullopt);
    return std::move(out_);
  }

 private:
  const RuleToken& token(std::size_t i) const { return tokens_[i]; }
  std::string_view written(const RuleToken& token) const {
    return text_.substr(token.span.begin, token.span.end - token.span.begin);
  }
  std::size_t breaks_before(std::size_t i) const {
    const std::size_t from = i == 0 ? 0 : token(i - 1).span.end;
    return std::size_t(std::count(text_.begin() + std::ptrdiff_t(from), text_.begin() + token(i).span.begin, '\n'));
  }
  /// The cells before a token in its line, as it was written.
  std::size_t column_before(const RuleToken& token) const {
    const std::size_t line = token.span.begin == 0 ? 0 : text_.rfind('\n', token.span.begin - 1) + 1;
    return display_width(text_.substr(line, token.span.begin - line));
  }
  bool is_key(std::size_t i) const {
    return i + 1 < tokens_.size() && token(i).kind == scalar && token(i + 1).kind == colon;
  }
  bool ends_line(std::size_t i) const {
    for (++i; i < tokens_.size(); ++i) {
      if (breaks_before(i) > 0) return true;
      if (token(i).kind != remark) return false;
    }
    return true;
  }

  /// Neighbouring keys of one mapping whose values were put below one another, with some blanks: all of them are.
  void find_runs() {
    std::vector<std::size_t> keys;
    bool spread = false;
    const auto end_run = [&] {
      if (spread) {
        std::size_t widest = 0;
        for (const std::size_t i : keys) widest = std::max(widest, display_width(quoted_well(token(i))));
        for (const std::size_t i : keys) value_column_[i] = widest + 2;
      }
      keys.clear();
      spread = false;
    };
    int depth = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (token(i).kind == open) ++depth;
      if (token(i).kind == close) --depth;
      const bool behind_dash = i > 0 && token(i - 1).kind == dash;
      const bool first = i == 0 || breaks_before(i) > 0;
      if (depth > 0 || !(first || behind_dash) || token(i).kind == remark) continue;
      const bool value_here = is_key(i) && i + 2 < tokens_.size() && breaks_before(i + 2) == 0 &&
                              token(i + 2).kind != remark && token(i + 2).kind != block &&
                              written(token(i)).find('\n') == std::string_view::npos;
      const bool follows = !keys.empty() && breaks_since(keys.back(), i) == 1 &&
                           column_before(token(keys.back())) == column_before(token(i));
      if (!value_here || !follows) end_run();
      if (!value_here) continue;
      keys.push_back(i);
      spread = spread || token(i + 2).span.begin > token(i + 1).span.end + 1;
    }
    end_run();
  }
  std::size_t breaks_since(std::size_t from, std::size_t to) const {
    return std::size_t(std::count(text_.begin() + token(from).span.begin, text_.begin() + token(to).span.begin, '\n'));
  }

  /// Single quotes become double ones where nothing in the text has to be escaped for that.
  std::string quoted_well(const RuleToken& token) const {
    const std::string_view text = written(token);
    if (token.kind != scalar || text.size() < 2 || text.front() != '\'' ||
        text.find_first_of("\"\\\n\t") != std::string_view::npos)
      return std::string(text);
    std::string inside;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      inside += text[i];
      if (text[i] == '\'') ++i;  // doubled
    }
    return '"' + inside + '"';
  }

  void begin_line(std::size_t breaks) {
    end_line();
    const std::vector<OpenLevel> levels = levels_;
    std::size_t column = 0;
    const std::size_t before = column_before(token(at_));
    if (!brackets_.empty()) {
      const OpenBracket& bracket = brackets_.back();
      const bool closing = token(at_).kind == close;
      column = bracket.last ? bracket.indent + (closing ? 0 : 2) : bracket.column + (closing ? 0 : 1);
    } else if (written(token(at_)).substr(0, 3) == "---" && token(at_).kind == word) {
      column = 0;
    } else {
      column = block_column(before);
    }
    put_remarks(Next{before, column, levels});
    if (!out_.empty() && breaks_to_put(breaks) > 1) out_ += '\n';
    line_.assign(column, ' ');
    indent_ = column;
  }
  std::size_t breaks_to_put(std::size_t breaks) const { return at_ == 0 ? 0 : breaks; }

  /// The column of what begins a line outside of brackets; opens and closes levels.
  std::size_t block_column(std::size_t before) {
    const RuleToken& first = token(at_);
    const bool list = first.kind == dash;
    if (!list && !starts_key(at_)) {
      while (levels_.size() > 1 && levels_.back().before >= before) levels_.pop_back();
      return levels_.empty() ? 0 : levels_.back().now + 2;
    }
    while (!levels_.empty() && levels_.back().before > before) levels_.pop_back();
    // A list may stand right below the key that it belongs to.
    if (!list && levels_.size() > 1 && levels_.back().before == before && levels_.back().list) levels_.pop_back();
    const bool known = !levels_.empty() && levels_.back().before == before && levels_.back().list == list;
    if (!known) levels_.push_back({before, levels_.empty() ? 0 : levels_.back().now + 2, list});
    return levels_.back().now;
  }
  /// A key, or an anchor before one, in the line that begins with token `i`.
  bool starts_key(std::size_t i) const {
    while (i < tokens_.size() && token(i).kind == word && !ends_line(i)) ++i;
    return is_key(i);
  }

  void put_blanks() {
    const RuleToken &before = token(at_ - 1), &here = token(at_);
    if (here.kind == remark) {
      const std::size_t wanted = column_before(here), now = display_width(line_);
      remark_column_ = wanted > now ? wanted : now + 2;
      remark_before_ = wanted;
      line_.append(remark_column_ - now, ' ');
      return;
    }
    if (before.kind == dash) {
      line_ += ' ';
      // What follows on the line of a dash is a level of its own.
      if (here.kind == dash || starts_key(at_))
        levels_.push_back({column_before(here), display_width(line_), here.kind == dash});
      return;
    }
    const bool empty = before.kind == colon && (here.kind == close || here.kind == comma);  // `{paid: }`
    if (before.kind == open || here.kind == colon) return;
    if (!empty && (here.kind == close || here.kind == comma)) return;
    if (before.kind == colon && at_ >= 2)
      if (const auto column = value_column_.find(at_ - 2); column != value_column_.end()) {
        line_.append(key_column_ + column->second - display_width(line_), ' ');
        return;
      }
    line_ += ' ';
  }

  void put(const RuleToken& token) {
    const std::size_t column = display_width(line_);
    if (token.kind == open) {
      brackets_.push_back({column, indent_, ends_line(at_)});
    } else if (token.kind == close) {
      brackets_.pop_back();
    } else if (token.kind == block) {
      put_block(token);
      return;
    } else if (token.kind == scalar && written(token).find('\n') != std::string_view::npos) {
      put_long(token, column + (written(token).front() == '"' || written(token).front() == '\'' ? 1 : 0));
      return;
    }
    if (value_column_.contains(at_)) key_column_ = column;
    line_ += quoted_well(token);
  }

  static std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (;;) {
      const std::size_t end = text.find('\n');
      lines.push_back(text.substr(0, end));
      if (end == std::string_view::npos) return lines;
      text.remove_prefix(end + 1);
    }
  }
  static std::string_view trimmed(std::string_view line) {
    const std::size_t from = std::min(line.find_first_not_of(" \t"), line.size());
    line.remove_prefix(from);
    const std::size_t last = line.find_last_not_of(" \t");
    return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
  }

  /// A plain or quoted text that goes on in further lines: YAML folds them, wherever they begin.
  void put_long(const RuleToken& token, std::size_t column) {
    const auto lines = lines_of(written(token));
    line_ += lines[0];
    for (std::size_t i = 1; i < lines.size(); ++i) {
      end_line();
      if (!trimmed(lines[i]).empty()) line_ = std::string(column, ' ') + std::string(trimmed(lines[i]));
    }
  }

  /// The lines of a block move as one; blanks inside and behind them are a part of the text.
  void put_block(const RuleToken& token) {
    const auto lines = lines_of(written(token));
    line_ += trimmed(lines[0]);
    const std::size_t own = levels_.empty() ? 0 : levels_.back().now;
    const std::size_t old = levels_.empty() ? 0 : levels_.back().before;
    const std::string_view head = lines[0].substr(0, lines[0].find('#'));
    std::size_t before = std::string_view::npos;
    if (head.find_first_of("123456789") != std::string_view::npos) {
      before = old + std::size_t(head[head.find_first_of("123456789")] - '0');
    } else {
      for (std::size_t i = 1; i < lines.size() && before == std::string_view::npos; ++i)
        before = lines[i].find_first_not_of(' ');
    }
    if (before == std::string_view::npos) before = 0;
    const bool said = head.find_first_of("123456789") != std::string_view::npos;
    const std::size_t now = said ? own + (before - old) : own + 2;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      end_line();
      if (lines[i].size() > before) line_ = std::string(now, ' ') + std::string(lines[i].substr(before));
      raw_ = true;
    }
  }

  void end_line() {
    if (!started_) {
      started_ = true;
    } else {
      if (!raw_)
        while (!line_.empty() && line_.back() == ' ') line_.pop_back();
      out_ += line_ + '\n';
    }
    raw_ = false;
    line_.clear();
  }

  /// A remark that has a line of its own waits for what comes behind it.
  struct Remark {
    std::size_t breaks = 0;
    std::size_t before = 0;
    std::string text;
  };
  struct Next {
    std::size_t before = 0, now = 0;
    const std::vector<OpenLevel>& levels;
  };

  void keep_remark(std::size_t breaks) {
    remarks_.push_back({at_ == 0 ? 0 : breaks, column_before(token(at_)), std::string(written(token(at_)))});
  }

  /// Below a remark at the end of a line, where it stands; as deep as what follows, where it was; else as deep as the
  /// level that it was in.
  void put_remarks(const std::optional<Next>& next) {
    bool beside = remark_column_ > 0;
    for (const Remark& remark : remarks_) {
      if (!out_.empty() && remark.breaks > 1) out_ += '\n';
      beside = beside && remark.breaks == 1 && remark.before == remark_before_;
      std::size_t column = 0;
      if (beside)
        column = remark_column_;
      else if (next && (next->before == remark.before || !brackets_.empty()))
        column = next->now;
      else
        for (const OpenLevel& level : next ? next->levels : levels_)
          if (level.before <= remark.before) column = level.now;
      out_ += std::string(column, ' ') + remark.text + '\n';
    }
    remarks_.clear();
    remark_column_ = 0;
  }

  std::string_view text_;
  const std::vector<RuleToken>& tokens_;
  std::size_t at_ = 0;
  std::string out_, line_;
  bool started_ = false;  // a line is being made
  bool raw_ = false;      // its last blanks belong to a text
  std::size_t indent_ = 0;
  std::vector<OpenLevel> levels_;
  std::vector<OpenBracket> brackets_;
  std::map<std::size_t, std::size_t> value_column_;  // by key; cells behind its beginning
  std::size_t key_column_ = 0;
  std::vector<Remark> remarks_;
  std::size_t remark_before_ = 0, remark_column_ = 0;  // of the remark at the end of the last line; 0: there is none
};

}  // namespace

std::string lay_out(std::string_view text, const std::vector<RuleToken>& tokens) { return Layout(text, tokens).run(); }

}  // namespace cwp
