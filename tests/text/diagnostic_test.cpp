#include "cwp/diagnostic.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cwp {
namespace {

Diagnostic at(const Source& source, std::string_view marked, std::string_view slug,
              std::vector<std::string> arguments = {}) {
  const auto begin = std::uint32_t(source.text().find(marked));
  return {slug, {source, {begin, begin + std::uint32_t(marked.size())}}, std::move(arguments), {}};
}

Note note_at(const Source& source, std::string_view marked, std::string_view slug, std::vector<std::string> arguments) {
  return {slug, at(source, marked, slug).place, std::move(arguments)};
}

TEST(DiagnosticMessage, HasItsArgumentsFilledIn) {
  const Diagnostic diagnostic = at(Source("r", "entires"), "entires", "unknown-name", {"entires", "entries"});
  EXPECT_EQ(message(diagnostic), "no metric, attribute, parameter, value, item or category is named 'entires'");
  EXPECT_EQ(message(diagnostic, Language::zh), "没有名为“entires”的指标、属性、参数、命名公式、考评项目或大类");
  EXPECT_EQ(hint(diagnostic), "did you mean 'entries'?");
  EXPECT_EQ(hint(diagnostic, Language::zh), "您是否想写“entries”？");
  EXPECT_EQ(diagnostic.severity(), Severity::error);
}

TEST(DiagnosticMessage, ArgumentsAreNotFilledAgain) {
  EXPECT_EQ(message(at(Source("r", "x"), "x", "file-unreadable", {"{0}{1}"})), "cannot read {0}{1}");
}

TEST(DiagnosticMessage, WithoutItsArgumentIsABrokenInvariant) {
  EXPECT_THROW(message(at(Source("r", "x"), "x", "unknown-name")), std::logic_error);
}

TEST(DiagnosticHint, IsLeftOutWhenThereIsNothingToSuggest) {
  const Diagnostic diagnostic = at(Source("r", "zzz"), "zzz", "unknown-name", {"zzz", ""});
  EXPECT_EQ(hint(diagnostic), "");
  EXPECT_EQ(render(diagnostic),
            "r:1:1: error[unknown-name]: no metric, attribute, parameter, value, item or category is named 'zzz'\n"
            "    1 | zzz\n"
            "      | ^~~\n");
}

TEST(RenderDiagnostic, PointsAtTheWholeOfIt) {
  const Source source("rules.yaml", "cwp: 1\nitems:\n  - target: {of: entires, at: entries_a_day}\n");
  EXPECT_EQ(render(at(source, "entires", "unknown-name", {"entires", "entries"})),
            "rules.yaml:3:18: error[unknown-name]: no metric, attribute, parameter, value, item or category is named "
            "'entires'\n"
            "    3 |   - target: {of: entires, at: entries_a_day}\n"
            "      |                  ^~~~~~~ did you mean 'entries'?\n");
}

TEST(RenderDiagnostic, InChinese) {
  const Source source("rules.yaml", "target: {of: entires}");
  EXPECT_EQ(render(at(source, "entires", "unknown-name", {"entires", "entries"}), Language::zh),
            "rules.yaml:1:14: 错误[unknown-name]: 没有名为“entires”的指标、属性、参数、命名公式、考评项目或大类\n"
            "    1 | target: {of: entires}\n"
            "      |              ^~~~~~~ 您是否想写“entries”？\n");
}

TEST(RenderDiagnostic, StandsRightUnderWideCharacters) {
  const Source source("办法.yaml", "a: 1\n  - {id: 录入, 满分: 信息录人 + é, of: x}\n");
  EXPECT_EQ(render(at(source, "信息录人", "unknown-name", {"信息录人", "信息录入"}), Language::zh),
            "办法.yaml:2:18: 错误[unknown-name]: 没有名为“信息录人”的指标、属性、参数、命名公式、考评项目或大类\n"
            "    2 |   - {id: 录入, 满分: 信息录人 + é, of: x}\n"
            "      |                      ^~~~~~~~ 您是否想写“信息录入”？\n");
  EXPECT_EQ(
      render(at(source, "x", "unknown-name", {"x", ""})),
      "办法.yaml:2:32: error[unknown-name]: no metric, attribute, parameter, value, item or category is named 'x'\n"
      "    2 |   - {id: 录入, 满分: 信息录人 + é, of: x}\n"
      "      |                                        ^\n");
}

TEST(RenderDiagnostic, ShowsATabAsABlank) {
  EXPECT_EQ(render(at(Source("r", "\tof:\tx\r\n"), "x", "unknown-name", {"x", ""})),
            "r:1:6: error[unknown-name]: no metric, attribute, parameter, value, item or category is named 'x'\n"
            "    1 |  of: x\n"
            "      |      ^\n");
}

TEST(RenderDiagnostic, OfSeveralLinesMarksTheFirst) {
  const Source source("r", "ab (c,\n  d) e\n");
  EXPECT_EQ(render(at(source, "(c,\n  d)", "unknown-name", {"x", ""})),
            "r:1:4: error[unknown-name]: no metric, attribute, parameter, value, item or category is named 'x'\n"
            "    1 | ab (c,\n"
            "      |    ^~~\n");
}

TEST(RenderDiagnostic, AtTheEndMarksThePlaceBehindTheLastCharacter) {
  const Source source("r", "ab");
  EXPECT_EQ(render(Diagnostic{"unknown-name", {source, {2, 2}}, {"x", ""}, {}}),
            "r:1:3: error[unknown-name]: no metric, attribute, parameter, value, item or category is named 'x'\n"
            "    1 | ab\n"
            "      |   ^\n");
  // A place that is not in the text at all is shown at its end.
  EXPECT_EQ(render(Diagnostic{"unknown-name", {source, {900, 7}}, {"x", ""}, {}}),
            render(Diagnostic{"unknown-name", {source, {2, 2}}, {"x", ""}, {}}));
}

TEST(RenderDiagnostic, WithoutATextShowsNoLine) {
  EXPECT_EQ(render(Diagnostic{"file-too-large", {Source("big.yaml", ""), {}}, {"big.yaml"}, {}}),
            "big.yaml: error[file-too-large]: big.yaml is larger than 8 MiB\n"
            "  = a rulebook is a text of some pages\n");
  EXPECT_EQ(render(Diagnostic{"unused-name", {Source(), {}}, {"x"}, {}}, Language::zh),
            "警告[unused-name]: “x”没有被使用\n"
            "  = 是否别处写错，或编辑时遗漏？\n");
}

TEST(RenderDiagnostic, GivesEachNoteItsOwnPlace) {
  const Source source("r", "a: b + 1\n乙: a\n");
  Diagnostic diagnostic = at(source, "b", "cycle", {"a"});
  diagnostic.notes = {note_at(source, "b", "cycle-step", {"a", "b"}), note_at(source, "乙", "cycle-step", {"b", "a"})};
  EXPECT_EQ(render(diagnostic),
            "r:1:4: error[cycle]: 'a' needs itself in the same period\n"
            "    1 | a: b + 1\n"
            "      |    ^ break the circle, or look at an earlier period: x[-1]\n"
            "r:1:4: note: 'a' needs 'b'\n"
            "    1 | a: b + 1\n"
            "      |    ^\n"
            "r:2:1: note: 'b' needs 'a'\n"
            "    2 | 乙: a\n"
            "      | ^~\n");
  EXPECT_EQ(render(diagnostic, Language::zh).substr(render(diagnostic, Language::zh).find("r:2:1")),
            "r:2:1: 说明: “b”依赖“a”\n"
            "    2 | 乙: a\n"
            "      | ^~\n");
}

TEST(RenderDiagnostic, ShowsNothingThatSteersATerminal) {
  const Source source("r", "k\x1B[31m: x\n");
  EXPECT_EQ(render(at(source, "k\x1B[31m", "unknown-name", {"k\x1B[31m\n", ""})),
            "r:1:1: error[unknown-name]: no metric, attribute, parameter, value, item or category is named 'k [31m '\n"
            "    1 | k [31m: x\n"
            "      | ^~~~~~\n");
}

TEST(RenderDiagnostic, CutsAVeryLongLineAroundItsPlace) {
  const Source source("r", std::string(1'000'000, 'a') + "!" + std::string(1'000'000, 'b'));
  EXPECT_EQ(render(at(source, "!", "unknown-name", {"x", ""})),
            "r:1:1000001: error[unknown-name]: no metric, attribute, parameter, value, item or category is named 'x'\n"
            "    1 | …" +
                std::string(100, 'a') + "!" + std::string(299, 'b') + "…\n" + "      | " + std::string(101, ' ') +
                "^\n");
  // Characters are not cut in two.
  std::string wide;
  for (int i = 0; i < 1000; ++i) wide += "人";
  EXPECT_EQ(render(at(Source("r", wide + "x" + wide), "x", "unknown-name", {"x", ""})).find("\xEF\xBF\xBD"),
            std::string::npos);
  std::string ninety_nine_bytes;
  for (int i = 0; i < 33; ++i) ninety_nine_bytes += "人";
  EXPECT_EQ(render(at(Source("r", wide + "x"), "x", "unknown-name", {"x", ""})),
            "r:1:1001: error[unknown-name]: no metric, attribute, parameter, value, item or category is named 'x'\n"
            "    1 | …" +
                ninety_nine_bytes + "x\n" + "      | " + std::string(67, ' ') + "^\n");
}

TEST(RenderDiagnostic, OneAfterTheOther) {
  const Source source("r", "x y");
  const std::vector<Diagnostic> both = {at(source, "x", "unused-name", {"x"}), at(source, "y", "unused-name", {"y"})};
  EXPECT_EQ(render(both), render(both[0]) + render(both[1]));
  EXPECT_EQ(render(both[1]),
            "r:1:3: warning[unused-name]: nothing uses 'y'\n"
            "    1 | x y\n"
            "      |   ^ misspelt elsewhere, or lost in an edit?\n");
}

TEST(HasError, IsNotMovedByWarnings) {
  const Source source("r", "x");
  const Diagnostic warning = at(source, "x", "unused-name", {"x"});
  const Diagnostic error = at(source, "x", "unknown-name", {"x", ""});
  EXPECT_FALSE(has_error({}));
  EXPECT_FALSE(has_error(std::vector{warning}));
  EXPECT_TRUE(has_error(std::vector{warning, error}));
}

TEST(SortDiagnostics, ByFileInOrderOfAppearanceThenByPlace) {
  const Source first("z.yaml", "a b c"), second("a.yaml", "a b c");
  std::vector<Diagnostic> diagnostics = {
      at(first, "c", "unused-name", {"1"}),   at(second, "b", "unused-name", {"2"}),
      at(first, "a", "unused-name", {"3"}),   at(second, "a", "unused-name", {"4"}),
      at(first, "a b", "unused-name", {"5"}), at(first, "a", "unknown-name", {"6", ""}),
  };
  sort_diagnostics(diagnostics);
  std::string order;
  for (const Diagnostic& diagnostic : diagnostics) order += diagnostic.arguments[0];
  EXPECT_EQ(order, "365142");
}

TEST(SortDiagnostics, KeepsEqualOnesOnce) {
  const Source source("r", "a b");
  // The second of two equal ones has another problem of the same place before it.
  std::vector<Diagnostic> diagnostics = {
      at(source, "a", "unused-name", {"a"}), at(source, "a", "unknown-name", {"a", ""}),
      at(source, "a", "unused-name", {"a"}), at(source, "a", "unused-name", {"other"}),
      at(source, "b", "unused-name", {"a"}), at(Source("r", "a b"), "a", "unused-name", {"a"}),
  };
  sort_diagnostics(diagnostics);
  EXPECT_EQ(diagnostics.size(), 5U);
}

}  // namespace
}  // namespace cwp
