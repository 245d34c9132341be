// What was asked of a program is not made again for whoever asks the same, and made anew for everybody else.

#include "plan/program_form.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace cwp {
namespace {

using About = ProgramForm::Question::About;

class ProgramFormTest : public ::testing::Test {
 protected:
  /// Two figures in lanes, one of everybody, and a quotient of columns.
  ProgramFormTest() {
    const LaneRegister column = program_.writer.column(Lane::u16, {0, 400});
    program_.columns = {{column, nullptr}};
    program_.known.resize(4);
    program_.known[0] = {LaneProgram::Known::Kind::lanes, {program_.writer.scale(column, 3, 1), 200, {}}};
    program_.known[1] = {LaneProgram::Known::Kind::lanes, {program_.writer.scale(column, -7, 0), 10, {}}};
    program_.known[2].kind = LaneProgram::Known::Kind::uniform;
    program_.known[3] = {LaneProgram::Known::Kind::lanes, {column, 1, program_.writer.column(Lane::u16, {1, 9})}};
  }
  static ProgramForm::Question shown(std::size_t slot, int decimals) {
    ProgramForm::Question question;
    question.slot = slot;
    question.decimals = decimals;
    return question;
  }
  static ProgramForm::Question ranked(std::size_t slot, std::int64_t denominator) {
    ProgramForm::Question question;
    question.about = About::ranked;
    question.slot = slot;
    question.denominator = denominator;
    return question;
  }
  static ProgramForm::Question passed(std::vector<LaneRegister> wanted) {
    ProgramForm::Question question;
    question.about = About::pass;
    question.wanted = std::move(wanted);
    return question;
  }
  /// Asks for two figures and their pass; the pass as text.
  template <typename Form>
  static std::string ask_all(Form& form, const std::vector<ProgramForm::Question>& questions) {
    std::vector<LaneRegister> wanted;
    for (const auto& question : questions) wanted.push_back(form.ask(question).figures);
    const auto pass = form.ask(passed(wanted)).pass;
    return to_text(*pass, form.program());
  }

  LaneProgram program_;
  KeptForm kept_;
};

TEST_F(ProgramFormTest, WhoAsksTheSameGetsTheSamePass) {
  WantedForm first(program_, kept_);
  const std::string steps = ask_all(first, {shown(0, 2), ranked(1, 10)});
  first.keep();
  const auto kept = kept_.last();
  ASSERT_NE(kept, nullptr);
  EXPECT_EQ(kept->asked().size(), 3U);
  WantedForm second(program_, kept_);
  EXPECT_EQ(ask_all(second, {shown(0, 2), ranked(1, 10)}), steps);
  EXPECT_EQ(&second.program(), &kept->program());
  second.keep();
  EXPECT_EQ(kept_.last(), kept);
}

TEST_F(ProgramFormTest, WhoAsksAnythingElseHasItMadeAnew) {
  const std::vector<ProgramForm::Question> before = {shown(0, 2), ranked(1, 10), ranked(2, 1)};
  WantedForm first(program_, kept_);
  const std::string steps = ask_all(first, before);
  first.keep();
  const std::pair<const char*, std::function<void(std::vector<ProgramForm::Question>&)>> changes[] = {
      {"decimals", [](auto& asked) { asked[0].decimals = 1; }},
      {"rounding", [](auto& asked) { asked[0].rounding = Rounding::down; }},
      {"a figure", [](auto& asked) { asked[0].slot = 1; }},
      {"a unit", [](auto& asked) { asked[1].denominator = 30; }},
      {"everybody's figure", [](auto& asked) { asked[2].of_all = Rational(5); }},
      {"what is asked", [](auto& asked) { asked[1] = shown(1, 2); }},
      {"one more", [](auto& asked) { asked.push_back(shown(1, 1)); }},
      {"one less", [](auto& asked) { asked.pop_back(); }},
      {"another order", [](auto& asked) { std::swap(asked[0], asked[1]); }},
  };
  const auto kept = kept_.last();
  for (const auto& [what, change] : changes) {
    std::vector<ProgramForm::Question> asked = before;
    change(asked);
    ProgramForm anew(program_);
    WantedForm form(program_, kept_);
    EXPECT_EQ(ask_all(form, asked), ask_all(anew, asked)) << what;
    EXPECT_NE(&form.program(), &kept->program()) << what;
    form.keep();
    EXPECT_NE(kept_.last(), kept) << what;
    kept_.keep(kept);
    WantedForm again(program_, kept_);
    EXPECT_EQ(ask_all(again, before), steps) << what;
    EXPECT_EQ(&again.program(), &kept->program()) << what;
  }
}

TEST_F(ProgramFormTest, PassesDifferByWhatIsWanted) {
  WantedForm first(program_, kept_);
  const LaneRegister a = first.ask(shown(0, 2)).figures, b = first.ask(ranked(1, 10)).figures;
  const auto both = first.ask(passed({a, b})).pass;
  first.keep();
  WantedForm second(program_, kept_);
  second.ask(shown(0, 2));
  second.ask(ranked(1, 10));
  const auto one = second.ask(passed({a})).pass;
  EXPECT_LT(one->steps.size(), both->steps.size());
  // What the last form answered before stays what it was.
  EXPECT_EQ(to_text(*both, first.program()), to_text(*second.ask(passed({a, b})).pass, second.program()));
}

TEST_F(ProgramFormTest, WhatDoesNotFitIsNotThere) {
  ProgramForm form(program_);
  ProgramForm::Question least;
  least.about = About::denominator;
  least.slot = 1;
  EXPECT_EQ(form.ask(least).denominator, 10);
  EXPECT_TRUE(form.ask(least).is_there);
  least.slot = 3;
  EXPECT_FALSE(form.ask(least).is_there);
  EXPECT_EQ(handed_lane({0, 65'535}), Lane::u16);
  EXPECT_EQ(handed_lane({-1, 5}), Lane::i32);
  EXPECT_EQ(handed_lane({0, Wide{1} << 40}), Lane::i64);
  EXPECT_EQ(handed_lane({0, Wide{1} << 80}), std::nullopt);
}

}  // namespace
}  // namespace cwp
