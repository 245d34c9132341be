#include "io/opened_input.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "no_more_threads.hpp"

namespace cwp {
namespace {

namespace fs = std::filesystem;

struct InputsInTurn : testing::Test {
  InputsInTurn() { fs::create_directories(root); }
  ~InputsInTurn() override { fs::remove_all(root); }
  std::string path_of(const std::string& name, const std::string& text) const {
    std::ofstream(root / name, std::ios::binary) << text;
    return root / name;
  }
  const fs::path root = fs::path(testing::TempDir()) / ("turns-" + std::to_string(getpid()));
};

TEST_F(InputsInTurn, FilesComeInTheirOrderEachWithItsDigestOrItsProblem) {
  const std::vector<std::string> paths = {path_of("a.csv",
                                                  "\xEF\xBB\xBF"
                                                  "a,b\n1,2\n"),
                                          root / "nowhere.csv", path_of("zero.csv", std::string("a\0b", 3)),
                                          path_of("b.csv", std::string(3'000'000, '7'))};
  for (const int threads : {1, 2, 3, -3}) {
    const auto none = threads < 0 ? std::make_unique<NoMoreThreads>() : nullptr;
    InputsAhead inputs(paths, TextEncoding::detect, std::abs(threads));
    const auto a = inputs.next();
    EXPECT_EQ(a->text->text(), "a,b\n1,2\n");
    EXPECT_EQ(a->sha256.get(), sha256_hex("\xEF\xBB\xBF"
                                          "a,b\n1,2\n"));
    EXPECT_EQ(inputs.next()->problem->slug, "file-unreadable");
    const auto zero = inputs.next();
    EXPECT_EQ(zero->problem->slug, "csv-zero-byte");
    EXPECT_FALSE(zero->sha256.valid());
    EXPECT_EQ(inputs.next()->sha256.get(), sha256_hex(std::string(3'000'000, '7')));
  }
}

TEST_F(InputsInTurn, WhoeverDoesNotWantTheNextLetsItGo) {
  InputsAhead inputs({path_of("a.csv", "a\n"), path_of("b.csv", std::string(5'000'000, '7'))}, TextEncoding::detect, 2);
  EXPECT_EQ(inputs.next()->text->text(), "a\n");
}

TEST_F(InputsInTurn, DigestsWaitForWhoeverHasTheRightOfWay) {
  const std::string text(5'000'000, '7');
  const auto way = std::make_shared<RightOfWay>();
  std::optional<RightOfWay::Taken> taken(*way);
  auto input = std::make_unique<OpenedInput>(path_of("a.csv", text), TextEncoding::detect, 2, way);
  const std::shared_future<std::string> digest = input->digest();
  EXPECT_EQ(digest.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
  input.reset();  // what is to be digested stays
  taken.reset();
  EXPECT_EQ(digest.get(), sha256_hex(text));
}

TEST_F(InputsInTurn, WithoutAThreadForItADigestIsThereAtOnce) {
  for (const bool may : {true, false}) {
    const auto none = may ? nullptr : std::make_unique<NoMoreThreads>();
    const OpenedInput input(path_of("a.csv", "7"), TextEncoding::detect, may ? 1 : 2);
    EXPECT_EQ(input.digest().wait_for(std::chrono::seconds(0)), std::future_status::ready);
  }
}

}  // namespace
}  // namespace cwp
