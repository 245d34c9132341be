#include "stream/block_delivery.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "kernel/around_caches.hpp"

namespace cwp {
namespace {

template <typename From, typename To>
bool fit(std::span<const From> from) {
  if constexpr (sizeof(From) > sizeof(To)) {
    constexpr From kLow = std::numeric_limits<To>::min(), kHigh = std::numeric_limits<To>::max();
    return std::none_of(from.begin(), from.end(), [](From one) { return one < kLow || kHigh < one; });
  }
  return true;
}

template <typename From, typename To>
void copy_figures(std::span<const From> from, To* to, bool around) {
  if constexpr (std::is_same_v<From, To>) {
    if (around) return copy_around_caches(from.data(), to, from.size_bytes());
    std::copy(from.begin(), from.end(), to);
  } else {
    const auto convert = [](From one) { return static_cast<To>(one); };
    if (!around) return void(std::transform(from.begin(), from.end(), to, convert));
    std::array<To, 512> made;
    for (std::size_t at = 0; at < from.size(); at += made.size()) {
      const auto some = from.subspan(at, std::min(made.size(), from.size() - at));
      std::transform(some.begin(), some.end(), made.begin(), convert);
      copy_around_caches(made.data(), to + at, some.size() * sizeof(To));
    }
  }
}

template <typename To>
bool copy_if_they_fit(const FigureUnits& figures, std::span<To> to, FigureUnits::Copy how) {
  if (to.size() < figures.size()) return false;
  return figures.visit([&]<typename From>(std::span<const From> from) {
    if (!fit<From, To>(from)) return false;
    copy_figures(from, to.data(), how == FigureUnits::Copy::around_caches);
    return true;
  });
}

}  // namespace

bool FigureUnits::copy_to(std::span<std::uint16_t> to, Copy how) const { return copy_if_they_fit(*this, to, how); }
bool FigureUnits::copy_to(std::span<std::int32_t> to, Copy how) const { return copy_if_they_fit(*this, to, how); }
bool FigureUnits::copy_to(std::span<std::int64_t> to, Copy how) const { return copy_if_they_fit(*this, to, how); }

FigureUnits::Type figure_type(Lane lane) {
  if (lane == Lane::u16) return FigureUnits::Type::u16;
  return lane == Lane::i32 ? FigureUnits::Type::i32 : FigureUnits::Type::i64;
}

FigureUnits units_of(const LaneProgram& program, const LaneBlock& block, LaneRegister reg, std::size_t count) {
  const void* const lanes = block.registers()[reg];
  switch (program.writer.info(reg).lane) {
    case Lane::u16:
      return std::span(static_cast<const std::uint16_t*>(lanes), count);
    case Lane::i32:
      return std::span(static_cast<const std::int32_t*>(lanes), count);
    default:
      return std::span(static_cast<const std::int64_t*>(lanes), count);
  }
}

BlockDelivery::BlockDelivery(const Run& run, const std::vector<LaneOutput>& outputs, const LaneProgram& program,
                             std::size_t lanes)
    : outputs_(outputs), program_(program), uniform_(outputs.size()) {
  for (std::size_t o = 0; o < outputs.size(); ++o)
    if (!outputs[o].lanes) uniform_[o].assign(lanes, outputs[o].uniform);
  std::size_t o = 0;
  for (const PublishedGrain& published : run.published())
    for (std::size_t p = 0; p < published.periods.size(); ++p) {
      ScoreBlock& block = blocks_.emplace_back();
      block.period = published.periods[p];
      block.provisional = published.provisional[p];
      for (; o < outputs.size() && outputs[o].period == block.period; ++o) block.columns.push_back(outputs[o].view);
    }
}

void BlockDelivery::take(const LaneBlock& block, std::size_t first, std::size_t count) {
  std::size_t o = 0;
  is_mended_ = false;
  for (ScoreBlock& one : blocks_) {
    one.first = first;
    one.count = count;
    for (FigureColumnView& column : one.columns) {
      const LaneOutput& output = outputs_[o];
      column.units = output.lanes ? units_of(program_, block, *output.lanes, count)
                                  : std::span<const std::int64_t>(uniform_[o].data(), count);
      ++o;
    }
  }
}

std::vector<std::vector<std::int64_t>>& BlockDelivery::mended() {
  if (is_mended_) return mended_;
  is_mended_ = true;
  mended_.resize(outputs_.size());
  std::size_t o = 0;
  for (ScoreBlock& one : blocks_)
    for (FigureColumnView& column : one.columns) {
      auto& own = mended_[o++];
      column.units.visit([&](const auto& units) { own.assign(units.begin(), units.end()); });
      column.units = std::span<const std::int64_t>(own);
    }
  return mended_;
}

void BlockDelivery::mend(const BlockDelivery& other, const std::uint8_t* classes, std::uint8_t number) {
  auto own = mended().begin();
  for (const ScoreBlock& one : other.blocks_)
    for (const FigureColumnView& column : one.columns) {
      std::int64_t* const units = own++->data();
      column.units.visit([&](const auto& others) {
        for (std::size_t i = 0; i < others.size(); ++i) units[i] = classes[i] == number ? others[i] : units[i];
      });
    }
}

void BlockDelivery::hand_over(ScoreSink& sink) const {
  for (const ScoreBlock& one : blocks_) sink.block(one);
}

}  // namespace cwp
