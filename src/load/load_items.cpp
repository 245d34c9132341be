// The scorecard: categories, items, and the forms of items.

#include <algorithm>

#include "form/form_row.hpp"
#include "load/sections.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostItems = 10'000;

constexpr std::pair<std::string_view, RollUpKind> kRollUps[] = {{"mean", RollUpKind::mean}, {"sum", RollUpKind::sum},
                                                                {"last", RollUpKind::last}, {"max", RollUpKind::max},
                                                                {"min", RollUpKind::min},   {"none", RollUpKind::none}};

bool is_word(const YamlNode& node, std::string_view word) { return node.is_scalar() && node.text.text == word; }

class ScorecardReader {
 public:
  explicit ScorecardReader(RuleReader& reader) : reader_(reader) {
    for (const FormRow* row : form_rows()) {
      form_rules_.push_back({row->doc.name});
      form_names_ += (form_names_.empty() ? "" : ", ") + std::string(row->doc.name);
    }
  }

  std::vector<Category> categories(const YamlNode& node) {
    std::vector<Category> all;
    for (const YamlPtr& child : reader_.items(node))
      if (child->kind == YamlKind::mapping)
        all.push_back(category(*child));
      else
        reader_.pairs(*child);
    return all;
  }

 private:
  Category category(const YamlNode& node) {
    Category category;
    category.place = reader_.place(node);
    const RuleKeys keys = reader_.open(node, Section::category);
    if (const YamlNode* id = keys.find("id")) category.id = reader_.name(*id);
    if (const YamlNode* title = keys.find("title")) category.title = reader_.title(*title);
    category.full = read_number(reader_, keys.find("full"));
    category.start = read_number(reader_, keys.find("start"));
    if (const YamlNode* combine = keys.find("combine"))
      category.combine = reader_.word<Combine>(*combine, kCombineWords).value_or(Combine::sum);
    if (const YamlNode* beyond = keys.find("beyond_full"))
      category.beyond_full = reader_.word<bool>(*beyond, kBooleanWords).value_or(false);
    category.rounding = reader_.rounding(keys);
    category.effective = read_effective(reader_, keys.find("effective"));
    if (const YamlNode* basis = keys.find("basis")) category.basis = reader_.text(*basis).value_or("");
    const YamlPair* items = keys.pair("items");
    const YamlPair* parts = keys.pair("categories");
    if (items != nullptr) read_items(*items->value, category.items);
    if (parts != nullptr) category.categories = categories(*parts->value);
    return category;
  }

  void read_items(const YamlNode& node, std::vector<Item>& items) {
    for (const YamlPtr& child : reader_.items(node)) {
      if (items_ > kMostItems) return;
      if (++items_ > kMostItems) return reader_.report("too-many-items", *child, {std::to_string(kMostItems)});
      if (child->kind == YamlKind::mapping)
        items.push_back(item(*child));
      else
        reader_.pairs(*child);
    }
  }

  Bound bound(const YamlNode* node) {
    if (node == nullptr) return {};
    if (is_word(*node, "none")) return {true, std::nullopt};
    return {false, reader_.formula(*node)};
  }

  RollUp roll_up(const YamlNode& node) {
    RollUp rule;
    rule.place = reader_.place(node);
    for (const auto& [word, kind] : kRollUps)
      if (is_word(node, word)) {
        rule.kind = kind;
        return rule;
      }
    rule.formula = reader_.formula(node);
    rule.kind = RollUpKind::formula;
    const Expr& root = *rule.formula.root;
    if (root.kind != ExprKind::call || root.text != "best" || root.arguments.size() != 1 || !root.clauses.empty() ||
        root.arguments[0]->kind != ExprKind::number)
      return rule;
    const Decimal count = root.arguments[0]->number;
    if (count.decimals == 0 && count.units >= 1 && count.units <= 1000) {
      rule.kind = RollUpKind::best;
      rule.best = static_cast<int>(count.units);
    } else {
      reader_.report("integer-range", root.arguments[0]->place, {"1", "1000"});
    }
    return rule;
  }

  Item item(const YamlNode& node) {
    Item item;
    item.place = reader_.place(node);
    const RuleKeys keys = reader_.open(node, Section::item, form_rules_);
    if (const YamlNode* id = keys.find("id")) item.id = reader_.name(*id);
    if (const YamlNode* title = keys.find("title")) item.title = reader_.title(*title);
    item.per = reader_.written_grain(keys.find("per"), Grain::month);
    item.full = read_formula(reader_, keys.find("full"));
    item.min = bound(keys.find("min"));
    item.max = bound(keys.find("max"));
    if (const YamlPair* days = keys.pair("days")) {
      item.days = {reader_.word<DaysRule>(*days->value, kDaysWords).value_or(DaysRule::duty),
                   reader_.place(*days->value)};
      if (keys.find("per") != nullptr && item.per.value != Grain::day)
        reader_.report("key-without-use", *days->key, {"days", "per: " + std::string(to_text(item.per.value))});
    }
    if (const YamlNode* prorate = keys.find("prorate"))
      item.prorate = reader_.word<Prorate>(*prorate, kProrateWords).value_or(Prorate::no);
    item.applies = read_formula(reader_, keys.find("applies"));
    item.exempt = read_formula(reader_, keys.find("exempt"));
    if (const YamlNode* rule = keys.find("if_not_applicable"))
      item.if_not_applicable =
          reader_.word<IfNotApplicable>(*rule, kNotApplicableWords).value_or(IfNotApplicable::drop);
    if (const YamlNode* rule = keys.find("if_missing"))
      item.if_missing = reader_.word<IfMissing>(*rule, kIfMissingWords);
    if (const YamlNode* rule = keys.find("roll_up")) item.roll_up = roll_up(*rule);
    item.rounding = reader_.rounding(keys);
    item.effective = read_effective(reader_, keys.find("effective"));
    if (const YamlNode* source = keys.find("source")) item.source = reader_.text(*source).value_or("");
    if (const YamlNode* basis = keys.find("basis")) item.basis = reader_.text(*basis).value_or("");
    item.form = form(node);
    read_start(keys, item.form);
    return item;
  }

  /// The one form of an item. Nothing is said about a missing one where a key may be a form that is misspelt or that
  /// this version does not know.
  FormUse form(const YamlNode& node, std::span<const KeyRule> beside = {}) {
    const auto is_beside = [&](std::string_view key) {
      return std::any_of(beside.begin(), beside.end(), [&](const KeyRule& rule) { return rule.name == key; });
    };
    FormUse use;
    bool other = false;
    const YamlNode* first = nullptr;
    for (const YamlPair& pair : node.pairs) {
      const std::string& key = pair.key->text.text;
      if (const FormRow* row = find_form(key)) {
        if (first != nullptr) {
          reader_.report("two-forms", *pair.key, {first->text.text, key},
                         {{"first-written-here", reader_.place(*first), {first->text.text}}});
          continue;
        }
        first = pair.key.get();
        use = read_form(row->doc, pair);
      } else {
        other = other || (!is_item_key(key) && !is_beside(key));
      }
    }
    if (first == nullptr && !other) reader_.report("form-missing", node, {form_names_});
    return use;
  }

  /// `start` beside `lines` is a key of theirs.
  void read_start(const RuleKeys& keys, FormUse& form) {
    const YamlPair* start = keys.pair("start");
    if (start == nullptr) return;
    if (form.form.value != "lines") {
      if (!form.form.value.empty()) reader_.report("key-without-use", *start->key, {"start", form.form.value});
      return;
    }
    if (find_key(form.keys, "start") != nullptr)
      return reader_.report("keys-exclude", *start->key, {"start", "lines: {start: …}"});
    FormKey key;
    key.key = {"start", reader_.place(*start->key)};
    key.place = reader_.place(*start->value);
    key.formula = reader_.formula(*start->value);
    form.keys.push_back(std::move(key));
  }

  static bool is_item_key(std::string_view key) {
    const auto rows = key_rows(Section::item);
    return std::any_of(rows.begin(), rows.end(), [&](const KeyRow& row) { return row.name == key; });
  }

  FormUse read_form(const FormDoc& doc, const YamlPair& pair) {
    FormUse use;
    use.form = {pair.key->text.text, reader_.place(*pair.key)};
    use.place = reader_.place(*pair.value);
    const auto lines = std::find_if(doc.keys.begin(), doc.keys.end(),
                                    [](const FormKeyDoc& row) { return row.kind == FormKeyKind::lines; });
    if (lines != doc.keys.end() && pair.value->kind == YamlKind::sequence)  // `lines: […]` is `lines: {list: […]}`
      use.keys.push_back(key(*lines, {std::string(lines->name), use.form.place}, *pair.value));
    else if (doc.keys.size() == 1 && doc.keys[0].name.empty())
      use.keys.push_back(key(doc.keys[0], {"", use.form.place}, *pair.value));
    else
      use.keys = keys(doc.name, doc.keys, *pair.value);
    return use;
  }

  std::vector<FormKey> keys(std::string_view where, std::span<const FormKeyDoc> docs, const YamlNode& node) {
    std::vector<KeyRule> rules;
    for (const FormKeyDoc& doc : docs) rules.push_back({doc.name, doc.required});
    std::vector<FormKey> read;
    if (!reader_.open(node, where, rules).readable()) return read;
    for (const YamlPair& pair : node.pairs)
      for (const FormKeyDoc& doc : docs)
        if (pair.key->text.text == doc.name)
          read.push_back(key(doc, {pair.key->text.text, reader_.place(*pair.key)}, *pair.value));
    return read;
  }

  FormKey key(const FormKeyDoc& doc, Name name, const YamlNode& node) {
    FormKey key;
    key.key = std::move(name);
    key.place = reader_.place(node);
    switch (doc.kind) {
      case FormKeyKind::formula:
        key.formula = reader_.formula(node);
        break;
      case FormKeyKind::word: {
        std::vector<RuleWord<int>> words;
        for (const std::string_view word : doc.words) words.push_back({word, 0});
        if (reader_.word<int>(node, words)) key.word = {node.text.text, reader_.place(node)};
        break;
      }
      case FormKeyKind::grain:
        if (reader_.grain(node)) key.word = {node.text.text, reader_.place(node)};
        break;
      case FormKeyKind::table:
        read_table(node, key);
        break;
      case FormKeyKind::cases:
        read_cases(node, key);
        break;
      case FormKeyKind::formulas:
        for (const YamlNode* one : reader_.one_or_more(node)) key.list.push_back(reader_.formula(*one));
        if (node.kind == YamlKind::sequence && key.list.empty()) reader_.report("list-empty", node);
        break;
      case FormKeyKind::lines:
        read_lines(node, key);
        break;
      case FormKeyKind::worths:
        for (const YamlPair& pair : reader_.pairs(node))
          key.table.emplace_back(reader_.formula(*pair.key), reader_.formula(*pair.value));
        break;
      case FormKeyKind::limits:
        read_limits(node, key);
        break;
      case FormKeyKind::names:
        key.names = read_group_names(reader_, node);
        break;
      case FormKeyKind::ranks:
        read_ranks(node, key);
        break;
      case FormKeyKind::mapping:
        key.keys = keys(doc.name, doc.keys, node);
        break;
    }
    return key;
  }

  /// Each line is one form, with `at_most` and `if_missing` beside it.
  void read_lines(const YamlNode& node, FormKey& key) {
    std::vector<KeyRule> rules = {{"at_most"}, {"if_missing"}};
    rules.insert(rules.end(), form_rules_.begin(), form_rules_.end());
    if (node.kind == YamlKind::sequence && node.items.empty()) reader_.report("list-empty", node);
    read_each(reader_, node, [&](const YamlNode& row) {
      FormLine line;
      line.place = reader_.place(row);
      const RuleKeys keys = reader_.open(row, "lines", rules);
      line.at_most = read_formula(reader_, keys.find("at_most"));
      if (const YamlNode* word = keys.find("if_missing"))
        line.if_missing = reader_.word<LineIfMissing>(*word, kLineIfMissingWords).value_or(LineIfMissing::skip);
      if (keys.readable()) line.form = form(row, std::span(rules).first(2));
      if (!line.form.form.value.empty()) key.lines.push_back(std::move(line));
    });
  }

  void read_table(const YamlNode& node, FormKey& key) {
    const auto& rows = reader_.items(node);
    // [5, 8] is one mistake, not one for each number.
    const bool no_rows =
        rows.size() > 1 && std::all_of(rows.begin(), rows.end(), [](const YamlPtr& row) { return row->is_scalar(); });
    if (no_rows) reader_.report("table-row-format", node);
    for (const YamlPtr& row : rows) {
      if (row->kind != YamlKind::sequence || row->items.size() != 2) {
        if (!no_rows) reader_.report("table-row-format", *row);
        key.table.emplace_back();  // so that nobody takes it for an empty table
        continue;
      }
      Formula left = reader_.formula(*row->items[0]);
      key.table.emplace_back(std::move(left), reader_.formula(*row->items[1]));
    }
  }

  void read_limits(const YamlNode& node, FormKey& key) {
    for (const YamlPair& pair : reader_.pairs(node)) {
      if (pair.value->kind != YamlKind::sequence || pair.value->items.size() != 2) {
        reader_.report("limits-format", *pair.value);
        continue;
      }
      Formula low = reader_.formula(*pair.value->items[0]);
      key.limits.push_back({reader_.formula(*pair.key), std::move(low), reader_.formula(*pair.value->items[1])});
    }
  }

  void read_ranks(const YamlNode& node, FormKey& key) {
    if (node.kind == YamlKind::sequence && node.items.empty()) reader_.report("list-empty", node);
    for (const YamlPtr& row : reader_.items(node)) {
      const bool is_pair = row->kind == YamlKind::sequence && row->items.size() == 2;
      const auto ranks = is_pair ? read_rank_range(*row->items[0]) : std::nullopt;
      if (!ranks) {
        reader_.report("rank-row-format", is_pair ? *row->items[0] : *row);
        continue;
      }
      if (!key.ranks.empty() && ranks->first <= key.ranks.back().last)
        reader_.report("pay-rows-overlap", *row, {std::to_string(ranks->first), std::to_string(key.ranks.back().last)});
      key.ranks.push_back({ranks->first, ranks->last, reader_.formula(*row->items[1]), reader_.place(*row)});
    }
  }

  void read_cases(const YamlNode& node, FormKey& key) {
    const auto& rows = reader_.items(node);
    if (rows.empty() && node.kind == YamlKind::sequence) reader_.report("list-empty", node);
    for (const YamlPtr& row : rows) {
      const RuleKeys parts = reader_.open(*row, Section::form_case);
      if (!parts.readable()) continue;
      const YamlPair* when = parts.pair("when");
      const YamlPair* points = parts.pair("points");
      const YamlPair* otherwise = parts.pair("otherwise");
      if (otherwise != nullptr) {
        if (row != rows.back()) reader_.report("otherwise-not-last", *otherwise->key);
        key.cases.push_back({std::nullopt, reader_.formula(*otherwise->value), reader_.place(*row)});
        continue;
      }
      for (const auto& [name, part] : {std::pair{"when", when}, std::pair{"points", points}})
        if (part == nullptr) reader_.report("missing-key", *row, {name, "cases"});
      if (when == nullptr || points == nullptr) continue;
      Formula condition = reader_.formula(*when->value);
      key.cases.push_back({std::move(condition), reader_.formula(*points->value), reader_.place(*row)});
    }
  }

  RuleReader& reader_;
  std::vector<KeyRule> form_rules_;
  std::string form_names_;
  std::size_t items_ = 0;
};

}  // namespace

std::vector<Category> read_categories(RuleReader& reader, const YamlNode& node) {
  return ScorecardReader(reader).categories(node);
}

}  // namespace cwp
