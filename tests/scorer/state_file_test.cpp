// The state file: a Scorer that was saved goes on where it was; files that are cut, altered or of other rules are
// refused; whatever stops the writer, the old file stays.

#include "scorer/state_file.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "checked_text.hpp"
#include "cwp/scorer.hpp"
#include "cwp/write.hpp"
#include "golden.hpp"
#include "text/digest.hpp"

namespace cwp {
namespace {

constexpr const char* kRulesOfFile = R"yaml(cwp: 1
id: live
attributes: {station: {type: text}}
metrics:
  visits: {type: u16}
categories:
  - {id: work, items: [{id: seen, per: day, full: 1, award: {of: visits, each: 0.1}, roll_up: mean}]}
assessments: {day: {}, month: {}}
rankings: [{id: best, every: month, of: total}]
)yaml";

class StateFile : public testing::Test {
 protected:
  StateFile() : rules(checked_text(kRulesOfFile)), plan(compile(rules)) {
    options.provisional = true;
    std::filesystem::create_directories(folder);
    DatasetBuilder rows(rules);
    rows.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-03")});
    for (const char* officer : {"ann", "bob"}) {
      rows.add_officer(officer, {}, {}, {{"station", "A"}});
      rows.add_metric(officer, "2026-03-02", "visits", "2");
    }
    scorer.emplace(Scorer::make(plan, std::move(rows), options).value());
  }
  ~StateFile() override { std::filesystem::remove_all(folder); }

  void correct(Scorer& one, const char* visits, const char* recorded) const {
    one.rows().add_metric("bob", "2026-03-02", "visits", visits, {}, {*Day::parse(recorded), false});
  }
  std::string bytes() const {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void put(const std::string& content) const { std::ofstream(path, std::ios::binary) << content; }
  /// Slug and notes of why it is not opened.
  std::string refusal(const Plan& with, const ScoreOptions& how) const {
    const Result<Scorer> opened = Scorer::open(path, with, how);
    if (opened.ok()) return "";
    std::string text(opened.diagnostics().at(0).slug);
    for (const Note& note : opened.diagnostics()[0].notes) text += " " + std::string(note.slug);
    return text;
  }
  std::string refusal() const { return refusal(plan, options); }

  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / ("cwp-state-" + std::to_string(getpid()));
  const std::string path = folder / "live.state";
  CheckedRulebook rules;
  Plan plan;
  ScoreOptions options;
  std::optional<Scorer> scorer;
};

TEST_F(StateFile, WhatWasSavedGoesOnWhereItWas) {
  correct(*scorer, "7", "2026-03-04");
  scorer->update().value();
  correct(*scorer, "9", "2026-03-05");  // not yet counted, so not saved
  ASSERT_TRUE(scorer->save(path).empty());
  Scorer again = Scorer::open(path, plan, options).value();
  EXPECT_EQ(output_files(again.scores()), output_files(scorer->scores()));
  EXPECT_TRUE(again.update().value().figures.empty());
  correct(again, "9", "2026-03-05");
  const Movement moved = again.update().value();
  EXPECT_EQ(moved.figures, scorer->update().value().figures);
  EXPECT_FALSE(moved.figures.empty());
  EXPECT_EQ(output_files(again.scores()), output_files(scorer->scores()));
}

TEST_F(StateFile, AnotherProcessGoesOn) {
  constexpr const char* kGiven = "CWP_STATE_OF_ANOTHER_PROCESS";
  if (const char* given = std::getenv(kGiven)) {  // this is the other one
    Scorer opened = Scorer::open(given, plan, options).value();
    correct(opened, "7", "2026-03-04");
    EXPECT_FALSE(opened.update().value().figures.empty());
    EXPECT_TRUE(opened.save(given).empty());
    return;
  }
  ASSERT_TRUE(scorer->save(path).empty());
  const pid_t child = fork();
  if (child == 0) {
    setenv(kGiven, path.c_str(), 1);
    execl("/proc/self/exe", "scorer_test", "--gtest_filter=StateFile.AnotherProcessGoesOn", "--gtest_brief=1", nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_EQ(status, 0);
  correct(*scorer, "7", "2026-03-04");
  scorer->update().value();
  const std::string theirs = bytes();
  EXPECT_EQ(output_files(Scorer::open(path, plan, options).value().scores()), output_files(scorer->scores()));
  // It has read none of what the other one wrote: whatever it holds, it must not be in the place of that.
  EXPECT_EQ(scorer->save(path).at(0).slug, "state-changed");
  EXPECT_EQ(bytes(), theirs);
}

TEST_F(StateFile, OfTwoThatHaveReadOneFileTheFirstReplacesIt) {
  ASSERT_TRUE(scorer->save(path).empty());
  Scorer one = Scorer::open(path, plan, options).value(), other = Scorer::open(path, plan, options).value();
  correct(one, "7", "2026-03-04");
  one.update().value();
  correct(other, "9", "2026-03-05");
  other.update().value();
  EXPECT_TRUE(one.save(path).empty());
  EXPECT_TRUE(one.save(path).empty());  // what it has saved itself is no other's
  const std::string first = bytes();
  EXPECT_EQ(other.save(path).at(0).slug, "state-changed");
  EXPECT_EQ(bytes(), first);
  EXPECT_TRUE(other.save(path + ".other").empty());
  std::filesystem::remove(path);
  EXPECT_TRUE(other.save(path).empty());  // nobody's rows are there
}

TEST_F(StateFile, SameRowsSameBytes) {
  ASSERT_TRUE(scorer->save(path).empty());
  const std::string first = bytes();
  ASSERT_TRUE(Scorer::open(path, plan, options).value().save(path).empty());
  EXPECT_EQ(bytes(), first);
  EXPECT_TRUE(first.starts_with("cwp state 1\n"));
  EXPECT_EQ(first.substr(first.size() - 64), sha256_hex(first.substr(0, first.size() - 64)));
}

TEST_F(StateFile, AnotherRulebookOrOtherOptionsAreRefused) {
  ASSERT_TRUE(scorer->save(path).empty());
  const Plan other = compile(checked_text(std::string(kRulesOfFile) + "# a remark\n"));
  ScoreOptions strict = options;
  strict.strict = true;
  EXPECT_EQ(refusal(other, options), "state-of-other-rules state-rulebook");
  EXPECT_EQ(refusal(plan, strict), "state-of-other-rules state-options");
  EXPECT_EQ(refusal(other, ScoreOptions()), "state-of-other-rules state-rulebook state-options");
  options.threads = 2;  // no figure depends on it
  EXPECT_EQ(refusal(), "");
}

TEST_F(StateFile, WhatTheRulebookExtendsIsPartOfIt) {
  const Source extending("own.yaml", "cwp: 1\nextends: base.yaml\nid: own\n");
  const auto plan_with = [&](const std::string& base) {
    const std::vector<Source> bases = {Source("base.yaml", base)};
    return compile(load_and_check(extending, bases).value());
  };
  const Plan own = plan_with(kRulesOfFile);
  DatasetBuilder rows(own.rules());
  rows.add_officer("ann", {}, {}, {});
  rows.add_metric("ann", "2026-03-02", "visits", "2");
  ASSERT_TRUE(Scorer::make(own, std::move(rows), options).value().save(path).empty());
  EXPECT_EQ(refusal(own, options), "");
  EXPECT_EQ(refusal(plan_with(std::string(kRulesOfFile) + "# new\n"), options), "state-of-other-rules state-rulebook");
}

TEST_F(StateFile, AFileOfAnotherVersionIsRefused) {
  ASSERT_TRUE(scorer->save(path).empty());
  std::string text = bytes();
  text.resize(text.size() - 64);
  const std::string now(version());
  text.replace(text.find(now), now.size(), std::string(now.size(), '9'));
  put(text + sha256_hex(text));
  EXPECT_EQ(refusal(), "state-of-other-rules state-version");
}

TEST_F(StateFile, AFileThatWasCutOrAlteredIsRefused) {
  ASSERT_TRUE(scorer->save(path).empty());
  const std::string whole = bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    put(whole.substr(0, size));
    ASSERT_EQ(refusal(), size < 12 ? "state-unreadable state-no-state" : "state-unreadable state-altered") << size;
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string altered = whole;
    altered[i] = static_cast<char>(altered[i] ^ (1 << (i % 8)));
    put(altered);
    ASSERT_EQ(refusal(), i < 12 ? "state-unreadable state-no-state" : "state-unreadable state-altered") << i;
  }
  put(whole + "\n");
  EXPECT_EQ(refusal(), "state-unreadable state-altered");
}

TEST_F(StateFile, RowsThatAreNoneAreRefusedWhateverTheDigest) {
  ASSERT_TRUE(scorer->save(path).empty());
  std::string text = bytes();
  text.resize(text.size() - 64);
  for (std::size_t cut = 1; cut < 40; ++cut) {
    const std::string shorter = text.substr(0, text.size() - cut);
    put(shorter + sha256_hex(shorter));
    ASSERT_EQ(refusal(), "state-unreadable state-rows") << cut;
  }
}

TEST_F(StateFile, WhatIsNoFileSaysWhy) {
  EXPECT_EQ(refusal(), "state-unreadable state-no-file");
  std::filesystem::create_directories(path);
  EXPECT_EQ(refusal(), "state-unreadable state-no-file");
  EXPECT_EQ(scorer->save(path).at(0).slug, "output-unwritable");
  EXPECT_EQ(scorer->save(folder / "nowhere" / "live.state").at(0).slug, "output-unwritable");
}

TEST_F(StateFile, RefusalsInBothLanguages) {
  std::string text;
  const auto tell = [&](const Result<Scorer>& opened) {
    for (const Language language : {Language::en, Language::zh}) text += render(opened.diagnostics(), language);
  };
  tell(Scorer::open(path, plan, options));
  put("officer,date\n");
  tell(Scorer::open(path, plan, options));
  ASSERT_TRUE(scorer->save(path).empty());
  const Plan other = compile(checked_text(std::string(kRulesOfFile) + "# a remark\n"));
  tell(Scorer::open(path, other, ScoreOptions()));
  put(bytes() + "x");
  tell(Scorer::open(path, plan, options));
  for (const Language language : {Language::en, Language::zh}) text += render(scorer->save(path), language);
  for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path))
    text.replace(at, path.size(), "live.state");
  EXPECT_EQ(approved_difference("scorer/refused_states.txt", text), "");
}

TEST_F(StateFile, AKilledWriterLeavesTheOldFile) {
  ASSERT_TRUE(scorer->save(path).empty());
  const std::string old = bytes();
  correct(*scorer, "7", "2026-03-04");
  scorer->update().value();
  for (const rlim_t room : {rlim_t{0}, rlim_t{1}, rlim_t{100}, rlim_t{old.size() - 1}}) {
    const pid_t child = fork();
    if (child == 0) {
      const rlimit limit{room, room}, no_core{0, 0};  // a disk that is full kills here
      setrlimit(RLIMIT_CORE, &no_core);
      setrlimit(RLIMIT_FSIZE, &limit);
      std::signal(SIGXFSZ, SIG_DFL);
      static_cast<void>(scorer->save(path));
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << room;
    ASSERT_EQ(bytes(), old) << room;
    ASSERT_EQ(refusal(), "");
  }
  ASSERT_TRUE(scorer->save(path).empty());
  EXPECT_NE(bytes(), old);
  EXPECT_EQ(output_files(Scorer::open(path, plan, options).value().scores()), output_files(scorer->scores()));
}

}  // namespace
}  // namespace cwp
