#include "bench/r36_days/rulebook.hpp"

#include <array>
#include <cstddef>

#include "bench/r36/definition.hpp"

namespace cwp::r36 {
namespace {

struct GrainOfR36 {
  std::string name;
  int factor;
};
const std::array<GrainOfR36, 3> kGrains{{{"day", kDay}, {"week", kWeek}, {"month", kMonth}}};

/// `0.155` of 155 thousandths.
std::string thousandths(int number) {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
  return digits.insert(digits.size() - 3, ".");
}
std::string metric(int number) { return "m" + std::to_string(number); }
std::string at(int item) { return std::to_string(item); }

std::string bands(int item, int factor) {
  std::string rows = "[0, " + thousandths(10 * band_cents(item, 0)) + "]";
  for (int band = 0; band < 5; ++band)
    // On a day two thresholds may be one: what the higher gives counts.
    if (band == 4 || band_begins(item, band, factor) < band_begins(item, band + 1, factor))
      rows += ", [" + std::to_string(band_begins(item, band, factor)) + ", " +
              thousandths(10 * band_cents(item, band + 1)) + "]";
  return "full: 8, bands: {of: " + metric(item) + ", table: [" + rows + "]}";
}

std::string form_of(int item, int factor) {
  const auto number = static_cast<std::size_t>(item);
  if (item < kBandsFrom)
    return "full: " + at(kAwardMost[number] / 100) + ", award: {of: " + metric(item) +
           ", each: " + thousandths(kAwardEach[number] * factor) + "}";
  if (item < kRatioFrom) return bands(item, factor);
  if (item < kDeductFrom)
    return "full: 10, points: \"ratio(10 * " + metric(item) + ", " + metric(item + kDivisorBehind) + ", 0)\"";
  if (item < kShareOfMean)
    return "full: 8, deduct: {of: " + metric(item) +
           ", each: " + thousandths(kDeductEach[number - static_cast<std::size_t>(kDeductFrom)]) + "}";
  if (item == kShareOfMean) return "full: 10, points: \"ratio(5 * m0, mean(m0 by station), 0)\"";
  return "full: 10, points: \"6 + " + thousandths(40 * factor) + " * (m12 - mean(m12 by station))\"";
}

}  // namespace

std::string rulebook_of_days() {
  std::string text =
      "cwp: 1\nid: r36_days\npoints: {decimals: 2, rounding: half_up, carry: shown}\n"
      "calendar: {workdays: [mon, tue, wed, thu, fri, sat, sun]}\n"
      "attributes: {station: {type: text}}\nmetrics:\n";
  for (int number = 0; number < kMetrics; ++number)
    text += "  " + metric(number) + ": {type: u16, range: [0, " + at(kDaily[static_cast<std::size_t>(number)]) +
            "], absent: zero}\n";
  text += "categories:\n";
  for (int category = 0; category < kCategories; ++category) {
    text += "  - id: " + std::string(1, static_cast<char>('a' + category)) + "_\n    items:\n";
    for (const GrainOfR36& grain : kGrains)
      for (int item = category; item < kItems; item += kCategories)
        text += "      - {id: " + grain.name + at(item) + ", per: " + grain.name + ", roll_up: none, " +
                form_of(item, grain.factor) + "}\n";
  }
  text += "assessments:\n";
  for (const GrainOfR36& grain : kGrains) text += "  " + grain.name + ": {total: 40% * a_ + 35% * b_ + 25% * c_}\n";
  text += "rankings:\n";
  for (const GrainOfR36& grain : kGrains)
    text += "  - {id: station_" + grain.name + ", every: " + grain.name + ", by: station, of: total}\n  - {id: all_" +
            grain.name + ", every: " + grain.name + ", of: total}\n";
  return text;
}

}  // namespace cwp::r36
