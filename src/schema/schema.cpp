#include <nlohmann/json.hpp>
#include <vector>

#include "cwp/form_catalog.hpp"
#include "cwp/function_catalog.hpp"
#include "cwp/schema.hpp"
#include "load/rule_words.hpp"
#include "schema/key_shapes.hpp"

namespace cwp {
namespace {

using Json = nlohmann::ordered_json;

Json reference(std::string_view name) { return {{"$ref", "#/$defs/" + std::string(name)}}; }
Json any_of(std::vector<Json> choices) { return {{"anyOf", std::move(choices)}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }
Json map_of(Json values) { return {{"type", "object"}, {"additionalProperties", std::move(values)}}; }
Json one_or_more(Json one) { return any_of({one, list_of(one)}); }
Json pair_of(Json first, Json second) {
  return {{"type", "array"},
          {"prefixItems", std::vector<Json>{std::move(first), std::move(second)}},
          {"minItems", 2},
          {"maxItems", 2}};
}
Json text_like(std::string_view pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

constexpr std::string_view kDate = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

/// `true` and `false` are texts of the language, and truths of YAML.
Json word_of(std::span<const std::string_view> words) {
  Json values = Json::array();
  for (const std::string_view word : words) {
    values.push_back(word);
    if (word == "true" || word == "false") values.push_back(word == "true");
  }
  return {{"enum", std::move(values)}};
}

class SchemaMaker {
 public:
  explicit SchemaMaker(Language language) : language_(language) {}

  std::string make() {
    Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"$id", "https://cwp.invalid/rulebook-1.schema.json"},
                   {"title", wording("schema-title", {}, language_)}};
    // Of a rulebook that extends another only the changes are written: there nothing of a part is required.
    schema["if"] = {{"required", Json::array({"extends"})}};
    Json defs = Json::object();
    add_values(defs);
    for (const bool whole : {true, false}) {
      whole_ = whole;
      schema[whole ? "else" : "then"] = reference(name_of(Section::rulebook));
      add_sections(defs);
    }
    schema["$defs"] = std::move(defs);
    return schema.dump(2) + "\n";
  }

 private:
  std::string said(std::string_view en, std::string_view zh) const {
    return std::string(language_ == Language::zh && !zh.empty() ? zh : en);
  }
  /// Names in $defs: those of whole rulebooks, and those of what extends one.
  std::string named(std::string_view name) const { return (whole_ ? "whole." : "part.") + std::string(name); }
  std::string name_of(Section section) const { return named(to_text(section)); }

  void add_sections(Json& defs) const {
    for (int i = 0; i <= static_cast<int>(Section::warning); ++i) {
      const auto one = static_cast<Section>(i);
      if (one != Section::title) defs[name_of(one)] = section(one);
    }
    for (const FormDoc& form : forms()) defs[named("form " + std::string(form.name))] = form_schema(form);
    defs[named("lines")] = list_of(line());
  }

  std::string described(const KeyRow& row) const {
    std::string text = said(row.en, row.zh);
    if (row.otherwise.empty()) return text;
    const std::string whole = wording("schema-default", {text, std::string(otherwise_text(row, language_))}, language_);
    return wording("words-sentence", {whole}, language_);
  }

  static Json described(Json schema, std::string text) {
    schema["description"] = std::move(text);
    return schema;
  }

  void add_values(Json& defs) const {
    defs["text"] = {{"type", Json::array({"string", "number", "boolean"})}};
    defs["human_text"] =
        any_of({reference("text"),
                {{"type", "object"},
                 {"properties", {{"zh", key(Section::title, "zh")}, {"en", key(Section::title, "en")}}},
                 {"additionalProperties", false}}});
    defs["number"] = any_of({{{"type", "number"}}, text_like("^-?[0-9]+(\\.[0-9]+)?$")});
    defs["share"] = any_of({{{"type", "number"}}, text_like("^-?[0-9]+(\\.[0-9]+)? *%?$")});
    defs["integer"] = any_of({{{"type", "integer"}}, text_like("^-?[0-9]+$")});
    defs["date"] = text_like("^" + std::string(kDate) + "$");
    defs["days"] = text_like("^" + std::string(kDate) + "(\\.\\." + std::string(kDate) + ")?$");
    defs["ranks"] = any_of({{{"type", "integer"}, {"minimum", 1}}, text_like("^[0-9]+(\\.\\.[0-9]+)?$")});
    std::string names;
    for (const FunctionDoc& function : functions())
      if (function.signature.find('(') != std::string_view::npos)
        names += (names.empty() ? "" : " ") + std::string(function.signature);
    defs["formula"] = described({{"type", Json::array({"string", "number", "boolean"})}},
                                wording("schema-formula", {names}, language_));
    defs["cell"] = {{"type", Json::array({"string", "number", "boolean", "null"})}};
    defs["row"] = {{"type", "object"}, {"additionalProperties", reference("cell")}};
  }

  Json key(Section section, std::string_view name) const {
    for (const KeyRow& row : key_rows(section))
      if (row.name == name) return described(value(row), described(row));
    return true;
  }

  Json section(Section section) const {
    Json properties = Json::object(), required = Json::array();
    for (const KeyRow& row : key_rows(section)) {
      if (row.later) continue;
      properties[std::string(row.name)] = described(value(row), described(row));
      if (row.required) required.push_back(row.name);
    }
    if (section == Section::rulebook) properties["cwp"]["const"] = 1;
    Json schema = {{"type", "object"}};
    if (section == Section::item) {
      add_forms(properties);
      if (whole_) schema["oneOf"] = one_form();
    }
    schema["properties"] = std::move(properties);
    if (!whole_) required = section == Section::rulebook ? Json::array({"cwp"}) : Json::array();
    if (!required.empty()) schema["required"] = std::move(required);
    if (Json apart = keys_apart(section); !apart.empty()) schema["allOf"] = std::move(apart);
    schema["additionalProperties"] = false;
    return schema;
  }

  static Json keys_apart(Section section) {
    Json pairs = Json::array();
    for (const KeyRow& row : key_rows(section))
      for (const std::string_view other : keys_not_beside(row))
        pairs.push_back({{"not", {{"required", Json::array({row.name, other})}}}});
    return pairs;
  }
  static Json one_form() {
    Json choices = Json::array();
    for (const FormDoc& form : forms()) choices.push_back({{"required", Json::array({form.name})}});
    return choices;
  }
  void add_forms(Json& properties) const {
    for (const FormDoc& form : forms())
      properties[std::string(form.name)] =
          described(reference(named("form " + std::string(form.name))),
                    wording("schema-example", {said(form.en, form.zh), std::string(form.example)}, language_));
  }

  Json value(const KeyRow& row) const {
    const KeyShape shape = shape_of(row.section, row.name);
    const auto inner = [&] { return reference(name_of(shape.section)); };
    switch (shape.inside) {
      case Inside::value:
        return shape.words.empty() ? value_of(row.kind) : word_of(shape.words);
      case Inside::formula:
        return reference("formula");
      case Inside::section:
        return inner();
      case Inside::things:
        return list_of(inner());
      case Inside::named_sections:
        return map_of(inner());
      case Inside::by_grain: {
        Json grains = Json::object();
        for (const std::string_view grain : kTextsOf<kGrainWords>)
          grains[std::string(grain)] = any_of({inner(), {{"type", "null"}}});
        return {{"type", "object"}, {"properties", std::move(grains)}, {"additionalProperties", false}};
      }
      case Inside::dated_numbers:
        return map_of(any_of({reference("share"),
                              {{"type", "object"},
                               {"patternProperties", {{"^" + std::string(kDate) + "$", reference("share")}}},
                               {"additionalProperties", false}}}));
      case Inside::named_formulas:
        return map_of(reference("formula"));
      case Inside::named_caps:
        return map_of(any_of({reference("formula"), inner()}));
      case Inside::named_shares:
        return map_of(any_of({reference("share"), pair_of(reference("share"), reference("share"))}));
      case Inside::named_words:
        return map_of(word_of(shape.words));
      case Inside::named_columns:
        return map_of(any_of({word_of(kTextsOf<kAttributeTypeWords>), list_of(reference("text")), inner()}));
      case Inside::texts:
        return list_of(reference("text"));
      case Inside::weekdays:
        return list_of(word_of(shape.words));
      case Inside::days:
        return one_or_more(reference("days"));
      case Inside::formulas:
        return one_or_more(reference("formula"));
      case Inside::names:
        return one_or_more({{"type", "string"}});
      case Inside::two_numbers:
        return pair_of(reference("number"), reference("number"));
      case Inside::quota:
        return reference("share");
      case Inside::payment:
        return any_of({reference("formula"), list_of(pair_of(reference("ranks"), reference("number"))), inner()});
      case Inside::officers:
        return map_of(
            any_of({reference("row"), list_of(any_of({reference("row"), {{"type", "null"}}})), {{"type", "null"}}}));
      case Inside::figures:
        return list_of(reference("row"));
      case Inside::facts:
        return map_of(list_of(reference("row")));
      case Inside::expectations: {
        Json row_schema = reference("row");
        row_schema["required"] = Json::array({"officer", "period"});
        return list_of(std::move(row_schema));
      }
    }
    return true;
  }

  static Json value_of(KeyKind kind) {
    switch (kind) {
      case KeyKind::human_text:
        return reference("human_text");
      case KeyKind::name:
        return {{"type", "string"}};
      case KeyKind::number:
        // `floor: none` is the only word among numbers.
        return any_of({reference("number"), {{"const", "none"}}});
      case KeyKind::integer:
        return reference("integer");
      case KeyKind::boolean:
        return word_of(kTextsOf<kBooleanWords>);
      case KeyKind::date:
        return reference("date");
      case KeyKind::formula:
        return reference("formula");
      default:
        return reference("text");
    }
  }

  Json form_schema(const FormDoc& form) const {
    if (form.keys.size() == 1 && form.keys[0].name.empty()) return form_value(form.keys[0]);
    Json keys = form_keys(form.keys);
    for (const FormKeyDoc& one : form.keys)
      if (one.kind == FormKeyKind::lines) return any_of({reference(named("lines")), std::move(keys)});
    return keys;
  }

  Json form_keys(std::span<const FormKeyDoc> docs) const {
    Json properties = Json::object(), required = Json::array();
    for (const FormKeyDoc& doc : docs) {
      properties[std::string(doc.name)] = described(form_value(doc), said(doc.en, doc.zh));
      if (doc.required) required.push_back(doc.name);
    }
    if (!whole_) required = Json::array();
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
  }

  Json form_value(const FormKeyDoc& doc) const {
    const Json formula = reference("formula");
    switch (doc.kind) {
      case FormKeyKind::formula:
        return formula;
      case FormKeyKind::word:
        return word_of(doc.words);
      case FormKeyKind::grain:
        return word_of(kTextsOf<kGrainWords>);
      case FormKeyKind::table:
        return list_of(pair_of(formula, formula));
      case FormKeyKind::cases:
        return list_of(reference(name_of(Section::form_case)));
      case FormKeyKind::formulas:
        return one_or_more(formula);
      case FormKeyKind::lines:
        return reference(named("lines"));
      case FormKeyKind::mapping:
        return form_keys(doc.keys);
      case FormKeyKind::worths:
        return map_of(formula);
      case FormKeyKind::limits:
        return map_of(pair_of(formula, formula));
      case FormKeyKind::names:
        return one_or_more({{"type", "string"}});
      case FormKeyKind::ranks:
        return list_of(pair_of(reference("ranks"), formula));
    }
    return true;
  }

  /// One of `lines`: a form, and what may stand beside it.
  Json line() const {
    Json properties = {{"at_most", reference("formula")}, {"if_missing", word_of(kTextsOf<kLineIfMissingWords>)}};
    add_forms(properties);
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"oneOf", one_form()},
            {"additionalProperties", false}};
  }

  Language language_;
  bool whole_ = true;
};

}  // namespace

std::string rulebook_schema(Language language) { return SchemaMaker(language).make(); }

}  // namespace cwp
