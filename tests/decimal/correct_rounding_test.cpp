// Expected values were worked out by mpmath 1.3.0 with 2000 bits, and are written here with 45 digits: the compiler
// makes the nearest double of them.

#include "decimal/correct_rounding.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <vector>

namespace cwp {
namespace {

/// The double of a result; NaN for a fault. A result that is not exactly a double fails the test.
double as_double(const Irrational& result) {
  if (result.fault != IrrationalFault::none) return std::numeric_limits<double>::quiet_NaN();
  const double value = result.value.to_double();
  EXPECT_EQ(Rational::from_double(value), result.value);
  return value;
}

Rational decimal(std::string_view text) { return Rational(*Decimal::parse(text)); }

Rational power_of_ten(std::int64_t exponent) { return *Rational(10).power(exponent); }

/// An integer of any number of digits.
Rational whole(std::string_view digits) {
  Rational value(0);
  for (const char c : digits) value = value * Rational(10) + Rational(c - '0');
  return value;
}

/// An irrational function just below and just above a point where it passes the middle between two doubles.
void expect_passes(Irrational (*function)(const Rational&), const Rational& below, const Rational& above,
                   const Rational& middle, double half_step) {
  const double lower = (middle - Rational::from_double(half_step)).to_double();
  EXPECT_EQ(as_double(function(below)), lower);
  EXPECT_EQ(as_double(function(above)), lower + 2 * half_step);
}

const double kHalfStep = 0x1p-53;                                          // half the distance of doubles from 1 to 2
const Rational kMiddle = Rational(3, 2) + Rational::from_double(0x1p-53);  // between 1.5 and the next double

TEST(RoundedSqrt, IsTheNearestDouble) {
  EXPECT_EQ(as_double(rounded_sqrt(2)), 1.41421356237309504880168872420969807856967188);
  EXPECT_EQ(as_double(rounded_sqrt(3)), 1.73205080756887729352744634150587236694280525);
  EXPECT_EQ(as_double(rounded_sqrt(Rational(1, 3))), 0.577350269189625764509148780501957455647601751);
  EXPECT_EQ(as_double(rounded_sqrt(decimal("114.655"))), 10.7077075044100826428323322748304897009978369);
  EXPECT_EQ(as_double(rounded_sqrt(decimal("123456789012345.678"))), 11111111.0611111109530555548443055512307603871);
  EXPECT_EQ(as_double(rounded_sqrt(power_of_ten(-300))), 1e-150);
}

TEST(RoundedSqrt, OfASquareIsExact) {
  EXPECT_EQ(as_double(rounded_sqrt(0)), 0.0);
  EXPECT_EQ(as_double(rounded_sqrt(decimal("2.25"))), 1.5);
  EXPECT_EQ(as_double(rounded_sqrt(power_of_ten(40))), 1e20);
  // 2/3 is no double: the nearest.
  EXPECT_EQ(as_double(rounded_sqrt(Rational(4, 9))), 2.0 / 3);
}

TEST(RoundedSqrt, OfAMiddleSquaredGoesToEven) {
  EXPECT_EQ(as_double(rounded_sqrt(kMiddle * kMiddle)), 1.5);
  const Rational odd = kMiddle + Rational::from_double(0x1p-52);
  EXPECT_EQ(as_double(rounded_sqrt(odd * odd)), 1.5 + 0x1p-51);
  const Rational large = *Rational(2).power(400);
  EXPECT_EQ(as_double(rounded_sqrt(kMiddle * kMiddle * large)), 0x1.8p200);
}

TEST(RoundedSqrt, NextToAMiddleSquaredGoesToTheRightSide) {
  for (const int places : {20, 60, 300, 1500})
    expect_passes(rounded_sqrt, kMiddle * kMiddle - power_of_ten(-places), kMiddle * kMiddle + power_of_ten(-places),
                  kMiddle, kHalfStep);
}

TEST(RoundedLn, IsTheNearestDouble) {
  EXPECT_EQ(as_double(rounded_ln(1)), 0.0);
  EXPECT_EQ(as_double(rounded_ln(2)), 0.693147180559945309417232121458176568075500134);
  EXPECT_EQ(as_double(rounded_ln(10)), 2.30258509299404568401799145468436420760110149);
  EXPECT_EQ(as_double(rounded_ln(Rational(1, 2))), -0.693147180559945309417232121458176568075500134);
  EXPECT_EQ(as_double(rounded_ln(Rational(3, 7))), -0.847297860387203613710107506520654024989594172);
  EXPECT_EQ(as_double(rounded_ln(decimal("1.00000000000000001"))), 9.99999999999999995000000000000000033333333333e-18);
  EXPECT_EQ(as_double(rounded_ln(power_of_ten(18))), 41.4465316738928223123238461843185557368198268);
}

TEST(RoundedLn, OfWhatIsJustBesideOne) {
  // ln(1 + t) = t − t²/2 + …: the nearest double to t itself.
  EXPECT_EQ(as_double(rounded_ln(Rational(1) + power_of_ten(-200))), 1e-200);
  EXPECT_EQ(as_double(rounded_ln(Rational(1) - power_of_ten(-200))), -1e-200);
  EXPECT_EQ(as_double(rounded_ln(Rational(1) + power_of_ten(-20'000))), 0.0);
}

// 10^-100 apart, with the middle between them: e^kMiddle to 100 places.
TEST(RoundedLn, NextToAMiddleGoesToTheRightSide) {
  const Rational units =
      whole("44816890703380653201694949701425298519695535664669532294792588191079633791640435301777587704360773769");
  expect_passes(rounded_ln, units * power_of_ten(-100), (units + Rational(1)) * power_of_ten(-100), kMiddle, kHalfStep);
}

TEST(RoundedLog10, IsTheNearestDouble) {
  EXPECT_EQ(as_double(rounded_log10(2)), 0.301029995663981195213738894724493026768189881);
  EXPECT_EQ(as_double(rounded_log10(3)), 0.477121254719662437295027903255115309200128864);
  EXPECT_EQ(as_double(rounded_log10(Rational(1, 7))), -0.845098040014256830712216258592636193483572396);
  EXPECT_EQ(as_double(rounded_log10(decimal("0.999999999999"))),
            -0.000000000000434294481903468974892080689595257947946371479);
  EXPECT_EQ(as_double(rounded_log10(power_of_ten(17) + Rational(1))), 17.0);
}

TEST(RoundedLog10, OfAPowerOfTenIsItsExponent) {
  EXPECT_EQ(as_double(rounded_log10(1)), 0.0);
  EXPECT_EQ(as_double(rounded_log10(1000)), 3.0);
  EXPECT_EQ(as_double(rounded_log10(Rational(1, 100))), -2.0);
  EXPECT_EQ(as_double(rounded_log10(power_of_ten(25'000))), 25'000.0);
  EXPECT_EQ(as_double(rounded_log10(power_of_ten(-25'000))), -25'000.0);
}

// 10^kMiddle to 99 places.
TEST(RoundedLog10, NextToAMiddleGoesToTheRightSide) {
  const Rational units =
      whole("316227766016838014039817441736192865397055993269973182591101889122338673958321553978386993618992253034");
  expect_passes(rounded_log10, units * power_of_ten(-100), (units + Rational(1)) * power_of_ten(-100), kMiddle,
                kHalfStep);
}

TEST(RoundedExp, IsTheNearestDouble) {
  EXPECT_EQ(as_double(rounded_exp(0)), 1.0);
  EXPECT_EQ(as_double(rounded_exp(1)), 2.71828182845904523536028747135266249775724709);
  EXPECT_EQ(as_double(rounded_exp(-1)), 0.367879441171442321595523770161460867445811131);
  EXPECT_EQ(as_double(rounded_exp(Rational(1, 3))), 1.39561242508608952862812531960258683759790652);
  EXPECT_EQ(as_double(rounded_exp(decimal("-0.3"))), 0.740818220681717866066873779317816872182251232);
  EXPECT_EQ(as_double(rounded_exp(709)), 8.21840746155497218924137238659781639324450597e307);
  EXPECT_EQ(as_double(rounded_exp(power_of_ten(-17))), 1.0);
}

TEST(RoundedExp, FadesThroughTheSmallestDoubles) {
  EXPECT_EQ(as_double(rounded_exp(-709)), 1.2167807506234230655164346703487199784876794e-308);
  // Half of the smallest double is 2.4703…e-324; e^-745.1 is 2.5537…e-324, e^-745.14 is 2.4536…e-324.
  EXPECT_EQ(as_double(rounded_exp(decimal("-745.1"))), 5e-324);
  EXPECT_EQ(as_double(rounded_exp(decimal("-745.14"))), 0.0);
}

// ln(kMiddle) to 100 places.
TEST(RoundedExp, NextToAMiddleGoesToTheRightSide) {
  const Rational units =
      whole("4054651081081644559928814238081157590470696121152147296583791617877028899196667324183855580203571807");
  expect_passes(rounded_exp, units * power_of_ten(-100), (units + Rational(1)) * power_of_ten(-100), kMiddle,
                kHalfStep);
}

TEST(RoundedNormalCdf, IsTheNearestDouble) {
  EXPECT_EQ(as_double(rounded_normal_cdf(0)), 0.5);
  EXPECT_EQ(as_double(rounded_normal_cdf(1)), 0.841344746068542948585232545632037922477912967);
  EXPECT_EQ(as_double(rounded_normal_cdf(-1)), 0.158655253931457051414767454367962077522087033);
  EXPECT_EQ(as_double(rounded_normal_cdf(decimal("1.96"))), 0.975002104851779565863415730959162809977500221);
  EXPECT_EQ(as_double(rounded_normal_cdf(decimal("-1.96"))), 0.0249978951482204341365842690408371900224997791);
  EXPECT_EQ(as_double(rounded_normal_cdf(Rational(1, 3))), 0.63055865981823636172720771793042641667174563);
  EXPECT_EQ(as_double(rounded_normal_cdf(power_of_ten(-20))), 0.5);
}

TEST(RoundedNormalCdf, FadesInBothTails) {
  EXPECT_EQ(as_double(rounded_normal_cdf(-10)), 7.61985302416052606597334325159930836350403328e-24);
  EXPECT_EQ(as_double(rounded_normal_cdf(-38)), 2.88542836006878430835097048156690409466181777e-316);
  EXPECT_EQ(as_double(rounded_normal_cdf(decimal("-38.5"))), 0.0);  // 1.408…e-324
  EXPECT_EQ(as_double(rounded_normal_cdf(8)), 0.999999999999999377903942572821587648400482741);
  EXPECT_EQ(as_double(rounded_normal_cdf(9)), 1.0);
}

// Where the distribution passes 3/4 + 2^-54, between two doubles that are 2^-53 apart: to 100 places.
TEST(RoundedNormalCdf, NextToAMiddleGoesToTheRightSide) {
  const Rational units =
      whole("6744897501960819178883304059324626354555342920958415467556154139680590693844369736245966170597073052");
  expect_passes(rounded_normal_cdf, units * power_of_ten(-100), (units + Rational(1)) * power_of_ten(-100),
                Rational(3, 4) + Rational::from_double(0x1p-54), 0x1p-54);
}

TEST(RoundedPower, IsExactForIntegers) {
  EXPECT_EQ(rounded_power(decimal("1.1"), 2).value, decimal("1.21"));
  EXPECT_EQ(rounded_power(3, -2).value, Rational(1, 9));
  EXPECT_EQ(rounded_power(-2, 3).value, Rational(-8));
  EXPECT_EQ(rounded_power(0, 0).value, Rational(1));
  EXPECT_EQ(rounded_power(0, Rational(1, 2)).value, Rational(0));
  EXPECT_EQ(rounded_power(1, power_of_ten(30)).value, Rational(1));
}

TEST(RoundedPower, IsTheNearestDoubleForFractions) {
  EXPECT_EQ(as_double(rounded_power(2, Rational(1, 3))), 1.25992104989487316476721060727822835057025146);
  EXPECT_EQ(as_double(rounded_power(decimal("10.35"), decimal("1.81"))),
            68.7134941046537481471701958028577653702275486);
  EXPECT_EQ(as_double(rounded_power(decimal("12.34"), decimal("1.08"))),
            15.0876073257923303422940453795404067483968717);
  EXPECT_EQ(as_double(rounded_power(Rational(1, 3), Rational(5, 7))), 0.456246035547400558280789262888009884349928993);
  EXPECT_EQ(as_double(rounded_power(10, Rational(-1, 2))), 0.316227766016837933199889354443271853371955514);
  EXPECT_EQ(as_double(rounded_power(2, decimal("-1074.3"))), 5e-324);
  EXPECT_EQ(as_double(rounded_power(2, decimal("1023.9"))), 1.6773070034857679910283938763563697939001585e308);
  EXPECT_EQ(as_double(rounded_power(1, Rational(1, 3))), 1.0);
}

TEST(RoundedPower, OfAPerfectPowerIsExact) {
  EXPECT_EQ(as_double(rounded_power(8, Rational(2, 3))), 4.0);
  EXPECT_EQ(as_double(rounded_power(Rational(27, 8), Rational(-1, 3))), 2.0 / 3);
  EXPECT_EQ(as_double(rounded_power(32, decimal("0.4"))), 4.0);
  EXPECT_EQ(as_double(rounded_power(power_of_ten(90), Rational(1, 3))), 1e30);
  EXPECT_EQ(as_double(rounded_power(4, Rational(-1, 2))), 0.5);
}

TEST(RoundedPower, OfAMiddleCubedGoesToEven) {
  const Rational cube = kMiddle * kMiddle * kMiddle;
  EXPECT_EQ(as_double(rounded_power(cube, Rational(1, 3))), 1.5);
  EXPECT_EQ(as_double(rounded_power(cube * *Rational(2).power(600), Rational(1, 3))), 0x1.8p200);
  EXPECT_EQ(as_double(rounded_power(cube + power_of_ten(-200), Rational(1, 3))), 1.5 + 0x1p-52);
  EXPECT_EQ(as_double(rounded_power(cube - power_of_ten(-200), Rational(1, 3))), 1.5);
}

TEST(RoundedGeometricMean, IsTheRootOfTheProduct) {
  const auto mean = [](std::vector<Rational> values) { return as_double(rounded_geometric_mean(values)); };
  EXPECT_EQ(mean({1, 2}), 1.41421356237309504880168872420969807856967188);
  EXPECT_EQ(mean({1, 2, 3}), 1.81712059283213965889121175632726050242821046);
  EXPECT_EQ(mean({85, 90, 95}), 89.907311983861664702015206172488174131741362);
  EXPECT_EQ(mean({1, 1, 1, 1, 2}), 1.14869835499703500679862694677792758944385089);
  EXPECT_EQ(mean({2, 4, 8}), 4.0);
  EXPECT_EQ(mean({Rational(1, 2), 2}), 1.0);
  EXPECT_EQ(mean({decimal("0.1")}), 0.1);
  EXPECT_EQ(mean({5, 0, 7}), 0.0);
  EXPECT_EQ(rounded_geometric_mean(std::vector<Rational>{0, -1}).fault, IrrationalFault::out_of_domain);
}

TEST(RoundedFunctions, SayWhereTheyAreNotDefined) {
  EXPECT_EQ(rounded_sqrt(-1).fault, IrrationalFault::out_of_domain);
  EXPECT_EQ(rounded_ln(0).fault, IrrationalFault::out_of_domain);
  EXPECT_EQ(rounded_ln(-1).fault, IrrationalFault::out_of_domain);
  EXPECT_EQ(rounded_log10(0).fault, IrrationalFault::out_of_domain);
  EXPECT_EQ(rounded_power(0, -1).fault, IrrationalFault::out_of_domain);
  EXPECT_EQ(rounded_power(0, Rational(-1, 2)).fault, IrrationalFault::out_of_domain);
  EXPECT_EQ(rounded_power(-8, Rational(1, 3)).fault, IrrationalFault::out_of_domain);
}

TEST(RoundedFunctions, SayWhatIsTooLarge) {
  EXPECT_EQ(rounded_exp(710).fault, IrrationalFault::too_large);
  EXPECT_EQ(rounded_power(2, decimal("1024.5")).fault, IrrationalFault::too_large);
  EXPECT_EQ(rounded_power(2, 200'000).fault, IrrationalFault::too_large);
  EXPECT_EQ(rounded_sqrt(power_of_ten(700)).fault, IrrationalFault::too_large);
  EXPECT_EQ(rounded_power(4, Rational(2049, 2)).fault, IrrationalFault::too_large);
}

TEST(RoundedFunctions, AnswerHugeArgumentsAtOnce) {
  const auto begin = std::chrono::steady_clock::now();
  const Rational huge = power_of_ten(25'000), tiny = power_of_ten(-25'000);
  for (const Rational& x : {power_of_ten(10), power_of_ten(40), huge}) {
    EXPECT_EQ(rounded_exp(x).fault, IrrationalFault::too_large);
    EXPECT_EQ(as_double(rounded_exp(-x)), 0.0);
    EXPECT_EQ(as_double(rounded_normal_cdf(x)), 1.0);
    EXPECT_EQ(as_double(rounded_normal_cdf(-x)), 0.0);
    EXPECT_EQ(rounded_power(2, x + Rational(1, 2)).fault, IrrationalFault::too_large);
    EXPECT_EQ(as_double(rounded_power(2, -x - Rational(1, 2))), 0.0);
    EXPECT_EQ(rounded_power(3, x).fault, IrrationalFault::too_large);
  }
  EXPECT_EQ(as_double(rounded_exp(tiny)), 1.0);
  EXPECT_EQ(as_double(rounded_normal_cdf(tiny)), 0.5);
  EXPECT_EQ(as_double(rounded_sqrt(tiny)), 0.0);
  EXPECT_EQ(as_double(rounded_power(tiny, tiny)), 1.0);
  EXPECT_EQ(as_double(rounded_power(huge, tiny)), 1.0);
  EXPECT_EQ(as_double(rounded_power(Rational(1) + tiny, huge + Rational(1, 2))), 2.71828182845904523536028747135266);
  EXPECT_EQ(as_double(rounded_log10(huge + Rational(1))), 25'000.0);
  std::vector<Rational> many;
  for (int i = 0; i < 20'000; ++i) many.emplace_back(1'000'003LL * i + 1, 999'983LL + i);
  EXPECT_EQ(rounded_geometric_mean(many).fault, IrrationalFault::none);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace cwp
