#include "kept/packed_figures.hpp"

#include <algorithm>

namespace cwp {
namespace {

/// What of a figure is not that of the figure before.
enum FigureBits : std::uint64_t {
  kOfficer = 1,
  kMetric = 2,  ///< not the one behind
  kPeriod = 4,
  kDay = 8,
  kPlace = 16,
  kPlaces = 32,  ///< behind the point
  kRemark = 64,
  kRecorded = 128,
  kAllBits = 255
};

constexpr std::int64_t kMostUnits = 999'999'999'999'999'999;
constexpr std::uint64_t kMostPlaces = 18;

std::int32_t read_period(PackedReader& from, std::int32_t before) {
  constexpr std::int64_t kFar = 1'000'000;  // more days than any calendar here has
  return std::int32_t(std::clamp(before + from.folded(-2 * kFar, 2 * kFar), -kFar, kFar));
}

// What a caller made up himself need not be a day of the calendar, nor a file.
std::optional<Day> read_any_day(PackedReader& from) {
  if (!from.flag()) return std::nullopt;
  return Day{std::int32_t(from.folded())};
}
Recorded read_any_recorded(PackedReader& from) {
  Recorded recorded;
  recorded.day = read_any_day(from);
  recorded.withdrawn = from.flag();
  return recorded;
}
Origin read_any_origin(PackedReader& from) {
  const auto file = std::int32_t(std::int64_t(from.number()) - 1);
  return {file, std::uint32_t(from.number())};
}

}  // namespace

void write(const Recorded& recorded, PackedWriter& to) {
  to.day(recorded.day);
  to.flag(recorded.withdrawn);
}
Recorded read_recorded(PackedReader& from) {
  Recorded recorded;
  recorded.day = from.maybe_day();
  recorded.withdrawn = from.flag();
  return recorded;
}

void write(const Origin& origin, PackedWriter& to) {
  to.number(std::uint64_t(std::int64_t{origin.file} + 1));
  to.number(origin.line);
}
Origin read_origin(PackedReader& from, std::size_t files) {
  const std::uint32_t file = from.index(files + 1);
  return {std::int32_t(file) - 1, std::uint32_t(from.number(UINT32_MAX))};
}

void write_figure(const FigureInput& now, const Recorded& recorded, const FigureInput& before, PackedWriter& to) {
  std::uint64_t bits = 0;
  const auto mark = [&](FigureBits bit, bool other) {
    if (other) bits |= bit;
  };
  mark(kOfficer, now.officer != before.officer);
  mark(kMetric, now.metric != before.metric + 1);
  mark(kPeriod, now.period != before.period);
  mark(kDay, now.day != before.day);
  mark(kPlace, now.origin != before.origin);
  mark(kPlaces, now.value.decimals != before.value.decimals);
  mark(kRemark, now.remark != kNoRemark);
  mark(kRecorded, recorded != Recorded{});
  to.number(bits);
  if ((bits & kOfficer) != 0) to.number(now.officer);
  if ((bits & kMetric) != 0) to.number(now.metric);
  if ((bits & kPeriod) != 0) to.folded(std::int64_t{now.period} - before.period);
  if ((bits & kDay) != 0) to.day(now.day);
  if ((bits & kPlace) != 0) write(now.origin, to);
  if ((bits & kPlaces) != 0) to.number(now.value.decimals);
  if ((bits & kRemark) != 0) to.number(now.remark);
  if ((bits & kRecorded) != 0) write(recorded, to);
  to.folded(now.value.units);
}

void read_figure(PackedReader& from, const FigureBounds* bounds, FigureInput& figure, Recorded& recorded) {
  const std::uint64_t bits = from.number(kAllBits);
  ++figure.metric;
  figure.remark = kNoRemark;
  recorded = {};
  const auto index = [&](std::size_t end) { return bounds ? from.index(end) : std::uint32_t(from.number()); };
  const FigureBounds below = bounds ? *bounds : FigureBounds{};
  if ((bits & kOfficer) != 0) figure.officer = index(below.keys);
  if ((bits & kMetric) != 0) figure.metric = index(below.metrics);
  if ((bits & kPeriod) != 0)
    figure.period = bounds ? read_period(from, figure.period) : std::int32_t(figure.period + from.folded());
  if ((bits & kDay) != 0) figure.day = bounds ? from.maybe_day() : read_any_day(from);
  if ((bits & kPlace) != 0) figure.origin = bounds ? read_origin(from, below.files) : read_any_origin(from);
  if ((bits & kPlaces) != 0) figure.value.decimals = std::uint8_t(from.number(kMostPlaces));
  if ((bits & kRemark) != 0) figure.remark = index(below.remarks);
  if ((bits & kRecorded) != 0) recorded = bounds ? read_recorded(from) : read_any_recorded(from);
  figure.value.units = from.folded(-kMostUnits, kMostUnits);
}

void PackedFigures::add(const FigureInput& figure, const Recorded& recorded) {
  if (size_ % kPerChunk == 0) {
    if (!chunks_.empty()) chunks_.back().shrink_to_fit();
    chunks_.emplace_back();
    last_ = {};
  }
  PackedWriter to(std::move(chunks_.back()));
  write_figure(figure, recorded, last_, to);
  chunks_.back() = std::move(to.bytes());
  last_ = figure;
  ++size_;
  if (chunks_of_.size() <= figure.officer) chunks_of_.resize(figure.officer + 1);
  std::vector<std::uint32_t>& own = chunks_of_[figure.officer];
  const auto chunk = std::uint32_t(chunks_.size() - 1);
  if (own.empty() || own.back() != chunk) own.push_back(chunk);
}

void PackedFigures::unpack(std::size_t chunk, InputRows& rows) const {
  PackedReader from(chunks_[chunk]);
  FigureInput figure;
  Recorded recorded;
  while (!from.at_end() && from.ok()) {
    read_figure(from, nullptr, figure, recorded);
    rows.figures.push_back(figure);
    if (recorded == Recorded{}) continue;
    rows.figures_recorded.resize(rows.figures.size());
    rows.figures_recorded.back() = recorded;
  }
}

void PackedFigures::unpack(InputRows& rows) const {
  rows.figures.reserve(rows.figures.size() + size_);
  for (std::size_t chunk = 0; chunk < chunks_.size(); ++chunk) unpack(chunk, rows);
}

const std::vector<std::uint32_t>& PackedFigures::chunks_of(std::uint32_t officer) const {
  static const std::vector<std::uint32_t> kNone;
  return officer < chunks_of_.size() ? chunks_of_[officer] : kNone;
}

}  // namespace cwp
