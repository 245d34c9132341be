#pragma once
// RosterRows: rows of a roster that say nothing but attributes, without a scanner as long as they are written plainly.

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "io/csv_header.hpp"
#include "row/input_rows.hpp"
#include "row/same_bytes.hpp"

namespace cwp {

/// A row is written plainly when it has as many fields as the header, none of them begins with a quote, its key is of
/// ASCII characters other than blanks, and nothing stands in the columns of days and withdrawals.
class RosterRows {
 public:
  /// Of file number `file`, in which there are about `expected` rows.
  RosterRows(const CsvHeader& header, InputRows& rows, std::int32_t file, char delimiter, std::size_t expected = 0)
      : header_(header),
        rows_(rows),
        file_(file),
        delimiter_(delimiter),
        expected_(expected),
        fields_(header.columns.size()) {
    for (const char c : {delimiter, '\n', '\r', '\0'}) ends_[static_cast<unsigned char>(c)] = true;
    delimiters_ = kOnes * static_cast<unsigned char>(delimiter);
  }

  /// Where the next record begins.
  struct Place {
    std::size_t at = 0;
    std::uint32_t line = 0;
  };
  /// Takes plain rows of `text` from `place` on, up to `most` of them or the first that is not; `place` is behind them.
  /// How many they were. A zero stands behind the text.
  std::size_t read(std::string_view text, std::size_t most, Place& place) {
    std::size_t count = 0;
    for (; count < most && place.at < text.size(); ++count) {
      __builtin_prefetch(text.data() + place.at + kAhead);
      const char* const end = scan(text.data() + place.at);
      if (end == nullptr || (*end == '\0' && end != text.data() + text.size())) break;
      take(key_, fields_, place.line++);
      place.at = std::size_t(end - text.data());
      if (place.at < text.size()) place.at += end[0] == '\r' && end[1] == '\n' ? 2 : 1;
    }
    return count;
  }

  /// Takes one row: its key, tidy, from which eight bytes may be read; the fields of all columns; its line.
  void take(std::string_view key, std::span<const std::string_view> fields, std::uint32_t line) {
    PlainRoster& roster = this->roster();
    roster.officers.push_back(rows_.keys.number_of_field(key));
    roster.lines.push_back(line);
    auto column = roster.columns.begin();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (header_.columns[i].kind != ColumnKind::attribute) continue;
      // Neighbours mostly share their station.
      std::vector<std::uint32_t>& numbers = column->numbers;
      if (!numbers.empty() && is_same(column->texts[numbers.back()], fields[i])) {
        numbers.push_back(numbers.back());
      } else {
        numbers.push_back(texts_[std::size_t(column - roster.columns.begin())].number(fields[i]));
        if (numbers.back() == column->texts.size()) column->texts.emplace_back(fields[i]);
      }
      ++column;
    }
  }

 private:
  /// Zeros stand behind a text, and a string has room for eight bytes.
  static bool is_same(const std::string& known, std::string_view field) {
    return known.size() == field.size() && same_bytes(known.data(), field.data(), field.size());
  }

  PlainRoster& roster() {
    if (rows_.rosters.empty() || rows_.rosters.back().file != file_) {
      PlainRoster& roster = rows_.rosters.emplace_back();
      roster.file = file_;
      for (const CsvColumn& column : header_.columns)
        if (column.kind == ColumnKind::attribute) roster.columns.push_back({column.name, {}, {}});
      texts_.resize(roster.columns.size());
      rows_.keys.reserve(rows_.keys.size() + expected_);
      roster.officers.reserve(expected_);
      roster.lines.reserve(expected_);
      for (PlainRoster::Column& column : roster.columns) column.numbers.reserve(expected_);
    }
    return rows_.rosters.back();
  }

  /// A word of bytes of one.
  static constexpr std::size_t kAhead = 2048;
  static constexpr std::uint64_t kOnes = 0x0101010101010101;
  static constexpr std::uint64_t kHighs = kOnes << 7;

  /// Where the field that goes on at `at` ends, eight bytes at a time.
  const char* end_of_field(const char* at) const {
    if constexpr (std::endian::native != std::endian::little) {
      while (!ends_[static_cast<unsigned char>(*at)]) ++at;
      return at;
    }
    for (;;) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, at, sizeof bytes);
      // Delimiters become zero; line breaks and zeros are less than 14. The lowest bit that is set tells the first.
      const std::uint64_t others = bytes ^ delimiters_;
      const std::uint64_t found = (((others - kOnes) & ~others) | ((bytes - kOnes * 14) & ~bytes)) & kHighs;
      if (found == 0) {
        at += sizeof bytes;
        continue;
      }
      at += std::countr_zero(found) / 8;
      if (ends_[static_cast<unsigned char>(*at)]) return at;
      ++at;  // a tab, say
    }
  }

  /// The fields of the row at `at`, and its end; null when it is not plain.
  const char* scan(const char* at) {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const char* const begin = at;
      at = end_of_field(at);
      fields_[i] = {begin, std::size_t(at - begin)};
      const bool is_last = i + 1 == fields_.size();
      if (*begin == '"' || (*at == delimiter_) == is_last) return nullptr;
      if (!is_plain(header_.columns[i].kind, fields_[i])) return nullptr;
      if (!is_last) ++at;
    }
    return at;
  }
  bool is_plain(ColumnKind kind, std::string_view field) {
    if (kind == ColumnKind::attribute || kind == ColumnKind::passed_over) return true;
    if (kind != ColumnKind::officer) return field.empty();
    key_ = field;
    bool visible = !field.empty();
    for (const char c : field) visible &= ' ' < c && c < '\x7F';
    return visible;
  }

  const CsvHeader& header_;
  InputRows& rows_;
  std::int32_t file_;
  char delimiter_;
  std::size_t expected_;
  std::array<bool, 256> ends_ = {};
  std::uint64_t delimiters_ = 0;  ///< eight of them
  std::vector<std::string_view> fields_;
  std::string_view key_;
  std::vector<OfficerKeys> texts_;  ///< by attribute: each text once
};

}  // namespace cwp
