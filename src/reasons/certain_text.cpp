// Who is certain of a place, for people and as CSV.

#include <algorithm>

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/certain.hpp"
#include "reasons/figure_text.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

Certainty among(const RankChance& one, std::size_t number, bool last) {
  return last ? one.among_last(number) : one.among_first(number);
}

/// `3`, or `3 – 7`.
std::string range_text(const std::optional<Decimal>& from, const std::optional<Decimal>& to) {
  if (from && to && *from == *to) return from->to_text();
  return (from ? from->to_text() : "?") + " – " + (to ? to->to_text() : "?");
}

}  // namespace

std::string to_text(const RankChances& chances, const Scores& scores, std::size_t number, bool last,
                    Language language) {
  const auto say = [&](std::string_view slug, const std::vector<std::string>& arguments = {}) {
    return wording(slug, arguments, language);
  };
  const Rulebook& rulebook = rules_of(scores).rulebook();
  std::size_t counts[3] = {}, open = 0;
  const bool groups = std::any_of(chances.officers.begin(), chances.officers.end(),
                                  [](const RankChance& one) { return !one.group.empty(); });
  std::vector<MarkdownTable::Column> columns = {{say("title-officer")},     {say("title-rank"), true},
                                                {say("title-value"), true}, {say("title-value-can-be")},
                                                {say("title-rank-can-be")}, {say("title-among")}};
  if (groups) columns.insert(columns.begin(), {say("title-group")});
  MarkdownTable table(std::move(columns));
  for (const RankChance& one : chances.officers) {
    const Certainty certainty = among(one, number, last);
    ++counts[std::size_t(certainty)];
    if (one.open) ++open;
    if (certainty == Certainty::no) continue;
    std::vector<std::string> cells = {one.officer,
                                      shown(one.rank),
                                      shown(one.value),
                                      one.open ? range_text(one.least, one.most) : shown(one.value),
                                      range_text(one.best, one.worst),
                                      say(certainty == Certainty::certainly ? "among-certainly" : "among-possibly")};
    if (groups) cells.insert(cells.begin(), one.group);
    table.add_row(std::move(cells));
  }
  std::string told = markdown_heading(say(last ? "certain-title-last" : "certain-title-first",
                                          {title_of(rulebook, chances.ranking, language),
                                           title_of(chances.period, scores, language), std::to_string(number)}));
  told += say("words-sentence", {say("certain-open", {std::to_string(open), std::to_string(chances.officers.size())})});
  told += "\n" +
          say("words-sentence", {say("certain-counts", {std::to_string(counts[std::size_t(Certainty::certainly)]),
                                                        std::to_string(counts[std::size_t(Certainty::possibly)]),
                                                        std::to_string(counts[std::size_t(Certainty::no)])})}) +
          "\n";
  return counts[0] + counts[1] > 0 ? told + "\n" + table.to_text() : told;
}

std::string to_csv(const RankChances& chances, std::size_t number, bool last) {
  CsvText csv({"officer", "group", "rank", "value", "least", "most", "best", "worst", "fewest_behind", "most_behind",
               "is_ranked", "may_be_ranked", "open", "among"});
  const auto truth = [](bool is) { return is ? "true" : "false"; };
  for (const RankChance& one : chances.officers) {
    csv.cell(one.officer).cell(one.group).cell(one.rank).cell(one.value).cell(one.least).cell(one.most);
    csv.cell(one.best).cell(one.worst);
    csv.cell(std::to_string(one.fewest_behind)).cell(std::to_string(one.most_behind));
    csv.cell(truth(one.is_ranked)).cell(truth(one.may_be_ranked)).cell(truth(one.open));
    csv.cell(to_text(among(one, number, last)));
    csv.end_row();
  }
  return std::move(csv).take();
}

}  // namespace cwp
