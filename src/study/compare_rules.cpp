#include "cwp/compare_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "form/form_row.hpp"
#include "study/rule_parts.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

/// Items by id, however deep.
void list_items(const std::vector<Category>& categories, std::map<std::string_view, const Item*>& items) {
  for (const Category& category : categories) {
    for (const Item& item : category.items) items.emplace(item.id.value, &item);
    list_items(category.categories, items);
  }
}

ExprPtr formula_of(const Item& item, const Item& context) {
  const FormRow* row = find_form(item.form.form.value);
  if (row == nullptr) return nullptr;
  std::vector<Diagnostic> problems;
  const FormContext around{context.full ? context.full->root : nullptr, context.prorate, context.per.value, &problems};
  const DesugaredForm form = row->desugar(item.form, around);
  return has_error(problems) ? nullptr : form.formula;
}

class RuleComparer {
 public:
  RuleComparer(const Rulebook& before, const Rulebook& after)
      : before_(rule_parts(*before.written)), after_(rule_parts(*after.written)) {
    list_items(before.categories, items_before_);
    list_items(after.categories, items_after_);
  }

  std::vector<RuleChange> all() {
    using Key = std::pair<std::string_view, std::string_view>;
    std::map<Key, const RulePart*> old_parts, new_parts;
    for (const RulePart& part : before_) old_parts.emplace(Key(part.where, part.id), &part);
    for (const RulePart& part : after_) new_parts.emplace(Key(part.where, part.id), &part);
    for (const RulePart& part : before_) {
      const auto same = new_parts.find(Key(part.where, part.id));
      if (same == new_parts.end())
        add(RuleChangeKind::removed, part, "", "", "", part.place, std::nullopt);
      else
        compare(part, *same->second);
    }
    for (const RulePart& part : after_)
      if (!old_parts.contains(Key(part.where, part.id)))
        add(RuleChangeKind::added, part, "", "", "", std::nullopt, part.place);
    return std::move(changes_);
  }

 private:
  void add(RuleChangeKind kind, const RulePart& part, std::string key, std::string before, std::string after,
           std::optional<Place> old_place, std::optional<Place> new_place) {
    changes_.push_back({kind, part.where, part.id, part.title, std::move(key), std::move(before), std::move(after),
                        std::move(old_place), std::move(new_place)});
  }

  void compare(const RulePart& before, const RulePart& after) {
    if (before.parent != after.parent)
      add(RuleChangeKind::moved, after, "", before.parent, after.parent, before.place, after.place);
    if (same_members(before.levels, after.levels) && before.levels != after.levels)
      add(RuleChangeKind::reordered, after, "levels", joined(before.levels), joined(after.levels), before.place,
          after.place);
    std::map<std::string_view, const RuleKey*> old_keys, new_keys;
    for (const RuleKey& key : before.keys) old_keys.emplace(key.key, &key);
    for (const RuleKey& key : after.keys) new_keys.emplace(key.key, &key);
    const bool same_form = before.section == Section::item && is_same_form(before.id);
    const auto report = [&](const RuleKey* old_key, const RuleKey* new_key) {
      const RuleKey& any = old_key != nullptr ? *old_key : *new_key;
      if (old_key != nullptr && new_key != nullptr && old_key->meaning == new_key->meaning) return;
      if (same_form && find_form(any.key.substr(0, any.key.find('.'))) != nullptr) return;
      if ((old_key == nullptr || !old_key->said) && (new_key == nullptr || !new_key->said)) return;
      add(RuleChangeKind::changed, after, any.key, old_key ? old_key->written : "", new_key ? new_key->written : "",
          old_key ? old_key->place : before.place, new_key ? new_key->place : after.place);
    };
    for (const RuleKey& key : before.keys) {
      const auto same = new_keys.find(key.key);
      report(&key, same == new_keys.end() ? nullptr : same->second);
    }
    for (const RuleKey& key : after.keys)
      if (!old_keys.contains(key.key)) report(nullptr, &key);
  }

  /// The forms come to one formula, whatever their keys say.
  bool is_same_form(const std::string& id) const {
    const Item& before = *items_before_.at(id);
    const ExprPtr one = formula_of(before, before), other = formula_of(*items_after_.at(id), before);
    return one && other && equal(*one, *other);
  }

  static bool same_members(std::vector<std::string> a, std::vector<std::string> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
  }
  static std::string joined(const std::vector<std::string>& ids) { return fmt::format("{}", fmt::join(ids, ", ")); }

  std::vector<RulePart> before_, after_;
  std::map<std::string_view, const Item*> items_before_, items_after_;
  std::vector<RuleChange> changes_;
};

std::string line_of(const Place& place) {
  return fmt::format("{}:{}", place.source.name(), place.source.position(place.span.begin).line);
}

std::string places_of(const RuleChange& change) {
  const std::string before = change.old_place ? line_of(*change.old_place) : "";
  const std::string after = change.new_place ? line_of(*change.new_place) : "";
  if (before.empty() || after.empty() || before == after) return before.empty() ? after : before;
  return before + " → " + after;
}

/// As much as one can read in a line; the CSV has it whole.
std::string or_nothing(const std::string& text, Language language) {
  constexpr std::size_t kLongest = 100;
  if (text.empty()) return wording("rule-unsaid", {}, language);
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string sentence(const RuleChange& change, Language language) {
  const std::string key = change.key.empty() ? "" : change.key + ": ";
  const std::string arrow = or_nothing(change.before, language) + " → " + or_nothing(change.after, language);
  switch (change.kind) {
    case RuleChangeKind::added:
      return wording("rule-added", {}, language);
    case RuleChangeKind::removed:
      return wording("rule-removed", {}, language);
    case RuleChangeKind::moved:
      return wording("rule-moved", {arrow}, language);
    case RuleChangeKind::reordered:
      return wording("rule-reordered", {key + arrow}, language);
    case RuleChangeKind::changed:
      break;
  }
  return key + arrow;
}

}  // namespace

std::string_view to_text(RuleChangeKind kind) {
  constexpr std::string_view kTexts[] = {"added", "removed", "changed", "moved", "reordered"};
  return kTexts[static_cast<std::size_t>(kind)];
}

std::vector<RuleChange> compare_rules(const CheckedRulebook& before, const CheckedRulebook& after) {
  return RuleComparer(before.rulebook(), after.rulebook()).all();
}

std::string to_text(const std::vector<RuleChange>& changes, Language language) {
  const auto sentence_of = [&](const std::string& told) { return wording("words-sentence", {told}, language) + "\n"; };
  if (changes.empty()) return sentence_of(wording("rules-same", {}, language));
  std::string text = sentence_of(wording("rules-changed", {std::to_string(changes.size())}, language));
  for (const RuleChange& change : changes) {
    const std::string& title = language == Language::zh ? change.title.zh : change.title.en;
    std::string name = change.section + (change.id.empty() ? "" : " " + change.id);
    if (!title.empty() && !change.id.empty() && title != change.id)
      name = wording("words-titled", {name, title}, language);
    const std::string told = wording("words-about", {name, sentence(change, language)}, language);
    text += fmt::format("  {}\n      {}\n", told, places_of(change));
  }
  return text;
}

std::string to_csv(const std::vector<RuleChange>& changes) {
  CsvText csv({"change", "section", "id", "key", "before", "after", "old_file", "old_line", "new_file", "new_line"});
  for (const RuleChange& change : changes) {
    csv.cell(to_text(change.kind)).cell(change.section).cell(change.id).cell(change.key);
    csv.cell(change.before).cell(change.after);
    for (const std::optional<Place>& place : {change.old_place, change.new_place}) {
      csv.cell(place ? place->source.name() : "");
      csv.cell(place ? std::to_string(place->source.position(place->span.begin).line) : "");
    }
    csv.end_row();
  }
  return std::move(csv).take();
}

}  // namespace cwp
