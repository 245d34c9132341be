#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

FormKey within(const std::string& of, const std::string& low, const std::string& high) {
  FormKey key = named("within");
  key.limits.push_back({formula(of), formula(low), formula(high)});
  key.place = whole("{within}");
  return key;
}
FormUse judged(std::vector<FormKey> more = {}) {
  std::vector<FormKey> keys = {list("of", {"a", "b", "c", "d"})};
  for (FormKey& key : more) keys.push_back(std::move(key));
  return form("judged", std::move(keys));
}

TEST(JudgedForm, IsAMeanOfMarks) {
  EXPECT_EQ(points_of(judged(), without_full()), canonical("judged_mean(0, a, 1, b, 1, c, 1, d, 1)"));
}

TEST(JudgedForm, DropsTheHighestAndTheLowestAndSkipsWhoGaveNone) {
  const auto made = desugar(judged({says("trim", "1")})).formula;
  const auto marks = [](const char* a, const char* b, const char* c) {
    return Figures{{"a", number(a)}, {"b", number(b)}, {"c", number(c)}, {"d", Value::missing()}};
  };
  EXPECT_EQ(figure(made, marks("90", "70", "82")), "82");
  EXPECT_EQ(figure(made, {{"a", number("90")}, {"b", number("70")}, {"c", number("80")}, {"d", number("86")}}), "83");
  EXPECT_EQ(figure(made, {{"a", number("90")}, {"b", number("70")}, {"c", Value::missing()}, {"d", Value::missing()}}),
            "missing");  // nobody is left
}

TEST(JudgedForm, WeightsTravelWithTheirMarks) {  // ruling 47; without 70 and 90: (80 * 2 + 86 * 3) / 5 = 83.6
  const auto made = desugar(judged({list("weights", {"1", "5", "2", "3"}), says("trim", "1")})).formula;
  EXPECT_EQ(figure(made, {{"a", number("90")}, {"b", number("70")}, {"c", number("80")}, {"d", number("86")}}), "83.6");
}

TEST(JudgedForm, ClampsAMarkBeforeDropping) {  // ruling 47
  const FormUse use = judged({within("a", "0", "85")});
  EXPECT_EQ(points_of(use), canonical("judged_mean(0, within(a, 0, 85), 1, b, 1, c, 1, d, 1)"));
  EXPECT_EQ(figure(desugar(use).formula,
                   {{"a", number("95")}, {"b", number("75")}, {"c", number("80")}, {"d", number("80")}}),
            "80");
}

TEST(JudgedForm, ReportsWhatCanNotBe) {
  EXPECT_EQ(problems(judged({list("weights", {"1", "2"})})), "weights-of-judges at '[weights]' (2, 4)");
  EXPECT_EQ(problems(judged({says("trim", "2")})), "trim-leaves-nobody at '2' (2, 4)");
  EXPECT_EQ(problems(judged({says("trim", "0.5")})), "form-not-whole at '0.5' (trim, 0.5)");
  EXPECT_EQ(problems(judged({says("trim", "-1")})), "form-negative at '-1' (trim, -1)");
  EXPECT_EQ(problems(judged({within("e", "0", "10")})), "within-of-no-judge at 'e' (e)");
}

}  // namespace
}  // namespace cwp::test
