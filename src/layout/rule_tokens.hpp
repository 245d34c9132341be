#pragma once
// rule_tokens: the text of a rulebook cut into what stands in it: scalars, brackets, dashes, remarks.

#include <optional>
#include <string_view>
#include <vector>

#include "yaml/yaml_node.hpp"

namespace cwp {

enum class RuleTokenKind : std::uint8_t {
  scalar,  ///< plain or quoted, on one or more lines
  block,   ///< `|` or `>` with its lines
  open,    ///< `[` or `{`
  close,
  comma,
  colon,
  dash,    ///< of a list without brackets
  word,    ///< `&anchor`, `*alias`, `~`, `---`
  remark,  ///< from `#` to the end of the line
};

struct RuleToken {
  RuleTokenKind kind = RuleTokenKind::word;
  Span span;
};

/// All tokens of `text` in order; only blanks and line breaks stand between them. `tree` is what was read from it: it
/// knows where scalars end. Nothing where something stands there that this page does not know (`? key`), or a scalar
/// whose place is not known to the byte. Line breaks are LF. O(length of the text).
std::optional<std::vector<RuleToken>> rule_tokens(std::string_view text, const YamlNode& tree);

}  // namespace cwp
