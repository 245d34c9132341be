#pragma once
// Parts: what one officer has of each line of the scorecard in one period.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "cwp/decimal.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// final: nothing is missing; incomplete: a refused row or an incomplete earlier score went into it; provisional: the
/// period is not over yet (stronger than incomplete).
enum class State : std::uint8_t { final, provisional, incomplete };
/// `final`, `provisional`, `incomplete`: as results write it.
std::string_view to_text(State state);

/// What kind of line of the scorecard a part is.
enum class PartKind : std::uint8_t { item, category, total, adjustment };

/// Why a part has the points it has, when that is not simply its formula.
enum class Reason : std::uint8_t {
  none,
  not_held,         ///< the assessment does not hold it
  before_data,      ///< the period begins before the data
  not_begun,        ///< the period has not begun
  out_of_force,     ///< outside `effective`
  not_present,      ///< the officer was not present in the period
  no_duty_day,      ///< exempt: present, but without a duty day
  exempt,           ///< exempt by `exempt:` or by its figures
  not_applicable,   ///< dropped, full or zero by `applies:`
  missing_as_zero,  ///< `if_missing: zero`
  missing_as_full,
  missing_dropped,
  missing,           ///< missing, and nothing stands in for it
  nothing_counted,   ///< none of its parts counted
  missing_as_peers,  ///< `if_missing: peers`
  vetoed,            ///< a veto took its score
};
/// `missing-as-zero` …: as GRAIN_parts.csv writes it; of `none` nothing.
std::string_view to_text(Reason reason);

/// One figure of one officer and period. `points` is what is printed; nothing where there are none.
struct Part {
  std::optional<Decimal> points;     ///< as printed
  std::optional<Decimal> full;       ///< full marks; nothing for parts without
  std::optional<Decimal> reachable;  ///< what the officer could reach; nothing for parts without full marks
  std::optional<Decimal> coverage;   ///< 0 to 1, four places
  State state = State::final;        ///< how sure it is
  Reason reason = Reason::none;      ///< why, when that is not simply the formula
};

struct PartPool;

/// A sequence of Part. There are millions of them, most alike but for the points: what alike ones share is kept once,
/// and a Part is put together when it is looked at. Cheap to copy, and to look at from several threads.
class Parts {
 public:
  using value_type = Part;

  Parts() = default;  ///< none
  Parts(std::initializer_list<Part> parts) : Parts(std::vector<Part>(parts)) {}
  /// All of them. O(parts).
  explicit Parts(const std::vector<Part>& parts);

  std::size_t size() const { return kept_.size(); }  ///< how many
  bool empty() const { return kept_.empty(); }       ///< there are none
  /// One of them; i < size(). O(1). Constant, since what is done to it does not reach the sequence: `set` does.
  const Part operator[](std::size_t i) const;
  const Part back() const { return (*this)[size() - 1]; }  ///< the last; there is one
  /// Puts another in its place. O(parts).
  void set(std::size_t i, const Part& part);

  /// Goes over them in order.
  class Iterator {
   public:
    using value_type = Part;                            ///< of std::iterator_traits
    using reference = const Part;                       ///< of std::iterator_traits
    using pointer = void;                               ///< of std::iterator_traits
    using difference_type = std::ptrdiff_t;             ///< of std::iterator_traits
    using iterator_category = std::input_iterator_tag;  ///< of std::iterator_traits

    Iterator() = default;                                                     ///< of nothing
    Iterator(const Parts* parts, std::size_t at) : parts_(parts), at_(at) {}  ///< at one of them, or behind the last
    const Part operator*() const { return (*parts_)[at_]; }                   ///< the one it is at
    Iterator& operator++() { return ++at_, *this; }                           ///< to the next
    Iterator operator++(int) { return {parts_, at_++}; }                      ///< to the next
    friend bool operator==(const Iterator&, const Iterator&) = default;       ///< at the same one

   private:
    const Parts* parts_ = nullptr;
    std::size_t at_ = 0;
  };
  Iterator begin() const { return {this, 0}; }     ///< at the first
  Iterator end() const { return {this, size()}; }  ///< behind the last

  /// For the library itself: one of them, as it is kept.
  struct Kept {
    std::int32_t units = 0;   ///< of the points, where they are no more
    std::uint32_t alike = 0;  ///< into the pool: all else
  };
  /// For the library itself.
  Parts(std::vector<Kept> kept, std::shared_ptr<const PartPool> pool)
      : kept_(std::move(kept)), pool_(std::move(pool)) {}

 private:
  std::vector<Kept> kept_;
  std::shared_ptr<const PartPool> pool_;
};

}  // namespace cwp
