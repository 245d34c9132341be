// Why a rank moved, for people and as JSON.

#include <nlohmann/json.hpp>

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/why_moved.hpp"
#include "decimal/rational.hpp"
#include "reasons/figure_text.hpp"

namespace cwp {
namespace {

class MoveTeller {
 public:
  MoveTeller(const RankMove& move, const Scores& scores, Language language)
      : move_(move), scores_(scores), rulebook_(rules_of(scores).rulebook()), language_(language) {}

  std::string text() const {
    std::string told = markdown_heading(say("why-title", {title_of(rulebook_, move_.ranking, language_), move_.who,
                                                          label(move_.before), label(move_.after)}));
    if (move_.before.group != move_.after.group)
      told += sentence(say("why-group", {move_.before.group, move_.after.group}));
    for (const RankedThen* side : {&move_.before, &move_.after})
      if (!side->rank) told += sentence(say("why-no-rank", {label(*side), title_of(side->reason, language_)}));
    if (move_.rank_change) told += rank_text();
    if (move_.value_change) told += value_text();
    if (!move_.others.empty()) told += "\n" + others_table();
    return told;
  }

 private:
  std::string say(std::string_view slug, const std::vector<std::string>& arguments = {}) const {
    return wording(slug, arguments, language_);
  }
  std::string sentence(const std::string& said) const { return say("words-sentence", {said}) + "\n"; }
  std::string label(const RankedThen& side) const { return title_of(side.period, scores_, language_); }

  std::string rank_text() const {
    std::string told = sentence(
        say("why-rank", {move_.before.rank->to_text(), move_.after.rank->to_text(), signed_text(*move_.rank_change),
                         std::to_string(move_.before.ranked), std::to_string(move_.after.ranked)}));
    if (move_.others.empty()) return told + sentence(say("why-nobody"));
    Rational sums[4];
    for (const PassingOne& one : move_.others) sums[std::size_t(one.passing)] += Rational(one.by).abs();
    std::vector<std::string> counts;
    for (const Passing passing : {Passing::passed_me, Passing::joined_above, Passing::i_passed, Passing::left_above})
      counts.push_back(sums[std::size_t(passing)].to_text());
    const Rational all = Rational(*move_.rank_change) + Rational(move_.level);
    counts.push_back(all.to_text());
    told += sentence(say("why-others", counts));
    if (move_.level.units != 0) told += sentence(say("why-level", {signed_text({-move_.level.units, 0})}));
    return told;
  }

  std::string value_text() const {
    if (move_.lines.empty()) return "\n" + sentence(say("why-value-same", {move_.after.value->to_text()}));
    MarkdownTable table({{say("title-through")},
                         {say("title-before"), true},
                         {say("title-after"), true},
                         {say("title-difference"), true}});
    for (const ValueLine& line : move_.lines)
      table.add_row({line_title(line), shown(line.before), shown(line.after), signed_text(line.change)});
    return "\n" +
           say("why-value",
               {move_.before.value->to_text(), move_.after.value->to_text(), signed_text(*move_.value_change)}) +
           "\n\n" + table.to_text();
  }

  std::string line_title(const ValueLine& line) const {
    switch (line.kind) {
      case ValueLineKind::formula:
        return line.id;
      case ValueLineKind::base:
        return say("why-line-base", {title_of(rulebook_, line.id, language_)});
      case ValueLineKind::factor:
        return say("why-line-factor", {title_of(rulebook_, line.id, language_)});
      case ValueLineKind::veto:
        return say("why-line-veto", {title_of(rulebook_, line.id, language_)});
      case ValueLineKind::limits:
        return say("why-line-limits");
      default:
        return title_of(rulebook_, line.id, language_);
    }
  }

  std::string others_table() const {
    MarkdownTable table({{say("title-officer")},
                         {say("title-change-of-side")},
                         {say("title-rank")},
                         {say("title-value")},
                         {say("title-effect"), true}});
    constexpr std::string_view kSides[] = {"passing-passed-me", "passing-i-passed", "passing-joined-above",
                                           "passing-left-above"};
    for (const PassingOne& one : move_.others)
      table.add_row({one.who, say(kSides[std::size_t(one.passing)]), from_to(one.rank_before, one.rank_after),
                     from_to(one.value_before, one.value_after), signed_text(one.by)});
    return table.to_text();
  }

  const RankMove& move_;
  const Scores& scores_;
  const Rulebook& rulebook_;
  Language language_;
};

nlohmann::ordered_json side_json(const RankedThen& side, const Scores& scores) {
  return {{"period", rules_of(scores).calendar().label(side.period)},
          {"state", json_state(side.period, scores)},
          {"group", side.group},
          {"rank", json_figure(side.rank)},
          {"value", json_figure(side.value)},
          {"reason", side.reason == Unranked::none ? nlohmann::ordered_json() : to_text(side.reason)},
          {"ranked", side.ranked}};
}

}  // namespace

std::string to_text(const RankMove& move, const Scores& scores, Language language) {
  return MoveTeller(move, scores, language).text();
}

std::string to_json(const RankMove& move, const Scores& scores) {
  nlohmann::ordered_json json = {{"ranking", move.ranking},
                                 {"who", move.who},
                                 {"before", side_json(move.before, scores)},
                                 {"after", side_json(move.after, scores)},
                                 {"value_change", json_figure(move.value_change)},
                                 {"lines", nlohmann::ordered_json::array()},
                                 {"rank_change", json_figure(move.rank_change)},
                                 {"others", nlohmann::ordered_json::array()},
                                 {"level", move.level.to_text()}};
  for (const ValueLine& line : move.lines)
    json["lines"].push_back({{"kind", to_text(line.kind)},
                             {"id", line.id},
                             {"before", json_figure(line.before)},
                             {"after", json_figure(line.after)},
                             {"change", line.change.to_text()}});
  for (const PassingOne& one : move.others)
    json["others"].push_back({{"who", one.who},
                              {"passing", to_text(one.passing)},
                              {"rank_before", json_figure(one.rank_before)},
                              {"rank_after", json_figure(one.rank_after)},
                              {"value_before", json_figure(one.value_before)},
                              {"value_after", json_figure(one.value_after)},
                              {"by", one.by.to_text()}});
  return json.dump(2) + "\n";
}

}  // namespace cwp
