#pragma once
// ProgramForm: a program with the steps and passes that a scoring wanted besides: its figures as a sink gets them and
// as they are ranked. What was asked of it is noted, so that whoever asks the same next time need not have it made
// again.

#include <mutex>

#include "program/lane_program.hpp"

namespace cwp {

/// In which lane figures are handed over: u16, i32 or i64, the first that holds them; nothing where none does.
std::optional<Lane> handed_lane(const LaneRange& range);

class ProgramForm {
 public:
  struct Question {
    enum class About : std::uint8_t { shown, denominator, ranked, lane, pass };
    About about = About::shown;
    std::size_t slot = 0;          ///< of the instance
    Rational of_all;               ///< its figure, where that is the same for everybody
    int decimals = 0;              ///< shown
    Rounding rounding{};           ///< likewise
    std::int64_t denominator = 1;  ///< ranked: the unit, a multiple of the least one
    LaneRegister figures = 0;      ///< lane: which are to be in another one
    Lane lane = Lane::i64;
    std::vector<LaneRegister> wanted;  ///< pass
    bool with_flags = false;
    friend bool operator==(const Question&, const Question&) = default;
  };
  struct Answer {
    bool is_there = false;  ///< false: it does not fit
    LaneRegister figures = 0;
    LaneRange range;                       ///< of what is ranked
    std::int64_t denominator = 1;          ///< the least one
    std::shared_ptr<const LanePass> pass;  ///< of steps of this form
  };

  explicit ProgramForm(const LaneProgram& program);
  ProgramForm(const ProgramForm&) = delete;
  ProgramForm& operator=(const ProgramForm&) = delete;

  /// With all steps that were asked for, and without columns: these lie elsewhere each time.
  const LaneProgram& program() const { return program_; }
  Answer ask(const Question& question);
  const std::vector<std::pair<Question, Answer>>& asked() const { return asked_; }

 private:
  Answer answer(const Question& question);
  LaneFigure figure(const Question& question);

  LaneProgram program_;
  std::vector<std::pair<Question, Answer>> asked_;
};

/// The form of a program that was made last.
class KeptForm {
 public:
  std::shared_ptr<const ProgramForm> last() const {
    const std::lock_guard lock(lock_);
    return form_;
  }
  void keep(std::shared_ptr<const ProgramForm> form) const {
    const std::lock_guard lock(lock_);
    form_ = std::move(form);
  }

 private:
  mutable std::mutex lock_;  ///< of what follows
  mutable std::shared_ptr<const ProgramForm> form_;
};

/// The form that one scoring wants: the last one as long as it asks what was asked of that, else one of its own.
class WantedForm {
 public:
  /// `program` and `kept`, its last form, must outlive it.
  WantedForm(const LaneProgram& program, const KeptForm& kept) : made_(program), kept_(kept), last_(kept.last()) {}

  /// Another one where the next question is none that the last form was asked.
  const LaneProgram& program() const { return own_ ? own_->program() : last_ ? last_->program() : made_; }
  /// Passes are of steps that live as long as this.
  ProgramForm::Answer ask(const ProgramForm::Question& question);
  /// For whoever is next.
  void keep() const {
    if (own_) kept_.keep(own_);
  }

 private:
  const LaneProgram& made_;
  const KeptForm& kept_;
  std::shared_ptr<const ProgramForm> last_;
  std::size_t asked_ = 0;             ///< questions that the last form answered
  std::shared_ptr<ProgramForm> own_;  ///< once there was one that it was not asked
};

}  // namespace cwp
