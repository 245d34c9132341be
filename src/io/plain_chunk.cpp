#include "io/plain_chunk.hpp"

#include <algorithm>

#include "io/csv_scanner.hpp"
#include "kernel/few_digits.hpp"
#include "row/same_bytes.hpp"
#include "row/written_date.hpp"

namespace cwp {
namespace {

using Role = PlainReader::Field::Role;

}  // namespace

void PlainChunk::form_runs() {
  for (std::size_t i = 0; i < file_.fields.size(); ++i) {
    const PlainReader::Field& field = file_.fields[i];
    const bool small = field.role == Role::figure && file_.sheet.columns[field.column].small != nullptr;
    if (small && !runs_.empty() && runs_.back().small)
      ++runs_.back().count;
    else
      runs_.push_back({field.role, small, i, 1, small_columns_.size()});
    if (!small) continue;
    least_.push_back(field.least);
    span_.push_back(field.span);
    small_columns_.push_back(file_.sheet.columns[field.column].small);
  }
  tile_stride_ = small_columns_.size() + kFieldGroup;
  tile_.resize(tile_stride_ * kTileRows);
  low_.resize(small_columns_.size(), PlainColumn::kNoSmall);
  high_.resize(small_columns_.size(), 0);
}

void PlainChunk::widen(std::vector<PlainColumn>& columns) const {
  std::size_t small = 0;
  for (PlainColumn& column : columns) {
    if (column.small == nullptr) continue;
    column.low = std::min(column.low, low_[small]);
    column.high = std::max(column.high, high_[small]);
    ++small;
  }
}

/// The rows of small figures that were taken go into their columns.
void PlainChunk::empty_tile() {
  file_.unit.lay({tile_.data(), tile_stride_, tile_rows_}, small_columns_.data(), small_columns_.size(),
                 row_ - tile_rows_, low_.data(), high_.data());
  tile_rows_ = 0;
}

bool PlainChunk::take_officer(std::string_view key) {
  // Officers mostly stand in the order of the roster, or one has many rows: what was so last is tried first.
  const auto is = [&](std::uint32_t number) { return number < file_.keys.size() && file_.keys.is(number, key); };
  if (!is(last_officer_ + last_step_)) {
    last_step_ ^= 1;
    if (!is(last_officer_ + last_step_)) {
      const auto found = file_.keys.find(key);
      if (!found) return false;
      last_officer_ = *found - last_step_;
    }
  }
  last_officer_ += last_step_;
  file_.sheet.officers[row_] = last_officer_;
  return true;
}

PlainChunk::Date PlainChunk::read_date(std::string_view text) const {
  const Calendar& calendar = file_.rules.calendar();
  const WrittenDate written(text, calendar);
  Date date;
  if (!written.readable()) return date;
  if (const auto period = written.period(file_.sheet.grain, calendar)) {
    date.usable = true;
    date.date.period = period->ordinal;
    if (written.day) date.date.day = written.day->number;
  }
  return date;
}

bool PlainChunk::take_date(std::string_view text) {
  const bool same = text.size() == last_date_text_.size() &&
                    same_bytes(text.data(), last_date_text_.data(), text.size());  // a string has room for eight bytes
  if (!same) {
    last_date_text_ = text;
    const auto [known, fresh] = dates_.try_emplace(last_date_text_);
    if (fresh) known->second = read_date(text);
    last_date_ = known->second;
  }
  return last_date_.usable;
}

/// That of a row that is taken.
void PlainChunk::keep_date() {
  if (row_ == first_row_) one_date_ = last_date_.date;
  if (one_date_ && *one_date_ != last_date_.date) spread_date();
  if (one_date_) return;
  file_.sheet.periods[row_] = last_date_.date.period;
  file_.sheet.days[row_] = last_date_.date.day;
}

void PlainChunk::spread_date() {
  if (!one_date_) return;
  std::fill(file_.sheet.periods + first_row_, file_.sheet.periods + row_, one_date_->period);
  std::fill(file_.sheet.days + first_row_, file_.sheet.days + row_, one_date_->day);
  one_date_.reset();
}

/// A field that is no figure.
bool PlainChunk::take_text(const Run& run, Place& place) {
  std::size_t end = place.end;
  while (end < ends_.count() && !ends_field(slab_[ends_[end]])) ++end;
  if (end == ends_.count()) {
    cut_off_ = true;
    return false;
  }
  const std::string_view text(slab_ + place.at, ends_[end] - place.at);
  place = {ends_[end], end};
  if (text.starts_with('"')) return false;
  if (run.role == Role::nothing) return true;
  if (text.empty()) return false;
  return run.role == Role::officer ? take_officer(text) : take_date(text);
}

/// Whole figures side by side.
bool PlainChunk::take_small(const Run& run, Place& place) {
  if (ends_.count() - place.end < run.count) {
    cut_off_ = true;
    return false;
  }
  const FigureFields fields{least_.data() + run.in_tile, span_.data() + run.in_tile, run.count, file_.delimiter};
  std::uint16_t* const figures = tile_.data() + tile_rows_ * tile_stride_ + run.in_tile;
  const bool plain = file_.unit.take(slab_, place.at, ends_.from(place.end), fields, figures);
  place.end += run.count - 1;
  place.at = ends_[place.end];
  return plain;
}

bool PlainChunk::take_large(const PlainReader::Field& field, Place& place) {
  if (ends_.count() - place.end < 2) {  // a point is one, too
    cut_off_ = place.end == ends_.count() || slab_[ends_[place.end]] == '.';
    if (cut_off_) return false;
  }
  std::int32_t& figure = file_.sheet.columns[field.column].large[row_];
  const char* const at = slab_ + place.at;
  const std::uint32_t digits = ends_[place.end] - place.at;
  place.at = ends_[place.end];
  if (digits == 0) {  // nothing, or nothing that is a number
    figure = PlainColumn::kNoLarge;
    return true;
  }
  if (digits > kFigureDigits) return false;
  const std::uint32_t whole = few_digits(at, digits);
  if (whole < kLeastOfDigits[digits]) return false;
  if (slab_[place.at] != '.' || field.places == 0) {
    figure = std::int32_t(whole << PlainColumn::kPlaces);
    return whole - field.least <= field.span;
  }
  const char* const point = slab_ + place.at;
  const std::uint32_t places = ends_[++place.end] - place.at - 1;
  place.at = ends_[place.end];
  if (places == 0 || digits + places > kFigureDigits + 1 || places > std::uint32_t(field.places)) return false;
  std::int64_t power = 1;
  for (std::uint32_t i = 0; i < places; ++i) power *= 10;
  const Decimal value{std::int64_t{whole} * power + few_digits(point + 1, places), std::uint8_t(places)};
  const Metric& metric = *field.promises;
  if ((metric.min && value < *metric.min) || (metric.max && *metric.max < value)) return false;
  figure = std::int32_t(value.units << PlainColumn::kPlaces | std::int64_t(places));
  return true;
}

bool PlainChunk::take_run(const Run& run, Place& place) {
  if (run.small) return take_small(run, place);
  return run.role == Role::figure ? take_large(file_.fields[run.first], place) : take_text(run, place);
}

/// Up to its line break, or the end of the text. False when the row is not plain, or cut off.
bool PlainChunk::take_row(Place& place) {
  cut_off_ = false;
  for (const Run& run : runs_) {
    if (!take_run(run, place)) return false;
    const char end = slab_[place.at];
    if (&run == &runs_.back()) return ends_field(end) && end != file_.delimiter;
    if (end != file_.delimiter) return false;
    ++place.at;
    ++place.end;
  }
  return false;
}

void PlainChunk::pass_break(Place& place) const {
  const std::size_t before_end = end_ - std::size_t(slab_ - file_.text.data());
  if (place.at >= before_end) return;
  const bool both = slab_[place.at] == '\r' && place.at + 1 < before_end && slab_[place.at + 1] == '\n';
  place.at += both ? 2 : 1;
  place.end += both ? 2 : 1;
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

/// Finds the ends of the bytes from `begin` on, `room` of them or up to the end of the part.
void PlainChunk::look_through(std::size_t begin, std::size_t room) {
  slab_ = file_.text.data() + begin;
  slab_size_ = std::min(room, end_ - begin);
  ends_.find(slab_, slab_size_);
  if (begin + slab_size_ == file_.text.size()) ends_.add(std::uint32_t(slab_size_));  // a last row without line break
}

void PlainChunk::read() {
  form_runs();
  std::size_t room = file_.slab;
  for (std::size_t at = begin_; at < end_;) {
    look_through(at, room);
    const std::size_t slab = at;
    Place place;
    while (at < end_ && at - slab < slab_size_) {
      place.at = std::uint32_t(at - slab);
      while (place.end < ends_.count() && ends_[place.end] < place.at) ++place.end;
      const std::size_t first_end = place.end;
      if (take_row(place)) {
        keep_date();
        file_.sheet.lines[row_++] = line_++;
        if (++tile_rows_ == kTileRows) empty_tile();
        pass_break(place);
        at = slab + place.at;
        continue;
      }
      if (cut_off_ && slab + slab_size_ < end_) break;
      place.end = first_end;  // those of the next rows may have been taken for this one's
      leave(at);
    }
    room = at == slab ? 2 * room : file_.slab;  // a row that is longer
  }
  empty_tile();
}

}  // namespace cwp
