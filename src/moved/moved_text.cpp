// What moved, as CSV for programs and as a table for people.

#include <algorithm>
#include <array>
#include <set>

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/moved.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

/// What people are shown of it: the row that counts it, and the one with which a line of it begins.
struct MovingWords {
  Moving what;
  std::string_view counted, head;  // no head: the title says it
};
constexpr std::array<MovingWords, 8> kMovingWords = {{
    {Moving::points, "moved-points", ""},
    {Moving::state, "moved-state", "title-state"},
    {Moving::vetoes, "moved-vetoes", "title-vetoes"},
    {Moving::group, "moved-group", "title-group"},
    {Moving::rank, "moved-rank", "title-rank"},
    {Moving::grade, "moved-grade", "title-grade"},
    {Moving::award, "moved-award", "title-award"},
    {Moving::promise, "moved-promise", "title-promise"},
}};

const MovingWords* words_of(Moving what) {
  const auto found =
      std::find_if(kMovingWords.begin(), kMovingWords.end(), [&](const auto& words) { return words.what == what; });
  return found == kMovingWords.end() ? nullptr : &*found;
}

class MovedTeller {
 public:
  MovedTeller(const Movement& movement, const Scores& after, Language language)
      : movement_(movement),
        after_(after),
        calendar_(rules_of(after).calendar()),
        rulebook_(rules_of(after).rulebook()),
        language_(language) {}

  std::string text() const {
    std::string told = "## " + title_or_id(rulebook_.title, rulebook_.id.value, language_) + "\n\n" + counts() + "\n";
    told += published_once(movement_.only_before, "moved-only-before");
    told += published_once(movement_.only_after, "moved-only-after");
    return movement_.figures.empty() ? told : told + "\n" + table();
  }

 private:
  std::string say(std::string_view slug, const std::vector<std::string>& arguments = {}) const {
    return wording(slug, arguments, language_);
  }

  std::string counts() const {
    std::string kinds;
    for (const MovingWords& words : kMovingWords) {
      const auto count = std::count_if(movement_.figures.begin(), movement_.figures.end(),
                                       [&](const MovedFigure& one) { return one.what == words.what; });
      if (count == 0) continue;
      const std::string kind = say(words.counted, {std::to_string(count)});
      kinds = kinds.empty() ? kind : say("words-and", {kinds, kind});
    }
    if (kinds.empty()) return say("words-sentence", {say("moved-nothing")});
    std::set<std::string_view> officers;
    for (const MovedFigure& one : movement_.figures)
      if (!one.unit) officers.insert(one.who);
    return say("words-sentence", {say("moved-officers", {std::to_string(officers.size()), kinds})});
  }

  /// Periods of one kind in a line: the first, the last, how many.
  std::string published_once(const std::vector<Period>& periods, std::string_view slug) const {
    std::string lines;
    for (std::size_t i = 0, end = 0; i < periods.size(); i = end) {
      while (end < periods.size() && periods[end].grain == periods[i].grain) ++end;
      std::string range = calendar_.label(periods[i]);
      if (end - i > 1) range = say("said-from-to", {range, calendar_.label(periods[end - 1])});
      lines += say(slug, {range, std::to_string(end - i)}) + "\n";
    }
    return lines;
  }

  std::string table() const {
    MarkdownTable text({{say("title-period")},
                        {say("title-officer")},
                        {say("title-what")},
                        {say("title-before"), true},
                        {say("title-after"), true},
                        {say("title-difference"), true}});
    for (const MovedFigure& one : movement_.figures) {
      const MovingWords* words = words_of(one.what);
      if (!words) continue;
      const std::string sign = one.by && one.by->units > 0 ? "+" : "";
      text.add_row({title_of(one.period, after_, language_), one.who, line(one, *words), cell(one, one.before),
                    cell(one, one.after), sign + shown(one.by)});
    }
    return text.to_text();
  }

  std::string line(const MovedFigure& one, const MovingWords& words) const {
    const std::string title = one.id.empty() ? "" : title_of(rulebook_, one.id, language_);
    const std::string begin = words.head.empty() ? "" : say(words.head);
    return begin.empty() || title.empty() ? begin + title : say("words-about", {begin, title});
  }

  std::string cell(const MovedFigure& one, const std::string& printed) const {
    if (printed.empty()) return "–";
    if (one.what == Moving::grade) return level_title(rulebook_, one.id, printed, language_);
    if (one.what == Moving::award && printed == "true") return say("moved-yes");
    if (one.what == Moving::promise) return say("moved-broken");
    if (one.what == Moving::vetoes) return titles_of_vetoes(printed);
    if (one.what == Moving::state)
      for (const State state : {State::final, State::provisional, State::incomplete})
        if (to_text(state) == printed) return title_of(state, language_);
    return printed;
  }
  std::string titles_of_vetoes(std::string_view ids) const {
    std::string titles;
    while (!ids.empty()) {
      const std::string_view id = ids.substr(0, ids.find(';'));
      ids.remove_prefix(std::min(ids.size(), id.size() + 1));
      const std::string title = title_of(rulebook_, id, language_);
      titles = titles.empty() ? title : say("words-more", {titles, title});
    }
    return titles;
  }

  const Movement& movement_;
  const Scores& after_;
  const Calendar& calendar_;
  const Rulebook& rulebook_;
  Language language_;
};

}  // namespace

std::string to_csv(const Movement& movement, const Scores& after) {
  CsvText csv({"period", "officer", "what", "id", "before", "after", "by"});
  for (const MovedFigure& one : movement.figures) {
    csv.cell(rules_of(after).calendar().label(one.period)).cell(one.who).cell(to_text(one.what)).cell(one.id);
    csv.cell(one.before).cell(one.after).cell(one.by);
    csv.end_row();
  }
  return std::move(csv).take();
}

std::string to_markdown(const Movement& movement, const Scores& after, Language language) {
  return MovedTeller(movement, after, language).text();
}

}  // namespace cwp
