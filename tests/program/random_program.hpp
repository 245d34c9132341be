#pragma once
// RandomProgram: a long lane program of random steps over a few random columns.

#include <algorithm>
#include <random>

#include "lane/kept_lanes.hpp"
#include "program/lane_program.hpp"

namespace cwp::testing {

class RandomProgram {
 public:
  RandomProgram(std::uint32_t seed, int steps, std::size_t officers) : random_(seed) {
    for (const Lane lane : {Lane::u8, Lane::u16, Lane::i32, Lane::i64}) add_column(lane, officers);
    for (auto& [reg, values] : figures_) {
      KeptLanes::Values& data = data_[reg];
      data = narrow(values, program.writer.info(reg).lane);
      program.columns.emplace_back(reg, data.data());
    }
    while (int(made.size()) < steps) add_step();
  }
  RandomProgram(const RandomProgram&) = delete;
  RandomProgram& operator=(const RandomProgram&) = delete;

  /// Every register, of all officers.
  KeptLanes kept(RunLanes unit) const {
    std::vector<const void*> tables;
    for (const auto& table : program.tables) tables.push_back(table->data());
    return {program.writer, figures_, unit, tables};
  }

  LaneProgram program;
  std::vector<LaneRegister> made;

 private:
  std::int64_t pick(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
  }

  void add_column(Lane lane, std::size_t officers) {
    const std::int64_t low = lane == Lane::i32 ? -20 : lane == Lane::i64 ? 1 : 0, high = lane == Lane::u16 ? 900 : 30;
    const LaneRegister reg = program.writer.column(lane, {low, high});
    for (std::size_t i = 0; i < officers; ++i) figures_[reg].push_back(pick(low, high));
  }

  static KeptLanes::Values narrow(const KeptLanes::Values& values, Lane lane) {
    KeptLanes::Values lanes(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      std::memcpy(reinterpret_cast<char*>(lanes.data()) + i * bytes_of(lane), &values[i], bytes_of(lane));
    return lanes;
  }

  /// An old register as well as a new one: some are read long after they were written.
  LaneRegister any() {
    if (made.empty() || pick(0, 3) == 0) return std::next(figures_.begin(), pick(0, 3))->first;
    if (pick(0, 7) == 0) return program.writer.constant(pick(-9, 30));
    return made[std::size_t(
        pick(pick(0, 1) == 0 ? 0 : std::int64_t(made.size()) * 3 / 4, std::int64_t(made.size()) - 1))];
  }

  void add_step() {
    LaneWriter& writer = program.writer;
    const LaneWriter::Mark mark = writer.mark();
    const LaneRegister a = any(), b = any(), c = any();
    LaneRegister reg = step(writer, a, b, c);
    const LaneRange range = writer.range(reg);
    if (writer.failed()) return writer.undo(mark);
    if (range.low < -1'000'000 || range.high > 1'000'000) reg = writer.hold(reg, -1'000'000, 1'000'000);
    if (writer.info(reg).kind == RegisterInfo::Kind::scratch) made.push_back(reg);
  }

  LaneRegister step(LaneWriter& writer, LaneRegister a, LaneRegister b, LaneRegister c) {
    switch (pick(0, 12)) {
      case 0:
        return writer.scale(a, pick(-5, 5), pick(-9, 9));
      case 1:
        return writer.combine(a, pick(-5, 5), b, pick(1, 5), pick(-9, 9));
      case 2:
        return writer.product(a, b);
      case 3:
        return writer.least(a, b);
      case 4:
        return writer.greatest(a, b);
      case 5:
        return writer.hold(a, pick(-9, 0), pick(1, 90));
      case 6:
        return writer.choose(writer.at_least(a, b), b, c);
      case 7:
        return writer.choose(writer.equal(a, b), c, a);
      case 8:
        return writer.divide(a, writer.greatest(b, writer.constant(pick(1, 9))));
      case 9: {
        const LaneRegister divisor = writer.greatest(b, writer.constant(1));
        return writer.hold(writer.divide(writer.combine(a, 2, divisor, 1, 0), writer.scale(divisor, 2, 0)), 0, 100);
      }
      case 10:
        return writer.add_up({writer.hold(a, 0, 100), writer.hold(b, 0, 100), writer.hold(c, 0, 100)});
      case 11:
        return tabulated(program, writer.hold(a, 0, 100));
      default:
        writer.flag(writer.at_least(a, writer.constant(pick(28, 40))));
        return writer.divide(a, writer.constant(pick(2, 9)));
    }
  }

  std::mt19937 random_;
  std::map<LaneRegister, KeptLanes::Values> figures_, data_;
};

}  // namespace cwp::testing
