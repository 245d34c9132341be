// The receipt: what scores were made from, so that anybody can make them again.

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "check/checked_state.hpp"
#include "cwp/write.hpp"
#include "data/dataset_state.hpp"
#include "engine/scores_state.hpp"
#include "graph/standing_look_back.hpp"
#include "io/input_digest.hpp"
#include "plan/plan_state.hpp"
#include "row/parts.hpp"
#include "table/receipt.hpp"
#include "text/digest.hpp"

namespace cwp {
namespace {

using Json = nlohmann::ordered_json;

Json rulebook_json(const CheckedRulebook& rules) {
  Json json;
  json["id"] = rules.rulebook().id.value;
  json["file"] = rules.rulebook().source.name();
  json["sha256"] = rules.hash();
  if (rules.rulebook().bases.empty()) return json;
  json["sha256"] = sha256_hex(rules.rulebook().source.text());
  json["extends"] = Json::array();
  for (const Source& base : rules.rulebook().bases)
    json["extends"].push_back({{"file", base.name()}, {"sha256", sha256_hex(base.text())}});
  json["sha256_of_all"] = rules.hash();
  return json;
}

Json inputs_json(const DatasetState& data) {
  Json json = Json::array();
  for (std::size_t i = 0; i < data.files.size(); ++i) {
    const bool read = i < data.digests.size() && data.digests[i];
    const std::optional<InputDigest> digest =
        read ? std::optional(data.digests[i]->get()) : input_digest(data.files[i]);
    Json input;
    input["file"] = data.files[i];
    input["holds"] = i < data.holds.size() ? data.holds[i] : std::string();
    input["sha256"] = digest ? Json(digest->sha256) : Json();
    input["bytes"] = digest ? Json(digest->bytes) : Json();
    input["rows"] = digest && input["holds"] != kHoldsColumns ? Json(digest->rows) : Json();
    json.push_back(std::move(input));
  }
  return json;
}

/// What was told of the files; what was left to be detected is detected again.
Json dialect_json(const CsvDialect& dialect) {
  const EncodingDoc* encoding = find_row(dialect.encoding);
  const DelimiterDoc* delimiter = find_row(dialect.delimiter);
  return {{"encoding", encoding ? Json(encoding->name) : Json()},
          {"delimiter", delimiter ? Json(delimiter->name) : Json()}};
}

Json outputs_json(std::span<const OutputDigest> outputs) {
  Json json = Json::array();
  for (const OutputDigest& output : outputs)
    json.push_back({{"file", output.name}, {"sha256", output.sha256}, {"bytes", output.bytes}});
  return json;
}

/// Days that any node or award looks back at most.
Json look_back_json(const Plan& plan) {
  LookBack farthest;
  for (const LookBack& node : plan.state().graph.look_back) {
    farthest.days = std::max(farthest.days, node.days);
    farthest.to_data_start |= node.to_data_start;
  }
  for (const ScoreAward& award : plan.rules().state().scorecard.awards) {
    const LookBack own = look_back_of(award);
    farthest.days = std::max(farthest.days, own.days);
    farthest.to_data_start |= own.to_data_start;
  }
  return farthest.to_data_start ? Json("data_start") : Json(farthest.days);
}

Json range_json(const DayRange& range) { return {{"from", range.first.to_text()}, {"to", range.last.to_text()}}; }

Json options_json(const ScoreOptions& options) {
  Json json;
  json["window"] = options.window ? range_json(*options.window) : Json();
  json["grains"] = Json::array();
  for (const Grain grain : options.grains) json["grains"].push_back(to_text(grain));
  json["provisional"] = options.provisional;
  json["strict"] = options.strict;
  return json;
}

Json output_json(const OutputOptions& options) {
  const OutputFormatDoc& format = row_of(options.format);
  const char* language = options.language == Language::zh ? "zh" : "en";
  Json json = {
      {"format", format.name}, {"details", options.details}, {"language", format.worded ? Json(language) : Json()}};
  // As before these could be asked for, where nobody does.
  if (options.bom) json["bom"] = true;
  if (options.tables.empty()) return json;
  json["tables"] = Json::array();
  for (const OutputTableDoc& row : output_tables())
    if (options.writes(row.table)) json["tables"].push_back(row.name);
  return json;
}

Json published_json(const PublishedCounts& counts, const Calendar& calendar) {
  Json json = {{"periods", 0}, {"first", Json()}, {"last", Json()}, {"provisional", 0}, {"rows", counts.rows}};
  if (counts.periods.empty()) return json;
  json["periods"] = counts.periods.size();
  json["first"] = calendar.label(counts.periods.front());
  json["last"] = calendar.label(counts.periods.back());
  json["provisional"] = counts.provisional;
  return json;
}

Json issues_json(const std::vector<RowIssue>& issues) {
  std::map<std::string_view, std::size_t> kinds;
  for (const RowIssue& issue : issues) ++kinds[issue.reason];
  Json json = {{"total", issues.size()}, {"kinds", Json::object()}};
  for (const auto& [kind, count] : kinds) json["kinds"][std::string(kind)] = count;
  return json;
}

}  // namespace

RowCounts row_counts(const Scores& scores) {
  RowCounts counts;
  for (const ScoreTable& table : scores.tables()) {
    PublishedCounts& one = counts.tables.emplace_back();
    one.grain = table.grain;
    one.rows = table.rows.size();
    std::map<Period, bool> periods;
    for (const ScoreRow& row : table.rows) periods[row.period] |= row.state == State::provisional;
    for (const auto& [period, is_provisional] : periods) {
      one.periods.push_back(period);
      one.provisional += is_provisional ? 1 : 0;
    }
  }
  for (const RankingTable& ranking : scores.rankings()) counts.rankings.emplace_back(ranking.id, ranking.rows.size());
  return counts;
}

std::vector<OutputDigest> digests_of(std::span<const OutputFile> outputs, int threads) {
  std::vector<OutputDigest> digests(outputs.size());
  for_each_part(outputs.size(), threads, [&](std::size_t i) {
    digests[i] = {outputs[i].first, sha256_hex(outputs[i].second), outputs[i].second.size()};
  });
  return digests;
}

std::string receipt_json(const Scores& scores, std::span<const OutputFile> outputs, const OutputOptions& options) {
  return receipt_of(scores, row_counts(scores), digests_of(outputs, scores.state().options.threads), options);
}

std::string receipt_of(const Scores& scores, const RowCounts& counts, std::span<const OutputDigest> outputs,
                       const OutputOptions& options) {
  const DatasetState& data = scores.data().state();
  Json json;
  json["cwp"] = version();
  json["rulebook"] = rulebook_json(data.rules);
  json["inputs"] = inputs_json(data);
  json["dialect"] = dialect_json(data.dialect);
  json["officers"] = data.officer_count();
  json["span"] = range_json(scores.state().span);
  json["known_at"] = data.known_at ? Json(data.known_at->to_text()) : Json();
  json["look_back"] = look_back_json(scores.state().plan);
  json["options"] = options_json(scores.state().options);
  json["published"] = Json::object();
  for (const PublishedCounts& table : counts.tables)
    json["published"][std::string(to_text(table.grain))] = published_json(table, data.rules.calendar());
  json["rankings"] = Json::object();
  for (const auto& [ranking, rows] : counts.rankings) json["rankings"][ranking] = rows;
  json["grades"] = Json::object();
  for (const GradeTable& grades : scores.grades()) json["grades"][grades.id] = grades.rows.size();
  json["awards"] = Json::object();
  for (const AwardTable& award : scores.awards()) json["awards"][award.id] = award.rows.size();
  json["broken_expectations"] = scores.broken_expectations().size();
  json["issues"] = issues_json(scores.issues());
  json["output"] = output_json(options);
  json["outputs"] = outputs_json(outputs);
  // File names need not be UTF-8.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cwp
