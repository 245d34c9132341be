#include "kept/packed_figures.hpp"

#include <algorithm>
#include <limits>

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

/// Whatever a caller made up himself: it need not be a day of the calendar, nor a file.
constexpr FigureBounds kWhatever{
    std::numeric_limits<std::size_t>::max(),
    std::numeric_limits<std::size_t>::max(),
    std::numeric_limits<std::size_t>::max(),
    std::numeric_limits<std::int32_t>::max() + std::int64_t{1},
    std::numeric_limits<std::int32_t>::min(),
    {{std::numeric_limits<std::int32_t>::min()}, {std::numeric_limits<std::int32_t>::max()}},
    std::numeric_limits<std::int32_t>::min(),
    std::numeric_limits<std::int32_t>::max()};

}  // namespace

void write(const Recorded& recorded, PackedWriter& to) {
  to.day(recorded.day);
  to.flag(recorded.withdrawn);
}
Recorded read_recorded(PackedReader& from, DayRange days) {
  Recorded recorded;
  recorded.day = from.maybe_day(days);
  recorded.withdrawn = from.flag();
  return recorded;
}

void write(const Origin& origin, PackedWriter& to) {
  to.number(std::uint64_t(std::int64_t{origin.file} + 1));
  to.number(origin.line);
}
Origin read_origin(PackedReader& from, std::int64_t files, std::int64_t least) {
  const auto file = std::int64_t(from.number() - 1);
  if (file < least || files <= file) {
    from.fail();
    return {};
  }
  return {std::int32_t(file), std::uint32_t(from.number(UINT32_MAX))};
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

void read_figure(PackedReader& from, const FigureBounds& bounds, FigureInput& figure, Recorded& recorded) {
  const std::uint64_t bits = from.number(kAllBits);
  ++figure.metric;
  figure.remark = kNoRemark;
  recorded = {};
  if ((bits & kOfficer) != 0) figure.officer = from.index(bounds.keys);
  if ((bits & kMetric) != 0) figure.metric = from.index(bounds.metrics);
  if ((bits & kPeriod) != 0)
    figure.period =
        std::int32_t(std::clamp(figure.period + from.folded(2 * bounds.first_period, 2 * bounds.last_period),
                                bounds.first_period, bounds.last_period));
  if ((bits & kDay) != 0) figure.day = from.maybe_day(bounds.days);
  if ((bits & kPlace) != 0) figure.origin = read_origin(from, bounds.files, bounds.least_file);
  if ((bits & kPlaces) != 0) figure.value.decimals = std::uint8_t(from.number(kMostPlaces));
  if ((bits & kRemark) != 0) figure.remark = from.index(bounds.remarks);
  if ((bits & kRecorded) != 0) recorded = read_recorded(from, bounds.days);
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
    read_figure(from, kWhatever, figure, recorded);
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
