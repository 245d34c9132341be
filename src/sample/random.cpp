#include "sample/random.hpp"

namespace cwp {
namespace {

constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15u;
/// Above this mean a bell is as good as counting arrivals, and quicker.
constexpr std::int64_t kManyThousandths = 30'000;

std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// log2(x) · 65536 for 1 <= x <= 2^32, by squaring.
std::int64_t log2_fixed(std::uint64_t x) {
  std::int64_t whole = 0;
  while ((x >> whole) > 1) ++whole;
  std::uint64_t mantissa = (x << 31) >> whole;  // 2^31 <= mantissa < 2^32
  std::int64_t result = whole << 16;
  for (int bit = 15; bit >= 0; --bit) {
    mantissa = (mantissa * mantissa) >> 31;
    if (mantissa < (std::uint64_t{1} << 32)) continue;
    mantissa >>= 1;
    result |= std::int64_t{1} << bit;
  }
  return result;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view purpose, std::uint64_t index) : state_(mix(seed + kStep)) {
  for (const char c : purpose) state_ = mix(state_ ^ std::uint64_t(static_cast<unsigned char>(c))) + kStep;
  state_ = mix(state_ + index * kStep);
}

std::uint64_t Random::next() { return mix(state_ += kStep); }

std::uint32_t Random::below(std::uint32_t n) { return std::uint32_t(((next() >> 32) * n) >> 32); }

std::int64_t Random::between(std::int64_t low, std::int64_t high) {
  return low + std::int64_t{below(std::uint32_t(high - low) + 1)};
}

std::int64_t Random::bell(std::int64_t deviation) {
  std::int64_t sum = 0;
  for (int i = 0; i < 3; ++i) {
    std::uint64_t bits = next();
    for (int part = 0; part < 4; ++part, bits >>= 16) sum += std::int64_t(bits & 0xFFFF);
  }
  return (sum - 6 * 65536) * deviation / 65536;
}

std::int64_t Random::waiting_time() {
  const std::uint64_t drawn = (next() >> 32) + 1;  // of 2^32
  return ((std::int64_t{32} << 16) - log2_fixed(drawn)) * 693'147 / (65536 * 1000);
}

std::int64_t Random::poisson(std::int64_t thousandths) {
  if (thousandths <= 0) return 0;
  if (thousandths > kManyThousandths) {
    const std::int64_t drawn = thousandths + bell(whole_root(thousandths * 1000));
    return drawn < 0 ? 0 : (drawn + 500) / 1000;
  }
  std::int64_t arrivals = 0;
  for (std::int64_t time = waiting_time(); time <= thousandths; time += waiting_time()) ++arrivals;
  return arrivals;
}

std::size_t Random::pick(std::span<const std::uint32_t> weights) {
  std::uint32_t all = 0;
  for (const std::uint32_t weight : weights) all += weight;
  std::uint32_t drawn = below(all);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (drawn < weights[i]) return i;
    drawn -= weights[i];
  }
  return weights.size() - 1;
}

std::int64_t whole_root(std::int64_t value) {
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 31; bit > 0; bit >>= 1)
    if ((root + bit) <= value / (root + bit)) root += bit;
  return root;
}

}  // namespace cwp
