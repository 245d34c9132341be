#include "study/rule_parts.hpp"

#include <algorithm>
#include <optional>

#include "cwp/formula.hpp"
#include "form/form_row.hpp"
#include "schema/key_shapes.hpp"

namespace cwp {
namespace {

/// Equal for formulas and numbers that are spelt otherwise.
std::string formula_meaning(const std::string& text) {
  const Result<Formula> formula = parse_formula(text);
  return formula.ok() ? to_text(*formula.value().root) : text;
}

enum class Reading : std::uint8_t { text, formula };

std::string meaning_of(const YamlNode& node, Reading reading) {
  if (node.is_null()) return "";
  if (node.is_scalar()) return reading == Reading::text ? node.text.text : formula_meaning(node.text.text);
  std::string text = node.kind == YamlKind::sequence ? "[" : "{";
  for (const YamlPtr& item : node.items) text += meaning_of(*item, reading) + "\n";
  for (const YamlPair& pair : node.pairs) text += pair.key->text.text + ": " + meaning_of(*pair.value, reading) + "\n";
  return text + (node.kind == YamlKind::sequence ? "]" : "}");
}

Title title_of(const YamlNode& node) {
  if (node.is_scalar()) return {node.text.text, node.text.text};
  Title title;
  if (const YamlPair* zh = node.find("zh")) title.zh = zh->value->text.text;
  if (const YamlPair* en = node.find("en")) title.en = en->value->text.text;
  if (title.zh.empty()) title.zh = title.en;
  if (title.en.empty()) title.en = title.zh;
  return title;
}

Reading reading_of(const KeyRow* row, Inside inside) {
  if (inside == Inside::formulas || inside == Inside::two_numbers || inside == Inside::payment) return Reading::formula;
  if (row == nullptr) return Reading::formula;  // a key of a form
  const bool computes = row->kind == KeyKind::formula || row->kind == KeyKind::number || row->kind == KeyKind::integer;
  return computes && inside == Inside::value ? Reading::formula : Reading::text;
}

const KeyRow* row_of(Section section, std::string_view key) {
  for (const KeyRow& row : key_rows(section))
    if (row.name == key) return &row;
  return nullptr;
}

const YamlNode* value_at(const YamlNode& node, std::string_view key) {
  const YamlPair* pair = node.find(key);
  return pair == nullptr ? nullptr : pair->value.get();
}

class PartCutter {
 public:
  explicit PartCutter(const YamlNode& tree) : tree_(tree) {}

  std::vector<RulePart> cut() {
    parts_.emplace_back();
    parts_[0].place = tree_.pairs.empty() ? tree_.place() : tree_.pairs[0].key->place();
    for (const YamlPair& pair : tree_.pairs) root(pair);
    RulePart& whole = parts_[0];
    if (const YamlNode* title = value_at(tree_, "title")) whole.title = title_of(*title);
    for (const auto& [section, prefix] : {std::pair(Section::points, "points."),
                                          {Section::week, "calendar.week."},
                                          {Section::month, "calendar.month."},
                                          {Section::year, "calendar.year."},
                                          {Section::calendar, "calendar."},
                                          {Section::rulebook, ""}})
      add_defaults(whole, section, prefix);
    return std::move(parts_);
  }

 private:
  void root(const YamlPair& pair) {
    const std::string& key = pair.key->text.text;
    // Where a part was inherited from does not matter, only what it says.
    if (key == "cwp" || key == "extends" || key == "remove") return;
    const KeyShape shape = shape_of(Section::rulebook, key);
    switch (shape.inside) {
      case Inside::things:
        if (shape.section == Section::warning) return add_key(parts_[0], Section::rulebook, pair, "");
        return things(*pair.value, shape.section, "");
      case Inside::named_sections:
      case Inside::by_grain:
        for (const YamlPair& one : pair.value->pairs) mapping_part(*one.value, shape.section, *one.key, "");
        return;
      case Inside::dated_numbers:
      case Inside::named_formulas:
      case Inside::named_words:
      case Inside::named_caps:
      case Inside::named_shares:
        for (const YamlPair& one : pair.value->pairs) value_part(one, key, shape);
        return;
      default:
        add_key(parts_[0], Section::rulebook, pair, "");
    }
  }

  void things(const YamlNode& list, Section section, const std::string& parent) {
    for (const YamlPtr& item : list.items) {
      const YamlNode* id = value_at(*item, section == Section::test ? "name" : "id");
      if (id != nullptr) mapping_part(*item, section, *id, parent);
    }
  }

  void mapping_part(const YamlNode& node, Section section, const YamlNode& id, const std::string& parent) {
    RulePart part;
    part.section = section;
    part.where = std::string(to_text(section));
    part.id = (section == Section::level ? parent + "." : "") + id.text.text;
    part.parent = section == Section::level ? "" : parent;
    part.place = id.place();
    if (const YamlNode* title = value_at(node, "title")) part.title = title_of(*title);
    std::vector<std::pair<const YamlNode*, Section>> inside;
    for (const YamlPair& pair : node.pairs) {
      const std::string& key = pair.key->text.text;
      if (key == "id" || (section == Section::test && key == "name")) continue;
      const KeyShape shape = shape_of(section, key);
      const bool has_ids = shape.inside == Inside::things && shape.section != Section::test_duty;
      if (has_ids)
        inside.emplace_back(pair.value.get(), shape.section);
      else
        add_key(part, section, pair, "");
    }
    add_defaults(part, section, "");
    const std::string name = part.id;
    for (const auto& [list, kind] : inside)
      if (kind == Section::level)
        for (const YamlPtr& level : list->items)
          if (const YamlNode* level_id = value_at(*level, "id")) part.levels.push_back(level_id->text.text);
    parts_.push_back(std::move(part));
    for (const auto& [list, kind] : inside) things(*list, kind, name);
  }

  /// A parameter, named formula, status or cap: one value, or one for each date.
  void value_part(const YamlPair& pair, const std::string& name, const KeyShape& shape) {
    RulePart part;
    part.where = name;
    part.id = pair.key->text.text;
    part.place = pair.key->place();
    if (pair.value->kind == YamlKind::mapping)
      for (const YamlPair& one : pair.value->pairs)
        shape.inside == Inside::named_caps ? add_key(part, shape.section, one, "")
                                           : add_value(part, one, Reading::formula);
    else
      put(part, shape.inside == Inside::named_caps ? "up_to" : "", *pair.value,
          name == "duty" ? Reading::text : Reading::formula);
    parts_.push_back(std::move(part));
  }

  static void put(RulePart& part, std::string key, const YamlNode& node, Reading reading,
                  std::optional<std::string> meaning = std::nullopt) {
    part.keys.push_back({std::move(key), meaning ? *std::move(meaning) : meaning_of(node, reading), flow_text(node),
                         node.place(), true, &node, reading == Reading::formula});
  }
  static void add_value(RulePart& part, const YamlPair& pair, Reading reading, const std::string& prefix = "") {
    put(part, prefix + pair.key->text.text, *pair.value, reading);
  }

  void add_key(RulePart& part, Section section, const YamlPair& pair, const std::string& prefix) {
    const std::string& key = pair.key->text.text;
    const YamlNode& value = *pair.value;
    const KeyRow* row = row_of(section, key);
    const KeyShape shape = shape_of(section, key);
    if (row == nullptr && find_form(key) != nullptr) return add_form(part, find_form(key)->doc.keys, value, key);
    if (shape.inside == Inside::section && value.kind == YamlKind::mapping) {
      for (const YamlPair& inner : value.pairs) add_key(part, shape.section, inner, prefix + key + ".");
      return;
    }
    if (row != nullptr && row->kind == KeyKind::human_text) {
      const Title title = title_of(value);
      put(part, prefix + key, value, Reading::text, title.zh + "\n" + title.en);
    } else if (shape.inside == Inside::two_numbers && value.items.size() == 2) {
      for (const auto& [name, end] : {std::pair("min", value.items[0]), std::pair("max", value.items[1])})
        put(part, prefix + name, *end, Reading::formula);
    } else if (value.is_scalar() && value.text.text != "all" &&
               (shape.inside == Inside::names || shape.inside == Inside::formulas || shape.inside == Inside::days)) {
      const Reading reading = reading_of(row, shape.inside);
      put(part, prefix + key, value, reading, "[" + meaning_of(value, reading) + "\n]");
    } else {
      add_value(part, pair, reading_of(row, shape.inside), prefix);
    }
  }

  void add_form(RulePart& part, std::span<const FormKeyDoc> docs, const YamlNode& value, const std::string& path) {
    const bool has_keys = value.kind == YamlKind::mapping && !(docs.size() == 1 && docs[0].name.empty());
    if (!has_keys) {
      put(part, path, value, Reading::formula);
      return;
    }
    for (const YamlPair& pair : value.pairs) {
      const auto doc = std::find_if(docs.begin(), docs.end(),
                                    [&](const FormKeyDoc& one) { return one.name == pair.key->text.text; });
      if (doc != docs.end() && doc->kind == FormKeyKind::mapping)
        add_form(part, doc->keys, *pair.value, path + "." + pair.key->text.text);
      else
        add_value(part, pair, Reading::formula, path + ".");
    }
  }

  /// What holds where a key is left out, as far as that is a value.
  void add_defaults(RulePart& part, Section section, const std::string& prefix) {
    for (const KeyRow& row : key_rows(section)) {
      const std::string key = prefix + std::string(row.name);
      const bool said =
          std::any_of(part.keys.begin(), part.keys.end(), [&](const RuleKey& one) { return one.key == key; });
      if (said || row.otherwise.empty()) continue;
      const std::string value = default_of(part, row);
      if (row.otherwise == "mon to fri")
        part.keys.push_back({key, "[mon\ntue\nwed\nthu\nfri\n]", std::string(row.otherwise), part.place, false});
      if (value.empty()) continue;
      const Reading reading = reading_of(&row, shape_of(section, row.name).inside);
      part.keys.push_back(
          {key, reading == Reading::formula ? formula_meaning(value) : value, value, part.place, false});
    }
  }

  std::string default_of(const RulePart& part, const KeyRow& row) const {
    const auto own = [&](std::string_view key) -> std::string {
      for (const RuleKey& one : part.keys)
        if (one.key == key) return one.meaning;
      return "";
    };
    if (row.otherwise == "as points") {
      const YamlNode* points = value_at(tree_, "points");
      const YamlNode* said = points == nullptr ? nullptr : value_at(*points, row.name);
      return said != nullptr ? said->text.text : std::string(row_of(Section::points, row.name)->otherwise);
    }
    if (row.section == Section::metric && row.name == "absent") {
      const std::string fold = own("fold");
      return fold.empty() || fold == "sum" || fold == "count" ? "zero" : "missing";
    }
    if (row.section == Section::item && row.name == "roll_up") return own("full").empty() ? "sum" : "mean";
    if (row.otherwise == "number; text with one_of") return own("one_of").empty() ? "number" : "text";
    if (row.otherwise.find(' ') != std::string_view::npos || row.otherwise == "always" || row.otherwise == "unbounded")
      return "";
    return std::string(row.otherwise);
  }

  const YamlNode& tree_;
  std::vector<RulePart> parts_;
};

bool is_plain_in_flow(const std::string& text) {
  if (text.empty() || text.find_first_of(",[]{}\n\"'#&*!|>%@`") != std::string::npos) return false;
  return text.find(": ") == std::string::npos && text.back() != ':' && text[0] != '-' && text[0] != '?' &&
         text[0] != ' ';
}

}  // namespace

std::vector<RulePart> rule_parts(const YamlNode& tree) { return PartCutter(tree).cut(); }

std::string flow_text(const YamlNode& node) {
  if (node.is_null()) return "";
  if (node.is_scalar()) {
    std::string text = node.text.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
  }
  const auto inner = [](const YamlNode& part) {
    const std::string text = flow_text(part);
    return part.is_scalar() && !is_plain_in_flow(text) ? "\"" + text + "\"" : text;
  };
  const bool list = node.kind == YamlKind::sequence;
  std::string text;
  for (const YamlPtr& item : node.items) text += (text.empty() ? "" : ", ") + inner(*item);
  for (const YamlPair& pair : node.pairs)
    text += (text.empty() ? "" : ", ") + pair.key->text.text + ": " + inner(*pair.value);
  return (list ? "[" : "{") + text + (list ? "]" : "}");
}

}  // namespace cwp
