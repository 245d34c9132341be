// What is opened and what is refused: other files, cut ones, altered ones, and those of other rulebooks.

#include <fstream>
#include <random>

#include "column_file/file_directory.hpp"
#include "column_file/written_bureau.hpp"

namespace cwp {
namespace {

constexpr const char* kSmall = R"yaml(cwp: 1
id: small
attributes: {station: {type: text}, role: {type: text}}
duty: {leave: exempt}
metrics:
  entries: {fold: sum, type: u8, range: [0, 20], absent: zero}
  hours: {fold: sum, range: [0, 8], absent: zero}
  patrols: {per: week, fold: sum, type: u8, range: [0, 9]}
categories:
  - id: desk
    items:
      - {id: records, per: day, full: 10, target: {of: entries, at: 15}}
      - {id: time, per: month, full: 20, award: {of: hours, each: 0.11, whole: exact}}
      - {id: walked, per: week, full: 10, bands: {of: patrols, table: [[0, 0], [3, 4.75], [7, 10]]}}
assessments: {week: {scale: 100}, month: {scale: 100}}
)yaml";

MadeBureau small_bureau() {
  MadeBureau bureau(kSmall, 20, "2026-01-05", "2026-02-01", 1);
  bureau.set_stations(3, true);
  bureau.set_attribute("role", {"a", "b"}, false);
  bureau.set_keys({"zoe"});
  bureau.add_leave(2, {*Day::parse("2026-01-10"), *Day::parse("2026-01-12")});
  bureau.add_stay(5, {*Day::parse("2026-01-20"), kLastDay});
  bureau.add_stay(6, {kLastDay + 1, kLastDay + 9});  // never
  bureau.figures_of("hours", "2026-01-07")[3] = NAN;
  bureau.figures_of("hours", "2026-01-08")[4] = INFINITY;
  return bureau;
}

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
void put_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}
/// `slug note argument …`, of the first problem.
std::string refusal_of(const std::vector<Diagnostic>& problems) {
  if (problems.empty()) return "";
  std::string text(problems[0].slug);
  for (const Note& note : problems[0].notes) {
    text += " " + std::string(note.slug);
    for (const std::string& argument : note.arguments) text += " " + argument;
  }
  return text;
}
/// Why the file cannot be opened, or its figures not be read; empty: both can.
std::string refusal(const CheckedRulebook& rules, const std::string& path) {
  const auto file = open_column_file(rules, path);
  if (!file.ok()) return refusal_of(file.diagnostics());
  return refusal_of(file.value().dataset().diagnostics());
}

TEST(OpenColumnFile, OfficersAttributesDutyAndFiguresAreThoseOfTheColumns) {
  MadeBureau bureau = small_bureau();
  const PassingFile passing;
  const std::uint64_t size = write_bureau(bureau, passing.path);
  EXPECT_EQ(size, std::filesystem::file_size(passing.path));
  const Dataset wanted = bureau.data();
  const ColumnFile file = open_column_file(bureau.rules, passing.path).value();
  EXPECT_EQ(file.column_count(), bureau.figures.size());
  EXPECT_EQ(issue_texts(file.issues()), (std::vector<std::string>{"value-too-long k104 2026-01-08 hours  15"}));
  const Dataset got = file.dataset().value();
  for (std::size_t i = 0; i < 20; ++i) {
    EXPECT_EQ(got.officer_key(i), wanted.officer_key(i));
    const auto a = got.state().officer(i), b = wanted.state().officer(i);
    EXPECT_EQ(a->duty.size(), b->duty.size());
    EXPECT_EQ(a->presence.empty() ? kFirstDay : a->presence[0].days.first,
              i == 5 ? *Day::parse("2026-01-20") : kFirstDay);
    EXPECT_EQ(a->presence.empty(), i == 6);
    if (i == 6) continue;
    EXPECT_EQ(plain_text(got.state().roster_rows[a->presence[0].roster_row].attributes[1]),
              plain_text(wanted.state().roster_rows[b->presence[0].roster_row].attributes[1]));
    for (std::size_t m = 0; m < 3; ++m) {
      ASSERT_EQ(a->metrics[m].size(), b->metrics[m].size());
      for (std::size_t c = 0; c < a->metrics[m].size(); ++c) {
        EXPECT_EQ(a->metrics[m][c].period, b->metrics[m][c].period);
        EXPECT_EQ(a->metrics[m][c].refused, b->metrics[m][c].refused);
        EXPECT_EQ(a->metrics[m][c].value, b->metrics[m][c].value);
      }
    }
  }
}

TEST(OpenColumnFile, ADatasetOutlivesTheFileAndItsName) {
  MadeBureau bureau = small_bureau();
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  const Dataset data = open_column_file(bureau.rules, passing.path).value().dataset().value();
  std::filesystem::remove(passing.path);
  KeepingSink got(20, true), wanted(20, true);
  ASSERT_TRUE(score_into(got, compile(bureau.rules), data).ok());
  ASSERT_TRUE(score_into(wanted, compile(bureau.rules), bureau.data()).ok());
  EXPECT_TRUE(got.kept.figures == wanted.kept.figures);
}

TEST(OpenColumnFile, SomeDaysAreAsIfNothingElseWereKnown) {
  MadeBureau bureau = small_bureau();
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  const ColumnFile file = open_column_file(bureau.rules, passing.path).value();
  const Calendar& calendar = bureau.rules.calendar();
  const DayRange days{*Day::parse("2025-12-01"), *Day::parse("2026-01-13")};
  const Dataset part = file.dataset(days).value();
  EXPECT_EQ(part.span(), (DayRange{*Day::parse("2026-01-05"), *Day::parse("2026-01-13")}));
  EXPECT_EQ(part.issues().size(), 1U);
  std::erase_if(bureau.figures, [&](const auto& one) { return days.last < calendar.first_day(one.first.second); });
  bureau.set_span(*part.span());
  ScoreOptions options;
  options.provisional = true;
  KeepingSink got(20, true), wanted(20, true);
  ASSERT_TRUE(score_into(got, compile(bureau.rules), part, options).ok());
  ASSERT_TRUE(score_into(wanted, compile(bureau.rules), bureau.data(), options).ok());
  EXPECT_FALSE(got.kept.figures.empty());
  EXPECT_TRUE(got.kept.figures == wanted.kept.figures) << first_difference(got.kept, wanted.kept);
  EXPECT_FALSE(file.dataset({*Day::parse("2027-01-01"), *Day::parse("2027-01-02")}).value().span());
}

TEST(OpenColumnFile, OtherFilesAreNotTaken) {
  const CheckedRulebook rules = checked_text(kSmall);
  const PassingFile passing;
  EXPECT_EQ(refusal(rules, passing.path), "column-file-unreadable column-file-no-file No such file or directory");
  std::filesystem::create_directory(passing.path);
  EXPECT_EQ(refusal(rules, passing.path), "column-file-unreadable column-file-no-file Is a directory");
  std::filesystem::remove(passing.path);
  for (const std::string& other : {std::string(), std::string("officer,date\n"), std::string(5000, 'x')}) {
    put_bytes(passing.path, other);
    EXPECT_EQ(refusal(rules, passing.path), "column-file-unreadable column-file-no-columns");
  }
  MadeBureau bureau = small_bureau();
  write_bureau(bureau, passing.path);
  const std::string sound = bytes_of_file(passing.path);
  std::string version = sound, order = sound;
  for (const int other : {1, 3}) {
    version[16] = char(other);
    put_bytes(passing.path, version);
    EXPECT_EQ(refusal(rules, passing.path),
              "column-file-unreadable column-file-version " + std::to_string(other) + " 2");
  }
  std::swap(order[20], order[23]);
  std::swap(order[21], order[22]);
  put_bytes(passing.path, order);
  EXPECT_EQ(refusal(rules, passing.path), "column-file-unreadable column-file-byte-order");
  put_bytes(passing.path, sound);
  EXPECT_EQ(refusal(rules, passing.path), "");
}

TEST(OpenColumnFile, AFileThatWasCutIsNotTakenWhereverItWas) {
  MadeBureau bureau = small_bureau();
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  const std::string sound = bytes_of_file(passing.path);
  for (std::size_t size = 0; size < sound.size(); size += size < kHead || size + 40 > sound.size() ? 1 : 97) {
    put_bytes(passing.path, sound.substr(0, size));
    EXPECT_TRUE(refusal(bureau.rules, passing.path).starts_with("column-file-unreadable ")) << size;
  }
  put_bytes(passing.path, sound + "x");
  EXPECT_EQ(refusal(bureau.rules, passing.path), "column-file-unreadable column-file-cut");
}

TEST(OpenColumnFile, EveryAlteredByteThatIsReadIsNoticed) {
  MadeBureau bureau = small_bureau();
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  const std::string sound = bytes_of_file(passing.path);
  const Dataset wanted = bureau.data();
  std::mt19937 random(3);
  std::size_t noticed = 0, passed = 0;
  for (std::size_t round = 0; round < 600; ++round) {
    std::size_t at = round;
    while (round >= kHead && (at < kPage || sound.find_first_not_of('\0', at) > at + 8)) at = random() % sound.size();
    std::string altered = sound;
    altered[at] = char(altered[at] ^ (1 << random() % 8));
    put_bytes(passing.path, altered);
    const std::string why = refusal(bureau.rules, passing.path);
    // Between columns there are zeros that nobody reads.
    const bool is_gap = sound[at] == 0 && why.empty();
    EXPECT_TRUE(why.starts_with("column-file-unreadable ") || is_gap) << at << " " << why;
    ++(is_gap ? passed : noticed);
  }
  EXPECT_GT(noticed, 500U);
  EXPECT_LT(passed, 100U);
}

TEST(OpenColumnFile, EveryAlteredByteOfDutyAndPresenceIsNoticedAsSuch) {
  MadeBureau bureau = small_bureau();
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  const std::string sound = bytes_of_file(passing.path);
  const FileHead head = read_head(sound).value();
  const FileDirectory directory =
      read_directory(std::string_view(sound).substr(std::size_t(head.offset)), kPage, head.offset).value();
  for (const RecordPart& part : {directory.duty.at(0), directory.presence.at(0)})
    for (std::size_t at = 0; at < part.count * kRecordSize; ++at) {
      std::string altered = sound;
      altered[std::size_t(part.stored.offset) + at] ^= 4;
      put_bytes(passing.path, altered);
      EXPECT_EQ(refusal(bureau.rules, passing.path), "column-file-unreadable column-file-days") << at;
    }
}

/// The file with another directory, whose digest is right.
void put_directory(const std::string& path, const std::function<void(FileDirectory&)>& change) {
  std::string bytes = bytes_of_file(path);
  const FileHead head = read_head(bytes).value();
  FileDirectory directory =
      read_directory(std::string_view(bytes).substr(std::size_t(head.offset)), kPage, head.offset).value();
  change(directory);
  const std::string made = directory_bytes(directory);
  bytes.resize(std::size_t(head.offset));
  bytes.replace(0, kHead, head_bytes(made, head.offset));
  put_bytes(path, bytes + made);
}

TEST(OpenColumnFile, ADirectoryThatLiesIsNoticedBeforeAnyFigureIsProvedFromIt) {
  MadeBureau bureau = small_bureau();
  const PassingFile passing;
  const auto lied = [&](const std::function<void(FileDirectory&)>& change) {
    write_bureau(bureau, passing.path);
    put_directory(passing.path, change);
    return refusal(bureau.rules, passing.path);
  };
  const std::string of_figures = "column-file-unreadable column-file-figures entries 2026-01-05";
  EXPECT_EQ(lied([](FileDirectory&) {}), "");
  EXPECT_EQ(lied([](FileDirectory& all) { all.columns[0].high = 255; }), of_figures);
  EXPECT_EQ(lied([](FileDirectory& all) { --all.columns[0].high; }), of_figures);
  EXPECT_EQ(lied([](FileDirectory& all) { --all.columns[0].low; }), of_figures);
  EXPECT_EQ(lied([](FileDirectory& all) { all.columns[0].type = FigureColumn::Type::u16; }), of_figures);
  EXPECT_EQ(lied([](FileDirectory& all) { all.columns[0].absent = 20; }), of_figures);
  EXPECT_EQ(lied([](FileDirectory& all) { ++all.columns[0].stored.sum; }), of_figures);
  EXPECT_EQ(lied([](FileDirectory& all) { all.columns[0].stored.offset -= 64; }), of_figures);
  EXPECT_EQ(lied([](FileDirectory& all) { all.columns[1].period = all.columns[0].period; }),
            "column-file-unreadable column-file-directory");
  EXPECT_EQ(lied([](FileDirectory& all) { all.columns[0].period.ordinal = kLastDay.number + 1; }),
            "column-file-unreadable column-file-directory");
  EXPECT_EQ(lied([](FileDirectory& all) { ++all.attributes[0].numbers.sum; }),
            "column-file-unreadable column-file-attribute station");
  EXPECT_EQ(lied([](FileDirectory& all) { all.attributes[0].values.pop_back(); }), "column-number");
  EXPECT_EQ(lied([](FileDirectory& all) { std::swap(all.keys[0], all.keys[1]); }), "column-keys");
  EXPECT_EQ(lied([](FileDirectory& all) { all.keys.pop_back(); }),
            "column-file-unreadable column-file-attribute station");
  EXPECT_EQ(lied([](FileDirectory& all) { all.metrics[0] = "entires"; }), "column-name");
  EXPECT_EQ(lied([](FileDirectory& all) { all.statuses[0] = "leaf"; }), "column-name");
  const std::string of_days = "column-file-unreadable column-file-days";
  EXPECT_EQ(lied([](FileDirectory& all) { all.statuses.clear(); }), of_days);
  EXPECT_EQ(lied([](FileDirectory& all) { ++all.duty[0].stored.sum; }), of_days);
  EXPECT_EQ(lied([](FileDirectory& all) { ++all.duty[0].count; }), of_days);
  EXPECT_EQ(lied([](FileDirectory& all) { all.duty[0].days.last = all.duty[0].days.first; }), of_days);
  EXPECT_EQ(lied([](FileDirectory& all) { all.presence[0].stored.offset -= 64; }), of_days);
  EXPECT_EQ(lied([](FileDirectory& all) { all.span = DayRange{kLastDay, kFirstDay}; }), "span-backwards");
}

TEST(OpenColumnFile, AnotherRulebookTakesItWhereItHasItsNamesGrainsAndCalendar) {
  MadeBureau bureau = small_bureau();
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string text = kSmall;
    text.replace(text.find(from), from.size(), to);
    return refusal(checked_text(text), passing.path);
  };
  EXPECT_EQ(with("at: 15", "at: 14"), "");
  EXPECT_EQ(with("attributes: {", "attributes: {more: {type: text}, "), "");
  EXPECT_EQ(with("role: ", "post: "), "column-name");
  EXPECT_EQ(with("leave: ", "leaves: "), "column-name");
  EXPECT_EQ(with("hours: {fold", "hours: {per: week, fold"), "column-grain");
  EXPECT_EQ(with("attributes:", "calendar: {week: {starts: sun}}\nattributes:"), "column-file-calendar");
  // A range that the figures do not keep: they are looked at, and refused as columns in memory are.
  std::string text = kSmall;
  text.replace(text.find("[0, 20]"), 7, "[0, 9]");
  MadeBureau narrow = small_bureau();
  narrow.rules = checked_text(text);
  const ColumnFile file = open_column_file(narrow.rules, passing.path).value();
  EXPECT_GT(file.issues().size(), 100U);
  EXPECT_EQ(issue_texts(file.issues()), issue_texts(narrow.data().issues()));
}

TEST(OpenColumnFile, ColumnsBehindTheEndAreIgnoredWithAnIssueEach) {
  MadeBureau bureau = small_bureau();
  bureau.set_span({*Day::parse("2026-01-05"), *Day::parse("2026-01-30")});
  compare_bureau_with_file(bureau, {});
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  const auto issues = open_column_file(bureau.rules, passing.path).value().issues();
  EXPECT_EQ(std::count_if(issues.begin(), issues.end(), [](const RowIssue& one) { return one.reason == "after-span"; }),
            4);  // two metrics, two days
}

}  // namespace
}  // namespace cwp
