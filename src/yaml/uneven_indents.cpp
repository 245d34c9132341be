#include "yaml/uneven_indents.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "yaml/open_signs.hpp"

namespace cwp {
namespace {

/// Who is off by more has likely not written a slip of the space bar.
constexpr std::size_t kFarthest = 2;

/// A line that begins with a key, with a dash, or with both.
struct BlockLine {
  std::size_t begin = 0, indent = 0;  ///< its first byte; blanks
  std::optional<std::size_t> dash;    ///< the column of the first dash
  std::optional<std::size_t> key;     ///< the column of the key
  std::size_t name_begin = 0, name_end = 0;
  bool has_value = false;  ///< behind its key

  /// The column by which it stands beside others: as a part of a list, or of a mapping.
  std::optional<std::size_t> column(bool dashes) const { return dashes ? dash : key; }
};

std::size_t apart(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

std::optional<BlockLine> block_line(std::string_view text, std::size_t begin) {
  const std::size_t end = content_end(text, begin);
  BlockLine line;
  line.begin = begin;
  std::size_t at = begin;
  while (at < end && text[at] == ' ') ++at;
  line.indent = at - begin;
  while (at + 1 < end && text[at] == '-' && text[at + 1] == ' ') {
    if (!line.dash) line.dash = at - begin;
    while (++at < end && text[at] == ' ') continue;
  }
  line.name_begin = at;
  while (at < end && std::string_view(":{}[],'\"#&*!|>").find(text[at]) == std::string_view::npos) ++at;
  line.name_end = at;
  const bool colon = at < end && text[at] == ':' && (at + 1 == end || text[at + 1] == ' ');
  if (colon && at > line.name_begin) line.key = line.name_begin - begin;
  line.has_value = text.substr(at, end - at).find_first_not_of(": ") != std::string_view::npos;
  return line.key || line.dash ? std::optional(line) : std::nullopt;
}

/// Those of a text that stand between no brackets.
std::vector<BlockLine> block_lines(std::string_view text) {
  std::vector<BlockLine> lines;
  int depth = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (depth <= 0)
      if (const auto line = block_line(text, begin)) lines.push_back(*line);
    depth = std::max(depth, 0);
    const std::size_t content = content_end(text, begin);
    for (std::size_t at = begin; at < content; ++at)
      depth += text[at] == '{' || text[at] == '[' ? 1 : text[at] == '}' || text[at] == ']' ? -1 : 0;
    begin = end + 1;
  }
  return lines;
}

class Indents {
 public:
  Indents(std::string_view text, std::vector<BlockLine> lines, std::size_t at)
      : text_(text), lines_(std::move(lines)), at_(at), dashes_(lines_[at].dash.has_value()) {}

  std::vector<Slip> slips() const {
    const std::size_t own = *lines_[at_].column(dashes_);
    std::vector<std::size_t> near = levels();
    if (std::find(near.begin(), near.end(), own) != near.end()) return {};
    if (below_plain_dash(own)) return {};
    // To the margin only from beside it: what stands there is a part of the whole rulebook.
    std::erase_if(near, [&](std::size_t level) { return apart(level, own) > (level == 0 ? 1 : kFarthest); });
    // Who opens something stands farther out than whoever does not.
    const bool opens = at_ + 1 < lines_.size() && lines_[at_ + 1].indent > lines_[at_].indent;
    std::stable_sort(near.begin(), near.end(), [&](std::size_t a, std::size_t b) {
      if (apart(a, own) != apart(b, own)) return apart(a, own) < apart(b, own);
      return opens ? a < b : a > b;
    });
    std::vector<Slip> slips;
    if (near.empty()) return slips;
    if (const auto odd = odd_one_above(near.front(), own)) slips.push_back(shifted(*odd, false, own, {own}, *odd + 1));
    std::vector<std::size_t> nearest;
    for (const std::size_t level : near)
      if (apart(level, own) == apart(near.front(), own)) nearest.push_back(level);
    for (const std::size_t level : near) slips.push_back(shifted(at_, dashes_, level, nearest, block_end(at_, level)));
    return slips;
  }

 private:
  /// The columns at which mappings (or lists) stand that lead to the line, the innermost first.
  std::vector<std::size_t> levels() const {
    std::vector<std::size_t> levels;
    std::size_t limit = std::string_view::npos;
    for (std::size_t i = at_; i-- > 0 && limit > 0;)
      for (const std::optional<std::size_t> column : {lines_[i].key, lines_[i].dash})
        if (column && *column < limit) {
          limit = *column;
          if (column == lines_[i].column(dashes_)) levels.push_back(limit);
        }
    return levels;
  }
  /// A list of values stands in its column: what was meant is no matter of columns.
  bool below_plain_dash(std::size_t own) const {
    for (std::size_t i = at_; i-- > 0 && lines_[i].indent >= own;)
      if (lines_[i].dash == own && !lines_[i].key) return true;
    return false;
  }
  /// Lines from `from` on that stand at `column`, until one stands farther out than both columns.
  std::size_t count_from(std::size_t from, std::size_t column, std::size_t other) const {
    std::size_t count = 0;
    for (std::size_t i = from; i < lines_.size() && lines_[i].indent >= std::min(column, other); ++i)
      count += lines_[i].key == column ? 1 : 0;
    return count;
  }
  /// The line above that stands alone at `level`, where those at the column of the line itself are more.
  std::optional<std::size_t> odd_one_above(std::size_t level, std::size_t own) const {
    if (dashes_) return std::nullopt;
    std::vector<std::size_t> above;
    for (std::size_t i = at_; i-- > 0 && lines_[i].key.value_or(lines_[i].indent) >= std::min(level, own);) {
      if (lines_[i].key != level) continue;
      above.push_back(i);
      if (lines_[i].dash) break;  // where a mapping in a list begins
    }
    if (above.size() != 1) return std::nullopt;
    const std::size_t there = 1 + count_from(at_, level, own), here = count_from(at_, own, level);
    const bool odd = level % 2 == 1 && own % 2 == 0;
    return here > there || (here == there && odd) ? std::optional(above.front()) : std::nullopt;
  }
  /// Behind the lines that stand inside of this, when it is to stand at `column`.
  std::size_t block_end(std::size_t line, std::size_t column) const {
    std::size_t end = line + 1;
    if (!dashes_ && lines_[line].has_value) return end;
    while (end < lines_.size() && lines_[end].indent > std::max(lines_[line].indent, dashes_ ? 0 : column)) ++end;
    return end;
  }
  /// The lines up to `end`, so that the first stands at `column`.
  Slip shifted(std::size_t line, bool dashes, std::size_t column, const std::vector<std::size_t>& shown,
               std::size_t end) const {
    const BlockLine& first = lines_[line];
    const std::size_t own = *first.column(dashes);
    std::string columns;
    for (const std::size_t one : shown) columns += (columns.empty() ? "" : ", ") + std::to_string(one);
    const std::size_t begin = first.begin + own;
    Slip slip{
        "indent-uneven",
        {std::uint32_t(begin), std::uint32_t(std::max(first.name_end, begin + 1))},
        {std::string(text_.substr(begin, std::max(first.name_end, begin + 1) - begin)), std::to_string(own), columns},
        {}};
    for (std::size_t i = line; i < end; ++i) {
      const auto at = std::uint32_t(lines_[i].begin);
      if (column > own)
        slip.edits.push_back({at, 0, std::string(column - own, ' ')});
      else
        slip.edits.push_back({at, std::uint32_t(std::min(own - column, lines_[i].indent)), ""});
    }
    return slip;
  }

  std::string_view text_;
  std::vector<BlockLine> lines_;
  std::size_t at_;
  bool dashes_;
};

}  // namespace

std::vector<Slip> uneven_indents(std::string_view text, std::size_t at) {
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', std::min(at, text.size()) - 1) + 1;
  std::vector<BlockLine> lines = block_lines(text);
  const auto line = std::find_if(lines.begin(), lines.end(), [&](const BlockLine& one) { return one.begin == begin; });
  if (line == lines.end()) return {};
  const auto number = std::size_t(line - lines.begin());
  return Indents(text, std::move(lines), number).slips();
}

}  // namespace cwp
