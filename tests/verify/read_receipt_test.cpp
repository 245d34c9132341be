#include "verify/read_receipt.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

const std::string kOptions =
    R"("options": {"window": null, "grains": ["month"], "provisional": true, "strict": false})";

std::string receipt(const std::string& span, const std::string& options = kOptions,
                    const std::string& known_at = "null",
                    const std::string& dialect = R"({"encoding": null, "delimiter": null})") {
  return R"({"cwp": "0.1.0", "rulebook": {"file": "r.yaml", "sha256": "aa"},
    "inputs": [{"file": "d/roster.csv", "sha256": "bb", "holds": "roster"},
               {"file": "gone.csv", "sha256": null, "holds": "metrics"}],
    "outputs": [{"file": "month.csv", "sha256": "cc"}],
    "output": {"format": "markdown", "details": true, "language": "zh"}, "known_at": )" +
         known_at + R"(, "dialect": )" + dialect + R"(, "span": )" + span + ", " + options + "}";
}

const std::string kSpan = R"({"from": "2026-03-01", "to": "2026-03-31"})";

std::string lack(const std::string& text) {
  const Result<ReadReceipt> read = read_receipt("receipt.json", text);
  return read.ok() ? "" : message(read.diagnostics()[0]);
}

TEST(ReadReceipt, ReadsWhatScoringAgainNeeds) {
  const ReadReceipt read = read_receipt("receipt.json", receipt(kSpan)).value();
  EXPECT_EQ(read.version, "0.1.0");
  EXPECT_EQ(read.rulebook.name, "r.yaml");
  ASSERT_EQ(read.inputs.size(), 2U);
  EXPECT_EQ(read.inputs[0].holds, "roster");
  EXPECT_EQ(read.inputs[1].sha256, "");
  EXPECT_EQ(read.outputs[0].sha256, "cc");
  EXPECT_EQ(read.span.last.to_text(), "2026-03-31");
  EXPECT_EQ(read.options.grains, std::vector<Grain>{Grain::month});
  EXPECT_TRUE(read.options.provisional);
  EXPECT_FALSE(read.options.window);
  EXPECT_EQ(read.output.format, OutputFormat::markdown);
  EXPECT_TRUE(read.output.details);
  EXPECT_EQ(read.output.language, Language::zh);
  EXPECT_FALSE(read.known_at);
  EXPECT_EQ(read.dialect, CsvDialect());
  EXPECT_EQ(read_receipt("receipt.json",
                         receipt(kSpan, kOptions, "null", R"({"encoding": "gb18030", "delimiter": "semicolon"})"))
                .value()
                .dialect,
            (CsvDialect{TextEncoding::gb18030, FieldDelimiter::semicolon}));
  EXPECT_EQ(read_receipt("receipt.json", receipt(kSpan, kOptions, "\"2026-04-05\"")).value().known_at,
            Day::parse("2026-04-05"));
}

TEST(ReadReceipt, SaysWhatIsWrongWithAnythingElse) {
  EXPECT_EQ(lack("period,officer\n"), "receipt.json is no receipt of cwp: it is no JSON");
  EXPECT_EQ(lack("[]"), "receipt.json is no receipt of cwp: there is no 'cwp'");
  EXPECT_EQ(lack(R"({"cwp": 1})"), "receipt.json is no receipt of cwp: 'cwp' is no text");
  EXPECT_EQ(lack(receipt(R"({"from": "2026-03-31", "to": "2026-03-01"})")),
            "receipt.json is no receipt of cwp: 'span' is no range of days");
  EXPECT_EQ(lack(receipt(kSpan, R"("options": {"window": null, "grains": ["fortnight"]})")),
            "receipt.json is no receipt of cwp: there is no grain \"fortnight\"");
  EXPECT_EQ(lack(receipt(kSpan, kOptions, "\"2026-02-30\"")),
            "receipt.json is no receipt of cwp: 'known_at' is no date");
  EXPECT_EQ(lack(receipt(kSpan, kOptions, "null", R"({"encoding": "ebcdic", "delimiter": null})")),
            "receipt.json is no receipt of cwp: there is no encoding \"ebcdic\"");
}

}  // namespace
}  // namespace cwp
