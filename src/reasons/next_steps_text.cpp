// What would have helped, for people and as JSON.

#include <nlohmann/json.hpp>

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/next_steps.hpp"
#include "decimal/rational.hpp"
#include "reasons/figure_text.hpp"

namespace cwp {
namespace {

class StepTeller {
 public:
  StepTeller(const NextSteps& steps, const Scores& scores, Language language)
      : steps_(steps),
        scores_(scores),
        calendar_(rules_of(scores).calendar()),
        rulebook_(rules_of(scores).rulebook()),
        language_(language) {}

  std::string text() const {
    std::string told =
        markdown_heading(say("next-title", {title_of(rulebook_, steps_.ranking, language_), steps_.officer,
                                            title_of(steps_.period, scores_, language_)}));
    const std::string value = steps_.value ? steps_.value->to_text() : "–";
    told += sentence(steps_.rank ? say("next-stands", {steps_.rank->to_text(), std::to_string(steps_.ranked), value})
                                 : say("next-no-rank", {value}));
    told += "\n" + parts_text();
    if (steps_.rank) told += "\n" + ranks_text();
    if (!steps_.whole) told += "\n" + sentence(say("next-not-whole", {std::to_string(steps_.scorings)}));
    return told;
  }

 private:
  std::string say(std::string_view slug, const std::vector<std::string>& arguments = {}) const {
    return wording(slug, arguments, language_);
  }
  std::string sentence(const std::string& said) const { return say("words-sentence", {said}) + "\n"; }

  std::string metric_title(const std::string& id) const {
    for (const Metric& metric : rulebook_.metrics)
      if (metric.id.value == id) return title_or_id(metric.title, id, language_);
    return id;
  }
  /// `visits 4 +1`
  std::string change(const NextStep& step) const {
    return say("next-change", {metric_title(step.metric), signed_text(step.by)});
  }
  /// What the figure is then: `4 → 5`; of several periods nothing.
  std::string figure(const NextStep& step) const {
    if (step.periods > 1) return "";
    const Rational now = (step.figure ? Rational(*step.figure) : Rational(0)) + Rational(step.by);
    const int decimals = std::max(step.by.decimals, step.figure ? step.figure->decimals : std::uint8_t{0});
    return from_to(step.figure, now.to_decimal(decimals));
  }
  std::string where(const NextStep& step) const {
    if (step.periods == 1) return calendar_.label(step.first);
    return say("next-in-each", {std::to_string(step.periods), calendar_.label(step.first)});
  }

  std::string parts_text() const {
    std::string told;
    if (!steps_.parts.empty()) {
      MarkdownTable table({{say("title-through")},
                           {say("title-what")},
                           {say("title-period")},
                           {say("title-figure")},
                           {say("title-part-points")},
                           {say("title-value")}});
      for (const NextStep& step : steps_.parts)
        table.add_row({title_of(rulebook_, step.part, language_), change(step), where(step), figure(step),
                       from_to(step.points_before, step.points_after), from_to(step.value_before, step.value_after)});
      told = say("next-points") + "\n\n" + table.to_text();
    }
    std::string stuck;
    for (const std::string& id : steps_.stuck) {
      const std::string title = title_of(rulebook_, id, language_);
      stuck = stuck.empty() ? title : say("words-more", {stuck, title});
    }
    if (!stuck.empty()) told += (told.empty() ? "" : "\n") + sentence(say("next-stuck", {stuck}));
    if (told.empty()) told = sentence(say("next-all-full"));
    return told;
  }

  std::string ranks_text() const {
    if (steps_.rank && *steps_.rank == Decimal{1, 0}) return sentence(say("next-first"));
    if (steps_.ranks.empty()) return sentence(say("next-no-gain"));
    MarkdownTable table(
        {{say("title-what")}, {say("title-period")}, {say("title-figure")}, {say("title-value")}, {say("title-rank")}});
    for (const NextStep& step : steps_.ranks)
      table.add_row({change(step), where(step), figure(step), from_to(step.value_before, step.value_after),
                     from_to(step.rank_before, step.rank_after)});
    return say("next-ranks") + "\n\n" + table.to_text();
  }

  const NextSteps& steps_;
  const Scores& scores_;
  const Calendar& calendar_;
  const Rulebook& rulebook_;
  Language language_;
};

nlohmann::ordered_json step_json(const NextStep& step, const Calendar& calendar) {
  nlohmann::ordered_json json;
  if (!step.part.empty()) json["part"] = step.part;
  json["metric"] = step.metric;
  json["first"] = calendar.label(step.first);
  json["periods"] = step.periods;
  json["figure"] = json_figure(step.figure);
  json["by"] = step.by.to_text();
  if (!step.part.empty()) {
    json["points_before"] = json_figure(step.points_before);
    json["points_after"] = json_figure(step.points_after);
  }
  json["value_before"] = json_figure(step.value_before);
  json["value_after"] = json_figure(step.value_after);
  if (step.part.empty()) {
    json["rank_before"] = json_figure(step.rank_before);
    json["rank_after"] = json_figure(step.rank_after);
  }
  return json;
}

}  // namespace

std::string to_text(const NextSteps& steps, const Scores& scores, Language language) {
  return StepTeller(steps, scores, language).text();
}

std::string to_json(const NextSteps& steps, const Scores& scores) {
  const Calendar& calendar = rules_of(scores).calendar();
  nlohmann::ordered_json json = {{"ranking", steps.ranking},
                                 {"officer", steps.officer},
                                 {"period", calendar.label(steps.period)},
                                 {"state", json_state(steps.period, scores)},
                                 {"rank", json_figure(steps.rank)},
                                 {"value", json_figure(steps.value)},
                                 {"ranked", steps.ranked},
                                 {"parts", nlohmann::ordered_json::array()},
                                 {"ranks", nlohmann::ordered_json::array()},
                                 {"stuck", steps.stuck},
                                 {"scorings", steps.scorings},
                                 {"whole", steps.whole}};
  for (const NextStep& step : steps.parts) json["parts"].push_back(step_json(step, calendar));
  for (const NextStep& step : steps.ranks) json["ranks"].push_back(step_json(step, calendar));
  return json.dump(2) + "\n";
}

}  // namespace cwp
