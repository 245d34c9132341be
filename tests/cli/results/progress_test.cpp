// Progress: on a terminal, and nowhere else.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "cli/program.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

/// What a terminal is sent on standard error by a command whose standard output is a file.
class Terminal {
 public:
  Terminal() : master_(posix_openpt(O_RDWR | O_NOCTTY)) {
    EXPECT_GE(master_, 0);
    EXPECT_EQ(grantpt(master_), 0);
    EXPECT_EQ(unlockpt(master_), 0);
  }
  ~Terminal() { close(master_); }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Runs it in a shell in `folder`, and puts the exit code into `code`.
  std::string watched(const std::string& folder, const std::string& command, int& code) const {
    const int slave = open(ptsname(master_), O_RDWR | O_NOCTTY);
    const pid_t child = fork();
    if (child == 0) {
      dup2(slave, 2);
      close(slave);
      close(master_);
      if (chdir(folder.c_str()) != 0) _exit(98);
      setenv("TERM", "xterm", 1);
      execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
      _exit(99);
    }
    close(slave);
    std::string sent;
    char buffer[4096];
    // Ends with an error when the last one who has the terminal is gone.
    for (ssize_t got; (got = read(master_, buffer, sizeof buffer)) > 0;) sent.append(buffer, std::size_t(got));
    int status = 0;
    waitpid(child, &status, 0);
    code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return sent;
  }

 private:
  int master_;
};

class ProgressOnATerminal : public testing::Test {
 protected:
  /// What the terminal is sent; standard output is the file `out.txt`.
  std::string watched(const std::string& arguments, int expected = 0) const {
    int code = -1;
    const std::string command = std::string("LC_ALL=C ") + this_build().command + " " + arguments + " > out.txt";
    std::string sent = Terminal().watched(program.folder(), command, code);
    EXPECT_EQ(code, expected) << sent;
    return sent;
  }
  const Program program;
  const std::string score = "score station.yaml --inputs data --span 2026-03-01..2026-03-31 --out ";
  const std::string wipe = "\r\x1b[K";
};

TEST_F(ProgressOnATerminal, IsShownAndWipedOutAndChangesNoFile) {
  const Ran piped = program.run(score + "out");
  const std::string sent = watched(score + "watched");
  EXPECT_TRUE(sent.starts_with(wipe + "cwp: reading 0% …" + wipe)) << sent;
  EXPECT_NE(sent.find(wipe + "cwp: scoring 0% …"), std::string::npos) << sent;
  EXPECT_NE(sent.find(wipe + "cwp: writing files …"), std::string::npos) << sent;
  EXPECT_TRUE(sent.ends_with(wipe)) << sent;
  EXPECT_EQ(piped.err, "");
  std::string out = program.read("out.txt");
  out.replace(out.find("watched"), 7, "out");
  EXPECT_EQ(out, piped.out);
  EXPECT_EQ(program.read("watched/month.csv"), program.read("out/month.csv"));
  EXPECT_EQ(program.read("watched/receipt.json"), program.read("out/receipt.json"));
}

TEST_F(ProgressOnATerminal, IsShownByVerifyAndSampleInTheirLanguage) {
  ASSERT_EQ(program.run(score + "out").code, 0);
  EXPECT_NE(watched("verify out/receipt.json --inputs data --lang zh").find("cwp: 计分 0% …"), std::string::npos);
  const std::string sent = watched("sample station.yaml --officers 3 --from 2026-03-01 --to 2026-03-31 --out made");
  EXPECT_NE(sent.find("cwp: making data 0% …"), std::string::npos) << sent;
  EXPECT_TRUE(sent.ends_with(wipe)) << sent;
}

TEST_F(ProgressOnATerminal, IsGoneBeforeAMessage) {
  program.write("out/month.csv", "");
  const std::string sent = watched(score + "out", 1);
  EXPECT_NE(sent.find(wipe + "error[output-exists]"), std::string::npos) << sent;
}

TEST_F(ProgressOnATerminal, CanBeSwitchedOff) { EXPECT_EQ(watched(score + "quiet --no-progress"), ""); }

}  // namespace
}  // namespace cwp
