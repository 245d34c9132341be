// Ctrl-C and kill: the exit code, and that nothing is left.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>

#include "this_build.hpp"

namespace cwp {
namespace {

namespace fs = std::filesystem;

class Interrupt : public testing::TestWithParam<int> {
 protected:
  Interrupt() { fs::create_directories(root); }
  ~Interrupt() override { fs::remove_all(root); }
  /// Makes a sample in `root`/out and sends the signal after so long; the exit code.
  int stopped_after(useconds_t moment) const {
    const pid_t child = fork();
    if (child == 0) {
      const int nowhere = open("/dev/null", O_WRONLY);
      dup2(nowhere, 1);
      dup2(nowhere, 2);
      std::signal(GetParam(), SIG_DFL);
      const std::string rules = root_dir() + "/rules/station-month.yaml", out = root / "out";
      execl(this_build().command, "cwp", "sample", rules.c_str(), "--officers", "300", "--from", "2026-01-21", "--to",
            "2026-07-20", "--out", out.c_str(), nullptr);
      _exit(99);
    }
    usleep(moment);
    kill(child, GetParam());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  const fs::path root = fs::path(testing::TempDir()) / ("interrupt-" + std::to_string(getpid()));
};

TEST_P(Interrupt, LeavesNothingOrEverythingAndSaysWhich) {
  int stopped = 0;
  // On a busy machine the program needs longer to begin: then later moments, until one has found it at work.
  const auto is_enough = [&](useconds_t moment) { return moment >= (stopped > 0 ? 150'000U : 5'000'000U); };
  for (useconds_t moment = 10'000; !is_enough(moment); moment += std::max<useconds_t>(10'000, moment / 10)) {
    const int code = stopped_after(moment);
    if (!fs::exists(root / "out")) {
      // Before main has begun, the signal itself ends the process.
      EXPECT_TRUE(code == 130 || code == -1) << moment << " " << code;
      stopped += code == 130;
    } else {
      EXPECT_TRUE(fs::exists(root / "out" / "metrics.csv")) << moment;
      EXPECT_TRUE(fs::exists(root / "out" / "command.txt")) << moment;  // the last file
      fs::remove_all(root / "out");
    }
    EXPECT_TRUE(fs::is_empty(root)) << moment;
  }
  EXPECT_GT(stopped, 0);
}

INSTANTIATE_TEST_SUITE_P(Signals, Interrupt, testing::Values(SIGINT, SIGTERM, SIGHUP), [](const auto& use) {
  return use.param == SIGINT ? "ctrl_c" : use.param == SIGTERM ? "terminate" : "hang_up";
});

}  // namespace
}  // namespace cwp
