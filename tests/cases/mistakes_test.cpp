// Mistakes that analysts make, each in a copy of rules/community-officers.yaml: what is reported, where, in words with
// a mending in both languages, and that the mending works.
//
// A file of tests/mistakes/ begins with `NUMBER: what the mistake is`. Pairs of `---- find` and `---- put` make it; a
// text to be found stands in the rulebook once. ⟦slug⟧ in a `put` marks the place at which this problem is reported;
// nothing else may be reported. Behind `---- mend` further pairs mend it: then nothing is. \xB5 is a byte.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "cases/case_file.hpp"
#include "checked_text.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

std::string whole_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> mistake_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(tests_dir() + "/mistakes"))
    if (entry.path().extension() == ".mistake") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string with_bytes(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text.substr(i, 2) == "\\x" && i + 3 < text.size()) {
      bytes += char(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16));
      i += 3;
    } else {
      bytes += text[i];
    }
  return bytes;
}

/// A copy of the rulebook with the edits so far, in which ⟦slug⟧ still stand.
class EditedRules {
 public:
  explicit EditedRules(std::string text) : text_(std::move(text)) {}

  void edit(const std::string& find, const std::string& put) {
    const std::string sought = with_bytes(find);
    const std::size_t at = text_.find(sought);
    ASSERT_TRUE(at != std::string::npos && text_.find(sought, at + 1) == std::string::npos)
        << "does not stand in the rulebook once: " << find;
    text_.replace(at, sought.size(), with_bytes(put));
  }

  /// Takes the marks out; what they say, as problems_of has it.
  std::string take_marks() {
    std::multimap<std::size_t, std::string> marks;
    const std::string open = "⟦", close = "⟧";
    for (std::size_t at = text_.find(open); at != std::string::npos; at = text_.find(open)) {
      const std::size_t end = text_.find(close, at);
      marks.emplace(at, text_.substr(at + open.size(), end - at - open.size()));
      text_.erase(at, end + close.size() - at);
    }
    const Source source("rules.yaml", text_);
    std::string problems;
    for (const auto& [at, slug] : marks) {
      const Position position = source.position(std::uint32_t(at));
      problems += slug + " " + std::to_string(position.line) + ":" + std::to_string(position.column) + "\n";
    }
    return problems;
  }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string without_end(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

class Mistakes : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Mistakes, AreReportedAtTheirPlacesAndMended) {
  EditedRules rules(whole_file(root_dir() + "/rules/community-officers.yaml"));
  const std::vector<CaseSection> sections = read_case(whole_file(GetParam()));
  bool mended = false;
  const auto look = [&] {
    const std::string expected = rules.take_marks();
    EXPECT_EQ(problems_of(rules.text()), expected);
    const Result<CheckedRulebook> result = load_and_check(Source("rules.yaml", rules.text()));
    for (const Diagnostic& problem : result.diagnostics())
      EXPECT_NE(diagnostic_row(problem.slug).hint_en, "") << problem.slug << " does not say how to mend it";
    return expected;
  };
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].name == "mend") {
      EXPECT_NE(look(), "") << "nothing is expected of the mistake";
      mended = true;
      continue;
    }
    ASSERT_TRUE(sections[i].name == "find" && i + 1 < sections.size() && sections[i + 1].name == "put");
    rules.edit(without_end(sections[i].text), without_end(sections[i + 1].text));
    ++i;
  }
  ASSERT_TRUE(mended);
  EXPECT_EQ(look(), "");
}

INSTANTIATE_TEST_SUITE_P(Files, Mistakes, testing::ValuesIn(mistake_files()), [](const auto& row) {
  std::string name = row.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(MistakeNumbers, OfThirtyAByteOrderMarkIsNone) {
  EXPECT_EQ(problems_of("\xEF\xBB\xBF" + whole_file(root_dir() + "/rules/community-officers.yaml")), "");
}

TEST(MistakeNumbers, AreThereButForThoseThatWait) {
  std::set<int> there, waiting;
  for (const auto& path : mistake_files()) there.insert(std::stoi(path.stem().string()));
  std::istringstream list(whole_file(tests_dir() + "/mistakes/not-yet.txt"));
  for (std::string line; std::getline(list, line);)
    if (!line.starts_with('#')) waiting.insert(std::stoi(line));
  for (int number = 1; number <= 30; ++number) EXPECT_NE(there.contains(number), waiting.contains(number)) << number;
}

}  // namespace
}  // namespace cwp
