#include "layout/rule_tokens.hpp"

#include <map>
#include <set>

namespace cwp {
namespace {

constexpr std::string_view kGapBlanks = " \t\n";

/// Where scalars begin, with their ends.
class ScalarPlaces {
 public:
  explicit ScalarPlaces(std::string_view text) : text_(text) {}

  bool take(const YamlNode& node) {
    if (!seen_.insert(&node).second) return true;
    if (node.is_scalar() && !take_scalar(node)) return false;
    for (const YamlPtr& item : node.items)
      if (!take(*item)) return false;
    for (const YamlPair& pair : node.pairs)
      if (!take(*pair.key) || !take(*pair.value)) return false;
    return true;
  }
  std::map<std::uint32_t, std::uint32_t> ends;

 private:
  bool take_scalar(const YamlNode& node) {
    Span span = node.span;
    if (span.end <= span.begin || span.end > text_.size()) return false;
    const bool block = text_[span.begin] == '|' || text_[span.begin] == '>';
    if (block) {
      // The lines of a block end with the last that is not blank; what follows belongs to nobody.
      const std::size_t last = text_.substr(0, span.end).find_last_not_of(kGapBlanks);
      span.end = std::uint32_t(std::min(text_.find('\n', last), text_.size()));
    }
    ends[span.begin] = span.end;
    return true;
  }

  std::string_view text_;
  std::set<const YamlNode*> seen_;
};

}  // namespace

std::optional<std::vector<RuleToken>> rule_tokens(std::string_view text, const YamlNode& tree) {
  ScalarPlaces places(text);
  if (!places.take(tree)) return std::nullopt;
  std::vector<RuleToken> tokens;
  int depth = 0;
  for (std::size_t at = 0; (at = text.find_first_not_of(kGapBlanks, at)) < text.size();) {
    const auto begin = std::uint32_t(at);
    const char first = text[at];
    const bool alone = at + 1 == text.size() || kGapBlanks.find(text[at + 1]) != std::string_view::npos;
    RuleToken token{RuleTokenKind::word, {begin, begin + 1}};
    if (const auto scalar = places.ends.find(begin); scalar != places.ends.end()) {
      token.kind = first == '|' || first == '>' ? RuleTokenKind::block : RuleTokenKind::scalar;
      token.span.end = scalar->second;
    } else if (first == '#') {
      token.kind = RuleTokenKind::remark;
      token.span.end = std::uint32_t(std::min(text.find('\n', at), text.size()));
      while (text[token.span.end - 1] == ' ' || text[token.span.end - 1] == '\t') --token.span.end;
    } else if (first == '[' || first == '{') {
      token.kind = RuleTokenKind::open;
      ++depth;
    } else if (first == ']' || first == '}') {
      token.kind = RuleTokenKind::close;
      if (--depth < 0) return std::nullopt;
    } else if (first == ',') {
      token.kind = RuleTokenKind::comma;
    } else if (first == ':') {
      token.kind = RuleTokenKind::colon;
    } else if (first == '-' && alone && depth == 0) {
      token.kind = RuleTokenKind::dash;
    } else if (first == '&' || first == '*' || first == '~' || first == 'n' || first == 'N' ||
               text.substr(at, 3) == "---") {
      token.span.end = std::uint32_t(std::min(text.find_first_of(" \t\n,]}", at), text.size()));
    } else {
      return std::nullopt;
    }
    tokens.push_back(token);
    at = token.span.end;
  }
  return tokens;
}

}  // namespace cwp
