#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

TEST(PackCommand, WhatIsScoredOutOfAColumnFileIsWhatTheFilesGiveAndIsVerified) {
  const Program program;
  // One came in the midst of the month, one left, one rested over its end.
  program.write("bulk/roster.csv", "officer,from,to,station\nA01,,,东站\nA02,,2026-03-20,东站\nA03,2026-03-10,,西站\n");
  program.write("bulk/duty.csv", "officer,from,to,status\nA01,2026-03-27,2026-04-03,rest\n");
  program.write("bulk/metrics.csv",
                "officer,date,visits,disputes,mediated,missed\nA01,2026-03-03,10,2,2,\n"
                "A02,2026-03-03,4,,,1\nA02,2026-03-09,7,3,1,\nA03,2026-03-31,12,1,0,\n");
  const Ran packed = program.run("pack station.yaml --inputs bulk --span 2026-03-01..2026-03-31 --out march.columns");
  EXPECT_EQ(packed.code, 0) << packed.err;
  EXPECT_TRUE(packed.out.starts_with("Written: march.columns, ")) << packed.out;
  EXPECT_EQ(program.run("score station.yaml --columns march.columns --details --out out").code, 0);
  EXPECT_EQ(program.run("score station.yaml --inputs bulk --span 2026-03-01..2026-03-31 --details --out plain").code,
            0);
  for (const char* file : {"month.csv", "month_parts.csv", "grades.csv", "awards.csv", "issues.csv"})
    EXPECT_EQ(program.read(std::string("out/") + file), program.read(std::string("plain/") + file)) << file;
  EXPECT_EQ(program.run("verify out/receipt.json --inputs .").out,
            "All equal: rulebook, inputs and results are those of the receipt\n");
}

TEST(PackCommand, SaysWhatItCannotHoldAndWhatIsNoColumnFile) {
  const Program program;
  program.write("moved.csv", "officer,from,to,station\nA01,,2026-03-09,东站\nA01,2026-03-10,,西站\n");
  program.write("wrong.csv", "officer,date,visits\nA01,2026-03-03,many\n");
  std::string text;
  for (const char* arguments :
       {"pack station.yaml --roster moved.csv --out x", "pack station.yaml --roster moved.csv --out x --lang zh",
        "pack station.yaml --roster data/roster.csv --metrics wrong.csv --out x",
        "pack station.yaml --roster data/roster.csv --metrics wrong.csv --out x --lang zh",
        "score station.yaml --columns data/roster.csv --out y", "score station.yaml --columns none --out y --lang zh",
        "score station.yaml --columns x --inputs data --out y", "pack station.yaml --out x"})
    text += program.transcript(program.run(arguments)) + "\n";
  EXPECT_EQ(approved_difference("cli/pack.txt", text), "");
  EXPECT_FALSE(program.exists("x"));
  EXPECT_FALSE(program.exists("y"));
}

}  // namespace
}  // namespace cwp
