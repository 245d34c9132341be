#include "load/rule_reader.hpp"

#include <algorithm>

#include "calendar/later_grains.hpp"
#include "formula/value.hpp"
#include "model/word_meant.hpp"

namespace cwp {
namespace {

constexpr std::size_t kProblems = 1'000;
constexpr std::size_t kShown = 80;  // bytes of a wrong text that a message repeats

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

/// A text as a message repeats it.
std::string shown(std::string_view text) {
  if (text.size() <= kShown) return std::string(text);
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

/// What stands of a number behind the comma at which YAML cut it: `000` of `1,000`.
bool is_thousands(std::string_view piece) {
  return piece.size() == 3 && std::all_of(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Place RuleReader::head(const YamlNode& node) const {
  if (node.kind == YamlKind::mapping && !node.flow && !node.pairs.empty()) return node.pairs.front().key->place();
  Place place = node.place();
  if (node.kind == YamlKind::sequence && !node.flow) place.span.end = std::min(place.span.end, place.span.begin + 1);
  return place;
}

void RuleReader::report(std::string_view slug, Place place, std::vector<std::string> arguments,
                        std::vector<Note> notes) {
  if (full_) return;
  full_ = diagnostics_.size() >= kProblems;
  if (full_)
    diagnostics_.push_back({"too-many-problems", std::move(place), {std::to_string(kProblems)}, {}});
  else
    diagnostics_.push_back({slug, std::move(place), std::move(arguments), std::move(notes)});
}

RuleKeys RuleReader::open(const YamlNode& node, Section section, std::span<const KeyRule> more) {
  std::vector<KeyRule> rules;
  for (const KeyRow& row : key_rows(section)) rules.push_back({row.name, row.required, row.later});
  rules.insert(rules.end(), more.begin(), more.end());
  const RuleKeys keys = open(node, to_text(section), rules);
  for (const KeyRow& row : key_rows(section)) {
    const YamlPair* said = keys.pair(row.name);
    if (said == nullptr) continue;
    for (const std::string_view other : keys_not_beside(row))
      if (const YamlPair* beside = keys.pair(other))
        report("keys-exclude", *(said->key->span.begin < beside->key->span.begin ? beside : said)->key,
               {std::string(row.name), std::string(other)});
  }
  return keys;
}

RuleKeys RuleReader::open(const YamlNode& node, std::string_view where, std::span<const KeyRule> rules) {
  if (node.kind != YamlKind::mapping) {
    pairs(node);
    return {};
  }
  std::vector<std::string> names, offered;  // what is not there yet is offered to nobody
  for (const KeyRule& rule : rules) {
    names.emplace_back(rule.name);
    if (!rule.later) offered.emplace_back(rule.name);
  }
  RuleKeys keys(node);
  std::vector<std::string> meant;  // keys that are there, misspelt: what they hold is read all the same
  for (std::size_t i = 0; i < node.pairs.size(); ++i) {
    const YamlPair& pair = node.pairs[i];
    const std::string& key = pair.key->text.text;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const KeyRule& row) { return row.name == key; });
    if (rule == rules.end() && report_cut_text(node, i)) continue;
    if (rule == rules.end()) {
      meant.push_back(word_meant(key, names));
      keys.take_for(meant.back(), pair);
      report("unknown-key", *pair.key, {shown(key), meant.back(), std::string(where), joined(offered)});
    } else if (rule->later) {
      report("not-yet", *pair.key, {key});
    }
  }
  for (const KeyRule& rule : rules)
    if (rule.required && !rule.later && node.find(rule.name) == nullptr &&
        std::find(meant.begin(), meant.end(), rule.name) == meant.end())
      report("missing-key", node, {std::string(rule.name), std::string(where)});
  return keys;
}

/// `{en: Votes, content}`: the comma of a text without quotes ends it, and what follows looks like a key.
bool RuleReader::report_cut_text(const YamlNode& node, std::size_t pair) {
  const auto is_rest = [&](std::size_t i) { return node.pairs[i].value->is_null() && node.pairs[i].key->plain; };
  if (!node.flow || pair == 0 || !is_rest(pair)) return false;
  std::size_t first = pair;
  while (first > 0 && is_rest(first)) --first;
  const YamlNode& start = *node.pairs[first].value;
  if (!start.is_scalar() || !start.plain) return false;
  if (first + 1 < pair) return true;  // reported with the first piece
  std::string whole = start.text.text, digits = whole;
  bool number = digits.size() <= 3 && Decimal::parse(digits);
  std::size_t last = first;
  while (last + 1 < node.pairs.size() && is_rest(last + 1)) {
    const std::string& piece = node.pairs[++last].key->text.text;
    number = number && is_thousands(piece);
    whole += ", " + piece;
    digits += piece;
  }
  Place place = start.place();
  place.span.end = node.pairs[last].key->span.end;
  if (number) {
    report("number-format", place,
           {std::string(place.source.text().substr(place.span.begin, place.span.end - place.span.begin)), digits});
    return true;
  }
  report("text-cut-by-yaml", place, {shown(whole)});
  return true;
}

const std::vector<YamlPair>& RuleReader::pairs(const YamlNode& node) {
  static const std::vector<YamlPair> kNone;
  if (node.kind == YamlKind::mapping) return node.pairs;
  const std::string_view written = node.is_scalar() && node.plain ? std::string_view(node.text.text) : "";
  const std::size_t colon = written.find("：");
  if (written.starts_with("｛")) {
    report("full-width-structure", node.text.place(0, 3), {"｛", "{"});
  } else if (colon != std::string_view::npos) {
    report("full-width-structure", node.text.place(colon, colon + 3), {"：", ":"});
  } else {
    report(node.is_null() ? "value-missing" : "mapping-expected", node);
  }
  return kNone;
}

const std::vector<YamlPtr>& RuleReader::items(const YamlNode& node) {
  static const std::vector<YamlPtr> kNone;
  if (node.kind == YamlKind::sequence) return node.items;
  report(node.is_null() ? "value-missing" : "list-expected", node);
  return kNone;
}

std::vector<const YamlNode*> RuleReader::one_or_more(const YamlNode& node) {
  if (node.is_scalar()) return {&node};
  std::vector<const YamlNode*> all;
  for (const YamlPtr& item : items(node)) all.push_back(item.get());
  return all;
}

const SourceText* RuleReader::scalar(const YamlNode& node, std::string_view otherwise) {
  if (node.is_scalar() && node.text.text.find_first_not_of(" \t\n") != std::string::npos) return &node.text;
  report(node.is_scalar() || node.is_null() ? "value-missing" : otherwise, node);
  return nullptr;
}

std::optional<std::string> RuleReader::text(const YamlNode& node) {
  const SourceText* found = scalar(node);
  if (found == nullptr) return std::nullopt;
  return found->text;
}

std::optional<std::string> RuleReader::data_text(const YamlNode& node) {
  std::optional<std::string> written = text(node);
  if (written) written = *Value::of_text(*std::move(written)).text;
  return written;
}

Title RuleReader::title(const YamlNode& node) {
  if (node.kind != YamlKind::mapping) {
    const std::string both = text(node).value_or("");
    return {both, both};
  }
  const RuleKeys keys = open(node, Section::title);
  Title title;
  if (const YamlNode* zh = keys.find("zh")) title.zh = text(*zh).value_or("");
  if (const YamlNode* en = keys.find("en")) title.en = text(*en).value_or("");
  if (title.zh.empty()) title.zh = title.en;
  if (title.en.empty()) title.en = title.zh;
  return title;
}

Formula RuleReader::formula(const YamlNode& node) {
  const SourceText* found = scalar(node, "formula-expected");
  if (found == nullptr) {
    auto invalid = std::make_shared<Expr>();
    invalid->place = head(node);
    return {invalid, "", head(node)};
  }
  const auto parsed = parse_formula(*found);
  for (const Diagnostic& diagnostic : parsed.diagnostics())
    report(diagnostic.slug, diagnostic.place, diagnostic.arguments, diagnostic.notes);
  return *parsed.partial();
}

std::optional<std::size_t> RuleReader::word_index(const YamlNode& node, const std::vector<std::string_view>& words) {
  const SourceText* found = scalar(node);
  if (found == nullptr) return std::nullopt;
  const auto at = std::find(words.begin(), words.end(), found->text);
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  const std::vector<std::string> known(words.begin(), words.end());
  report("unknown-word", node, {shown(found->text), word_meant(found->text, known), joined(known)});
  return std::nullopt;
}

std::optional<Grain> RuleReader::grain(const YamlNode& node) {
  if (node.is_scalar() && is_later_grain(node.text.text)) {
    report("not-yet", node, {node.text.text});
    return std::nullopt;
  }
  return word<Grain>(node, kGrainWords);
}

Written<Grain> RuleReader::written_grain(const YamlNode* node, Grain otherwise) {
  if (node == nullptr) return {otherwise, {}};
  return {grain(*node).value_or(otherwise), place(*node)};
}

RoundingRules RuleReader::rounding(const RuleKeys& keys) {
  RoundingRules rules;
  if (const YamlNode* node = keys.find("decimals"))
    if (const auto decimals = integer(*node, 0, 6)) rules.decimals = Written<int>{*decimals, place(*node)};
  if (const YamlNode* node = keys.find("rounding")) rules.rounding = word<Rounding>(*node, kRoundingWords);
  if (const YamlNode* node = keys.find("carry")) rules.carry = word<Carry>(*node, kCarryWords);
  return rules;
}

}  // namespace cwp
