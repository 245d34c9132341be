// A folder of files appears as a whole or not at all, whatever stops the writer.

#include "io/atomic_file.hpp"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>

namespace cwp {
namespace {

namespace fs = std::filesystem;
using Files = std::vector<std::pair<std::string, std::string>>;

class AtomicFile : public testing::Test {
 protected:
  AtomicFile() { fs::create_directories(root); }
  ~AtomicFile() override {
    fs::permissions(root, fs::perms::owner_all);
    fs::remove_all(root);
  }

  /// The names and texts in a folder; nothing when it is not there.
  static std::optional<std::map<std::string, std::string>> held(const fs::path& folder) {
    if (!fs::exists(folder)) return std::nullopt;
    std::map<std::string, std::string> texts;
    for (const auto& entry : fs::directory_iterator(folder)) {
      std::ifstream file(entry.path(), std::ios::binary);
      texts[entry.path().filename()] = std::string(std::istreambuf_iterator<char>(file), {});
    }
    return texts;
  }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(root)) all.push_back(entry.path().filename());
    std::sort(all.begin(), all.end());
    return all;
  }
  std::string slug(const Files& written, bool force = false) const {
    const std::optional<Diagnostic> problem = write_files_whole(out, written, force);
    return problem ? std::string(problem->slug) : "";
  }
  /// Runs in a child process; its exit code, or minus the signal that ended it.
  static int in_child(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) _exit(work());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  }
  /// No file may grow beyond so many bytes, as on a disk that is full.
  static void limit_files_to(rlim_t bytes, bool deadly) {
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, deadly ? SIG_DFL : SIG_IGN);
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
  }

  const fs::path root = fs::path(testing::TempDir()) / ("atomic-" + std::to_string(getpid()));
  const std::string out = root / "out";
  const Files files = {{"a.csv", std::string(100, 'a')}, {"b.csv", std::string(3000, 'b')}, {"c.csv", ""}};
  const std::map<std::string, std::string> whole{files.begin(), files.end()};
};

TEST_F(AtomicFile, WritesAllFilesAndLeavesNothingBeside) {
  EXPECT_EQ(slug(files), "");
  EXPECT_EQ(held(out), whole);
  EXPECT_EQ(names(), std::vector<std::string>{"out"});
}

TEST_F(AtomicFile, MakesTheFoldersAbove) {
  EXPECT_FALSE(write_files_whole(root / "x/y/out/", files, false));
  EXPECT_EQ(held(root / "x/y/out"), whole);
}

TEST_F(AtomicFile, TakesThePlaceOfAnEmptyFolder) {
  fs::create_directories(out);
  EXPECT_EQ(slug(files), "");
  EXPECT_EQ(held(out), whole);
}

TEST_F(AtomicFile, AFullDiskIsAProblemAndLeavesNothing) {
  // Room for 0, 1, … bytes: a.csv has 100, b.csv 3000.
  for (const rlim_t room : {0, 1, 99, 100, 2999}) {
    const int code = in_child([&] {
      limit_files_to(room, false);
      return slug(files) == "output-unwritable" ? 0 : 1;
    });
    EXPECT_EQ(code, 0) << room;
    EXPECT_EQ(names(), std::vector<std::string>{}) << room;
  }
  EXPECT_EQ(in_child([&] {
              limit_files_to(3000, false);
              return slug(files) == "" ? 0 : 1;
            }),
            0);
}

TEST_F(AtomicFile, AFullDiskLeavesTheOldFolderAsItWas) {
  EXPECT_EQ(slug({{"a.csv", "old"}, {"mine.txt", "mine"}}), "");
  const int code = in_child([&] {
    limit_files_to(100, false);
    return slug(files, true) == "output-unwritable" ? 0 : 1;
  });
  EXPECT_EQ(code, 0);
  EXPECT_EQ(held(out), (std::map<std::string, std::string>{{"a.csv", "old"}, {"mine.txt", "mine"}}));
  EXPECT_EQ(names(), std::vector<std::string>{"out"});
}

TEST_F(AtomicFile, AProcessKilledWhileItWritesLeavesNoHalfFolder) {
  for (const rlim_t room : {0, 50, 100, 1500}) {
    const int code = in_child([&] {
      limit_files_to(room, true);
      return slug(files) == "" ? 0 : 1;
    });
    EXPECT_EQ(code, -SIGXFSZ) << room;
    EXPECT_FALSE(fs::exists(out)) << room;
  }
  // What the dead left is in nobody's way.
  EXPECT_EQ(slug(files), "");
  EXPECT_EQ(held(out), whole);
}

TEST_F(AtomicFile, KilledAtAnyMomentTheFolderIsWholeOrNotThere) {
  Files many;
  for (int i = 0; i < 40; ++i) many.emplace_back("f" + std::to_string(i), std::string(2000, 'x'));
  const std::map<std::string, std::string> all{many.begin(), many.end()};
  std::size_t killed = 0;
  for (useconds_t moment = 0; moment < 6000; moment += 200) {
    const pid_t child = fork();
    if (child == 0) _exit(slug(many) == "" ? 0 : 1);
    usleep(moment);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) ++killed;
    const auto left = held(out);
    EXPECT_TRUE(!left || *left == all) << moment;
    fs::remove_all(out);
  }
  EXPECT_GT(killed, 0U);
}

TEST_F(AtomicFile, KilledBeforeAnyStepTheFolderIsWholeOrNotThere) {
  const auto killed_before = [&](int step, bool force) {
    return in_child([&] {
      int steps = 0;
      const auto kill_me = [&] {
        if (steps++ == step) kill(getpid(), SIGKILL);
        return false;
      };
      return write_files_whole(out, files, force, kill_me) ? 1 : 0;
    });
  };
  int step = 0;
  for (; killed_before(step, false) == -SIGKILL; ++step) EXPECT_FALSE(fs::exists(out)) << step;
  EXPECT_EQ(held(out), whole);
  EXPECT_GE(step, 10);  // each file is opened, written and flushed

  const std::map<std::string, std::string> old = {{"a.csv", "old"}, {"mine.txt", "mine"}};
  fs::remove_all(out);
  EXPECT_EQ(slug({old.begin(), old.end()}), "");
  for (step = 0; killed_before(step, true) == -SIGKILL; ++step) EXPECT_EQ(held(out), old) << step;
  EXPECT_GE(step, 11);
  EXPECT_EQ(held(out)->at("mine.txt"), "mine");
  EXPECT_EQ(held(out)->at("a.csv"), whole.at("a.csv"));
}

TEST_F(AtomicFile, StoppedBeforeAnyStepNothingIsLeft) {
  for (int step = 0; step < 10; ++step) {
    int steps = 0;
    const auto problem = write_files_whole(root / "x/out", files, false, [&] { return steps++ == step; });
    ASSERT_TRUE(problem) << step;
    EXPECT_EQ(problem->slug, "output-stopped");
    EXPECT_EQ(names(), std::vector<std::string>{}) << step;
  }
}

TEST_F(AtomicFile, AFullFileSystemIsAProblemAndLeavesNothing) {
  // A file system of 64 KiB in a namespace of its own, which goes with the child; where that is not allowed, files of
  // no more than that.
  const auto has_small_disk = [&] {
    return unshare(CLONE_NEWNS) == 0 && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount("tmpfs", root.c_str(), "tmpfs", 0, "size=64k") == 0;
  };
  constexpr rlim_t kSize = 64 << 10;
  const int code = in_child([&] {
    const rlimit limit{kSize, kSize};
    if (!has_small_disk() && (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0)) return 4;
    if (slug({{"a.csv", "a"}, {"b.csv", std::string(200'000, 'b')}}) != "output-unwritable") return 1;
    if (!names().empty()) return 2;
    return slug(files) == "" && held(out) == whole ? 0 : 3;
  });
  EXPECT_EQ(code, 0);
}

TEST_F(AtomicFile, FoldersOfTheOldFolderAreKept) {
  fs::create_directories(out + "/charts");
  std::ofstream(out + "/charts/one.svg") << "svg";
  EXPECT_EQ(slug(files, true), "");
  EXPECT_TRUE(fs::exists(out + "/charts/one.svg"));
  EXPECT_TRUE(fs::exists(out + "/b.csv"));
  EXPECT_EQ(names(), std::vector<std::string>{"out"});
}

TEST_F(AtomicFile, AFolderThatMayNotBeWrittenIsAProblem) {
  fs::permissions(root, fs::perms::owner_read | fs::perms::owner_exec);
  // The permissions of root bind nobody; the child is nobody then.
  const int code = in_child([&] {
    if (getuid() == 0 && setuid(65534) != 0) return 0;
    return slug(files) == "output-unwritable" ? 0 : 1;
  });
  EXPECT_EQ(code, 0);
  fs::permissions(root, fs::perms::owner_all);
  EXPECT_EQ(names(), std::vector<std::string>{});
}

TEST_F(AtomicFile, SomethingElseOfThatNameIsAProblem) {
  std::ofstream(out) << "a file";
  EXPECT_EQ(slug(files, true), "output-unwritable");
  EXPECT_EQ(names(), std::vector<std::string>{"out"});
}

TEST_F(AtomicFile, AFolderWithFilesIsReplacedOnlyWhenForced) {
  EXPECT_EQ(slug({{"a.csv", "old"}, {"mine.txt", "mine"}}), "");
  EXPECT_EQ(slug(files), "output-exists");
  EXPECT_EQ(held(out)->at("a.csv"), "old");
  EXPECT_EQ(slug(files, true), "");
  std::map<std::string, std::string> expected = whole;
  expected["mine.txt"] = "mine";
  EXPECT_EQ(held(out), expected);
  EXPECT_EQ(names(), std::vector<std::string>{"out"});
}

TEST_F(AtomicFile, ALinkToAFolderStaysALink) {
  fs::create_directories(root / "real");
  fs::create_directory_symlink("real", out);
  EXPECT_EQ(slug(files), "");
  EXPECT_TRUE(fs::is_symlink(out));
  EXPECT_EQ(held(root / "real"), whole);
}

TEST_F(AtomicFile, FoldersMadeAboveGoAgainWhenNothingWasWritten) {
  const int code = in_child([&] {
    limit_files_to(1, false);
    const auto problem = write_files_whole(root / "x/y/out", files, false);
    return problem && problem->slug == "output-unwritable" ? 0 : 1;
  });
  EXPECT_EQ(code, 0);
  EXPECT_FALSE(fs::exists(root / "x"));
}

TEST_F(AtomicFile, ANewFileTakesItsNameWhole) {
  const std::string path = root / "new.state";
  EXPECT_FALSE(write_file_whole(path, "one"));
  EXPECT_FALSE(write_file_whole(path, "two"));
  EXPECT_EQ(held(root), (std::map<std::string, std::string>{{"new.state", "two"}}));
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_FALSE(write_file_whole(path, "three"));
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(write_file_whole(root / "no" / "such.state", "x")->slug, "output-unwritable");
  EXPECT_EQ(write_file_whole(std::string(root) + "/", "x")->slug, "output-unwritable");
}

TEST_F(AtomicFile, AFileThatIsWrittenPieceByPieceTakesItsNameInTheEnd) {
  const std::string path = root / "large", piece(700'000, 'x');
  const auto content_of = [](const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  fs::permissions(root, fs::perms::owner_all);
  EXPECT_FALSE(write_file_whole(path, "before"));
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  {
    WholeFile file(path);
    file.append("....");
    for (int i = 0; i < 5; ++i) file.append(piece);
    EXPECT_EQ(file.size(), 4 + 5 * piece.size());
    EXPECT_EQ(content_of(path), "before");
    EXPECT_FALSE(file.finish("head"));
  }
  EXPECT_EQ(content_of(path), "head" + piece + piece + piece + piece + piece);
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  { WholeFile(path).append("never finished"); }
  EXPECT_EQ(held(root)->size(), 1U);
  EXPECT_EQ(WholeFile(root / "no" / "such").finish("")->slug, "output-unwritable");
  const int code = in_child([&] {
    limit_files_to(1'000'000, false);
    WholeFile file(path);
    for (int i = 0; i < 5; ++i) file.append(piece);
    const auto problem = file.finish("head");
    return problem && problem->slug == "output-unwritable" ? 0 : 1;
  });
  EXPECT_EQ(code, 0);
  EXPECT_EQ(fs::file_size(path), 4 + 5 * piece.size());
}

TEST_F(AtomicFile, AWriterOfANewFileThatIsKilledLeavesNone) {
  const std::string path = root / "new.state", content(3000, 'x');
  for (const bool deadly : {false, true})
    EXPECT_NE(in_child([&] {
                limit_files_to(100, deadly);
                return write_file_whole(path, content) ? 1 : 0;
              }),
              0);
  EXPECT_FALSE(fs::exists(path));
}

TEST_F(AtomicFile, WhoWaitsForALockTakesThatOfTheFileWhichIsThereThen) {
  const std::string path = root / "kept.state";
  { const FileLock nothing(path); }  // there is no such file
  ASSERT_FALSE(write_file_whole(path, "0"));
  // Each adds one to what it has read: with two at once, none may be lost.
  constexpr int kTimes = 50;
  const auto add = [&] {
    for (int i = 0; i < kTimes; ++i) {
      const FileLock lock(path);
      std::string text;
      std::ifstream(path) >> text;
      if (write_file_whole(path, std::to_string(std::stoi(text) + 1))) return 1;
    }
    return 0;
  };
  const pid_t child = fork();
  if (child == 0) _exit(add());
  EXPECT_EQ(add(), 0);
  int status = 1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  std::string text;
  std::ifstream(path) >> text;
  EXPECT_EQ(text, std::to_string(2 * kTimes));
}

}  // namespace
}  // namespace cwp
