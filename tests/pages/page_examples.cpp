#include "pages/page_examples.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>

#include "this_build.hpp"

namespace cwp {
namespace {

constexpr std::string_view kArrow = " → ";

struct FrameSection {
  std::string_view key, text;
};
/// What an example may lean on; docs/language.md says so where it explains its examples.
constexpr FrameSection kFrame[] = {
    {"cwp", "cwp: 1\n"},
    {"id", "id: example\n"},
    {"parameters", "parameters: {quota: 40}\n"},
    {"attributes",
     "attributes: {station: {type: text}, area: {one_of: [urban, rural]}, joined: {type: date}, "
     "coefficient: {type: number, default: 1}}\n"},
    {"duty", "duty: {leave: exempt, training: exempt}\n"},
    {"metrics",
     "metrics:\n"
     "  entries: {type: u16}\n"
     "  visits: {type: u16}\n"
     "  missed: {type: u16, better: less}\n"
     "  complaints: {type: u8, better: less}\n"
     "  citations: {type: u8}\n"
     "  disputes: {type: u16}\n"
     "  mediated: {type: u16}\n"
     "  hours: {decimals: 1, min: 0}\n"
     "  serious_cases: {type: u8, better: less}\n"
     "  satisfaction: {per: quarter, fold: last, range: [0, 100]}\n"
     "  leader: {per: year, fold: last, range: [0, 100]}\n"
     "  colleagues: {per: year, fold: last, range: [0, 100]}\n"
     "  residents: {per: year, fold: last, range: [0, 100]}\n"},
    {"categories",
     "categories:\n"
     "  - id: people\n"
     "    items:\n"
     "      - {id: daily_work, per: day, points: entries, max: none}\n"
     "      - {id: weekly_work, per: week, points: visits, max: none}\n"
     "      - {id: monthly_work, per: month, points: visits, max: none}\n"
     "      - {id: quarterly_work, per: quarter, points: visits, max: none}\n"
     "      - {id: half_yearly_work, per: half, points: visits, max: none}\n"
     "      - {id: yearly_work, per: year, points: visits, max: none}\n"}};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream stream{std::string(text)};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// `visits 8, area rural` in pairs.
std::vector<std::pair<std::string, std::string>> pairs_of(const std::string& text) {
  std::vector<std::pair<std::string, std::string>> pairs;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    part.erase(0, part.find_first_not_of(' '));
    const std::size_t blank = part.find(' ');
    if (blank == std::string::npos) throw std::runtime_error("no figure: " + part);
    pairs.emplace_back(part.substr(0, blank), part.substr(blank + 1));
  }
  return pairs;
}

/// The period of the figure: that of the item's `per`, or the month.
std::string period_of(const std::string& id, const std::string& rules) {
  static const std::map<std::string, std::string> labels = {{"day", "2026-03-10"}, {"week", "2026-W11"},
                                                            {"month", "2026-03"},  {"quarter", "2026-Q1"},
                                                            {"half", "2026-H1"},   {"year", "2026"}};
  const std::size_t item = rules.find("id: " + id + ",") != std::string::npos ? rules.find("id: " + id + ",")
                                                                              : rules.find("id: " + id + "\n");
  const std::size_t per = item == std::string::npos ? item : rules.find("per: ", item);
  if (per == std::string::npos) return labels.at("month");
  const std::size_t begin = per + 5;
  const auto found = labels.find(rules.substr(begin, rules.find_first_of(",}\n", begin) - begin));
  return found == labels.end() ? labels.at("month") : found->second;
}

std::string tests_of(const PageExample& example) {
  std::string text;
  for (const std::string& line : example.figures) {
    const std::size_t arrow = line.find(kArrow);
    std::string attributes = "station: A", metrics, expected;
    for (const auto& [name, value] : pairs_of(line.substr(0, arrow))) {
      const bool attribute = name == "area" || name == "joined" || name == "coefficient";
      (attribute ? attributes : metrics) += ", " + name + ": " + value;
    }
    for (const auto& [id, value] : pairs_of(line.substr(arrow + kArrow.size())))
      expected += "      - {officer: ann, period: " + period_of(id, example.rules) + ", " + id + ": " + value + "}\n";
    text += "  - name: '" + line + "'\n    officers: {ann: {" + attributes + "}}\n    metrics:\n";
    text += "      - {officer: ann, date: 2026-03-10" + metrics + "}\n";
    text += "    data: {from: 2026-01-01, to: 2027-01-10}\n    expect:\n" + expected;
  }
  return text;
}

bool has_key(const std::string& rules, std::string_view key) {
  const std::string begin = std::string(key) + ":";
  return rules.starts_with(begin) || rules.find("\n" + begin) != std::string::npos;
}

std::string without_comments(const std::string& line) {
  const std::size_t comment = line.find(" # ");
  std::string text = line.starts_with("# ") ? "" : line.substr(0, comment);
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

std::string page_text(const std::string& path) {
  std::ifstream file(root_dir() + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<PageExample> page_examples(std::string_view page) {
  std::vector<PageExample> found;
  bool yaml = false, inside = false, follows = false;
  std::size_t number = 0;
  for (const std::string& line : lines_of(page)) {
    ++number;
    if (line.starts_with("```")) {
      inside = !inside;
      yaml = inside && line == "```yaml";
      if (yaml) found.push_back({.rules = {}, .figures = {}, .line = number});
      if (!inside) continue;
    } else if (yaml) {
      found.back().rules += line + "\n";
      follows = true;
    } else if (inside) {
      if (follows && line.find(kArrow) != std::string::npos) found.back().figures.push_back(line);
    } else {
      follows = false;
    }
    if (!inside) yaml = false;
  }
  return found;
}

std::string whole_rulebook(const PageExample& example) {
  std::string rules = example.rules;
  if (rules.starts_with("- ")) {
    std::string items = "categories:\n  - id: people\n    items:\n";
    for (const std::string& line : lines_of(rules)) items += "      " + line + "\n";
    rules = items;
  }
  std::string text;
  if (!has_key(rules, "cwp"))
    for (const auto& [key, section] : kFrame)
      if (!has_key(rules, key)) text += section;
  text += rules;
  if (!example.figures.empty()) text += "tests:\n" + tests_of(example);
  return text;
}

std::string outline(std::string_view page) {
  std::string text;
  bool fenced = false, table = false;
  for (const std::string& line : lines_of(page)) {
    if (line.starts_with("<!-- ")) table = line != "<!-- end of table -->", text += line + "\n";
    if (table) continue;
    if (line.starts_with("```")) {
      fenced = !fenced;
      text += line + "\n";
    } else if (fenced) {
      text += without_comments(line) + "\n";
    } else if (line.starts_with("#")) {
      // Headings of the same level and number: `## 3 Time` and `## 3 时间`.
      const std::size_t blank = line.find(' ');
      const std::size_t end = line.find(' ', blank + 1);
      const std::string number = line.substr(blank + 1, end == std::string::npos ? end : end - blank - 1);
      text += line.substr(0, blank);
      if (number.find_first_not_of("0123456789.") == std::string::npos) text += " " + number;
      text += "\n";
    }
  }
  return text;
}

}  // namespace cwp
