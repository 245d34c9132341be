#pragma once
// Item forms as the loader would read them, put together from texts; every piece is a Source of its own, so that a
// place shows as the text it covers.

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "form/form_row.hpp"

namespace cwp::test {

inline Place whole(const std::string& text) {
  return {Source("piece", text), {0, static_cast<std::uint32_t>(text.size())}};
}
inline std::string text_at(const Place& place) {
  return std::string(place.source.text().substr(place.span.begin, place.span.end - place.span.begin));
}

inline Formula formula(const std::string& text) {
  const auto parsed = parse_formula(text);
  EXPECT_TRUE(parsed.ok()) << text << '\n' << render(parsed.diagnostics());
  return *parsed.partial();
}
inline ExprPtr tree(const std::string& text) { return formula(text).root; }

inline FormKey named(const std::string& name) {
  FormKey key;
  key.key = {name, whole(name)};
  return key;
}
/// `of: visits`
inline FormKey says(const std::string& name, const std::string& text) {
  FormKey key = named(name);
  key.formula = formula(text);
  key.place = key.formula.place;
  return key;
}
/// `whole: down`
inline FormKey word(const std::string& name, const std::string& text) {
  FormKey key = named(name);
  key.word = {text, whole(text)};
  key.place = key.word.place;
  return key;
}
/// `table: [[0, 0], [5, 8]]`
inline FormKey table(const std::vector<std::pair<std::string, std::string>>& rows) {
  FormKey key = named("table");
  for (const auto& [edge, value] : rows) key.table.emplace_back(formula(edge), formula(value));
  key.place = whole("[table]");
  return key;
}
/// `beyond: {each: 1}`
inline FormKey mapping(const std::string& name, std::vector<FormKey> keys) {
  FormKey key = named(name);
  key.keys = std::move(keys);
  key.place = whole("{" + name + "}");
  return key;
}
/// `steps: [1, 2, 5]`
inline FormKey list(const std::string& name, const std::vector<std::string>& texts) {
  FormKey key = named(name);
  for (const std::string& text : texts) key.list.push_back(formula(text));
  key.place = whole("[" + name + "]");
  return key;
}
/// `[{when: …, points: …}, {otherwise: …}]`: an empty condition is `otherwise`.
inline FormKey cases(const std::vector<std::pair<std::string, std::string>>& rows) {
  FormKey key = named("");
  for (const auto& [when, points] : rows) {
    FormKey::Case one;
    if (!when.empty()) one.when = formula(when);
    one.points = formula(points);
    one.place = whole(when.empty() ? "{otherwise: " + points + "}" : "{when: " + when + "}");
    key.cases.push_back(std::move(one));
  }
  key.place = whole("[cases]");
  return key;
}

inline FormUse form(const std::string& name, std::vector<FormKey> keys) {
  return {{name, whole(name)}, std::move(keys), whole("{the " + name + "}")};
}

/// `{deduct: {…}, at_most: 10, if_missing: fail}`: a form that says no cap where the text is empty.
inline FormLine line(FormUse use, const std::string& at_most = "", LineIfMissing if_missing = LineIfMissing::skip) {
  FormLine made{std::move(use), std::nullopt, if_missing, {}};
  if (!at_most.empty()) made.at_most = formula(at_most);
  made.place = whole("{" + made.form.form.value + ": …}");
  return made;
}
inline FormKey lines(std::vector<FormLine> all) {
  FormKey key = named("list");
  key.lines = std::move(all);
  key.place = whole("[lines]");
  return key;
}

/// A monthly item of full marks 10.
inline FormContext full_ten() { return {.full = tree("10")}; }
inline FormContext without_full() { return {}; }
inline FormContext prorated(Prorate prorate) { return {.full = tree("10"), .prorate = prorate}; }

inline DesugaredForm desugar(const FormUse& use, FormContext context = full_ten()) {
  std::vector<Diagnostic> diagnostics;
  context.diagnostics = &diagnostics;
  const FormRow* row = find_form(use.form.value);
  if (row == nullptr) throw std::logic_error("no form " + use.form.value);
  DesugaredForm made = row->desugar(use, context);
  EXPECT_TRUE(diagnostics.empty()) << render(diagnostics);
  return made;
}

/// The formula of a form as text, where `canonical` spells the expected one.
inline std::string points_of(const FormUse& use, const FormContext& context = full_ten()) {
  return to_text(*desugar(use, context).formula);
}
inline std::string canonical(const std::string& text) { return to_text(*tree(text)); }
inline std::string text_of(const ExprPtr& expr) { return expr ? to_text(*expr) : std::string("nothing"); }

/// `a, b`
inline std::string texts_of(const std::vector<ExprPtr>& all) {
  std::string text;
  for (const ExprPtr& one : all) text += (text.empty() ? "" : ", ") + text_of(one);
  return text;
}
/// What must be whole, by which unit: `visits by 1, late by 5`.
inline std::string whole_of(const FormDemands& demands) {
  std::string text;
  for (const WholeDemand& one : demands.whole)
    text += (text.empty() ? "" : ", ") + text_of(one.of) + " by " + text_of(one.unit);
  return text;
}

/// `slug at 'text' (first, second); note at 'text'`, one a line. The formula must be `invalid` if there is one.
inline std::string problems(const FormUse& use, FormContext context = full_ten()) {
  std::vector<Diagnostic> diagnostics;
  context.diagnostics = &diagnostics;
  const DesugaredForm made = find_form(use.form.value)->desugar(use, context);
  EXPECT_EQ(made.formula->kind == ExprKind::invalid, !diagnostics.empty());
  std::string text;
  for (const Diagnostic& one : diagnostics) {
    EXPECT_FALSE(message(one).empty());
    text += std::string(text.empty() ? "" : "\n") + std::string(one.slug) + " at '" + text_at(one.place) + "'";
    for (std::size_t i = 0; i < one.arguments.size(); ++i) text += (i == 0 ? " (" : ", ") + one.arguments[i];
    if (!one.arguments.empty()) text += ")";
    for (const Note& note : one.notes) text += "; " + std::string(note.slug) + " at '" + text_at(note.place) + "'";
  }
  return text;
}

}  // namespace cwp::test
