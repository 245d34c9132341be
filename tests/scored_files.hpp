#pragma once
// Scores of a rulebook and its sample data in rules/, for the tests of the layers above `io`.

#include <filesystem>
#include <string>

#include "cwp/read_csv.hpp"
#include "cwp/score.hpp"
#include "data/dataset_state.hpp"
#include "this_build.hpp"

namespace cwp {

/// Scores rules/NAME.yaml on rules/data/NAME; `span` as FROM..TO or empty. Throws Error when anything is wrong.
inline Scores scored_files(const std::string& name, const std::string& span = "", ScoreOptions options = {}) {
  const std::string root = root_dir() + "/rules/";
  const CheckedRulebook rules = load_and_check(read_source(root + name + ".yaml").value()).value();
  CsvInputs inputs;
  const std::string data = root + "data/" + name;
  inputs.directory = data;
  if (std::filesystem::exists(data + "/satisfaction.csv")) inputs.metrics = {data + "/satisfaction.csv"};
  if (!span.empty()) inputs.span = DayRange{*Day::parse(span.substr(0, 10)), *Day::parse(span.substr(12))};
  return score(compile(rules), read_csv(inputs, rules).value(), options).value();
}

/// The points of an id (or `total`) as printed; `-` where there are none, `?` where nothing is published.
inline std::string figure(const Scores& scores, const std::string& label, const std::string& officer,
                          const std::string& id) {
  const auto period = Period::parse(label, scores.data().state().rules.calendar());
  const auto number = scores.data().find_officer(officer);
  const ScoreTable* table = period ? scores.table(period->grain) : nullptr;
  const ScoreRow* row = table && number ? table->find(*period, *number) : nullptr;
  if (!row) return "?";
  for (std::size_t i = 0; i < table->ids.size(); ++i)
    if (table->ids[i] == id) return row->parts[i].points ? row->parts[i].points->to_text() : "-";
  return "?";
}

}  // namespace cwp
