#include "column_file/file_directory.hpp"

#include <cstring>

#include "column_file/column_sum.hpp"
#include "io/packed_bytes.hpp"
#include "text/digest.hpp"

namespace cwp {
namespace {

constexpr std::uint64_t kMost32 = 0xFFFFFFFF;
constexpr int kMostDecimals = 9;

void put(PackedWriter& to, const Stored& stored) {
  to.number(stored.offset);
  to.number(stored.sum);
}

/// The place of `size` bytes among the columns.
Stored stored_at(PackedReader& from, std::uint64_t begin, std::uint64_t end) {
  Stored stored;
  stored.offset = from.number(end);
  stored.sum = from.number();
  if (stored.offset < begin || stored.offset % ColumnSum::kLine != 0) from.fail();
  return stored;
}

std::vector<std::string> texts(PackedReader& from) {
  std::vector<std::string> list;
  for (std::size_t left = from.count(1); left > 0 && from.ok(); --left) list.emplace_back(from.text());
  return list;
}

void put(PackedWriter& to, const std::vector<std::string>& texts) {
  to.number(texts.size());
  for (const std::string& text : texts) to.text(text);
}

ColumnEntry column_at(PackedReader& from, std::size_t metrics, std::size_t officers, std::uint64_t begin,
                      std::uint64_t end) {
  ColumnEntry column;
  column.metric = from.index(metrics);
  column.period.grain = Grain(from.index(kGrains));
  column.period.ordinal = std::int32_t(from.folded(kFirstDay.number, kLastDay.number));  // of days there are most
  column.type = FigureColumn::Type(from.index(std::size_t(FigureColumn::Type::f64)));
  column.decimals = int(from.number(kMostDecimals));
  column.low = from.folded();
  column.high = from.folded();
  column.absent = std::uint32_t(from.number(officers));
  column.refused = std::uint32_t(from.number(officers));
  column.stored = stored_at(from, begin, end);
  // No sum overflows: an offset is a place in a file, and a size has some 37 bits.
  if (from.ok() && column.stored.offset + size_of(column, officers) > end) from.fail();
  return column;
}

void put(PackedWriter& to, const std::vector<RecordPart>& parts) {
  to.number(parts.size());
  for (const RecordPart& part : parts) {
    to.number(part.count);
    to.day(part.days.first);
    to.day(part.days.last);
    put(to, part.stored);
  }
}

std::vector<RecordPart> parts(PackedReader& from, std::uint64_t begin, std::uint64_t end) {
  std::vector<RecordPart> list;
  for (std::size_t left = from.count(5); left > 0 && from.ok(); --left) {
    RecordPart& part = list.emplace_back();
    part.count = std::uint32_t(from.number(kMostRecords));
    part.days.first = from.day();
    part.days.last = from.day();
    part.stored = stored_at(from, begin, end);
    if (from.ok() && (part.count == 0 || part.stored.offset + size_of(part) > end)) from.fail();
  }
  return list;
}

template <typename T>
void put_plain(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <typename T>
T plain_at(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

}  // namespace

std::uint64_t size_of(const ColumnEntry& column, std::size_t officers) {
  return whole_lines(officers * bytes_of(column.type)) + whole_lines(std::uint64_t{column.absent} * 4) +
         whole_lines(std::uint64_t{column.refused} * 4);
}

std::uint64_t size_of(const RecordPart& part) { return whole_lines(std::uint64_t{part.count} * kRecordSize); }

std::string directory_bytes(const FileDirectory& directory) {
  PackedWriter to;
  to.number(std::uint64_t(directory.week_starts));
  to.number(std::uint64_t(directory.month_starts));
  to.number(std::uint64_t(directory.year_first_month));
  to.flag(directory.span.has_value());
  if (directory.span) to.day(directory.span->first), to.day(directory.span->last);
  put(to, directory.keys);
  to.number(directory.attributes.size());
  for (const FileDirectory::Attribute& attribute : directory.attributes) {
    to.text(attribute.name);
    put(to, attribute.values);
    put(to, attribute.numbers);
  }
  put(to, directory.statuses);
  put(to, directory.presence);
  put(to, directory.duty);
  put(to, directory.metrics);
  to.number(directory.columns.size());
  for (const ColumnEntry& column : directory.columns) {
    to.number(column.metric);
    to.number(std::uint64_t(column.period.grain));
    to.folded(column.period.ordinal);
    to.number(std::uint64_t(column.type));
    to.number(std::uint64_t(column.decimals));
    to.folded(column.low);
    to.folded(column.high);
    to.number(column.absent);
    to.number(column.refused);
    put(to, column.stored);
  }
  return std::move(to.bytes());
}

std::optional<FileDirectory> read_directory(std::string_view bytes, std::uint64_t begin, std::uint64_t end) {
  PackedReader from(bytes);
  FileDirectory directory;
  directory.week_starts = Weekday(from.index(7));
  directory.month_starts = int(from.number(28));
  directory.year_first_month = int(from.number(12));
  if (from.flag()) {
    const Day first = from.day();
    directory.span = {first, from.day()};
  }
  directory.keys = texts(from);
  const std::size_t officers = directory.keys.size();
  if (officers > kMost32) from.fail();
  for (std::size_t left = from.count(4); left > 0 && from.ok(); --left) {
    FileDirectory::Attribute& attribute = directory.attributes.emplace_back();
    attribute.name = from.text();
    attribute.values = texts(from);
    attribute.numbers = stored_at(from, begin, end);
    if (from.ok() && attribute.numbers.offset + whole_lines(std::uint64_t{officers} * 4) > end) from.fail();
  }
  directory.statuses = texts(from);
  directory.presence = parts(from, begin, end);
  directory.duty = parts(from, begin, end);
  directory.metrics = texts(from);
  for (std::size_t left = from.count(11); left > 0 && from.ok(); --left) {
    directory.columns.push_back(column_at(from, directory.metrics.size(), officers, begin, end));
    directory.columns.back().number = std::uint32_t(directory.columns.size() - 1);
  }
  if (!from.at_end()) return std::nullopt;
  return directory;
}

std::string head_bytes(std::string_view directory, std::uint64_t offset) {
  std::string head(kColumnsBegin);
  put_plain(head, kColumnsVersion);
  put_plain(head, kByteOrder);
  put_plain(head, offset);
  put_plain(head, std::uint64_t(directory.size()));
  put_plain(head, std::uint64_t{0});
  return head += sha256_hex(head + std::string(directory));
}

std::optional<FileHead> read_head(std::string_view bytes) {
  if (bytes.size() < kHead || !bytes.starts_with(kColumnsBegin)) return std::nullopt;
  FileHead head;
  head.version = plain_at<std::uint32_t>(bytes, 16);
  head.byte_order = plain_at<std::uint32_t>(bytes, 20);
  head.offset = plain_at<std::uint64_t>(bytes, 24);
  head.size = plain_at<std::uint64_t>(bytes, 32);
  head.digest = bytes.substr(48, 64);
  return head;
}

}  // namespace cwp
