#include "lane/lane_math.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <string>

#include "kernel/choose_isa.hpp"
#include "lane/kept_lanes.hpp"

namespace cwp::testing {
namespace {

constexpr Rounding kRoundings[] = {Rounding::half_up, Rounding::half_even, Rounding::up,
                                   Rounding::down,    Rounding::ceil,      Rounding::floor};

/// A figure as it was written, and what each lane of it must be; nothing where the lane was flagged on the way.
struct Known {
  LaneFigure figure;
  std::vector<std::optional<Rational>> lanes;
  std::string text;  ///< how it came about
  bool is_truth = false;
};

/// Random columns and random expressions over them, in Rational and in lanes.
class Expressions {
 public:
  explicit Expressions(std::uint32_t seed) : random_(seed) {
    const int columns = pick(1, 3);
    for (int i = 0; i < columns; ++i) add_column();
    for (int i = 0; i < 2; ++i) {
      const Rational value(pick(-40, 120), denominator());
      keep({math_.of(value), std::vector<std::optional<Rational>>(kLanes, value), value.to_text()});
    }
  }

  /// One more figure; what cannot be proved is undone.
  void add() {
    const LaneWriter::Mark mark = writer_.mark();
    const std::vector<bool> flagged = flagged_;
    ++tried_;
    std::optional<Known> made = operation();
    if (writer_.failed()) {
      writer_.undo(mark);
      flagged_ = flagged;
      ++undone_;
    } else if (made) {
      keep(std::move(*made));
    }
  }

  /// Runs the steps and compares every lane of every figure.
  void expect_all(Isa isa) const {
    const KeptLanes kept(writer_, columns_, lanes_for(isa));
    const auto outside = kept.outside();
    ASSERT_FALSE(outside) << "register " << *outside << " leaves its range";
    for (const Known& known : known_)
      for (std::size_t i = 0; i < kLanes; ++i) {
        if (!known.lanes[i]) continue;
        Rational value = rational_of(kept.wide_at(known.figure.number, i)) / Rational(known.figure.denominator);
        if (known.figure.divisor) value = value / rational_of(kept.wide_at(*known.figure.divisor, i));
        ASSERT_EQ(value.to_text(), known.lanes[i]->to_text()) << known.text << ", lane " << i;
      }
    for (std::size_t i = 0; i < kLanes; ++i)
      ASSERT_EQ(kept.at(LaneWriter::kFlags, i) != 0, flagged_[i]) << "flag of lane " << i;
  }

  const LaneWriter& writer() const { return writer_; }
  int tried() const { return tried_; }
  int undone() const { return undone_; }

 private:
  static constexpr std::size_t kLanes = 40;

  std::int64_t pick(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
  }
  int pick(int low, int high) { return int(pick(std::int64_t{low}, std::int64_t{high})); }
  std::int64_t denominator() {
    static constexpr std::int64_t kUsual[] = {1, 1, 1, 2, 3, 4, 7, 8, 10, 100, 1000};
    return kUsual[std::size_t(pick(0, 10))];
  }
  void keep(Known known) { known_.push_back(std::move(known)); }
  const Known& any() {
    // The newest are more interesting, the leaves keep figures small.
    const int last = int(known_.size()) - 1;
    return known_[std::size_t(pick(0, 1) == 0 ? last - pick(0, std::min(last, 3)) : pick(0, last))];
  }

  void add_column() {
    struct Kind {
      Lane lane;
      std::int64_t low, high;
    };
    static constexpr Kind kKinds[] = {{Lane::u8, 0, 1},     {Lane::u8, 0, 20},       {Lane::u8, 1, 7},
                                      {Lane::u16, 0, 500},  {Lane::u16, 1, 60000},   {Lane::i32, -9, 9},
                                      {Lane::i32, -3, -1},  {Lane::i32, -5000, 100}, {Lane::i64, 1, 30},
                                      {Lane::i64, -50, 50}, {Lane::i32, 0, 2000000}, {Lane::u16, 0, 30},
                                      {Lane::u16, 0, 1000}};
    const Kind kind = kKinds[std::size_t(pick(0, 12))];
    const LaneRegister column = writer_.column(kind.lane, {kind.low, kind.high});
    const std::int64_t parts = denominator();
    Known known{{column, parts, std::nullopt}, {}, "c" + std::to_string(column) + "/" + std::to_string(parts)};
    auto& values = columns_[column];
    for (std::size_t i = 0; i < kLanes; ++i) {
      values.push_back(i == 0 ? kind.low : i == 1 ? kind.high : pick(kind.low, kind.high));
      known.lanes.emplace_back(Rational(values.back(), parts));
    }
    keep(std::move(known));
  }

  using Two = std::function<Rational(const Rational&, const Rational&)>;
  static std::vector<std::optional<Rational>> each(const Known& a, const Known& b, const Two& compute) {
    std::vector<std::optional<Rational>> lanes(kLanes);
    for (std::size_t i = 0; i < kLanes; ++i)
      if (a.lanes[i] && b.lanes[i]) lanes[i] = compute(*a.lanes[i], *b.lanes[i]);
    return lanes;
  }
  static std::vector<std::optional<Rational>> each(const Known& a, const std::function<Rational(const Rational&)>& f) {
    return each(a, a, [&](const Rational& x, const Rational&) { return f(x); });
  }
  Known two(const char* name, const Known& a, const Known& b, LaneFigure figure, const Two& compute) {
    return {figure, each(a, b, compute), std::string(name) + "(" + a.text + ", " + b.text + ")"};
  }

  std::optional<Known> truth() {
    std::vector<const Known*> truths;
    for (const Known& known : known_)
      if (known.is_truth) truths.push_back(&known);
    if (truths.empty()) return std::nullopt;
    return *truths[std::size_t(pick(0, int(truths.size()) - 1))];
  }

  std::optional<Known> operation() {
    const Known a = any(), b = any();
    switch (pick(0, 16)) {
      case 0:
        return two("add", a, b, math_.add(a.figure, b.figure), [](auto& x, auto& y) { return x + y; });
      case 1:
        return two("subtract", a, b, math_.subtract(a.figure, b.figure), [](auto& x, auto& y) { return x - y; });
      case 2:
        return two("multiply", a, b, math_.multiply(a.figure, b.figure), [](auto& x, auto& y) { return x * y; });
      case 3:
      case 4:
        return divided(a, b);
      case 5:
        return two("least", a, b, math_.least(a.figure, b.figure), [](auto& x, auto& y) { return std::min(x, y); });
      case 6:
        return two("greatest", a, b, math_.greatest(a.figure, b.figure),
                   [](auto& x, auto& y) { return std::max(x, y); });
      case 7:
        return clamped(a);
      case 8:
      case 9: {
        const bool ordered = pick(0, 2) != 0;
        Known made = ordered ? two("at_least", a, b, math_.at_least(a.figure, b.figure),
                                   [](auto& x, auto& y) { return Rational(x >= y ? 1 : 0); })
                             : two("equal", a, b, math_.equal(a.figure, b.figure),
                                   [](auto& x, auto& y) { return Rational(x == y ? 1 : 0); });
        made.is_truth = true;
        return made;
      }
      case 10:
        return chosen(a, b);
      case 11:
        return Known{math_.floor(a.figure), each(a, [](auto& x) { return x.floor(); }), "floor(" + a.text + ")"};
      case 12:
        return Known{math_.ceil(a.figure), each(a, [](auto& x) { return x.ceil(); }), "ceil(" + a.text + ")"};
      case 13:
        return Known{math_.negative(a.figure), each(a, [](auto& x) { return -x; }), "-(" + a.text + ")"};
      case 14:
        return summed(a, b);
      default:
        return rounded(a);
    }
  }

  std::optional<Known> divided(const Known& a, Known b) {
    if (pick(0, 3) == 0) {  // lanes that would divide by 0 or less are the judge's
      const auto positive = math_.positive_or_flagged(b.figure);
      if (!positive) return std::nullopt;
      b.figure = *positive;
      b.text = "positive(" + b.text + ")";
      for (std::size_t i = 0; i < kLanes; ++i) {
        if (!b.lanes[i] || b.lanes[i]->sign() > 0) continue;  // a lane that is flagged already stays so
        flagged_[i] = true;
        b.lanes[i].reset();
      }
    } else if (writer_.range(b.figure.number).low <= 0 && !math_.constant_of(b.figure)) {
      const Rational floor(1, denominator());
      b.figure = math_.greatest(b.figure, math_.of(floor));
      b.lanes = each(b, [&](auto& x) { return std::max(x, floor); });
      b.text = "greatest(" + b.text + ", " + floor.to_text() + ")";
    }
    if (writer_.failed()) return std::nullopt;
    if (const auto value = math_.constant_of(b.figure); value && value->sign() <= 0) return std::nullopt;
    return two("divide", a, b, math_.divide(a.figure, b.figure), [](auto& x, auto& y) { return x / y; });
  }

  Known clamped(const Known& a) {
    const Rational low(pick(-20, 30), denominator()), high = low + Rational(pick(0, 50), denominator());
    return {math_.clamp(a.figure, math_.of(low), math_.of(high)),
            each(a, [&](auto& x) { return std::min(std::max(x, low), high); }),
            "clamp(" + a.text + ", " + low.to_text() + ", " + high.to_text() + ")"};
  }

  std::optional<Known> chosen(const Known& a, const Known& b) {
    std::optional<Known> truth = this->truth();
    if (!truth) return std::nullopt;
    if (pick(0, 2) == 0) {
      truth->figure = math_.negated(truth->figure);
      truth->lanes = each(*truth, [](auto& x) { return Rational(1) - x; });
      truth->text = "not " + truth->text;
    }
    Known made{math_.choose(truth->figure, a.figure, b.figure), {}, ""};
    made.lanes = each(a, b, [](auto& x, auto&) { return x; });
    for (std::size_t i = 0; i < kLanes; ++i)
      if (!truth->lanes[i])
        made.lanes[i].reset();
      else if (made.lanes[i])
        made.lanes[i] = truth->lanes[i]->sign() != 0 ? a.lanes[i] : b.lanes[i];
    made.text = "choose(" + truth->text + ", " + a.text + ", " + b.text + ")";
    return made;
  }

  Known summed(const Known& a, const Known& b) {
    const Known c = any();
    std::vector<LaneFigure> parts = {a.figure, b.figure, c.figure};
    Known made = two("sum", a, b, math_.sum(parts), [](auto& x, auto& y) { return x + y; });
    made.lanes = each(made, c, [](auto& x, auto& y) { return x + y; });
    made.text += " + " + c.text;
    return made;
  }

  Known rounded(const Known& a) {
    const Rounding rounding = kRoundings[std::size_t(pick(0, 5))];
    const int decimals = pick(0, 3);
    LaneFigure figure = math_.rounded(a.figure, decimals, rounding);
    if (!writer_.failed() && pick(0, 3) == 0) {
      figure = math_.in_places(figure, decimals);
      EXPECT_EQ(writer_.failed() ? 0 : figure.denominator, writer_.failed() ? 0 : power(decimals));
    }
    return {figure, each(a, [&](auto& x) { return x.rounded(decimals, rounding); }),
            "rounded(" + a.text + ", " + std::to_string(decimals) + ", " + std::to_string(int(rounding)) + ")"};
  }
  static std::int64_t power(int decimals) { return decimals == 0 ? 1 : 10 * power(decimals - 1); }

  std::mt19937 random_;
  LaneWriter writer_;
  LaneMath math_{writer_};
  std::map<LaneRegister, KeptLanes::Values> columns_;
  std::vector<Known> known_;
  std::vector<bool> flagged_ = std::vector<bool>(kLanes);
  int tried_ = 0, undone_ = 0;
};

TEST(LaneMath, RandomExpressionsAreWhatRationalMakesOfThem) {
  int tried = 0, undone = 0;
  std::set<LaneOp> reached;
  for (std::uint32_t seed = 1; seed <= 2500 && !HasFatalFailure(); ++seed) {
    Expressions expressions(seed);
    for (int i = 0; i < 12; ++i) expressions.add();
    SCOPED_TRACE("seed " + std::to_string(seed));
    expressions.expect_all(seed % 2 == 0 ? Isa::best : Isa::baseline);
    tried += expressions.tried(), undone += expressions.undone();
    for (const LaneStep& step : expressions.writer().steps()) reached.insert(step.op);
  }
  // The trial is worth something: most were written, and with every operation that the writer has.
  EXPECT_LT(undone, tried / 4);
  for (int op = 0; op <= int(LaneOp::flag); ++op) {
    const bool by_tables = op >= int(LaneOp::steps) && op <= int(LaneOp::look_up);
    const bool by_groups = op >= int(LaneOp::spread) && op <= int(LaneOp::share);
    if (by_tables || by_groups) continue;
    EXPECT_TRUE(reached.contains(LaneOp(op))) << "operation " << op;
  }
}

/// All whole numbers from `low` to `high` in parts of 1 / denominator, divided by the numbers 1 … `most`.
void expect_rounded(std::int64_t low, std::int64_t high, std::int64_t denominator, std::int64_t most) {
  for (const Rounding rounding : kRoundings)
    for (const int decimals : {0, 1, 2, 3}) {
      LaneWriter writer;
      LaneMath math(writer);
      const LaneFigure a{writer.column(Lane::i32, {low, high}), denominator, std::nullopt};
      const LaneFigure b{writer.column(Lane::u8, {1, most}), 1, std::nullopt};
      const LaneFigure quotient = math.rounded(math.divide(a, b), decimals, rounding);
      const LaneFigure held = math.clamp(quotient, math.of(Rational(-1, 2)), math.of(5));
      ASSERT_FALSE(writer.failed());
      std::map<LaneRegister, KeptLanes::Values> columns;
      for (std::int64_t x = low; x <= high; ++x)
        for (std::int64_t y = 1; y <= most; ++y) columns[a.number].push_back(x), columns[b.number].push_back(y);
      const KeptLanes kept(writer, columns, lanes_for(Isa::best));
      for (std::size_t i = 0; i < kept.lanes(); ++i) {
        const std::int64_t x = columns[a.number][i], y = columns[b.number][i];
        const Rational wanted = Rational(x, denominator * y).rounded(decimals, rounding);
        ASSERT_EQ(Rational(kept.at(quotient.number, i), quotient.denominator), wanted)
            << x << "/" << denominator << "/" << y << ", decimals " << decimals << ", rounding " << int(rounding);
        ASSERT_EQ(Rational(kept.at(held.number, i), held.denominator),
                  std::min(std::max(wanted, Rational(-1, 2)), Rational(5)));
      }
    }
}

TEST(LaneMath, EveryQuotientOfAWindowIsRoundedExactly) {
  expect_rounded(0, 60, 1, 16);  // ties at halves, quarters, eighths
  expect_rounded(0, 130, 4, 8);
  expect_rounded(-60, 60, 8, 5);  // both sides of 0
  expect_rounded(-40, -1, 3, 7);
}

TEST(LaneMath, AConstantIsRoundedBeforehand) {
  LaneWriter writer;
  LaneMath math(writer);
  const LaneFigure rounded = math.rounded(math.of(Rational(-5, 8)), 2, Rounding::half_even);
  EXPECT_EQ(math.constant_of(rounded), Rational(-62, 100));
  EXPECT_TRUE(writer.steps().empty());
}

TEST(LaneMath, WhatHasNoMorePlacesIsNotRounded) {
  LaneWriter writer;
  LaneMath math(writer);
  const LaneFigure tenths{writer.column(Lane::u8, {0, 100}), 10, std::nullopt};
  EXPECT_EQ(math.rounded(tenths, 2, Rounding::up).number, tenths.number);
  EXPECT_TRUE(writer.steps().empty());
}

TEST(LaneMath, WhatCannotBeProvedFails) {
  const auto fails = [](const auto& compute) {
    LaneWriter writer;
    LaneMath math(writer);
    compute(math, LaneFigure{writer.column(Lane::i32, {0, 5}), 1, std::nullopt});
    return writer.failed();
  };
  // A divisor that may be 0, or is no positive constant.
  EXPECT_TRUE(fails([](LaneMath& math, const LaneFigure& a) { math.divide(a, a); }));
  EXPECT_TRUE(fails([](LaneMath& math, const LaneFigure& a) { math.divide(a, math.of(0)); }));
  EXPECT_TRUE(fails([](LaneMath& math, const LaneFigure& a) { math.divide(a, math.of(-2)); }));
  EXPECT_FALSE(fails([](LaneMath& math, const LaneFigure& a) { math.divide(a, math.of(2)); }));
  // Denominators that grow beyond 10^15: 10^9 and 10^9 + 7 have no common factor.
  const Rational tiny(1, 1'000'000'000), other(1, 1'000'000'007);
  EXPECT_TRUE(fails([&](LaneMath& math, const LaneFigure& a) {
    math.add(math.multiply(a, math.of(tiny)), math.multiply(a, math.of(other)));
  }));
  EXPECT_TRUE(fails(
      [&](LaneMath& math, const LaneFigure& a) { math.multiply(math.multiply(a, math.of(tiny)), math.of(other)); }));
  EXPECT_TRUE(fails([&](LaneMath& math, const LaneFigure& a) {
    math.sum(std::vector{math.multiply(a, math.of(tiny)), math.multiply(a, math.of(other))});
  }));
  // Places that it does not have.
  EXPECT_TRUE(fails([](LaneMath& math, const LaneFigure& a) { math.in_places({a.number, 3, std::nullopt}, 2); }));
  EXPECT_TRUE(fails([](LaneMath& math, const LaneFigure&) { math.of(*Rational(3).power(50)); }));
}

TEST(LaneMath, ADivisorThatIsNowherePositiveIsTheJudgesEverywhere) {
  LaneWriter writer;
  LaneMath math(writer);
  const LaneFigure a{writer.column(Lane::i32, {-5, 0}), 1, std::nullopt};
  EXPECT_FALSE(math.positive_or_flagged(a).has_value());
  const LaneFigure b{writer.column(Lane::i32, {1, 5}), 1, std::nullopt};
  EXPECT_EQ(math.positive_or_flagged(b)->number, b.number);
  EXPECT_TRUE(writer.steps().empty());
}

}  // namespace
}  // namespace cwp::testing
