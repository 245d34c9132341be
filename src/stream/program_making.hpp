#pragma once
// ProgramMaking: a program for each class that agrees with those of the others on what is brought to aggregates.

#include "stream/class_gathers.hpp"

namespace cwp {

class ProgramMaking {
 public:
  /// `by_judged`: what judged officers bring, as far as it is known. All must outlive it.
  ProgramMaking(const Run& run, const ScoreOptions& options, LaneClasses& classes, SharedColumns& shared,
                const ClassModels& models, const BroughtByAll& by_judged)
      : run_(run), options_(options), classes_(classes), shared_(shared), models_(models), by_judged_(by_judged) {}

  /// The programs are made anew until they agree, one stage after another. A class whose program lacks something is
  /// judged. False where that is the largest.
  bool make(ClassPrograms& programs);
  /// Where whom lanes flag does not hang on aggregates: judges them before these are made, so that nobody need be
  /// flagged any more. False where it does.
  bool judge_flagged(ClassPrograms& programs);

 private:
  std::unique_ptr<ClassProgram> made(LaneClasses::Number number) const;
  std::vector<std::size_t> flagged(const ClassPrograms& programs, const SharedPasses& passes, std::size_t first,
                                   std::size_t end) const;

  const Run& run_;
  const ScoreOptions& options_;
  LaneClasses& classes_;
  SharedColumns& shared_;
  const ClassModels& models_;
  const BroughtByAll& by_judged_;
  BroughtByAll brought_;
  std::vector<bool> as_guests_;  ///< by class
};

/// Whether lanes of any of them are flagged.
bool has_flags(const ClassPrograms& programs);
/// What was added to them, for whoever adds the same next time.
void keep_forms(const ClassPrograms& programs);
/// Whether all lanes are done with before a second thread would be there.
bool are_soon_done(const ClassPrograms& programs, std::size_t officers);
/// How many officers a block should have. It is computed for each class in it: of several, short ones are less work.
std::size_t lanes_in_block(const ClassPrograms& programs, const EngineOptions& options);

}  // namespace cwp
