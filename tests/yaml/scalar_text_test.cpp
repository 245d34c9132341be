#include "yaml/scalar_text.hpp"

#include <gtest/gtest.h>

#include "load/loaded.hpp"
#include "yaml/read_yaml.hpp"

namespace cwp {
namespace {

/// The value of `a` in `text` (decoded by the YAML library), and for each of its bytes the byte it came from.
struct Scalar {
  std::string value, origins;
  bool exact = false;
  explicit Scalar(const std::string& text) {
    std::vector<Diagnostic> diagnostics;
    const Source source("r", text);
    const YamlPtr root = read_yaml(source, diagnostics);
    if (!root || root->find("a") == nullptr) return;
    const YamlNode& node = *root->find("a")->value;
    const ScalarScan scan = scan_scalar(text, node.span.begin, node.text.text);
    exact = scan.exact;
    value = node.text.text;
    for (std::size_t i = 0; i < value.size(); ++i) origins += text[node.text.offsets[i]];
    EXPECT_EQ(node.text.offsets.size(), value.size() + 1);
    for (std::size_t i = 1; i < node.text.offsets.size(); ++i)
      EXPECT_LE(node.text.offsets[i - 1], node.text.offsets[i]) << text;
  }
};

TEST(ScanScalar, PlainBytesAreTheirOwn) {
  const Scalar scalar("a: x + 信息  # c\n");
  EXPECT_EQ(scalar.value, "x + 信息");
  EXPECT_EQ(scalar.origins, "x + 信息");
}

TEST(ScanScalar, PlainLinesAreFolded) {
  const Scalar scalar("a: x +  \n     y\n\n  + z\n");
  EXPECT_EQ(scalar.value, "x + y\n+ z");
  EXPECT_EQ(scalar.origins, "x +\ny\n+ z");  // a fold comes from its first line break
}

TEST(ScanScalar, SingleQuotesAreDoubled) {
  const Scalar scalar("a: 'x = ''u'' + 1'\n");
  EXPECT_EQ(scalar.value, "x = 'u' + 1");
  EXPECT_EQ(scalar.origins, "x = 'u' + 1");
}

TEST(ScanScalar, EscapesStandForTheirBackslash) {
  const Scalar scalar("a: \"x\\n\\u4E00\\\\y\\x41\\U0001F600\"\n");
  EXPECT_EQ(scalar.value, "x\n一\\yA😀");
  EXPECT_EQ(scalar.origins, "x\\\\\\\\\\y\\\\\\\\\\");
}

TEST(ScanScalar, DoubleQuotedLinesAreFolded) {
  EXPECT_TRUE(Scalar("a: \"x \n  y\n\n z\\\n   w \\\n  v\"\n").exact);
  EXPECT_EQ(Scalar("a: \"x\n  y\\\n   w\"\n").value, "x yw");
  EXPECT_TRUE(Scalar("a: \"x  \n\"\n").exact);
}

TEST(ScanScalar, LiteralBlocksKeepTheirLines) {
  const Scalar scalar("a: |\n    x +\n\n      y\n    z\nb: 1\n");
  EXPECT_EQ(scalar.value, "x +\n\n  y\nz");
  EXPECT_EQ(scalar.origins, "x +\n\n  y\nz");
}

TEST(ScanScalar, FoldedBlocksJoinTheirLines) {
  const Scalar scalar("a: >-\n  x +\n  y\n\n  z\n    w\n  v\n");
  EXPECT_EQ(scalar.value, "x + y\nz\n  w\nv");
  EXPECT_TRUE(scalar.exact);
  EXPECT_EQ(scalar.origins[4], 'y');
  EXPECT_EQ(scalar.origins[3], '\n');
}

TEST(ScanScalar, IndentationIndicatorKeepsLeadingBlanks) {
  const Scalar scalar("a: |2+\n    x\n  y\n\n");
  EXPECT_EQ(scalar.value, "  x\ny");
  EXPECT_EQ(scalar.origins, "  x\ny");
}

TEST(ScanScalar, WindowsLineEnds) {
  EXPECT_TRUE(Scalar("a: |\r\n  x\r\n  y\r\n").exact);
  EXPECT_TRUE(Scalar("a: x\r\n  y\r\n").exact);
  EXPECT_EQ(Scalar("a: 'x\r\n  y'\r\n").origins.substr(2), "y");
}

TEST(ScanScalar, EmptyScalarsEndBehindTheirQuotes) {
  const ScalarScan scan = scan_scalar("a: '' ", 3, "");
  EXPECT_TRUE(scan.exact);
  EXPECT_EQ(scan.offsets, std::vector<std::uint32_t>{4});
  EXPECT_EQ(scan.end, 5u);
}

TEST(ScanScalar, ADifferentTextFallsBackToTheStart) {
  const ScalarScan scan = scan_scalar("a: xyz", 3, "xyw");
  EXPECT_FALSE(scan.exact);
  EXPECT_EQ(scan.offsets, (std::vector<std::uint32_t>{3, 3, 3, 3}));
  EXPECT_FALSE(scan_scalar("a: x", 4, "yy").exact);
  EXPECT_FALSE(scan_scalar("\"\\u12", 0, "x").exact);
}

}  // namespace
}  // namespace cwp
