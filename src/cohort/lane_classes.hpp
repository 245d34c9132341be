#pragma once
// LaneClasses: officers by the days on which they were on duty, each larger class with a program of its own; and those
// whom no program scores, who are judged one by one.

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "engine/run.hpp"

namespace cwp {

class LaneClasses {
 public:
  using Number = std::uint8_t;
  static constexpr Number kJudged = 0xFF;
  static constexpr std::size_t kMostPrograms = 31;
  /// A program costs every officer of each block in which somebody is of its class; the judge costs some thousand times
  /// that, but only for who is judged. So a class with a program has at least one in so many officers.
  static constexpr std::size_t kOneIn = 5000;

  /// Of a Dataset of columns with officers. The largest class has a program, and others of at least `least` officers.
  /// O(officers with records of duty or presence), O(1) without any.
  LaneClasses(const Run& run, std::size_t least);

  /// Programs, numbered from the largest class on.
  std::size_t size() const { return classes_.size(); }
  /// One program has everybody.
  bool all_alike() const { return of_.empty(); }
  /// As it was made with.
  std::size_t least() const { return least_; }
  /// There are several classes, or somebody lacks a figure that others have: aggregates of the same groups may be of
  /// other peers.
  bool may_differ() const { return may_differ_; }
  Number of(std::size_t officer) const { return of_.empty() ? Number{0} : of_[officer]; }
  /// The same by officer; null where all are alike.
  const Number* numbers() const { return of_.empty() ? nullptr : of_.data(); }
  /// Officers of a class, judged or not.
  std::size_t officers(Number number) const { return classes_[number].officers; }
  /// Of these one may be like the others: the first ones who have nothing out of the ordinary.
  std::span<const std::uint32_t> candidates(Number number) const { return classes_[number].candidates; }

  void judge(std::size_t officer);
  /// Everybody of the class; it has no program any more.
  void judge_class(Number number);
  bool is_judged(Number number) const { return classes_[number].is_judged; }
  bool has_judged() const { return judged_ > 0; }
  /// Ascending. O(officers) where there are any.
  std::vector<std::uint32_t> judged() const;

  /// Whether none of all officers is on duty on any of the days. O(classes × days) for the first call.
  bool nobody_on_duty(DayRange days) const;

  /// Which classes are among some officers.
  struct Mix {
    std::array<Number, kMostPrograms> numbers{};
    std::size_t count = 0;
    bool judged = false;
    bool is_pure() const { return count == 1 && !judged; }
    std::span<const Number> classes() const { return {numbers.data(), count}; }
  };
  Mix mix(std::size_t first, std::size_t count) const;

 private:
  struct Class {
    std::size_t officers = 0;
    std::vector<std::uint32_t> candidates;
    bool is_judged = false;  ///< as a whole
  };
  void add_class(std::size_t officers);
  void add_candidate(Class& one, std::uint32_t officer) const;

  const Run& run_;
  std::size_t least_;
  std::vector<Class> classes_;
  std::vector<Number> of_;  ///< by officer; empty: all are of the first
  std::size_t judged_ = 0;
  bool may_differ_ = false;
  std::vector<std::uint32_t> firsts_;                 ///< of all classes, large and small
  mutable std::optional<std::vector<bool>> on_duty_;  ///< by day of the schedule: somebody is
};

}  // namespace cwp
