#include "cwp/source.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "cwp/result.hpp"

namespace cwp {
namespace {

std::string at(const Source& source, std::uint32_t offset) {
  const Position position = source.position(offset);
  return std::to_string(position.line) + ':' + std::to_string(position.column);
}

/// A file of the test, removed at its end.
class File {
 public:
  explicit File(std::string_view content) : path_(testing::TempDir() + "source-" + std::to_string(getpid()) + ".yaml") {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~File() { unlink(path_.c_str()); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// `slug line:column` of the only problem.
std::string problem(const Result<Source>& result) {
  if (result.ok() || result.diagnostics().size() != 1) return "not one problem";
  const Diagnostic& diagnostic = result.diagnostics()[0];
  return std::string(diagnostic.slug) + ' ' + at(diagnostic.place.source, diagnostic.place.span.begin);
}

TEST(SourcePosition, CountsLinesAndCharactersFromOne) {
  const Source source("a.yaml", "ab\ncd\n\ne");
  EXPECT_EQ(source.name(), "a.yaml");
  EXPECT_EQ(at(source, 0), "1:1");
  EXPECT_EQ(at(source, 2), "1:3");
  EXPECT_EQ(at(source, 3), "2:1");
  EXPECT_EQ(at(source, 6), "3:1");
  EXPECT_EQ(at(source, 7), "4:1");
  EXPECT_EQ(at(source, 8), "4:2");
}

TEST(SourcePosition, BehindTheEndIsTheEnd) {
  EXPECT_EQ(at(Source("a", "ab\n"), 1000), "2:1");
  EXPECT_EQ(at(Source("a", ""), 5), "1:1");
  EXPECT_EQ(at(Source(), 0), "1:1");
}

TEST(SourcePosition, AChineseCharacterIsOneColumn) {
  const Source source("a", "人员: x\n𠮷y");
  EXPECT_EQ(at(source, 3), "1:2");
  EXPECT_EQ(at(source, 6), "1:3");
  EXPECT_EQ(at(source, 10), "2:1");
  EXPECT_EQ(at(source, 14), "2:2");
}

TEST(SourcePosition, InsideACharacterIsAtIt) {
  const Source source("a", "人员");
  for (const std::uint32_t offset : {3U, 4U, 5U}) EXPECT_EQ(at(source, offset), "1:2");
  EXPECT_EQ(at(source, 6), "1:3");
}

TEST(SourceLine, IsWithoutItsBreak) {
  const Source source("a", "unix\nwindows\r\n\r\nlast");
  EXPECT_EQ(source.line(1), "unix");
  EXPECT_EQ(source.line(2), "windows");
  EXPECT_EQ(source.line(3), "");
  EXPECT_EQ(source.line(4), "last");
  EXPECT_EQ(source.line(5), "");
  EXPECT_EQ(source.line(0), "");
  EXPECT_EQ(at(source, 14), "3:1");
  EXPECT_EQ(Source("a", "x\n").line(2), "");
  EXPECT_EQ(Source().line(1), "");
}

TEST(Source, IsEqualToItsCopiesOnly) {
  const Source source("a", "text");
  const Source copy = source;
  EXPECT_EQ(source, copy);
  EXPECT_FALSE(source == Source("a", "text"));
  EXPECT_EQ(copy.text().data(), source.text().data());
}

TEST(SourceText, WholeStandsForItself) {
  const SourceText text = SourceText::whole(Source("formula", "a + b"));
  EXPECT_EQ(text.text, "a + b");
  EXPECT_EQ(text.place().span, (Span{0, 5}));
  EXPECT_EQ(text.place(4, 5).span, (Span{4, 5}));
  EXPECT_EQ(text.place(2, 2).span, (Span{2, 2}));
  EXPECT_EQ(text.place(5, 5).span, (Span{5, 5}));
  EXPECT_EQ(text.place(7, 3).span, (Span{5, 5}));
}

TEST(SourceText, KnowsWhereDecodedBytesCameFrom) {
  // 'it''s ok' in YAML: the second quote of the pair is left out.
  const Source source("a", "x: 'it''s ok'");
  const SourceText text{"it's ok", source, {4, 5, 6, 8, 9, 10, 11, 12}};
  EXPECT_EQ(text.place(5, 7).span, (Span{10, 12}));
  EXPECT_EQ(text.place(0, 4).span, (Span{4, 9}));
  EXPECT_EQ(text.place().span, (Span{4, 12}));
  EXPECT_EQ(text.place().source, source);
}

TEST(ReadSource, TakesTheFileWithoutItsByteOrderMark) {
  const File file("\xEF\xBB\xBFname: 人\r\n");
  const Result<Source> result = read_source(file.path());
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().text(), "name: 人\r\n");
  EXPECT_EQ(result.value().name(), file.path());
}

TEST(ReadSource, SaysThatAFileIsNotThere) {
  EXPECT_EQ(problem(read_source("/no/such/file.yaml")), "file-unreadable 1:1");
  EXPECT_EQ(problem(read_source(testing::TempDir())), "file-unreadable 1:1");
  EXPECT_EQ(render(read_source("/no/such/file.yaml").diagnostics()),
            "/no/such/file.yaml: error[file-unreadable]: cannot read /no/such/file.yaml\n"
            "  = check the path and its permissions\n"
            "note: the system says: No such file or directory\n");
}

TEST(ReadSource, StopsAt8MiB) {
  const std::string largest(std::size_t{8} << 20, ' ');
  EXPECT_TRUE(read_source(File(largest).path()).ok());
  EXPECT_EQ(problem(read_source(File(largest + ' ').path())), "file-too-large 1:1");
  EXPECT_EQ(problem(read_source("/dev/zero")), "file-too-large 1:1");
}

TEST(ReadSource, PointsAtTheFirstByteThatIsNotUtf8) {
  const char* const bad[] = {
      "\xFF",              // never a byte of UTF-8
      "\x80",              // a continuation without a start
      "\xC3",              // cut off
      "\xC3(",             // not continued
      "\xC0\xAF",          // an overlong slash
      "\xE0\x80\xAF",      // and in three bytes
      "\xED\xA0\x80",      // a surrogate
      "\xF0\x80\x80\xAF",  // overlong in four
      "\xF4\x90\x80\x80",  // above U+10FFFF
      "\xF5\x80\x80\x80",
      "\xE4\xBA",  // a Chinese character cut off by the end
  };
  for (const char* bytes : bad)
    EXPECT_EQ(problem(read_source(File(std::string("a: 人\nb") + bytes).path())), "not-utf8 2:2");
  const File gb18030("title: \xC9\xE7\xC7\xF8\n");
  EXPECT_EQ(problem(read_source(gb18030.path())), "not-utf8 1:8");
}

TEST(ReadSource, TakesEveryKindOfCharacter) {
  for (const char* text : {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(read_source(File(text).path()).ok()) << text;
}

}  // namespace
}  // namespace cwp
