#pragma once
// Reader: what the nodes of a rulebook mean: words, numbers, dates, names, formulas, mappings with known keys. Every
// problem is reported with its place, and reading goes on.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/rulebook.hpp"
#include "load/key_table.hpp"
#include "load/node.hpp"

namespace cwp {

/// A key that a mapping may have.
struct KeyRule {
  std::string_view name;
  bool required = false;
  bool later = false;
};

/// A word of the language and what it stands for.
template <class T>
struct Word {
  std::string_view text;
  T value;
  bool later = false;  ///< not in this version: `not-yet`
};

/// A mapping whose keys have been checked; nothing is found in one that is no mapping.
class Keys {
 public:
  Keys() = default;
  explicit Keys(const Node& node) : node_(&node) {}
  bool readable() const { return node_ != nullptr; }
  /// The pair of a key; null when it is not written.
  const Pair* pair(std::string_view key) const { return node_ == nullptr ? nullptr : node_->find(key); }
  /// The value of a key; null when it is not written.
  const Node* find(std::string_view key) const {
    const Pair* found = pair(key);
    return found == nullptr ? nullptr : found->value.get();
  }

 private:
  const Node* node_ = nullptr;
};

class Reader {
 public:
  /// Diagnostics are added to `diagnostics`, at most 1,000 (`too-many-problems`).
  Reader(Source source, std::vector<Diagnostic>& diagnostics)
      : source_(std::move(source)), diagnostics_(diagnostics) {}

  const Source& source() const { return source_; }
  Place place(const Node& node) const { return {source_, node.span}; }
  /// Where to point when a whole mapping or list is meant: its first line at most.
  Place head(const Node& node) const;
  void report(std::string_view slug, Place place, std::vector<std::string> arguments = {}, std::vector<Note> notes = {});
  void report(std::string_view slug, const Node& node, std::vector<std::string> arguments = {},
              std::vector<Note> notes = {}) {
    report(slug, head(node), std::move(arguments), std::move(notes));
  }

  /// A mapping with the keys of a section, and `more`. Reports unknown, missing and later keys.
  Keys open(const Node& node, Section section, std::span<const KeyRule> more = {});
  Keys open(const Node& node, std::string_view where, std::span<const KeyRule> rules);
  /// The pairs of a mapping with names of one's own; empty, with a report, when it is none.
  const std::vector<Pair>& pairs(const Node& node);
  /// The items of a list; empty, with a report, when it is none.
  const std::vector<NodePtr>& items(const Node& node);
  /// The items of a list, or the node itself when it is a scalar.
  std::vector<const Node*> one_or_more(const Node& node);

  /// A text that is not empty.
  std::optional<std::string> text(const Node& node);
  Title title(const Node& node);
  /// An id that formulas can use: a letter, `_` or a non-ASCII letter, then digits too, and not a reserved word.
  Name name(const Node& node);
  /// An id with a namespace of its own: reserved words are allowed.
  Name own_name(const Node& node);
  std::optional<Decimal> number(const Node& node, bool percent = false);
  std::optional<int> integer(const Node& node, int low, int high);
  std::optional<Day> date(const Node& node);
  /// `2026-02-16` or `2026-02-16..2026-02-20`.
  std::optional<DayRange> dates(const Node& node);
  /// Never null: `invalid` after a problem.
  Formula formula(const Node& node);

  template <class T>
  std::optional<T> word(const Node& node, std::span<const Word<T>> words) {
    std::vector<std::string_view> texts;
    for (const Word<T>& row : words) texts.push_back(row.text);
    const auto index = word_index(node, texts);
    if (!index) return std::nullopt;
    const Word<T>& found = words[*index];
    if (found.later) {
      report("not-yet", node, {std::string(found.text)});
      return std::nullopt;
    }
    return found.value;
  }
  std::optional<Grain> grain(const Node& node);
  Written<Grain> written_grain(const Node* node, Grain otherwise);
  RoundingRules rounding(const Keys& keys);

 private:
  /// A scalar with text; null, with a report, for anything else.
  const SourceText* scalar(const Node& node, std::string_view otherwise = "scalar-expected");
  std::optional<std::size_t> word_index(const Node& node, const std::vector<std::string_view>& words);
  std::optional<Day> day(std::string_view text, const Node& node);

  Source source_;
  std::vector<Diagnostic>& diagnostics_;
  bool full_ = false;
};

}  // namespace cwp
