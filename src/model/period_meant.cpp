#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "cwp/nearest.hpp"

namespace cwp {
namespace {

/// Runs of digits: `2026-3` is 2026 and 3.
std::vector<std::string> digit_runs(std::string_view text) {
  std::vector<std::string> runs;
  bool in_run = false;
  for (const char c : text) {
    const bool is_digit = '0' <= c && c <= '9';
    if (is_digit && !in_run) runs.emplace_back();
    if (is_digit) runs.back() += c;
    in_run = is_digit;
  }
  return runs;
}

/// `202603` and `20260305` in their parts.
void cut_apart(std::vector<std::string>& runs) {
  if (runs.size() != 1 || (runs[0].size() != 6 && runs[0].size() != 8)) return;
  const std::string all = runs[0];
  runs = {all.substr(0, 4), all.substr(4, 2)};
  if (all.size() == 8) runs.push_back(all.substr(6));
}

bool has_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::string with_two_digits(const std::string& number) { return number.size() == 1 ? "0" + number : number; }

}  // namespace

std::string period_meant(std::string_view text, const Calendar& calendar) {
  std::vector<std::string> runs = digit_runs(text);
  cut_apart(runs);
  if (runs.empty() || runs.size() > 3 || runs[0].size() != 4) return {};
  std::string label = runs[0];
  if (has_one_of(text, {"上半年"})) {
    label += "-H1";
  } else if (has_one_of(text, {"下半年"})) {
    label += "-H2";
  } else if (runs.size() == 2 && has_one_of(text, {"Q", "q", "季"})) {
    label += "-Q" + runs[1];
  } else if (runs.size() == 2 && has_one_of(text, {"H", "h", "半年"})) {
    label += "-H" + runs[1];
  } else if (runs.size() == 2 && has_one_of(text, {"W", "w", "周"})) {
    label += "-W" + with_two_digits(runs[1]);
  } else {
    for (std::size_t i = 1; i < runs.size(); ++i) label += "-" + with_two_digits(runs[i]);
  }
  return Period::parse(label, calendar) ? label : std::string();
}

}  // namespace cwp
