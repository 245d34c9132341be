#pragma once
// The work of a block, by the lanes of the file that includes this, in its namespace: not to be included by others.
//
// For every division by a variable the numerator is doubled and made odd, so that no quotient is an integer and the
// nearest one is 1 / divisor away; how far a quotient can be off is told at each of them. So rounding down gives the
// true one.

constexpr std::size_t kStation = 32 / kLanes;  ///< registers that hold a station
/// How far ahead of the lanes at work the columns are fetched: forty streams are more than the processor follows
/// itself.
constexpr std::size_t kAhead = 256;

/// n / 10 of n < 16,384: n·6554 / 65,536 is too large by n·4 / 655,360, less than the tenth that n can lack.
CWP_INLINE Lanes tenth(Lanes lanes) { return multiply_high(lanes, all(6554)); }

template <int kItem, int kFactor>
CWP_INLINE Lanes award(Lanes figures) {
  constexpr int each = kAwardEach[kItem] * kFactor, most = kAwardMost[kItem], enough = (10 * most + each - 1) / each;
  static_assert(enough * each + 5 < 16384);
  const Lanes thousandths = multiply(least(figures, all(enough)), all(each));
  return least(tenth(add(thousandths, all(5))), all(most));
}

template <int kItem, int kFactor, int... kBands>
CWP_INLINE Lanes bands(Lanes figures, std::integer_sequence<int, kBands...>) {
  Lanes cents = all(band_cents(kItem, 0));
  ((cents = add_where_at_least(cents, figures, band_begins(kItem, kBands, kFactor),
                               band_cents(kItem, kBands + 1) - band_cents(kItem, kBands))),
   ...);
  return cents;
}

/// (1000·x / y + 1/2) as (4000·x + 2·y + 1) / (4·y), at least 1 / (4·y) >= 1/5,000 from an integer. Without a divisor 0
/// / 0 is no number: 0.
CWP_INLINE Floats ratio(Floats x, Floats y) {
  return quotient(multiply_add(x, all_f(4000), multiply_add(y, all_f(2), all_f(1))), multiply(y, all_f(4)));
}
template <int kItem>
CWP_INLINE Lanes ratio(Lanes figures, Lanes divisors) {
  // A figure above its divisor gives the ten points of an equal one.
  static_assert(largest(kItem + kDivisorBehind) <= 1250 && kMostDays * kDaily[kItem + kDivisorBehind] <= 1250);
  const Wide x = widen(least(figures, divisors)), y = widen(divisors);
  return narrow({ratio(x.low, y.low), ratio(x.high, y.high)});
}

template <int kItem>
CWP_INLINE Lanes deduct(Lanes figures) {
  constexpr int full = 1000 * kDeductFull, each = kDeductEach[kItem - kDeductFrom], all_gone = (full + each - 1) / each;
  const Lanes lost = multiply(least(figures, all(all_gone)), all(each));
  return tenth(subtract_to_zero(all(full + 5), lost));  // what is left below 5 is less than half a cent
}

/// Cents of the two items that look at the mean of the station, for the officers of a block. The last station may write
/// beyond it.
struct AgainstMeans {
  alignas(64) std::uint16_t share[kBlock + 32], above[kBlock + 32];
};

/// By slope·x + start, over a divisor of which `reciprocal` is the nearest float.
CWP_INLINE Lanes line(Lanes figures, float slope, float start, float reciprocal) {
  const auto cents = [&](Floats x) { return multiply(multiply_add(x, all_f(slope), all_f(start)), all_f(reciprocal)); };
  const Wide wide = widen(figures);
  return least(narrow({cents(wide.low), cents(wide.high)}), all(1000));
}

CWP_INLINE Lanes share_of_mean(Lanes figures, float officers, float total) {
  // 500·x·n / S + 1/2 as (2000·n·x + 2·S + 1) / (4·S). S <= 28·93: 1/10,416 from an integer. The reciprocal is off by
  // 2^-24 of itself, the product by half a unit of 2^-14: at 1,000 together less than 1/11,000.
  static_assert(largest(kShareMetric) <= 93 && kMostDays * kDaily[kShareMetric] <= 93);
  return total == 0 ? all(0) : line(figures, 2000 * officers, 2 * total + 1, 1 / (4 * total));
}

template <int kFactor>
CWP_INLINE Lanes above_mean(Lanes figures, float officers, float total) {
  // 600 + 4·k·(x − S/n) + 1/2 as (16·k·(n·x − S) + 2402·n + 1) / (4·n), at least 1/112 from an integer.
  constexpr float kSlope = 16 * kFactor;
  return line(figures, kSlope * officers, 2402 * officers + 1 - kSlope * total, 1 / (4 * officers));
}

template <int kFactor>
CWP_INLINE void compare_with_means(const HandBlock& block, AgainstMeans& against) {
  for (std::uint32_t s = 0; s < block.stations; ++s) {
    const std::uint32_t first = block.begins[s] - block.begins[0], officers = block.begins[s + 1] - block.begins[s];
    Lanes share[kStation], above[kStation];
    int share_sum = 0, above_sum = 0;
    for (std::uint32_t g = 0; g < kStation; ++g) {
      const std::uint32_t at = g * kLanes, count = officers > at ? officers - at : 0;
      share[g] = load_first(block.columns[kShareMetric] + first + at, count);
      above[g] = load_first(block.columns[kAboveMetric] + first + at, count);
      share_sum += sum(share[g]);
      above_sum += sum(above[g]);
    }
    const auto count = static_cast<float>(officers);
    // In the lanes behind the station stands nonsense, until the next station overwrites it.
    for (std::uint32_t g = 0; g < kStation; ++g) {
      store(against.share + first + g * kLanes, share_of_mean(share[g], count, static_cast<float>(share_sum)));
      store(against.above + first + g * kLanes, above_mean<kFactor>(above[g], count, static_cast<float>(above_sum)));
    }
  }
}

template <int kItem, int kFactor, class Column>
CWP_INLINE Lanes cents_of(const Column& column, const AgainstMeans& against, std::size_t at) {
  if constexpr (kItem < kBandsFrom) {
    return award<kItem, kFactor>(column(kItem));
  } else if constexpr (kItem < kRatioFrom) {
    return bands<kItem, kFactor>(column(kItem), std::make_integer_sequence<int, 5>());
  } else if constexpr (kItem < kDeductFrom) {
    return ratio<kItem>(column(kItem), column(kItem + kDivisorBehind));
  } else if constexpr (kItem < kShareOfMean) {
    return deduct<kItem>(column(kItem));
  } else {
    return load((kItem == kShareOfMean ? against.share : against.above) + at);
  }
}

/// (40·A + 35·B + 25·C) / 100 + 1/2 as (8·A + 7·B + 5·C + 10.5) / 20, at least 1/40 from an integer.
CWP_INLINE Lanes weighted(const Lanes (&categories)[kCategories]) {
  static_assert(kWeightPercent[0] == 40 && kWeightPercent[1] == 35 && kWeightPercent[2] == 25);
  const Wide sums = weigh(categories[0], categories[1], categories[2]);
  const auto cents = [&](Floats sum) { return multiply(add(sum, all_f(10.5F)), all_f(0.05F)); };
  return narrow({cents(sums.low), cents(sums.high)});
}

template <bool kKeepItems, int kFactor, int... kItem>
CWP_INLINE void score_lanes(const HandBlock& block, const AgainstMeans& against, std::size_t at, std::uint32_t count,
                            std::integer_sequence<int, kItem...>) {
  const auto column = [&](int metric) {
    const std::uint16_t* const figures = block.columns[metric] + at;
    _mm_prefetch(reinterpret_cast<const char*>(figures + kAhead), _MM_HINT_T0);
    return load(figures);
  };
  Lanes categories[kCategories] = {all(0), all(0), all(0)};
  const auto take = [&]<int kOne>(std::integral_constant<int, kOne>) {
    const Lanes cents = cents_of<kOne, kFactor>(column, against, at);
    if constexpr (kKeepItems) store_first(block.items + kOne * block.item_stride + at, cents, count);
    categories[kOne % kCategories] = add(categories[kOne % kCategories], cents);
  };
  (take(std::integral_constant<int, kItem>()), ...);
  store_first(block.totals + at, weighted(categories), count);
  if (block.categories[0] != nullptr)
    for (int c = 0; c < kCategories; ++c) store_first(block.categories[c] + at, categories[c], count);
}

/// 1 and how many of the station have a larger total.
CWP_INLINE void rank_stations(const HandBlock& block) {
  for (std::uint32_t s = 0; s < block.stations; ++s) {
    const std::uint32_t first = block.begins[s] - block.begins[0], officers = block.begins[s + 1] - block.begins[s];
    const std::uint16_t* const totals = block.totals + first;
    Lanes station[kStation];
    for (std::uint32_t g = 0; g < kStation; ++g)
      station[g] = load_first(totals + g * kLanes, officers > g * kLanes ? officers - g * kLanes : 0);
    for (std::uint32_t i = 0; i < officers; ++i)
      block.station_ranks[first + i] = static_cast<std::uint16_t>(1 + count_larger(station, totals[i]));
  }
}

template <bool kKeepItems, int kFactor>
void score_block_of(const HandBlock& block) {
  AgainstMeans against;
  compare_with_means<kFactor>(block, against);
  const std::uint32_t officers = block.begins[block.stations] - block.begins[0];
  for (std::uint32_t at = 0; at < officers; at += kLanes)
    score_lanes<kKeepItems, kFactor>(block, against, at, officers - at, std::make_integer_sequence<int, kItems>());
  rank_stations(block);
  for (std::uint32_t i = 0; i < officers; ++i) ++block.histogram[block.totals[i]];
}

void score_block(const HandBlock& block) {
  if (block.items != nullptr) return score_block_of<true, kMonth>(block);
  score_block_of<false, kMonth>(block);
}
