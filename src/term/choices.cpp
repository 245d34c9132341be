#include "term/choices.hpp"

namespace cwp {
namespace {

/// What a form makes stands at the place of the form, and so at one place with what it makes inside of that.
bool is_made(const Term& inside, const Term& around) {
  return inside.source.span.begin == around.source.span.begin && inside.source.span.end == around.source.span.end;
}

class ChoiceFinder {
 public:
  std::vector<Choice> choices;

  void look(const TermPtr& term, std::vector<Guard> path, bool outside_said = false) {
    if (term->kind == TermKind::fold && term->inner == Grain::day && !term->over_last && !term->over_to_date) {
      look(term->children.back(), {}, false);
      return;
    }
    if (term->kind != TermKind::call) return;
    const std::string_view name = term->function->doc.name;
    if (name == "if") {
      look_at_cases(term, path);
    } else if (name == "highest_case") {
      look_at_best(*term, path);
    } else if (name == "step" || name == "step_above" || name == "marginal") {
      look_at_table(*term, path, outside_said);
    } else {
      for (const TermPtr& child : term->children) look(child, path);
    }
  }

 private:
  void look_at_cases(const TermPtr& term, std::vector<Guard> path) {
    Choice choice;
    choice.place = term->place;
    choice.path = path;
    TermPtr rest = term;
    const FunctionRow* row = term->function;
    while (rest->kind == TermKind::call && rest->function == row && !is_made(*rest->children[0], *rest)) {
      choice.conditions.push_back(rest->children[0]);
      choice.values.push_back(rest->children[1]);
      look(rest->children[0], path);
      path.push_back({rest->children[0], true});
      look(rest->children[1], path);
      path.back().wanted = false;
      rest = rest->children[2];
    }
    if (choice.conditions.empty()) {  // made by a form: `outside` of bands, `all_gone_at`, …
      for (const std::size_t i : {1U, 2U}) {
        path.push_back({term->children[0], i == 1});
        look(term->children[i], path, i == 2 && is_made(*term->children[2], *term));
        path.pop_back();
      }
      return;
    }
    look(rest, path);
    choice.rest = rest;
    // The 0 that `cases` puts where nothing is written stands at the place of the form.
    choice.rest_written = !(rest->kind == TermKind::constant && is_made(*rest, *term));
    choices.push_back(std::move(choice));
  }

  void look_at_best(const Term& term, std::vector<Guard> path) {
    Choice choice;
    choice.kind = ChoiceKind::best;
    choice.place = term.place;
    choice.path = path;
    for (std::size_t i = 0; i + 1 < term.children.size(); i += 2) {
      choice.conditions.push_back(term.children[i]);
      choice.values.push_back(term.children[i + 1]);
      look(term.children[i], path);
      path.push_back({term.children[i], true});
      look(term.children[i + 1], path);
      path.pop_back();
    }
    if (term.children.size() % 2 == 1) choice.rest = term.children.back();
    choice.rest_written = choice.rest != nullptr;
    choices.push_back(std::move(choice));
  }

  void look_at_table(const Term& term, const std::vector<Guard>& path, bool outside_said) {
    Choice choice;
    choice.kind = ChoiceKind::table;
    choice.place = term.place;
    choice.path = path;
    choice.figure = term.children[0];
    choice.above = term.function->doc.name == "step_above";
    choice.cumulative = term.function->doc.name == "marginal";
    choice.rest_is_path = outside_said;
    choice.form = term.source.span;
    look(term.children[0], path);
    for (std::size_t i = 1; i + 1 < term.children.size(); i += 2) {
      choice.conditions.push_back(term.children[i]);
      choice.values.push_back(term.children[i + 1]);
    }
    choices.push_back(std::move(choice));
  }
};

}  // namespace

std::vector<Choice> choices_of(const TermPtr& formula) {
  ChoiceFinder finder;
  if (formula && formula->kind != TermKind::invalid) finder.look(formula, {});
  return std::move(finder.choices);
}

const Place& written_place(const Term& term) {
  if (term.kind == TermKind::call && term.function->doc.name == "*")
    for (const TermPtr& child : term.children)
      if (!is_made(*child, term) && child->kind != TermKind::place) return child->source;
  return term.source;
}

}  // namespace cwp
