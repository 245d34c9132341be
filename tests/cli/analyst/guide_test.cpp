// docs/guide-analyst.md and docs/zh/guide-analyst.md: every command is run as it stands, one after the other, and
// prints what the page shows; every change to a file is made. A line of `…` stands for lines that the page leaves out.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/program.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

struct GuideBlock {
  std::string kind;  // `sh`, `text`, `diff rules.yaml`
  std::vector<std::string> lines;
};

std::vector<GuideBlock> guide_blocks(const std::string& path) {
  std::ifstream file(root_dir() + "/" + path, std::ios::binary);
  std::vector<GuideBlock> blocks;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({line.substr(3), {}});
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// Empty where the shown lines are the printed ones.
std::string differs(const std::vector<std::string>& shown, const std::vector<std::string>& printed) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (shown[i] == "…") {
      if (i + 1 == shown.size()) return "";
      while (at < printed.size() && printed[at] != shown[i + 1]) ++at;
    } else if (at >= printed.size() || printed[at++] != shown[i]) {
      return "not printed: " + shown[i];
    }
  }
  return at == printed.size() ? "" : "not shown: " + printed[at];
}

/// Takes the lines with `-` out of the file and puts those with `+` there.
void change_file(const Program& program, const std::string& name, const std::vector<std::string>& lines) {
  std::string before, after, text = program.read(name);
  for (const std::string& line : lines) {
    if (line[0] != '+') before += line.substr(1) + "\n";
    if (line[0] != '-') after += line.substr(1) + "\n";
  }
  const std::size_t at = text.find(before);
  ASSERT_NE(at, std::string::npos) << name << " has no\n" << before;
  program.write(name, text.replace(at, before.size(), after));
}

void follow(const std::string& page) {
  const Program program;
  std::string printed;
  std::size_t commands = 0, outputs = 0;
  for (const GuideBlock& block : guide_blocks(page)) {
    if (block.kind == "sh") {
      printed.clear();
      for (const std::string& line : block.lines) {
        ASSERT_TRUE(line.starts_with("cwp ")) << page << ": this test cannot run: " << line;
        const Ran ran = program.run(line.substr(4));
        EXPECT_LE(ran.code, 1) << line << "\n" << ran.err;
        printed += ran.err + ran.out;
        ++commands;
      }
    } else if (block.kind == "text") {
      EXPECT_EQ(differs(block.lines, lines_of(printed)), "") << page << "\n" << printed;
      ++outputs;
    } else if (block.kind.starts_with("diff ")) {
      change_file(program, block.kind.substr(5), block.lines);
    } else {
      ADD_FAILURE() << page << ": a block of no known kind: " << block.kind;
    }
  }
  EXPECT_GE(commands, 12U);
  EXPECT_GE(outputs, 8U);
}

TEST(AnalystGuide, ItsCommandsPrintWhatItShows) { follow("docs/guide-analyst.md"); }
TEST(AnalystGuide, SoDoThoseOfTheChinesePage) { follow("docs/zh/guide-analyst.md"); }

TEST(AnalystGuide, BothPagesMakeTheSameChangesAndRunTheSameCommands) {
  std::string steps[2];
  for (const bool chinese : {false, true})
    for (const GuideBlock& block : guide_blocks(chinese ? "docs/zh/guide-analyst.md" : "docs/guide-analyst.md")) {
      if (block.kind == "text") continue;
      for (std::string line : block.lines) {
        if (const auto option = line.find(" --lang zh"); option != std::string::npos) line.erase(option, 10);
        // What is written for people differs.
        if (line.find("name: ") == std::string::npos) steps[chinese ? 1 : 0] += line + "\n";
      }
    }
  EXPECT_EQ(steps[0], steps[1]);
}

}  // namespace
}  // namespace cwp
