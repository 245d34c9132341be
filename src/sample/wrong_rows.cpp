#include "sample/wrong_rows.hpp"

#include <algorithm>

namespace cwp {
namespace {

/// Of a thousand rows.
constexpr std::int64_t kWrong = 3, kLate = 4;
/// Of each fifty officers the first has one row of each kind of mistake for sure.
constexpr std::uint32_t kSureEvery = 50;
constexpr std::size_t kSureRow = 1, kSureStep = 2;

enum class Slip : std::uint8_t { misspelt, impossible, unknown };
constexpr std::uint32_t kSlips = 3;

/// `12` becomes `l2`, `30` becomes `3O`, `7` becomes `7?`.
std::string misspelt(std::string text) {
  for (char& c : text) {
    if (c != '1' && c != '0') continue;
    c = c == '1' ? 'l' : 'O';
    return text;
  }
  return text + "?";
}

std::string unknown_key(std::string key) {
  key.front() = 'a';
  return key;
}

/// The first cell that has something; all cells may be empty.
std::optional<std::size_t> filled_cell(const SampleRow& row, const Impossible& impossible, bool impossible_only) {
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (!row.cells[i].empty() && (!impossible_only || !impossible[i].empty()) && impossible[i] != "-") return i;
  return std::nullopt;
}

void spoil(SampleRow& row, Slip slip, const Impossible& impossible) {
  if (slip == Slip::unknown) {
    row.officer = unknown_key(std::move(row.officer));
    return;
  }
  const auto cell = filled_cell(row, impossible, slip == Slip::impossible);
  if (cell && slip == Slip::impossible)
    row.cells[*cell] = impossible[*cell];
  else if (const auto any = filled_cell(row, impossible, false))
    row.cells[*any] = misspelt(std::move(row.cells[*any]));
  else
    row.officer = unknown_key(std::move(row.officer));
}

std::string beyond(const std::optional<Decimal>& min, const std::optional<Decimal>& max) {
  if (max) return (Rational(*max) + Rational(11)).rounded(0, Rounding::up).to_text();
  return min ? (Rational(*min) - Rational(3)).rounded(0, Rounding::up).to_text() : "";
}

/// A row on a day on which he was not there, for who came or left within the span.
void add_row_of_absence(std::vector<SampleRow>& rows, const SampleWorld& world, const OfficerLife& officer,
                        Random& random) {
  const std::int32_t days = std::int32_t(random.between(2, 9));
  const Day before = officer.present.first - days, after = officer.present.last + days;
  if (rows.empty() || !(random.thousandths(300) || officer.number <= 3)) return;
  SampleRow row = rows.front();
  if (!Day::parse(row.date)) return;  // a month in part is a month
  if (world.span.contains(after))
    row.date = after.to_text();
  else if (world.span.contains(before))
    row.date = before.to_text();
  else
    return;
  rows.push_back(std::move(row));
}

}  // namespace

Impossible impossible_figures(const SampleWorld& world, const std::vector<std::uint32_t>& metrics) {
  Impossible impossible;
  for (const std::uint32_t i : metrics) {
    const Metric& metric = world.rulebook().metrics[i];
    std::string figure = beyond(metric.min, metric.max);
    const bool counts =
        metric.type == NumberType::u8 || metric.type == NumberType::u16 || metric.type == NumberType::u32;
    if (figure.empty() && counts) figure = "-1";
    if (metric.type == NumberType::boolean) figure = "2";
    impossible.push_back(std::move(figure));
  }
  return impossible;
}

Impossible impossible_facts(const EventTable& table) {
  Impossible impossible;
  for (const EventColumn& column : table.columns) {
    if (column.type == AttributeType::number)
      impossible.push_back(beyond(column.min, column.max));
    else if (column.type == AttributeType::boolean)
      impossible.push_back("2");
    else
      impossible.push_back("-");  // a text is never misspelt, it is another
  }
  return impossible;
}

void spoil_rows(std::vector<SampleRow>& rows, const Impossible& impossible, const SampleWorld& world,
                const OfficerLife& officer, std::string_view what) {
  Random random(world.seed, "wrong " + std::string(what), officer.number);
  const bool sure = officer.number % kSureEvery == 1;
  std::vector<SampleRow> punctual, late;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::uint32_t slip = random.below(kSlips);
    bool wrong = random.thousandths(kWrong);
    if (sure && i >= kSureRow && (i - kSureRow) % kSureStep == 0 && (i - kSureRow) / kSureStep < kSlips) {
      wrong = true;
      slip = std::uint32_t((i - kSureRow) / kSureStep);
    }
    if (wrong) spoil(rows[i], Slip(slip), impossible);
    (random.thousandths(kLate) ? late : punctual).push_back(std::move(rows[i]));
  }
  std::move(late.begin(), late.end(), std::back_inserter(punctual));
  rows = std::move(punctual);
  add_row_of_absence(rows, world, officer, random);
}

}  // namespace cwp
