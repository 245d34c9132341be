#include "io/plain_chunk.hpp"

#include <bit>
#include <cstring>

#include "io/csv_scanner.hpp"
#include "row/written_date.hpp"

namespace cwp {
namespace {

constexpr std::size_t kEight = sizeof(std::uint64_t);

/// The digits at the front of eight bytes, at most seven of them, and the number that they are.
struct ShortNumber {
  std::size_t digits = 0;  ///< 8: or more
  std::uint32_t value = 0;
};

ShortNumber short_number(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, kEight);
  bytes ^= 0x3030303030303030;  // digits become 0 to 9
  const std::uint64_t others = (((bytes & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676) | bytes) & 0x8080808080808080;
  const std::size_t digits = others == 0 ? kEight : std::size_t(std::countr_zero(others)) / 8;
  if (digits == 0) return {};
  // The last digit goes into the highest byte; then neighbours join, in pairs, fours and eight.
  bytes <<= 8 * (kEight - digits);
  bytes = bytes * 10 + (bytes >> 8);
  const std::uint64_t joined =
      (bytes & 0x000000FF000000FF) * 0x000F424000000064 + ((bytes >> 16) & 0x000000FF000000FF) * 0x0000271000000001;
  return {digits, std::uint32_t(joined >> 32)};
}

}  // namespace

const char* PlainChunk::field_end(const char* at) const {
  while (!ends_field(*at)) ++at;
  return at;
}

const char* PlainChunk::take_officer(const char* at) {
  const char* const end = field_end(at);
  const std::string_view key(at, std::size_t(end - at));
  if (key.empty() || key.front() == '"') return nullptr;
  // Officers mostly stand in the order of the roster, or in that of the row before.
  const std::uint32_t next = last_officer_ + 1;
  if (last_officer_ < file_.keys.size() && file_.keys.key(last_officer_) == key) {
    // the same again
  } else if (next < file_.keys.size() && file_.keys.key(next) == key) {
    last_officer_ = next;
  } else {
    const auto found = file_.keys.find(key);
    if (!found) return nullptr;
    last_officer_ = *found;
  }
  file_.sheet.officers[row_] = last_officer_;
  return end;
}

PlainChunk::Date PlainChunk::read_date(std::string_view text) const {
  const Calendar& calendar = file_.rules.calendar();
  const WrittenDate written(text, calendar);
  Date date;
  if (!written.readable()) return date;
  if (const auto period = written.period(file_.sheet.grain, calendar)) {
    date.usable = true;
    date.period = period->ordinal;
    if (written.day) date.day = written.day->number;
  }
  return date;
}

const char* PlainChunk::take_date(const char* at) {
  const char* const end = field_end(at);
  const std::string_view text(at, std::size_t(end - at));
  if (text.empty() || text.front() == '"') return nullptr;
  if (text != last_date_text_) {
    last_date_text_ = text;
    const auto [known, fresh] = dates_.try_emplace(last_date_text_);
    if (fresh) known->second = read_date(text);
    last_date_ = known->second;
  }
  if (!last_date_.usable) return nullptr;
  file_.sheet.periods[row_] = last_date_.period;
  file_.sheet.days[row_] = last_date_.day;
  return end;
}

const char* PlainChunk::take_figure(const char* at, const PlainReader::Field& field) {
  const PlainColumn& column = file_.sheet.columns[field.column];
  const ShortNumber number = short_number(at);
  if (number.digits == 0) {  // nothing, or nothing that is a number
    if (column.small)
      column.small[row_] = PlainColumn::kNoSmall;
    else
      column.large[row_] = PlainColumn::kNoLarge;
    return at;
  }
  const bool is_padded = *at == '0' && number.digits > 1;
  const char* const end = at + number.digits;
  if (number.digits == kEight || is_padded) return nullptr;
  if (*end == '.' && field.places > 0) return take_places(end + 1, number.value, number.digits, field);
  if (number.value - field.least > field.span) return nullptr;
  if (column.small)
    column.small[row_] = std::uint16_t(number.value);
  else
    column.large[row_] = std::int32_t(number.value << PlainColumn::kPlaces);
  return end;
}

/// What stands behind the point.
const char* PlainChunk::take_places(const char* at, std::uint32_t whole, std::size_t digits,
                                    const PlainReader::Field& field) {
  const ShortNumber behind = short_number(at);
  if (behind.digits == 0 || digits + behind.digits > kEight) return nullptr;
  if (behind.digits > std::size_t(field.places)) return nullptr;
  std::int64_t power = 1;
  for (std::size_t i = 0; i < behind.digits; ++i) power *= 10;
  const Decimal value{std::int64_t{whole} * power + behind.value, std::uint8_t(behind.digits)};
  const Metric& metric = *field.promises;
  if ((metric.min && value < *metric.min) || (metric.max && *metric.max < value)) return nullptr;
  file_.sheet.columns[field.column].large[row_] =
      std::int32_t(value.units << PlainColumn::kPlaces | std::int64_t(behind.digits));
  return at + behind.digits;
}

/// The end of the row, at its line break or the end of the text; null when it is not plain.
const char* PlainChunk::take_row(const char* at) {
  for (const PlainReader::Field& field : file_.fields) {
    switch (field.role) {
      case PlainReader::Field::Role::figure:
        at = take_figure(at, field);
        break;
      case PlainReader::Field::Role::officer:
        at = take_officer(at);
        break;
      case PlainReader::Field::Role::date:
        at = take_date(at);
        break;
      case PlainReader::Field::Role::nothing:
        at = *at == '"' ? nullptr : field_end(at);
        break;
    }
    if (at == nullptr) return nullptr;
    const bool last = &field == &file_.fields.back();
    if (last) return ends_field(*at) && *at != file_.delimiter ? at : nullptr;
    if (*at != file_.delimiter) return nullptr;
    ++at;
  }
  return nullptr;
}

/// Goes on behind the row at byte `at`, which is not plain.
void PlainChunk::leave(std::size_t& at) {
  const std::string_view text = file_.text;
  if (file_.quoted) {
    CsvScanner scanner(text, file_.delimiter, at, line_);
    const bool found = scanner.next();
    if (found && scanner.begin() != at) {  // blank; the next one may be plain
      at = scanner.begin();
      line_ = scanner.line();
      return;
    }
    left_.push_back({at, line_, !found});
    if (!found) {
      at = end_;
      return;
    }
    at = scanner.behind();
    line_ = scanner.next_line();
    return;
  }
  const std::size_t begin = at;
  at = std::min(text.find_first_of("\r\n", at), text.size());
  const char blanks[] = {file_.delimiter, ' ', '\t'};
  const std::string_view row = text.substr(begin, at - begin);
  if (row.find_first_not_of({blanks, sizeof blanks}) != std::string_view::npos) left_.push_back({begin, line_});
  if (at < text.size()) at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  ++line_;
}

void PlainChunk::read() {
  const std::string_view text = file_.text;
  std::size_t at = begin_;
  while (at < end_) {
    const char* const stop = take_row(text.data() + at);
    if (stop == nullptr) {
      leave(at);
      continue;
    }
    file_.sheet.lines[row_++] = line_++;
    at = std::size_t(stop - text.data());
    if (at < end_) at += text[at] == '\r' && at + 1 < end_ && text[at + 1] == '\n' ? 2 : 1;
  }
}

}  // namespace cwp
