// The small examples in a rulebook: officers, figures, facts, and what must come out.

#include <algorithm>

#include "formula/function_row.hpp"
#include "load/sections.hpp"

namespace cwp {
namespace {

/// A row for each day of a range: a rulebook of other people must not fill the memory with its tests.
constexpr std::int64_t kMostFigures = 1'000'000;

/// The text of a scalar as it is written; empty for nothing at all.
std::string written(RuleReader& reader, const YamlNode& node) {
  if (node.is_null()) return {};
  if (node.is_scalar()) return node.text.text;
  reader.text(node);  // says that a scalar is wanted
  return {};
}

/// A text that must be there.
Name named(RuleReader& reader, const YamlNode& node) { return {reader.text(node).value_or(""), reader.place(node)}; }

/// Both, when they are in order.
bool in_order(RuleReader& reader, Day first, Day last, const YamlNode& node) {
  if (first <= last) return true;
  reader.report("dates-reversed", node, {first.to_text(), last.to_text()});
  return false;
}

NameUse use_of(RuleReader& reader, const YamlNode& key) { return {key.text.text, reader.place(key)}; }

/// `recorded` and `withdrawn` beside what a row says; false for any other key.
bool read_history(RuleReader& reader, const YamlPair& pair, RuleTest::History& history) {
  const std::string& key = pair.key->text.text;
  if (key == "recorded")
    history.day = reader.date(*pair.value);
  else if (key == "withdrawn")
    history.withdrawn = reader.word<bool>(*pair.value, kBooleanWords).value_or(false);
  else
    return false;
  return true;
}

void read_stretch(RuleReader& reader, const YamlNode& node, const Name& key, std::vector<RuleTest::Officer>& officers) {
  RuleTest::Officer officer;
  officer.key = key;
  officer.place = reader.head(node);
  if (!node.is_null())
    for (const YamlPair& pair : reader.pairs(node)) {
      const std::string& name = pair.key->text.text;
      if (read_history(reader, pair, officer.history)) continue;
      if (name != "from" && name != "to") {
        officer.attributes.emplace_back(use_of(reader, *pair.key), written(reader, *pair.value));
        continue;
      }
      const auto day = reader.date(*pair.value);
      if (day) (name == "from" ? officer.from : officer.to) = Written<Day>{*day, reader.place(*pair.value)};
    }
  if (officer.from && officer.to) in_order(reader, officer.from->value, officer.to->value, *node.find("to")->value);
  officers.push_back(std::move(officer));
}

void read_officers(RuleReader& reader, const YamlNode& node, std::vector<RuleTest::Officer>& officers) {
  for (const YamlPair& pair : reader.pairs(node)) {
    const Name key{pair.key->text.text, reader.place(*pair.key)};
    if (pair.value->kind != YamlKind::sequence) {
      read_stretch(reader, *pair.value, key, officers);
      continue;
    }
    if (pair.value->items.empty()) reader.report("list-empty", *pair.value);
    for (const YamlPtr& stretch : pair.value->items) read_stretch(reader, *stretch, key, officers);
  }
}

void read_days(RuleReader& reader, const RuleKeys& keys, RuleTest::Duty& duty) {
  if (const YamlNode* from = keys.find("from")) duty.from = reader.date(*from);
  if (const YamlNode* to = keys.find("to")) duty.to = reader.date(*to);
  if (duty.from && duty.to) in_order(reader, *duty.from, *duty.to, *keys.find("to"));
  if (const YamlNode* date = keys.find("date")) duty.from = duty.to = reader.date(*date);
  if (const YamlNode* dates = keys.find("dates"))
    if (const auto range = reader.dates(*dates)) {
      duty.from = range->first;
      duty.to = range->last;
    }
}

void read_duty_records(RuleReader& reader, const YamlNode& node, std::vector<RuleTest::Duty>& records) {
  read_each(reader, node, [&](const YamlNode& row) {
    RuleTest::Duty duty;
    duty.place = reader.place(row);
    const RuleKeys keys = reader.open(row, Section::test_duty);
    if (const YamlNode* officer = keys.find("officer")) duty.officer = named(reader, *officer);
    if (const YamlNode* status = keys.find("status")) duty.status = named(reader, *status);
    for (const char* key : {"recorded", "withdrawn"})
      if (const YamlPair* found = keys.pair(key)) read_history(reader, *found, duty.history);
    read_days(reader, keys, duty);
    records.push_back(std::move(duty));
  });
}

/// A row of figures or a fact. Other keys than those of its date and history are metrics, columns, or say whom it is
/// about; which is which the checker knows.
RuleTest::Row read_row(RuleReader& reader, const YamlNode& node, std::string_view where) {
  RuleTest::Row row;
  row.place = reader.place(node);
  for (const YamlPair& pair : reader.pairs(node)) {
    const std::string& key = pair.key->text.text;
    if (read_history(reader, pair, row.history)) continue;
    if (key == "date") {
      row.date = named(reader, *pair.value).value;
    } else if (key == "dates") {
      row.dates = reader.dates(*pair.value);
    } else if (key == "officer") {
      row.subject_key = use_of(reader, *pair.key);
      row.subject = named(reader, *pair.value).value;
    } else {
      row.values.emplace_back(use_of(reader, *pair.key), written(reader, *pair.value));
    }
  }
  const YamlPair* date = node.find("date");
  const YamlPair* dates = node.find("dates");
  if (date == nullptr && dates == nullptr) reader.report("missing-key", node, {"date", std::string(where)});
  if (date != nullptr && dates != nullptr) reader.report("keys-exclude", *dates->key, {"date", "dates"});
  return row;
}

/// Whether a figure called so is a formula of one name: rulebooks compute with it, and results have no column for it.
bool is_operand(std::string_view key, const Rulebook& rulebook) {
  const auto among = [&](const auto&... things) {
    const auto holds = [&](const auto& list) {
      return std::any_of(list.begin(), list.end(), [&](const auto& thing) { return thing.id.value == key; });
    };
    return (holds(things) || ...);
  };
  if (among(rulebook.rankings, rulebook.grades, rulebook.awards)) return false;  // their names are their own
  const FunctionRow* function = find_function(key);
  return among(rulebook.metrics, rulebook.attributes, rulebook.parameters, rulebook.values) ||
         (function != nullptr && function->place != PlaceFunction::none && function->least == 0);
}

RuleTest::Expected read_expected(RuleReader& reader, const YamlNode& node, const Rulebook& rulebook) {
  RuleTest::Expected expected;
  expected.place = reader.place(node);
  for (const YamlPair& pair : reader.pairs(node)) {
    const std::string& key = pair.key->text.text;
    if (key == "officer") {
      expected.officer = named(reader, *pair.value);
    } else if (key == "period") {
      expected.period = named(reader, *pair.value);
    } else {
      RuleTest::Figure figure;
      figure.key = {key, reader.place(*pair.key)};
      figure.place = reader.place(*pair.value);
      figure.expected = written(reader, *pair.value);
      if (name_end(key) != key.size() || is_operand(key, rulebook)) figure.formula = reader.formula(*pair.key);
      expected.figures.push_back(std::move(figure));
    }
  }
  for (const char* key : {"officer", "period"})
    if (node.find(key) == nullptr) reader.report("missing-key", node, {key, "tests.expect"});
  if (expected.figures.empty()) reader.report("test-expects-nothing", node);
  return expected;
}

RuleTest read_test(RuleReader& reader, const YamlNode& node, const Rulebook& rulebook) {
  RuleTest test;
  test.place = reader.head(node);
  const RuleKeys keys = reader.open(node, Section::test);
  if (const YamlNode* name = keys.find("name")) test.name = reader.text(*name).value_or("");
  if (const YamlNode* part = keys.find("officers")) read_officers(reader, *part, test.officers);
  if (const YamlNode* part = keys.find("duty")) read_duty_records(reader, *part, test.duty);
  if (const YamlNode* part = keys.find("metrics"))
    read_each(reader, *part,
              [&](const YamlNode& row) { test.metrics.push_back(read_row(reader, row, "tests.metrics")); });
  if (const YamlNode* part = keys.find("events"))
    for (const YamlPair& pair : reader.pairs(*part)) {
      RuleTest::Facts facts{use_of(reader, *pair.key), {}};
      read_each(reader, *pair.value,
                [&](const YamlNode& row) { facts.rows.push_back(read_row(reader, row, "tests.events")); });
      test.events.push_back(std::move(facts));
    }
  if (const YamlNode* day = keys.find("known_at")) test.known_at = reader.date(*day);
  if (const YamlNode* data = keys.find("data")) {
    const RuleKeys ends = reader.open(*data, Section::test_data);
    const YamlNode* from = ends.find("from");
    const YamlNode* to = ends.find("to");
    const auto first = from == nullptr ? std::nullopt : reader.date(*from);
    const auto last = to == nullptr ? std::nullopt : reader.date(*to);
    if (first && last && in_order(reader, *first, *last, *to)) test.data = DayRange{*first, *last};
  }
  if (const YamlNode* part = keys.find("expect")) {
    read_each(reader, *part, [&](const YamlNode& row) { test.expect.push_back(read_expected(reader, row, rulebook)); });
    if (part->kind == YamlKind::sequence && part->items.empty()) reader.report("list-empty", *part);
  }
  return test;
}

/// Figures of a row, on every day of it.
std::int64_t figures_of(const RuleTest::Row& row) {
  const auto values = static_cast<std::int64_t>(std::max<std::size_t>(row.values.size(), 1));
  return values * (row.dates ? row.dates->size() : 1);
}

std::int64_t figures_of(const RuleTest& test) {
  std::int64_t figures = 0;
  for (const RuleTest::Row& row : test.metrics) figures += figures_of(row);
  for (const RuleTest::Facts& facts : test.events)
    for (const RuleTest::Row& row : facts.rows) figures += figures_of(row);
  return figures;
}

}  // namespace

std::vector<RuleTest> read_tests(RuleReader& reader, const YamlNode& node, const Rulebook& rulebook) {
  std::vector<RuleTest> tests;
  std::int64_t figures = 0;
  read_each(reader, node, [&](const YamlNode& item) {
    if (figures > kMostFigures) return;
    RuleTest test = read_test(reader, item, rulebook);
    figures += figures_of(test);
    if (figures > kMostFigures) return reader.report("too-many-test-figures", item, {std::to_string(kMostFigures)});
    tests.push_back(std::move(test));
  });
  return tests;
}

}  // namespace cwp
