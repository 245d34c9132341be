#pragma once
// Input files as they come, for a rulebook of their own.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "checked_text.hpp"

namespace cwp {

inline constexpr std::string_view kRulesOfMadeFiles = R"yaml(cwp: 1
id: two_ways
attributes: {area: {one_of: [urban, rural], default: urban}, years: {type: number}}
duty: {leave: exempt}
metrics:
  visits: {type: u16}
  few: {type: u8, range: [2, 30], on_duplicate: max}
  hours: {on_duplicate: sum, decimals: 2}
  level: {fold: last, on_duplicate: last, range: [-3, 4.5]}
  rate: {unit: "%", fold: mean, absent: missing}
  survey: {per: month, fold: last}
  held: {per: month, fold: last, absent: carry}
categories:
  - id: work
    items:
      - {id: a, per: month, points: visits + few + hours + level, if_missing: zero}
      - {id: b, per: month, points: "first_of(rate, 0) + survey + mean(visits by area) + first_of(years, 1)", if_missing: zero}
      - {id: c, per: month, points: "ratio(held, few, 0)", applies: area = 'urban', if_missing: zero}
assessments: {month: {total: work}}
rankings: [{id: all, every: month, of: total}, {id: here, every: month, by: area, of: total}]
)yaml";

/// Files like those that come, with all that may be wrong with them now and then.
class FileMaker {
 public:
  FileMaker(unsigned seed, int trouble) : random_(seed), trouble_(trouble) {}

  std::string roster() {
    const bool with_days = trouble() && one_in(3);
    std::string text = with_days ? "officer,from,area,years" : "officer,area,years";
    end_line(text);
    for (int i = 1; i <= kOfficers; ++i) {
      const int officer = trouble() && one_in(20) ? pick(kOfficers) : i;
      row(text,
          {officer_key(officer), pick_of({"urban", "rural", ""}),
           trouble() ? pick_of({"3", "x", " 4", "2.5"}) : std::to_string(pick(9))},
          with_days ? pick_of({"", "2026-03-02", "2026-3-5"}) : std::optional<std::string>());
    }
    return text;
  }
  std::string days() {
    std::string text = "officer,date,visits,few,hours,level,rate";
    end_line(text);
    for (int i = 1; i <= kOfficers; ++i)
      for (int day = 1; day <= 4; ++day) {
        if (trouble() && one_in(6)) continue;
        std::vector<std::string> fields = {officer_key(trouble() && one_in(25) ? pick(kOfficers + 2) : i), date(day)};
        for (int metric = 0; metric < 5; ++metric) fields.push_back(figure(metric));
        row(text, std::move(fields));
      }
    spoil(text);
    return text;
  }
  std::string months() {
    std::string text = "survey,officer,date,held";
    end_line(text);
    for (int i = kOfficers; i >= 1; --i)
      row(text, {figure(4), officer_key(i), pick_of({"2026-03", "2026-03-01"}), figure(2)});
    return text;
  }
  int pick(int most) { return std::uniform_int_distribution(1, most)(random_); }
  bool one_in(int times) { return pick(times) == 1; }

 private:
  static constexpr int kOfficers = 7;

  bool trouble() { return trouble_ > 0 && one_in(trouble_); }
  std::string pick_of(std::initializer_list<std::string> texts) {
    return *(texts.begin() + pick(int(texts.size())) - 1);
  }
  std::string officer_key(int officer) {
    const std::string key = std::to_string(officer * 7);
    return trouble() ? pick_of({" " + key, "\"" + key + "\"", key, "0" + key, "", "\xE6\x9D\x8E"}) : key;
  }
  std::string date(int day) {
    const std::string plain = "2026-03-0" + std::to_string(day);
    if (!trouble()) return plain;
    return pick_of({"2026-3-" + std::to_string(day), "2026/03/0" + std::to_string(day) + " 0:00", "46082", "2026-W10",
                    "2026-13-01", "", " " + plain + " ", "\"" + plain + "\"", "2026-03", plain + "x"});
  }
  std::string figure(int metric) {
    const std::string whole = std::to_string(metric == 1 ? 1 + pick(29) : pick(40));
    if (metric == 2 && one_in(3)) return whole + "." + pick_of({"5", "25", "50", "0"});
    if (metric == 3) return std::to_string(pick(4));
    if (!trouble()) return one_in(9) ? "" : whole;
    return pick_of({"-1",
                    "0",
                    "-0",
                    "007",
                    "1.5",
                    "2.",
                    ".5",
                    "65535",
                    "65534",
                    "65536",
                    "12345678",
                    "123456789012345678901",
                    "\"" + whole + "\"",
                    "\"1\"\"2\"",
                    " " + whole,
                    "4.625",
                    "4.5",
                    "99.99999999",
                    "1,234",
                    "\"1,234\"",
                    "\xEF\xBC\x91",
                    "x",
                    "92%",
                    "\"a\nb\"",
                    "1\"2",
                    "",
                    "9999999.9",
                    "1e3",
                    "+1"});
  }
  void end_line(std::string& text) { text += trouble() ? pick_of({"\r\n", "\r", "\n\n", "\n,,\n"}) : "\n"; }
  void row(std::string& text, std::vector<std::string> fields, const std::optional<std::string>& from = {}) {
    if (from) fields.insert(fields.begin() + 1, *from);
    if (trouble() && one_in(8)) fields.pop_back();
    if (trouble() && one_in(8)) fields.emplace_back();
    for (std::size_t i = 0; i < fields.size(); ++i) text += (i > 0 ? "," : "") + fields[i];
    end_line(text);
  }
  /// Single bytes, and an end that comes too early.
  void spoil(std::string& text) {
    for (int i = 0; trouble_ > 0 && i < 2 && one_in(3); ++i)
      text[std::size_t(pick(int(text.size()) - 1))] = ",\"\n\r 1."[std::size_t(pick(7) - 1)];
    if (trouble() && one_in(2)) text.resize(std::size_t(pick(int(text.size()))));
    if (one_in(3)) text.pop_back();
  }

  std::mt19937 random_;
  int trouble_;
};

/// A folder that is gone with the test.
struct FolderOfFiles {
  FolderOfFiles() { std::filesystem::create_directories(folder); }
  ~FolderOfFiles() { std::filesystem::remove_all(folder); }
  FolderOfFiles(const FolderOfFiles&) = delete;
  FolderOfFiles& operator=(const FolderOfFiles&) = delete;
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return (folder / name).string();
  }
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      ("cwp-made-files-" + std::to_string(getpid()) + "-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
};

}  // namespace cwp
