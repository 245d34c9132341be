// A rulebook cut in two, of which one extends the other, says what the whole one says.

#include <gtest/gtest.h>

#include <iostream>

#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

/// A key of the rulebook with its text, and what stands below it, part by part.
struct Section {
  std::string head;
  std::vector<std::string> parts;
};

std::vector<Section> sections_of(const std::string& text) {
  std::vector<Section> sections;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    at = end;
    if (!line.starts_with(' '))
      sections.push_back({line, {}});
    else if (line.starts_with("   "))
      sections.back().parts.back() += line;
    else
      sections.back().parts.push_back(line);
  }
  return sections;
}

std::string joined(const Section& section, std::size_t first, std::size_t last) {
  std::string text = first < last ? section.head : "";
  for (std::size_t i = first; i < last; ++i) text += section.parts[i];
  return text;
}

struct TwoFiles {
  std::string base = "cwp: 1\n", rulebook = "cwp: 1\nextends: base.yaml\nremove: [zz_metric, zz_category]\n";
  int cut = 0;  ///< sections that have parts in both
};

/// The base has the first parts of each section, and things that nobody wants; one part may stand in both.
TwoFiles in_two(const std::string& text, Dice& dice) {
  TwoFiles files;
  for (const Section& section : sections_of(text)) {
    if (section.head.starts_with("cwp:")) continue;
    if (section.parts.empty()) {
      (dice.chance(50) ? files.base : files.rulebook) += section.head;
      continue;
    }
    const int count = static_cast<int>(section.parts.size());
    const int first = dice.between(0, count);
    const int again = first > 0 && dice.chance(30) ? 1 : 0;
    files.cut += first > 0 && first < count ? 1 : 0;
    Section of_base = section;
    of_base.parts.resize(static_cast<std::size_t>(first));
    if (section.head.starts_with("metrics:")) of_base.parts.insert(of_base.parts.begin(), "  zz_metric: {}\n");
    if (section.head.starts_with("categories:"))
      of_base.parts.insert(of_base.parts.begin(),
                           "  - {id: zz_category, items: [{id: zz_item, per: month, points: zz_metric}]}\n");
    files.base += joined(of_base, 0, of_base.parts.size());
    files.rulebook += joined(section, static_cast<std::size_t>(first - again), section.parts.size());
  }
  return files;
}

TEST(Extended, ARulebookInTwoFilesPublishesWhatOneDoes) {
  int cut = 0;
  for_random_cases(10, {}, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    const TwoFiles files = in_two(one.rulebook, dice);
    const Source base("base.yaml", files.base);
    const auto extended = load_and_check(Source("rules.yaml", files.rulebook), {&base, 1});
    ASSERT_TRUE(extended.ok()) << render(extended.diagnostics()) << files.base << "----\n" << files.rulebook;
    EXPECT_EQ(published(scored(extended.value(), one.rows)), published(scored(rules, one.rows)))
        << files.base << "----\n"
        << files.rulebook;
    cut += files.cut;
  });
  std::cout << cut << " sections in two files\n";
  if (shorter_run()) return;
  EXPECT_GE(cut, 60);
}

}  // namespace
}  // namespace cwp::oracle
