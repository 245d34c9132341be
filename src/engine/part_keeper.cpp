#include "engine/part_keeper.hpp"

#include <algorithm>
#include <limits>

namespace cwp {
namespace {

/// To the last digit: 1.50 is not 1.5.
bool same_digits(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a.has_value() == b.has_value() && (!a || (a->units == b->units && a->decimals == b->decimals));
}

bool same_alike(const PartPool::Alike& a, const PartPool::Alike& b) {
  return a.own_points == b.own_points && a.part.state == b.part.state && a.part.reason == b.part.reason &&
         same_digits(a.part.points, b.part.points) && same_digits(a.part.full, b.part.full) &&
         same_digits(a.part.reachable, b.part.reachable) && same_digits(a.part.coverage, b.part.coverage);
}

std::size_t hash_of(const PartPool::Alike& alike) {
  std::uint64_t hash = (std::uint64_t(alike.part.state) << 8 | std::uint64_t(alike.part.reason)) + 1;
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29;
  };
  for (const auto* figure : {&alike.part.points, &alike.part.full, &alike.part.reachable, &alike.part.coverage}) {
    mix(*figure ? std::uint64_t((*figure)->units) : 1);
    mix(*figure ? (*figure)->decimals : 0xFF);
  }
  return std::size_t(hash);
}

}  // namespace

void PartKeeper::add(const Part& part) {
  PartPool::Alike alike{part, true};
  Parts::Kept kept;
  if (part.points && part.points->units >= std::numeric_limits<std::int32_t>::min() &&
      part.points->units <= std::numeric_limits<std::int32_t>::max()) {
    kept.units = std::int32_t(part.points->units);
    alike.part.points->units = 0;
    alike.own_points = false;
  }
  const std::size_t place = row_.size();
  if (place < last_.size() && same_alike(pool_->alike[last_[place]], alike)) {
    kept.alike = last_[place];
  } else {
    kept.alike = number_of(alike);
    last_.resize(std::max(last_.size(), place + 1));
    last_[place] = kept.alike;
  }
  row_.push_back(kept);
}

std::uint32_t PartKeeper::number_of(const PartPool::Alike& alike) {
  const std::size_t hash = hash_of(alike);
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto one = first; one != last; ++one)
    if (same_alike(pool_->alike[one->second], alike)) return one->second;
  const auto number = std::uint32_t(pool_->alike.size());
  pool_->alike.push_back(alike);
  by_hash_.emplace(hash, number);
  return number;
}

Parts PartKeeper::take_row() {
  Parts parts(std::vector<Parts::Kept>(row_.begin(), row_.end()), pool_);
  row_.clear();
  return parts;
}

PartKeeper& PartKeepers::mine() {
  const std::lock_guard lock(mutex_);
  return keepers_[std::this_thread::get_id()];
}

Parts::Parts(const std::vector<Part>& parts) {
  PartKeeper keeper;
  for (const Part& part : parts) keeper.add(part);
  *this = keeper.take_row();
}

const Part Parts::operator[](std::size_t i) const {
  const Kept& kept = kept_[i];
  const PartPool::Alike& alike = pool_->alike[kept.alike];
  Part part = alike.part;
  if (!alike.own_points) part.points->units = kept.units;
  return part;
}

void Parts::set(std::size_t i, const Part& part) {
  std::vector<Part> all(begin(), end());
  all[i] = part;
  *this = Parts(all);
}

}  // namespace cwp
