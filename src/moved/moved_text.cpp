// What moved, as CSV for programs and as a table for people.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/moved.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

/// What people are shown of it: how it is counted, one and several, and how a line of it begins.
struct MovingWords {
  Moving what;
  std::string_view one, several, zh;
  std::string_view line, line_zh;  // empty: the title says it
};
constexpr std::array<MovingWords, 8> kMovingWords = {{
    {Moving::points, "figure", "figures", "得分", "", ""},
    {Moving::state, "state", "states", "状态", "State", "状态"},
    {Moving::vetoes, "set of vetoes", "sets of vetoes", "一票否决", "Vetoes", "一票否决"},
    {Moving::group, "group", "groups", "组别", "Group", "组别"},
    {Moving::rank, "rank", "ranks", "名次", "Rank", "名次"},
    {Moving::grade, "grade", "grades", "等次", "Grade", "等次"},
    {Moving::award, "award", "awards", "奖惩", "Award", "奖惩"},
    {Moving::promise, "promise", "promises", "约定", "Promise", "约定"},
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
        calendar_(rules_of(after).calendar()),
        rulebook_(rules_of(after).rulebook()),
        language_(language),
        zh_(language == Language::zh) {}

  std::string text() const {
    std::string told = "## " + title_or_id(rulebook_.title, rulebook_.id.value, language_) + "\n\n" + counts() + "\n";
    told += published_once(movement_.only_before, zh_ ? "只在此前公布" : "Published before only");
    told += published_once(movement_.only_after, zh_ ? "只在此后公布" : "Published after only");
    return movement_.figures.empty() ? told : told + "\n" + table();
  }

 private:
  std::string counts() const {
    std::string kinds;
    for (const MovingWords& words : kMovingWords) {
      const auto count = std::count_if(movement_.figures.begin(), movement_.figures.end(),
                                       [&](const MovedFigure& one) { return one.what == words.what; });
      if (count == 0) continue;
      kinds += kinds.empty() ? "" : zh_ ? "，" : ", ";
      kinds += zh_ ? fmt::format("{} {} 处", words.zh, count)
                   : fmt::format("{} {}", count, count == 1 ? words.one : words.several);
    }
    if (kinds.empty()) return zh_ ? "没有变动。" : "Nothing moved.";
    std::set<std::string_view> officers;
    for (const MovedFigure& one : movement_.figures)
      if (!one.unit) officers.insert(one.who);
    return zh_ ? fmt::format("涉及 {} 人：{}。", officers.size(), kinds)
               : fmt::format("{} officer{} moved: {}.", officers.size(), officers.size() == 1 ? "" : "s", kinds);
  }

  /// Periods of one kind in a line: the first, the last, how many.
  std::string published_once(const std::vector<Period>& periods, std::string_view heading) const {
    std::string lines;
    for (std::size_t i = 0, end = 0; i < periods.size(); i = end) {
      while (end < periods.size() && periods[end].grain == periods[i].grain) ++end;
      std::string range = calendar_.label(periods[i]);
      if (end - i > 1) range += (zh_ ? " 至 " : " to ") + calendar_.label(periods[end - 1]);
      lines += fmt::format("{}{}{} ({})\n", heading, zh_ ? "：" : ": ", range, end - i);
    }
    return lines;
  }

  std::string table() const {
    MarkdownTable text({{zh_ ? "周期" : "Period"},
                        {zh_ ? "人员" : "Officer"},
                        {zh_ ? "变动" : "What"},
                        {zh_ ? "此前" : "Before", true},
                        {zh_ ? "此后" : "After", true},
                        {zh_ ? "差额" : "Difference", true}});
    for (const MovedFigure& one : movement_.figures) {
      const MovingWords* words = words_of(one.what);
      if (!words) continue;
      const std::string sign = one.by && one.by->units > 0 ? "+" : "";
      text.add_row({calendar_.label(one.period), one.who, line(one, *words), cell(one, one.before),
                    cell(one, one.after), sign + shown(one.by)});
    }
    return text.to_text();
  }

  std::string line(const MovedFigure& one, const MovingWords& words) const {
    const std::string title = one.id.empty() ? "" : title_of(rulebook_, one.id, language_);
    const std::string begin(zh_ ? words.line_zh : words.line);
    return begin.empty() || title.empty() ? begin + title : begin + (zh_ ? "：" : ": ") + title;
  }

  std::string cell(const MovedFigure& one, const std::string& printed) const {
    if (printed.empty()) return "–";
    if (one.what == Moving::grade) return level_title(rulebook_, one.id, printed, language_);
    if (one.what == Moving::award && printed == "true") return zh_ ? "是" : "yes";
    if (one.what == Moving::promise) return zh_ ? "未达到" : "broken";
    if (one.what == Moving::vetoes) return titles_of_vetoes(printed);
    if (one.what == Moving::state)
      for (const State state : {State::final, State::provisional, State::incomplete})
        if (to_text(state) == printed) return std::string(title_of(state, language_));
    return printed;
  }
  std::string titles_of_vetoes(std::string_view ids) const {
    std::string titles;
    while (!ids.empty()) {
      const std::string_view id = ids.substr(0, ids.find(';'));
      ids.remove_prefix(std::min(ids.size(), id.size() + 1));
      titles += (titles.empty() ? "" : zh_ ? "、" : ", ") + title_of(rulebook_, id, language_);
    }
    return titles;
  }

  const Movement& movement_;
  const Calendar& calendar_;
  const Rulebook& rulebook_;
  Language language_;
  bool zh_;
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
