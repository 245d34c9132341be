// How much a ranking hangs on its weights, for people and as CSV.

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/sensitivity.hpp"
#include "sensitivity/sensitivity_picture.hpp"
#include "table/csv_text.hpp"
#include "table/result_rows.hpp"

namespace cwp {

std::string weight_title(const WeightEffect& weight, const Scores& scores, Language language) {
  return weight.kind == WeightKind::parameter ? weight.id : title_of(rules_of(scores).rulebook(), weight.id, language);
}

std::string to_text(const Sensitivity& result, const Scores& scores, Language language, std::size_t most) {
  const auto say = [&](std::string_view slug, const std::vector<std::string>& arguments = {}) {
    return wording(slug, arguments, language);
  };
  const std::string number = std::to_string(result.options.number);
  std::string told =
      markdown_heading(say("sensitivity-title", {title_of(rules_of(scores).rulebook(), result.ranking, language),
                                                 title_of(result.period, scores, language)}));
  told += say("words-sentence",
              {say("sensitivity-draws", {std::to_string(result.options.draws), std::to_string(result.options.percent),
                                         std::to_string(result.options.seed)})}) +
          "\n\n";
  MarkdownTable weights(
      {{say("title-weight")}, {say("title-ranks-moved"), true}, {say("title-turnover", {number}), true}});
  for (std::size_t i = 0; i < result.weights.size() && i < most; ++i)
    weights.add_row({weight_title(result.weights[i], scores, language), result.weights[i].shift.to_text(),
                     result.weights[i].turnover.to_text() + "%"});
  told += weights.to_text();

  const auto sure = [](const Decimal& chance) { return chance.units == 0 || chance == Decimal{100, 0}; };
  MarkdownTable officers({{say("title-group")},
                          {say("title-officer")},
                          {say("title-rank"), true},
                          {say("title-value"), true},
                          {say("title-ranks-drawn")},
                          {say("title-first", {number}), true},
                          {say("title-last", {number}), true}});
  std::size_t shown_rows = 0, unsure = 0;
  for (const RankSpread& one : result.officers) {
    if (sure(one.first) && sure(one.last)) continue;
    ++unsure;
    if (shown_rows == most) continue;
    ++shown_rows;
    officers.add_row({one.group, one.officer, one.rank.to_text(), shown(one.value),
                      std::to_string(one.low) + " – " + std::to_string(one.high), one.first.to_text() + "%",
                      one.last.to_text() + "%"});
  }
  told += "\n" +
          say("words-sentence",
              {say("sensitivity-unsure", {std::to_string(unsure), std::to_string(result.officers.size()), number})}) +
          "\n";
  if (shown_rows > 0) told += "\n" + officers.to_text();
  if (unsure > shown_rows)
    told += say("compared-more", {std::to_string(unsure - shown_rows), "approximate-ranks.csv"}) + "\n";
  return told;
}

std::vector<OutputFile> sensitivity_files(const Sensitivity& result, const Scores& scores, Language language) {
  CsvText ranks({"officer", "group", "rank", "value", "low", "median", "high", "first", "last", "state"});
  for (const RankSpread& one : result.officers) {
    ranks.cell(one.officer).cell(one.group).cell(one.rank).cell(one.value);
    for (const std::uint32_t rank : {one.low, one.median, one.high}) ranks.cell(std::to_string(rank));
    ranks.cell(one.first).cell(one.last).cell(period_state(scores.is_provisional(result.period)));
    ranks.end_row();
  }
  CsvText weights({"kind", "id", "shift", "turnover"});
  for (const WeightEffect& one : result.weights) {
    weights.cell(to_text(one.kind)).cell(one.id).cell(one.shift).cell(one.turnover);
    weights.end_row();
  }
  return {{"approximate-ranks.csv", std::move(ranks).take()},
          {"approximate-weights.csv", std::move(weights).take()},
          {"approximate-ranks.svg", ranks_picture(result, scores, language)},
          {"approximate-weights.svg", weights_picture(result, scores, language)}};
}

}  // namespace cwp
