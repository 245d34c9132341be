#include "arrow/arrow_type.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <vector>

namespace cwp {
namespace {

struct FormatRow {
  std::string_view format;
  ArrowType type;
};
constexpr FormatRow kArrowFormats[] = {
    {"n", {ArrowKind::null, 0, 0, 0}},       {"b", {ArrowKind::truth, 0, 0, 2}},
    {"c", {ArrowKind::i8, 0, 1, 2}},         {"C", {ArrowKind::u8, 0, 1, 2}},
    {"s", {ArrowKind::i16, 0, 2, 2}},        {"S", {ArrowKind::u16, 0, 2, 2}},
    {"i", {ArrowKind::i32, 0, 4, 2}},        {"I", {ArrowKind::u32, 0, 4, 2}},
    {"l", {ArrowKind::i64, 0, 8, 2}},        {"L", {ArrowKind::u64, 0, 8, 2}},
    {"f", {ArrowKind::f32, 0, 4, 2}},        {"g", {ArrowKind::f64, 0, 8, 2}},
    {"u", {ArrowKind::text, 0, 0, 3}},       {"U", {ArrowKind::large_text, 0, 0, 3}},
    {"vu", {ArrowKind::text_view, 0, 0, 3}}, {"+s", {ArrowKind::record, 0, 0, 1}},
};

constexpr int kMostScale = 76;  // no decimal of Arrow has more digits

/// `PRECISION,SCALE` or `PRECISION,SCALE,BITS`.
ArrowType decimal_type(std::string_view parameters) {
  std::vector<int> numbers;
  const char* at = parameters.data();
  const char* const end = at + parameters.size();
  while (at != end) {
    int number = 0;
    const auto [behind, problem] = std::from_chars(at, end, number);
    if (problem != std::errc() || (behind != end && *behind != ',')) return {};
    numbers.push_back(number);
    at = behind == end ? end : behind + 1;
  }
  if (numbers.size() == 2) numbers.push_back(128);
  if (numbers.size() != 3) return {};
  const int bits = numbers[2];
  if (bits != 32 && bits != 64 && bits != 128) return {};
  if (numbers[1] < -kMostScale || numbers[1] > kMostScale) return {};
  return {ArrowKind::decimal, numbers[1], std::size_t(bits) / 8, 2};
}

}  // namespace

bool ArrowType::is_text() const {
  return kind == ArrowKind::text || kind == ArrowKind::large_text || kind == ArrowKind::text_view;
}
bool ArrowType::is_whole() const { return kind >= ArrowKind::i8 && kind <= ArrowKind::u64; }

ArrowType arrow_type(std::string_view format) {
  const auto* const found = std::find_if(std::begin(kArrowFormats), std::end(kArrowFormats),
                                         [&](const FormatRow& row) { return row.format == format; });
  if (found != std::end(kArrowFormats)) return found->type;
  return format.starts_with("d:") ? decimal_type(format.substr(2)) : ArrowType();
}

}  // namespace cwp
