#include "io/plain_reader.hpp"

#include <algorithm>
#include <bit>
#include <memory>
#include <numeric>

#include "columns/column_memory.hpp"
#include "io/plain_chunk.hpp"
#include "kernel/choose_isa.hpp"
#include "row/parts.hpp"

namespace cwp {
namespace {

constexpr std::uint32_t kMostWhole = 9'999'999;  // seven digits

/// The line breaks of a part: LF, CRLF and CR are one each.
std::size_t breaks_in(std::string_view text, const TextPart& part) {
  if (!part.marks.returns) return part.marks.feeds;
  std::size_t count = 0;
  for (std::size_t i = part.begin; i < part.end; ++i)
    count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) ? 1 : 0;
  return count;
}

/// Arrays one behind the other.
class Room {
 public:
  /// Where the next array lies, of `count` numbers.
  template <typename Number>
  std::size_t add(std::size_t count) {
    const std::size_t lines = (count * sizeof(Number) + kLine - 1) / kLine;
    const std::size_t begin = size_;
    // Rows are written into all arrays side by side: an odd number of lines apart they are not in one place of caches.
    size_ += (lines | 1) * kLine;
    return begin;
  }
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kLine = 64;
  std::size_t size_ = 0;
};

/// Where all rows have one date, it is told once; else it is written into those of whose part that is so, too.
void keep_dates(std::vector<PlainChunk>& chunks, PlainSheet& sheet) {
  std::optional<PlainSheet::Date> first;
  bool same = true;
  for (const PlainChunk& chunk : chunks) {
    if (chunk.end_row() == chunk.first_row()) continue;
    if (!first) first = chunk.one_date();
    same = same && first && chunk.one_date() == first;
  }
  if (same && first) {
    sheet.one_date = first;
    return;
  }
  for (PlainChunk& chunk : chunks) chunk.spread_date();
}

/// A field of figures of this metric, without its column; nothing where none of them can be plain.
std::optional<PlainReader::Field> field_of(const Metric& metric, bool& small) {
  if (metric.about || metric.from || metric.type == NumberType::boolean) return std::nullopt;
  PlainReader::Field field;
  field.role = PlainReader::Field::Role::figure;
  field.promises = &metric;
  std::int64_t least = 0, most = kMostWhole;
  const auto floor_of = [](const Decimal& value) {
    std::int64_t units = value.units;
    for (int i = 0; i < value.decimals; ++i) units /= 10;
    return units;
  };
  if (metric.min) least = std::clamp<std::int64_t>(floor_of(*metric.min) - 1, 0, kMostWhole);
  if (metric.max) most = std::clamp<std::int64_t>(floor_of(*metric.max) + 1, 0, kMostWhole);
  if (metric.type == NumberType::u8) most = std::min<std::int64_t>(most, 255);
  if (metric.type == NumberType::u16) most = std::min<std::int64_t>(most, 65535);
  const bool is_whole = metric.type != NumberType::f64 && metric.type != NumberType::f32;
  while (metric.min && Decimal{least, 0} < *metric.min && least <= most) ++least;
  while (metric.max && *metric.max < Decimal{most, 0} && least <= most) --most;
  if (most < least) return std::nullopt;
  field.places = is_whole ? 0 : std::min(metric.decimals.value_or(7), 7);
  small = field.places == 0 && most <= 65535;
  if (small) most = std::min<std::int64_t>(most, PlainColumn::kNoSmall - 1);
  field.least = std::uint32_t(least);
  field.span = std::uint32_t(most - least);
  return most < least ? std::nullopt : std::optional(field);
}

}  // namespace

std::optional<PlainReader> PlainReader::of(const CsvHeader& header, const CheckedRulebook& rules) {
  if constexpr (std::endian::native != std::endian::little) return std::nullopt;
  PlainReader reader(rules);
  bool has_officer = false, has_date = false;
  for (const CsvColumn& column : header.columns) {
    Field field;
    switch (column.kind) {
      case ColumnKind::officer:
        field.role = Field::Role::officer;
        has_officer = true;
        break;
      case ColumnKind::date:
        field.role = Field::Role::date;
        has_date = true;
        break;
      case ColumnKind::passed_over:
        break;
      case ColumnKind::figure: {
        const auto& metrics = rules.rulebook().metrics;
        const auto metric = std::find_if(metrics.begin(), metrics.end(),
                                         [&](const Metric& one) { return one.id.value == column.name; });
        bool small = false;
        const auto figure = field_of(*metric, small);
        if (!figure || (!reader.columns_.empty() && metric->per.value != reader.grain_)) return std::nullopt;
        reader.grain_ = metric->per.value;
        field = *figure;
        field.column = reader.columns_.size();
        reader.small_.push_back(small);
        reader.columns_.push_back(std::uint32_t(metric - metrics.begin()));
        break;
      }
      default:
        return std::nullopt;
    }
    reader.fields_.push_back(field);
  }
  if (!has_officer || !has_date || reader.columns_.empty()) return std::nullopt;
  return reader;
}

void PlainReader::lay_out(PlainSheet& sheet, std::size_t rows) const {
  sheet.grain = grain_;
  sheet.rows = rows;
  Room room;
  const std::size_t officers = room.add<std::uint32_t>(rows), lines = room.add<std::uint32_t>(rows),
                    periods = room.add<std::int32_t>(rows), days = room.add<std::int32_t>(rows);
  std::vector<std::size_t> begins;
  for (const bool small : small_)
    begins.push_back(small ? room.add<std::uint16_t>(rows) : room.add<std::int32_t>(rows));
  const auto memory = std::make_shared<ColumnMemory>();
  sheet.memory = {memory, memory->take(room.size())};
  const auto at = [&]<typename Number>(std::size_t begin, Number*& array) {
    array = reinterpret_cast<Number*>(sheet.memory.get() + begin);
  };
  at(officers, sheet.officers);
  at(lines, sheet.lines);
  at(periods, sheet.periods);
  at(days, sheet.days);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    PlainColumn& column = sheet.columns.emplace_back();
    column.metric = columns_[c];
    if (small_[c])
      at(begins[c], column.small);
    else
      at(begins[c], column.large);
  }
}

std::vector<LeftRow> PlainReader::read(const Table& table, StageProgress& progress, PlainSheet& sheet) const {
  const std::string_view text = table.text;
  std::vector<TextPart> parts;
  if (table.parts == nullptr || table.parts->empty()) {
    parts = parts_of(text, table.begin, table.part, table.threads);
  } else {  // the first rows stand behind a header
    for (const TextPart& part : *table.parts)
      if (table.begin < part.end) parts.push_back(part);
    if (!parts.empty()) {
      parts[0].begin = table.begin;
      parts[0].marks = marks_in(text.substr(table.begin, parts[0].end - table.begin));
    }
  }
  std::vector<std::size_t> breaks_of(parts.size());
  for_each_part(parts.size(), table.threads, [&](std::size_t i) { breaks_of[i] = breaks_in(text, parts[i]); });
  const bool quoted = std::any_of(parts.begin(), parts.end(), [](const TextPart& part) { return part.marks.quotes; });
  const std::size_t breaks = std::accumulate(breaks_of.begin(), breaks_of.end(), std::size_t{0});
  if (quoted) {  // a line break may be text
    parts = {{table.begin, text.size(), {}}};
    breaks_of = {breaks};
  }
  lay_out(sheet, parts.empty() ? 0 : breaks + 1);  // the last row may lack its line break

  const FieldUnit unit = field_unit_for(table.isa);
  const PlainFile file{text, table.delimiter, quoted, table.keys, rules_, fields_, sheet, unit, table.slab};
  std::vector<PlainChunk> chunks;
  std::size_t row = 0;
  std::uint32_t line = table.line;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    chunks.emplace_back(file, parts[i].begin, parts[i].end, line, row);
    row += breaks_of[i];
    line += std::uint32_t(breaks_of[i]);
  }
  for_each_part(parts.size(), table.threads, [&](std::size_t i) {
    chunks[i].read();
    progress.add(parts[i].end - parts[i].begin);
  });
  keep_dates(chunks, sheet);
  std::vector<LeftRow> left;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    left.insert(left.end(), chunks[i].left().begin(), chunks[i].left().end());
    sheet.taken += chunks[i].end_row() - chunks[i].first_row();
    chunks[i].widen(sheet.columns);
    const std::size_t next = i + 1 < parts.size() ? chunks[i + 1].first_row() : sheet.rows;
    for (std::size_t r = chunks[i].end_row(); r < next; ++r) sheet.officers[r] = PlainSheet::kNoRow;
  }
  return left;
}

}  // namespace cwp
