#include "cases/case_contents.hpp"

#include <algorithm>

#include "check/checked_state.hpp"
#include "cwp/form_catalog.hpp"
#include "cwp/function_catalog.hpp"
#include "graph/visit_terms.hpp"
#include "keys/key_table.hpp"
#include "yaml/read_yaml.hpp"

namespace cwp {
namespace {

using Contents = std::set<std::string>;

void add_form(const FormUse& form, Contents& contents) {
  contents.insert(form.form.value);
  for (const FormKey& key : form.keys) {
    if (!key.key.value.empty()) contents.insert(form.form.value + "." + key.key.value);
    for (const FormLine& line : key.lines) add_form(line.form, contents);
  }
}

void add_term(const Term& term, Contents& contents) {
  if (term.kind == TermKind::lag) contents.insert("lag");
  if (!term.function) return;
  const std::string name(term.function->doc.name);
  contents.insert(name);
  if (term.kind == TermKind::fold) {
    contents.insert(name + " per");
    if (term.over_last) contents.insert(name + " over last");
    if (term.over_to_date) contents.insert(name + " to date");
  }
  if (term.kind == TermKind::gather) contents.insert(name + (term.has_where ? " by where" : " by"));
}

/// The keys of a mapping with the name it stands under (`vetoes.when`), or under which names of one's own stand
/// (`metrics.fold`).
void add_keys(const YamlNode& node, const std::string& under, const std::string& named_under, Contents& contents) {
  for (const YamlPtr& element : node.items) add_keys(*element, under, "", contents);
  for (const YamlPair& pair : node.pairs) {
    const std::string& key = pair.key->text.text;
    contents.insert(under + "." + key);
    if (!named_under.empty()) contents.insert(named_under + "." + key);
    add_keys(*pair.value, key, under, contents);
  }
}

bool is_key(const std::string& name) {
  return std::ranges::any_of(key_rows(), [&](const KeyRow& row) {
    const std::string_view section = to_text(row.section);
    return name == std::string(section.substr(section.rfind('.') + 1)) + "." + std::string(row.name);
  });
}

bool is_form(const std::string& name) {
  return std::ranges::any_of(forms(), [&](const FormDoc& form) {
    return name == form.name || std::ranges::any_of(form.keys, [&](const FormKeyDoc& key) {
             return name == std::string(form.name) + "." + std::string(key.name);
           });
  });
}

bool is_function(const std::string& name) {
  constexpr std::string_view kClauses[] = {"", " per", " over last", " to date", " by", " by where"};
  return name == "lag" || std::ranges::any_of(functions(), [&](const FunctionDoc& function) {
           return std::ranges::any_of(kClauses, [&](std::string_view clause) {
             return name == std::string(function.name) + std::string(clause);
           });
         });
}

}  // namespace

std::set<std::string> contents_of(const CheckedRulebook& rules) {
  Contents contents;
  const Scorecard& card = rules.state().scorecard;
  for (const ScoreItem& item : card.items) add_form(item.written->form, contents);
  visit_terms(card, [&](const Term& term) { add_term(term, contents); });
  std::vector<Diagnostic> problems;
  if (const YamlPtr tree = read_yaml(rules.rulebook().source, problems)) add_keys(*tree, "rulebook", "", contents);
  return contents;
}

std::string missing_content(const std::set<std::string>& contents, const std::string& wanted) {
  if (!is_form(wanted) && !is_key(wanted) && !is_function(wanted))
    return "no form, function or key of the language is named " + wanted;
  return contents.contains(wanted) ? "" : "the rulebook does not contain " + wanted;
}

}  // namespace cwp
