// README.md, docs/guide-programmer.md and docs/worked-example.md show rules, commands, outputs and code: all of it is
// true. docs/zh/guide-programmer.md shows the same.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "cli/program.hpp"
#include "cwp/cwp.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

std::string page(const std::string& path) {
  std::ifstream file(root_dir() + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The fenced texts of a page in a language (`yaml`), one after the other.
std::vector<std::string> blocks(const std::string& text, const std::string& language) {
  std::vector<std::string> found;
  std::istringstream lines(text);
  bool inside = false, wanted = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      wanted = inside && line.substr(3) == language;
      if (wanted) found.emplace_back();
    } else if (wanted) {
      found.back() += line + '\n';
    }
  }
  return found;
}

/// What a translation takes over: fenced texts as they stand, and between them headings by their levels, rows of tables
/// by their numbers of cells.
std::vector<std::string> frame(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream lines(text);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    const bool fence = line.starts_with("```");
    if (fence && !inside)
      found.push_back(line + '\n');
    else if (inside)
      found.back() += line + '\n';
    else if (line.starts_with("#"))
      found.push_back(line.substr(0, line.find(' ')));
    else if (line.starts_with("|"))
      found.push_back(std::to_string(std::ranges::count(line, '|') - 1) + " cells");
    if (fence) inside = !inside;
  }
  return found;
}

/// What stands in backquotes outside of fenced texts: names, options, paths.
std::set<std::string> names_in(const std::string& text) {
  std::set<std::string> found;
  std::istringstream lines(text);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      continue;
    }
    for (std::size_t begin = 0, end; !inside && (begin = line.find('`', begin)) != std::string::npos; begin = end + 1) {
      end = line.find('`', begin + 1);
      if (end == std::string::npos) {
        ADD_FAILURE() << "a backquote without another: " << line;
        break;
      }
      found.insert(line.substr(begin, end + 1 - begin));
    }
  }
  return found;
}

/// The lines of a shell block, those that end in a backslash joined.
std::vector<std::string> commands(std::string block) {
  for (std::size_t at = 0; (at = block.find("\\\n", at)) != std::string::npos;) block.erase(at, 2);
  std::vector<std::string> found;
  std::istringstream lines(block);
  for (std::string line; std::getline(lines, line);) found.push_back(line);
  return found;
}

class Pages : public testing::Test {
 protected:
  Pages() {
    const std::string root = root_dir();
    program.link("rules", root + "/rules");
  }
  /// Runs the commands of all shell blocks as they stand; what `cat` and `cwp explain` showed.
  std::string shown(const std::string& text) const {
    std::string output;
    for (const std::string& block : blocks(text, "sh"))
      for (const std::string& command : commands(block)) {
        if (command.starts_with("cat ")) {
          output += program.read(command.substr(4));
        } else if (command.starts_with("cwp ")) {
          const Ran ran = program.run(command.substr(4));
          EXPECT_EQ(ran.code, 0) << command << "\n" << ran.err;
          if (command.starts_with("cwp explain")) output += ran.out;
        } else {
          ADD_FAILURE() << "this test cannot run: " << command;
        }
      }
    return output;
  }
  const std::string readme = page("README.md");
  const Program program;
};

TEST_F(Pages, TheCommandsOfTheReadmePrintWhatItShows) {
  const std::string output = shown(readme);
  ASSERT_GE(blocks(readme, "").size(), 1U);
  bool found = false;
  for (const std::string& block : blocks(readme, ""))
    if (block.starts_with("period,")) {
      found = true;
      EXPECT_TRUE(output.starts_with(block)) << output;
    }
  EXPECT_TRUE(found) << "no block begins with period,";
}

TEST_F(Pages, TheRulebookOfTheReadmeGivesTheSameMonthAsTheFile) {
  const std::vector<std::string> rulebooks = blocks(readme, "yaml");
  ASSERT_EQ(rulebooks.size(), 1U);
  program.write("short.yaml", rulebooks[0]);
  EXPECT_EQ(program.run("check short.yaml").err, "");
  const std::string rest = " --inputs rules/data/worked-example --span 2026-02-21..2026-03-22 --out ";
  ASSERT_EQ(program.run("score rules/worked-example.yaml" + rest + "long").code, 0);
  const Ran ran = program.run("score short.yaml" + rest + "short");
  ASSERT_EQ(ran.code, 0) << ran.err;
  for (const char* file : {"/month.csv", "/ranking_by_month.csv"})
    EXPECT_EQ(program.read(std::string("short") + file), program.read(std::string("long") + file)) << file;
  // What is left out of the file are titles and the assessment of weeks; the scorecard is the file's.
  const std::string file = page("rules/worked-example.yaml");
  std::size_t items = 0;
  std::istringstream lines(rulebooks[0]);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("      - {id: ")) {
      ++items;
      EXPECT_NE(file.find(line + "\n"), std::string::npos) << line;
    }
  EXPECT_EQ(items, 3U);
}

TEST_F(Pages, TheMistakeOfTheReadmeIsReportedSo) {
  const std::string text = page("tests/cases/five-mistakes.case");
  const std::size_t begin = text.find("cwp: 1");
  program.write("rules.yaml", text.substr(begin, text.find("\n----", begin) + 1 - begin));
  const std::string output = program.run("check rules.yaml").err;
  bool found = false;
  for (const std::string& block : blocks(readme, ""))
    if (block.starts_with("rules.yaml:")) {
      found = true;
      EXPECT_NE(output.find(block), std::string::npos) << output;
    }
  EXPECT_TRUE(found) << "no block begins with rules.yaml:";
}

TEST_F(Pages, TheCodeOfTheReadmeIsTheExampleThatIsCompiled) {
  std::string example = page("examples/01_quick_start.cpp");
  // The example can be told where the rules are; the page says where they are.
  const std::string folder = "folder + \"", said = "\"rules/";
  for (std::size_t at = 0; (at = example.find(folder)) != std::string::npos;) example.replace(at, folder.size(), said);
  const std::vector<std::string> codes = blocks(readme, "cpp");
  ASSERT_EQ(codes.size(), 1U);
  std::size_t compared = 0;
  std::istringstream lines(codes[0]);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    ++compared;
    EXPECT_NE(example.find(line + "\n"), std::string::npos) << line;
  }
  EXPECT_GE(compared, 8U);
}

TEST_F(Pages, TheCodeOfTheProgrammersGuideStandsInTheExamples) {
  std::vector<std::pair<std::string, int>> examples;  // the text, and how often it is quoted
  for (const auto& file : std::filesystem::directory_iterator(root_dir() + "/examples")) {
    if (file.path().extension() != ".cpp") continue;
    std::istringstream lines(page("examples/" + file.path().filename().string()));
    // What stands in a function is quoted without its indentation.
    std::string whole, body;
    for (std::string line; std::getline(lines, line);) {
      whole += line + '\n';
      body += line.substr(line.starts_with("  ") ? 2 : 0) + '\n';
    }
    examples.emplace_back("\n" + whole + "\n" + body, 0);
  }
  const std::vector<std::string> quotes = blocks(page("docs/guide-programmer.md"), "cpp");
  for (const std::string& quote : quotes) {
    bool found = false;
    for (auto& [text, count] : examples)
      if (text.find("\n" + quote) != std::string::npos) found = true, ++count;
    EXPECT_TRUE(found) << quote;
  }
  EXPECT_GE(examples.size(), 6U);
  for (const auto& [text, count] : examples) EXPECT_GE(count, 1) << "not quoted:" << text.substr(0, 200);
}

TEST_F(Pages, TheChineseProgrammersGuideShowsTheSameCodeAndNamesTheSameThings) {
  // So its code stands in the examples, and its commands are those that tests/consumers runs.
  const std::string english = page("docs/guide-programmer.md"), chinese = page("docs/zh/guide-programmer.md");
  const std::vector<std::string> frame_of_english = frame(english), frame_of_chinese = frame(chinese);
  for (std::size_t i = 0; i < std::min(frame_of_english.size(), frame_of_chinese.size()); ++i)
    ASSERT_EQ(frame_of_chinese[i], frame_of_english[i]) << "part " << i;  // what follows the first would differ, too
  EXPECT_EQ(frame_of_chinese.size(), frame_of_english.size());
  EXPECT_GE(std::ranges::count_if(frame_of_english, [](const auto& part) { return part.starts_with("```"); }), 20);
  EXPECT_EQ(names_in(chinese), names_in(english));
}

TEST_F(Pages, TheReadmeLinksCwpAsTheGuideDoes) {
  const std::string guide = page("docs/guide-programmer.md");  // tests/consumers does what it says
  const std::vector<std::string> lists = blocks(readme, "cmake");
  ASSERT_EQ(lists.size(), 1U);
  std::istringstream lines(lists[0]);
  for (std::string line; std::getline(lines, line);) {
    const std::string command = line.substr(0, line.find("  #"));
    EXPECT_NE(guide.find(command + "\n"), std::string::npos) << command;
  }
}

TEST_F(Pages, TheCommandsOfTheWorkedExampleRunAndGiveItsFigures) {
  const std::string text = page("docs/worked-example.md");
  shown(text);
  const std::string month = program.read("out/worked-example/month.csv");
  // The last column of its table of totals: 31.00 for both.
  EXPECT_NE(text.find("= **31.00** |"), std::string::npos);
  EXPECT_NE(month.find("2026-03,ann,31.00,14.25,8.75,8.00,31.00,"), std::string::npos) << month;
  EXPECT_NE(month.find("2026-03,bob,31.00,13.33,7.67,10.00,31.00,"), std::string::npos) << month;
  const std::string week = program.read("out/worked-example/week.csv");
  for (const char* figure : {"25.75", "25.00", "21.25", "30.00", "23.00", "15.00"}) {
    EXPECT_NE(text.find("**" + std::string(figure) + "**"), std::string::npos) << figure;
    EXPECT_NE(week.find("," + std::string(figure) + ","), std::string::npos) << figure << "\n" << week;
  }
}

}  // namespace
}  // namespace cwp
