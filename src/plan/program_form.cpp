#include "plan/program_form.hpp"

namespace cwp {

std::optional<Lane> handed_lane(const LaneRange& range) {
  for (const Lane lane : {Lane::u16, Lane::i32, Lane::i64})
    if (fits(range, lane)) return lane;
  return std::nullopt;
}

ProgramForm::ProgramForm(const LaneProgram& program) : program_(program) { program_.columns.clear(); }

ProgramForm::Answer ProgramForm::ask(const Question& question) {
  return asked_.emplace_back(question, answer(question)).second;
}

LaneFigure ProgramForm::figure(const Question& question) {
  const LaneProgram::Known& known = program_.known[question.slot];
  if (known.kind != LaneProgram::Known::Kind::uniform) return known.figure;
  return LaneMath(program_.writer).of(question.of_all);
}

ProgramForm::Answer ProgramForm::answer(const Question& question) {
  LaneWriter& writer = program_.writer;
  Answer answer;
  switch (question.about) {
    case Question::About::shown: {
      const LaneFigure rounded = LaneMath(writer).rounded(figure(question), question.decimals, question.rounding);
      const std::int64_t power = power_of_ten(question.decimals);
      if (writer.failed() || rounded.divisor || power % rounded.denominator != 0) return answer;
      const LaneRegister units = writer.scale(rounded.number, power / rounded.denominator, 0);
      const auto lane = handed_lane(writer.range(units));
      if (writer.failed() || !lane) return answer;
      answer.figures = writer.as(units, *lane);
      break;
    }
    case Question::About::denominator: {
      const LaneFigure figure = this->figure(question);
      if (writer.failed() || figure.divisor) return answer;
      answer.denominator = figure.denominator;
      break;
    }
    case Question::About::ranked: {
      const LaneFigure figure = this->figure(question);
      answer.figures = writer.scale(figure.number, question.denominator / figure.denominator, 0);
      if (writer.failed()) return answer;
      answer.range = writer.range(answer.figures);
      break;
    }
    case Question::About::lane:
      answer.figures = writer.as(question.figures, question.lane);
      break;
    case Question::About::pass:
      answer.pass = std::make_shared<const LanePass>(program_.pass(question.wanted, question.with_flags));
      break;
  }
  answer.is_there = true;
  return answer;
}

ProgramForm::Answer WantedForm::ask(const ProgramForm::Question& question) {
  if (!own_) {
    if (last_ != nullptr && asked_ < last_->asked().size() && last_->asked()[asked_].first == question)
      return last_->asked()[asked_++].second;
    own_ = std::make_shared<ProgramForm>(made_);
    // The same questions in the same order: registers have the numbers that were told before.
    for (std::size_t i = 0; i < asked_; ++i) own_->ask(last_->asked()[i].first);
  }
  return own_->ask(question);
}

}  // namespace cwp
