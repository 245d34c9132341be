// Every unit finds the same ends and takes the same figures as a loop over the bytes, from texts at the end of what may
// be read.

#include "kernel/text_fields.hpp"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "kernel/choose_isa.hpp"

namespace cwp {
namespace {

std::vector<Isa> field_units() {
  std::vector<Isa> units;
  for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512})
    if (has_isa(isa)) units.push_back(isa);
  return units;
}

/// Texts end at the last byte that may be read.
class LastBytes {
 public:
  LastBytes() : page_(static_cast<std::size_t>(::sysconf(_SC_PAGESIZE))) {
    void* const pages = ::mmap(nullptr, 3 * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    pages_ = static_cast<char*>(pages);
    ::mprotect(pages_ + 2 * page_, page_, PROT_NONE);
  }
  ~LastBytes() { ::munmap(pages_, 3 * page_); }
  LastBytes(const LastBytes&) = delete;
  LastBytes& operator=(const LastBytes&) = delete;

  const char* put(std::string_view text) {
    char* const at = pages_ + 2 * page_ - text.size();
    std::memcpy(at, text.data(), text.size());
    return at;
  }

 private:
  std::size_t page_;
  char* pages_ = nullptr;
};

bool is_digit_byte(char c) { return '0' <= c && c <= '9'; }

std::vector<std::uint32_t> ends_one_by_one(std::string_view text) {
  std::vector<std::uint32_t> ends;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if (!is_digit_byte(text[i])) ends.push_back(i);
  return ends;
}

TEST(TextFields, EveryUnitFindsTheBytesThatAreNoDigits) {
  LastBytes bytes;
  std::mt19937 random(1);
  for (std::size_t size = 0; size < 400; ++size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i)
      text += random() % 400 < size ? char(random() % 256) : char('0' + random() % 10);
    const char* const at = bytes.put(text);
    for (const Isa isa : field_units()) {
      std::vector<std::uint32_t> ends(size + kFieldGroup);
      ends.resize(field_unit_for(isa).find(at, size, ends.data()));
      ASSERT_EQ(ends, ends_one_by_one(text)) << to_text(isa) << " " << size;
    }
  }
}

TEST(TextFields, EveryUnitSeesWhatKindsOfBytesThereAre) {
  LastBytes bytes;
  std::mt19937 random(3);
  const std::string_view kinds("\x80\0\"\r\n", 5);
  for (std::size_t size = 0; size < 600; ++size)
    for (int round = 0; round < 8; ++round) {
      std::string text(size, '7');
      if (size > 0)  // one of each kind, or none, or many line breaks
        for (std::size_t times = random() % 4; times > 0; --times)
          text[random() % size] = kinds[random() % kinds.size()];
      if (round == 7) std::fill(text.begin(), text.end(), '\n');
      const char* const at = bytes.put(text);
      for (const Isa isa : field_units()) {
        const ByteKinds found = field_unit_for(isa).kinds(at, size);
        const auto has = [&](char c) { return text.find(c) != std::string::npos; };
        ASSERT_EQ(found.high, has('\x80')) << to_text(isa) << " " << size;
        ASSERT_EQ(found.zeros, has('\0')) << to_text(isa) << " " << size;
        ASSERT_EQ(found.quotes, has('"')) << to_text(isa) << " " << size;
        ASSERT_EQ(found.returns, has('\r')) << to_text(isa) << " " << size;
        ASSERT_EQ(found.feeds, std::size_t(std::count(text.begin(), text.end(), '\n'))) << to_text(isa) << " " << size;
      }
    }
  const std::string many(100'000, '\n');  // more than a byte can count, in any place of a vector
  for (const Isa isa : field_units()) EXPECT_EQ(field_unit_for(isa).kinds(many.data(), many.size()).feeds, many.size());
}

struct TakenFigures {
  bool plain = true;
  std::vector<std::uint16_t> figures;
};

/// What take promises.
TakenFigures take_one_by_one(std::string_view text, std::uint32_t at, const std::vector<std::uint32_t>& ends,
                             const FigureFields& fields) {
  TakenFigures taken;
  for (std::size_t i = 0; i < fields.count; ++i) {
    const std::string digits(text.substr(at, ends[i] - at));
    const bool too_long = digits.size() > kFigureDigits;
    if (too_long || (digits.size() > 1 && digits[0] == '0')) taken.plain = false;
    const std::uint64_t value = digits.empty() || too_long ? 0 : std::stoull(digits);
    if (!digits.empty() && (value < fields.least[i] || value > fields.least[i] + fields.span[i])) taken.plain = false;
    if (i + 1 < fields.count && text[ends[i]] != fields.delimiter) taken.plain = false;
    taken.figures.push_back(digits.empty() ? kAbsentFigure : std::uint16_t(value));
    at = ends[i] + 1;
  }
  return taken;
}

/// Mostly figures that are plain, and now and then whatever people and programs write.
std::string random_field(std::mt19937& random, unsigned odd_in) {
  static const std::vector<std::string> kOdd = {
      "-1", "+7",  "1.5", "\"12\"",   " 3", "3 ",       "\xEF\xBC\x91",
      "x",  "1e3", "007", "00",       "\r", "65535",    "99999",
      "\n", "0",   "1'0", "\xC2\xA0", ";",  "99999999", "12345678901234567890"};
  if (random() % odd_in == 0) return kOdd[random() % kOdd.size()];
  std::string digits;
  for (std::size_t left = random() % 6; left > 0; --left) digits += char('0' + random() % 10);
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  return digits.substr(first);
}

TEST(TextFields, EveryUnitTakesTheFiguresThatAreThere) {
  LastBytes bytes;
  std::mt19937 random(2);
  std::size_t plain = 0, odd = 0;
  for (int round = 0; round < 40'000; ++round) {
    const std::size_t count = 1 + random() % 50;
    const unsigned odd_in = round % 2 == 0 ? 100'000 : 40;
    std::vector<std::uint32_t> least, span;
    std::string text = round % 3 == 0 ? "" : "key,2026-03-01,";
    const auto at = std::uint32_t(text.size());
    const bool bounded = random() % 4 == 0;
    for (std::size_t i = 0; i < count; ++i) {
      least.push_back(bounded ? unsigned(random() % 3) : 0);
      span.push_back(bounded ? unsigned(random() % 99'999) : 65'534);
      text += (i > 0 ? "," : "") + random_field(random, odd_in);
    }
    std::vector<std::uint32_t> ends = ends_one_by_one(text);
    ends.erase(ends.begin(), std::lower_bound(ends.begin(), ends.end(), at));
    ends.push_back(std::uint32_t(text.size()));
    const FigureFields fields{least.data(), span.data(), count, ','};
    const TakenFigures expected = take_one_by_one(text, at, ends, fields);
    (expected.plain ? plain : odd) += 1;
    // Eight zeros stand behind a text, and nothing behind these.
    const char* const where = bytes.put(text + std::string(8, '\0'));
    for (const Isa isa : field_units()) {
      std::vector<std::uint32_t> group(ends.begin(), ends.begin() + std::ptrdiff_t(count));
      group.shrink_to_fit();
      std::vector<std::uint16_t> figures(count + kFieldGroup);
      const bool taken = field_unit_for(isa).take(where, at, group.data(), fields, figures.data());
      ASSERT_EQ(taken, expected.plain) << to_text(isa) << " " << text;
      figures.resize(count);
      if (!taken) continue;
      ASSERT_EQ(figures, expected.figures) << to_text(isa) << " " << text;
    }
  }
  EXPECT_GT(plain, 5000U);
  EXPECT_GT(odd, 5000U);
}

/// As many fields as one number needs, and as many as make groups of a unit, with some in two of them.
TEST(TextFields, EveryUnitTakesEachNumberOfSevenDigitsAndLess) {
  for (const std::size_t count : {1, 11}) {
    const std::vector<std::uint32_t> least(count, 0), span(count, 9'999'999);
    const FigureFields fields{least.data(), span.data(), count, ','};
    for (const Isa isa : field_units())
      for (std::uint32_t number = 0; number < 10'000'000; number += number < 100'000 ? 1 : 997) {
        std::string text;
        std::vector<std::uint32_t> ends;
        for (std::size_t i = 0; i < count; ++i) {
          text += std::to_string(number) + ',';
          ends.push_back(std::uint32_t(text.size() - 1));
        }
        text += std::string(8, '\0');
        std::vector<std::uint16_t> figures(count + kFieldGroup);
        ASSERT_TRUE(field_unit_for(isa).take(text.data(), 0, ends.data(), fields, figures.data())) << number;
        figures.resize(count);
        ASSERT_EQ(figures, std::vector<std::uint16_t>(count, std::uint16_t(number))) << to_text(isa);
      }
  }
}

/// What is wrong in any one place, among fields that are plain.
TEST(TextFields, EveryUnitSeesWhatIsWrongInAnyField) {
  LastBytes bytes;
  for (const std::string_view odd : {"00", "07", "12345678", "123456789012345678", "501", "9", "40;40", "40\n40"})
    for (std::size_t count = 1; count <= 34; ++count)
      for (std::size_t wrong = 0; wrong < count; ++wrong) {
        const std::vector<std::uint32_t> least(count, 10), span(count, 490);
        const FigureFields fields{least.data(), span.data(), count, ','};
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += (i > 0 ? "," : "") + std::string(i == wrong ? odd : "400");
        std::vector<std::uint32_t> ends = ends_one_by_one(text);
        ends.push_back(std::uint32_t(text.size()));
        // The row's own ends, as many as it has fields; behind the last of them is no delimiter.
        const bool has_other_sign = ends.size() > count;
        ends.resize(count);
        const TakenFigures expected = take_one_by_one(text, 0, ends, fields);
        ASSERT_TRUE(!expected.plain || has_other_sign) << text;
        const char* const where = bytes.put(text + std::string(8, '\0'));
        for (const Isa isa : field_units()) {
          std::vector<std::uint16_t> figures(count + kFieldGroup);
          ASSERT_EQ(field_unit_for(isa).take(where, 0, ends.data(), fields, figures.data()), expected.plain)
              << to_text(isa) << " " << text;
        }
      }
}

TEST(TextFields, EveryUnitLaysRowsIntoColumns) {
  for (const Isa isa : field_units())
    for (const std::size_t count : {1, 7, 8, 9, 16, 40})
      for (std::size_t rows = 0; rows <= 32; ++rows) {
        const std::size_t stride = count + kFieldGroup, first = 3;
        std::vector<std::uint16_t> figures(stride * rows);
        for (std::size_t i = 0; i < figures.size(); ++i) figures[i] = std::uint16_t(i * 7919);
        std::vector<std::vector<std::uint16_t>> columns(count, std::vector<std::uint16_t>(first + rows + 1, 1));
        std::vector<std::uint16_t*> places;
        for (auto& column : columns) places.push_back(column.data());
        std::vector<std::uint16_t> low(count, 40'000), high(count, 30'000);
        field_unit_for(isa).lay({figures.data(), stride, rows}, places.data(), count, first, low.data(), high.data());
        for (std::size_t c = 0; c < count; ++c) {
          std::vector<std::uint16_t> expected(first + rows + 1, 1);
          for (std::size_t r = 0; r < rows; ++r) expected[first + r] = figures[r * stride + c];
          ASSERT_EQ(columns[c], expected) << to_text(isa) << " " << count << " " << rows;
          const auto begin = expected.begin() + first, end = expected.end() - 1;
          ASSERT_EQ(low[c], begin == end ? 40'000 : std::min<int>(40'000, *std::min_element(begin, end)));
          ASSERT_EQ(high[c], begin == end ? 30'000 : std::max<int>(30'000, *std::max_element(begin, end)));
        }
      }
}

}  // namespace
}  // namespace cwp
