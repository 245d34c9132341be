// RuleReader: numbers, dates and names: texts that YAML must not convert for us.

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "cwp/nearest.hpp"
#include "load/rule_reader.hpp"
#include "text/visible_sign.hpp"

namespace cwp {
namespace {

constexpr std::string_view kReserved[] = {
    // the grammar's words and the grains
    "and", "or", "not", "in", "true", "false", "date", "per", "over", "last", "to", "by", "all", "where", "day", "week",
    "month", "quarter", "half", "year",
    // what a formula says of an officer or a score
    "total", "rank", "grade", "period", "officer", "group", "reachable", "coverage", "state", "full", "points",
    "vetoes", "reason"};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Full-width forms as their plain ones.
std::string plain(std::string_view text) {
  utf8proc_uint8_t* raw = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &raw, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  std::string out = size < 0 ? std::string(text) : std::string(reinterpret_cast<char*>(raw), static_cast<size_t>(size));
  std::free(raw);  // utf8proc allocates with malloc
  return out;
}

/// `1.5` and 3 as `1500`.
std::optional<std::string> shifted(std::string number, int places) {
  if (places < -18 || places > 18) return std::nullopt;
  std::size_t point = number.find('.');
  if (point == std::string::npos)
    point = number.size();
  else
    number.erase(point, 1);
  const long wanted = static_cast<long>(point) + places;
  if (wanted <= 0) number.insert(0, static_cast<std::size_t>(1 - wanted), '0');
  const auto at = static_cast<std::size_t>(std::max(wanted, 1L));
  if (at > number.size()) number.append(at - number.size(), '0');
  if (at < number.size()) number.insert(at, 1, '.');
  return number;
}

/// How a number that was written in another way is written here; nothing when it is no number.
std::optional<std::string> meant_number(std::string_view written, bool percent) {
  if (written.size() > 60) return std::nullopt;
  std::string text = plain(written);
  for (const char gone : {' ', ',', '_', '\'', '\t'})
    text.erase(std::remove(text.begin(), text.end(), gone), text.end());
  text.erase(std::min(text.find('#'), text.size()));  // a comment without the blank before it
  while (!text.empty() && static_cast<unsigned char>(text.back()) >= 0x80) text.pop_back();  // a unit
  bool had_percent = false;
  while (!text.empty() && text.back() == '%') {
    text.pop_back();
    had_percent = true;
  }
  std::string sign;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    if (text.front() == '-') sign = "-";
    text.erase(0, 1);
  }
  int places = 0;
  if (const std::size_t e = text.find_first_of("eE"); e != std::string::npos) {
    std::string power = text.substr(e + 1);
    const bool down = !power.empty() && power.front() == '-';
    if (!power.empty() && (power.front() == '-' || power.front() == '+')) power.erase(0, 1);
    if (power.empty() || power.size() > 2 || !std::all_of(power.begin(), power.end(), is_digit)) return std::nullopt;
    places = std::atoi(power.c_str()) * (down ? -1 : 1);
    text.erase(e);
  }
  if (text.empty() || std::count(text.begin(), text.end(), '.') > 1 ||
      !std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; }) || text == ".")
    return std::nullopt;
  auto moved = places == 0 ? text : shifted(text, places);
  if (!moved) return std::nullopt;
  text = *moved;
  if (text.front() == '.') text.insert(0, "0");
  if (text.back() == '.') text.pop_back();
  while (text.size() > 1 && text[0] == '0' && text[1] != '.') text.erase(0, 1);
  if (places != 0 && text.find('.') != std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  if (!Decimal::parse(sign + text)) return std::nullopt;
  return sign + text + (had_percent && percent ? "%" : "");
}

struct DateParts {
  int year = 0, month = 0, day = 0;
};

/// Year, month and day as written with any signs between them (`2026/3/1`, `2026年3月1日`, `20260301`).
std::optional<DateParts> date_parts(std::string_view written) {
  if (written.size() > 40) return std::nullopt;
  const std::string text = plain(written);
  std::vector<std::string> numbers;
  bool inside = false;
  for (const char c : text) {
    if (is_digit(c)) {
      if (!inside) numbers.emplace_back();
      numbers.back() += c;
    }
    inside = is_digit(c);
  }
  if (numbers.size() == 1 && numbers[0].size() == 8)
    numbers = {numbers[0].substr(0, 4), numbers[0].substr(4, 2), numbers[0].substr(6, 2)};
  if (numbers.size() != 3 || numbers[0].size() != 4 || numbers[1].size() > 2 || numbers[2].size() > 2)
    return std::nullopt;
  return DateParts{std::atoi(numbers[0].c_str()), std::atoi(numbers[1].c_str()), std::atoi(numbers[2].c_str())};
}

/// Those of a month or year that is written in place of a day: `2026-03`, `2026年`.
std::optional<DayRange> days_of(std::string_view written) {
  const Calendar calendar{CalendarRules()};
  const std::string label = period_meant(written, calendar);
  const auto period = label.empty() ? std::nullopt : Period::parse(label, calendar);
  if (!period || period->grain == Grain::day || period->grain == Grain::week) return std::nullopt;
  return calendar.days(*period);
}

/// A range or list of dates that was written in another way: `2026/1/1至2026/1/3`, `2026-01-01, 2026-01-03`. Nothing
/// for what holds something else.
std::optional<std::string> meant_dates(std::string_view written) {
  if (written.size() > 400) return std::nullopt;
  const std::string text = plain(written);
  std::string digits;
  std::vector<std::string> days;
  std::size_t runs = 0;
  bool inside = false, listed = false;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : '\0';
    const bool ends_run = inside && !is_digit(c);
    if (is_digit(c)) digits += c;
    if (ends_run) ++runs;
    if (ends_run && (runs == 3 || (runs == 1 && digits.size() == 8))) {
      const auto parts = date_parts(digits);
      const auto day = parts ? Day::from_date(parts->year, parts->month, parts->day) : std::nullopt;
      if (!day) return std::nullopt;
      days.push_back(day->to_text());
      digits.clear();
      runs = 0;
    } else if (ends_run) {
      digits += '-';
    }
    listed = listed || c == ',' || text.compare(at, 3, "、") == 0;
    inside = is_digit(c);
  }
  if (days.size() < 2 || !digits.empty() || (days.size() > 2 && !listed)) return std::nullopt;
  if (!listed) return days[0] + ".." + days[1];
  std::string all;
  for (const std::string& day : days) all += (all.empty() ? "[" : ", ") + day;
  return all + "]";
}

/// The code point at `at` of UTF-8 text, and its size; -1 at the end or in bad text.
utf8proc_int32_t code_point(std::string_view text, std::size_t at, std::size_t& size) {
  utf8proc_int32_t point = -1;
  const auto step = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  size = step > 0 ? static_cast<std::size_t>(step) : 1;
  return step > 0 ? point : -1;
}

bool is_letter(utf8proc_int32_t point) {
  if (point < 0) return false;
  if (point < 0x80) return point == '_' || ((point | 0x20) >= 'a' && (point | 0x20) <= 'z');
  const auto category = utf8proc_category(point);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

}  // namespace

std::size_t name_end(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t size = 1;
    const auto point = code_point(text, at, size);
    const bool digit = point >= '0' && point <= '9';
    if (!is_letter(point) && (at == 0 || !digit)) break;
    at += size;
  }
  return at;
}

std::optional<Decimal> RuleReader::number(const YamlNode& node, bool percent) {
  const SourceText* found = scalar(node);
  if (found == nullptr) return std::nullopt;
  const std::string_view written = trimmed(found->text);
  const bool with_sign = percent && written.ends_with('%');
  const std::string_view digits = with_sign ? written.substr(0, written.size() - 1) : written;
  auto number = Decimal::parse(digits);
  if (number && with_sign) {
    if (number->decimals > 16) return report("number-expected", node, {}), std::nullopt;
    number->decimals = static_cast<std::uint8_t>(number->decimals + 2);
  }
  if (number) return number;
  if (const auto meant = meant_number(written, percent))
    report("number-format", node, {std::string(written), *meant});
  else
    report("number-expected", node);
  return std::nullopt;
}

std::optional<int> RuleReader::integer(const YamlNode& node, int low, int high) {
  const auto number = this->number(node);
  if (!number) return std::nullopt;
  const Decimal least{low, 0}, most{high, 0};
  if (number->decimals == 0 && least <= *number && *number <= most) return static_cast<int>(number->units);
  report("integer-range", node, {std::to_string(low), std::to_string(high)});
  return std::nullopt;
}

std::optional<Day> RuleReader::day(std::string_view text, const YamlNode& node) {
  const std::string_view written = trimmed(text);
  if (const auto day = Day::parse(written)) return day;
  std::string meant = "2026-03-01";
  if (const auto parts = date_parts(written)) {
    const auto day = Day::from_date(parts->year, parts->month, parts->day);
    int last = 31;
    while (last > 27 && !Day::from_date(parts->year, parts->month, last)) --last;
    if (!day && parts->day > last && last > 27)
      return report("no-such-date", node, {std::string(written), std::to_string(last)}), std::nullopt;
    if (day) meant = day->to_text();
  } else if (const auto days = days_of(written)) {
    meant = days->first.to_text();
  }
  report("date-expected", node, {meant});
  return std::nullopt;
}

std::optional<Day> RuleReader::date(const YamlNode& node) {
  const SourceText* found = scalar(node);
  if (found == nullptr) return std::nullopt;
  return day(found->text, node);
}

std::optional<DayRange> RuleReader::dates(const YamlNode& node) {
  const SourceText* found = scalar(node);
  if (found == nullptr) return std::nullopt;
  const std::string_view text = found->text;
  const std::size_t dots = text.find("..");
  const bool sound = Day::parse(trimmed(text.substr(0, dots))) &&
                     (dots == std::string_view::npos || Day::parse(trimmed(text.substr(dots + 2))));
  if (const auto meant = sound ? std::nullopt : meant_dates(text))
    return report("date-expected", node, {*meant}), std::nullopt;
  if (const auto days = sound || dots != std::string_view::npos ? std::nullopt : days_of(text))
    return report("date-expected", node, {days->first.to_text() + ".." + days->last.to_text()}), std::nullopt;
  const auto first = day(text.substr(0, dots), node);
  const auto last = dots == std::string_view::npos ? first : day(text.substr(dots + 2), node);
  if (!first || !last) return std::nullopt;
  if (*first <= *last) return DayRange{*first, *last};
  report("dates-reversed", node, {first->to_text(), last->to_text()});
  return std::nullopt;
}

Name RuleReader::own_name(const YamlNode& node) {
  const SourceText* found = scalar(node);
  if (found == nullptr) return {"", head(node)};
  const std::size_t end = name_end(found->text);
  if (end < found->text.size()) {
    std::size_t size = 1;
    code_point(found->text, end, size);
    report("name-format", found->place(end, end + size), {visible_sign(found->text.substr(end, size))});
  }
  return {found->text, found->place()};
}

Name RuleReader::name(const YamlNode& node) {
  Name name = own_name(node);
  if (std::find(std::begin(kReserved), std::end(kReserved), name.value) != std::end(kReserved))
    report("reserved-name", name.place, {name.value});
  return name;
}

}  // namespace cwp
