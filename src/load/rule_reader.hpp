#pragma once
// RuleReader: what the nodes of a rulebook mean: words, numbers, dates, names, formulas, mappings with known keys.
// Every problem is reported with its place, and reading goes on.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cwp/rulebook.hpp"
#include "keys/key_table.hpp"
#include "load/rule_words.hpp"
#include "yaml/yaml_node.hpp"

namespace cwp {

/// A key that a mapping may have.
struct KeyRule {
  std::string_view name;
  bool required = false;
  bool later = false;
};

/// A mapping whose keys have been checked; nothing is found in one that is no mapping.
class RuleKeys {
 public:
  RuleKeys() = default;
  explicit RuleKeys(const YamlNode& node) : node_(&node) {}
  bool readable() const { return node_ != nullptr; }
  /// The pair of a key; null when it is not written.
  const YamlPair* pair(std::string_view key) const {
    const YamlPair* written = node_ == nullptr ? nullptr : node_->find(key);
    for (auto other = misspelt_.begin(); written == nullptr && other != misspelt_.end(); ++other)
      if (other->first == key) written = other->second;
    return written;
  }
  /// The value of a key; null when it is not written.
  const YamlNode* find(std::string_view key) const {
    const YamlPair* found = pair(key);
    return found == nullptr ? nullptr : found->value.get();
  }
  /// Takes a pair whose key is none for that of `key`, unless that is written, too: so that a misspelt key hides
  /// nothing of what is wrong below it, and nothing is missed that it holds.
  void take_for(const std::string& key, const YamlPair& misspelt) {
    if (!key.empty() && pair(key) == nullptr) misspelt_.emplace_back(key, &misspelt);
  }

 private:
  const YamlNode* node_ = nullptr;
  std::vector<std::pair<std::string, const YamlPair*>> misspelt_;
};

/// Where a text stops being a name; its size when it is one.
std::size_t name_end(std::string_view text);

class RuleReader {
 public:
  /// Diagnostics are added to `diagnostics`, at most 1,000 (`too-many-problems`).
  explicit RuleReader(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

  Place place(const YamlNode& node) const { return node.place(); }
  /// Where to point when a whole mapping or list is meant: its first line at most.
  Place head(const YamlNode& node) const;
  void report(std::string_view slug, Place place, std::vector<std::string> arguments = {},
              std::vector<Note> notes = {});
  void report(std::string_view slug, const YamlNode& node, std::vector<std::string> arguments = {},
              std::vector<Note> notes = {}) {
    report(slug, head(node), std::move(arguments), std::move(notes));
  }

  /// A mapping with the keys of a section, and `more`. Reports unknown, missing and later keys,
  /// and those that stand beside one that excludes them.
  RuleKeys open(const YamlNode& node, Section section, std::span<const KeyRule> more = {});
  RuleKeys open(const YamlNode& node, std::string_view where, std::span<const KeyRule> rules);
  /// The pairs of a mapping with names of one's own; empty, with a report, when it is none.
  const std::vector<YamlPair>& pairs(const YamlNode& node);
  /// The items of a list; empty, with a report, when it is none.
  const std::vector<YamlPtr>& items(const YamlNode& node);
  /// The items of a list, or the node itself when it is a scalar.
  std::vector<const YamlNode*> one_or_more(const YamlNode& node);

  /// A text that is not empty.
  std::optional<std::string> text(const YamlNode& node);
  /// The same of a text that data hold, too: as theirs are, without blanks at its ends and in NFC.
  std::optional<std::string> data_text(const YamlNode& node);
  Title title(const YamlNode& node);
  /// An id that formulas can use: a letter, `_` or a non-ASCII letter, then digits too, and not a reserved word.
  Name name(const YamlNode& node);
  /// An id with a namespace of its own: reserved words are allowed.
  Name own_name(const YamlNode& node);
  std::optional<Decimal> number(const YamlNode& node, bool percent = false);
  std::optional<int> integer(const YamlNode& node, int low, int high);
  std::optional<Day> date(const YamlNode& node);
  /// `2026-02-16` or `2026-02-16..2026-02-20`.
  std::optional<DayRange> dates(const YamlNode& node);
  /// Never null: `invalid` after a problem.
  Formula formula(const YamlNode& node);

  template <class T>
  std::optional<T> word(const YamlNode& node, std::span<const RuleWord<T>> words) {
    std::vector<std::string_view> texts;
    for (const RuleWord<T>& row : words) texts.push_back(row.text);
    const auto index = word_index(node, texts);
    if (!index) return std::nullopt;
    const RuleWord<T>& found = words[*index];
    if (found.later) {
      report("not-yet", node, {std::string(found.text)});
      return std::nullopt;
    }
    return found.value;
  }
  std::optional<Grain> grain(const YamlNode& node);
  Written<Grain> written_grain(const YamlNode* node, Grain otherwise);
  RoundingRules rounding(const RuleKeys& keys);

 private:
  bool report_cut_text(const YamlNode& node, std::size_t pair);
  /// A scalar with text; null, with a report, for anything else.
  const SourceText* scalar(const YamlNode& node, std::string_view otherwise = "scalar-expected");
  std::optional<std::size_t> word_index(const YamlNode& node, const std::vector<std::string_view>& words);
  std::optional<Day> day(std::string_view text, const YamlNode& node);

  std::vector<Diagnostic>& diagnostics_;
  bool full_ = false;
};

}  // namespace cwp
