#pragma once
// ScoreSink: figures as they are finished, for results that are too many to keep.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/score.hpp"

namespace CWP_API cwp {

/// In place of a figure: there is none. Only 64 bits have it.
inline constexpr std::int64_t kNoFigure = INT64_MIN;

/// Figures of officers side by side, borrowed, in the width in which they were computed: u16, else i32, else i64, the
/// first that holds whatever the rulebook makes of such columns. Where one of a block has no figure, or one of his own
/// making, it is i64; so a column may have another width in the next block.
class FigureUnits {
 public:
  /// What the figures are in memory.
  enum class Type : std::uint8_t { u16, i32, i64 };
  FigureUnits() : FigureUnits(std::span<const std::int64_t>()) {}  ///< none
  ///@{
  /// Borrows figures.
  FigureUnits(std::span<const std::uint16_t> units) : FigureUnits(Type::u16, units) {}  // NOLINT: spans are figures
  FigureUnits(std::span<const std::int32_t> units) : FigureUnits(Type::i32, units) {}   // NOLINT
  FigureUnits(std::span<const std::int64_t> units) : FigureUnits(Type::i64, units) {}   // NOLINT
  ///@}

  Type type() const { return type_; }         ///< what they are in memory
  std::size_t size() const { return size_; }  ///< number of figures
  /// Calls `take` with the span that they are: the quick way to all of them.
  template <typename Take>
  decltype(auto) visit(Take&& take) const {
    if (type_ == Type::u16) return take(std::span(static_cast<const std::uint16_t*>(data_), size_));
    if (type_ == Type::i32) return take(std::span(static_cast<const std::int32_t*>(data_), size_));
    return take(std::span(static_cast<const std::int64_t*>(data_), size_));
  }
  /// Where a copy is wanted: in the caches, as any memory that is written, or around them, straight in memory, which is
  /// quicker where a scoring copies more than they hold and nothing of it is read before the end. Other threads see
  /// what went around them when the scoring has returned.
  enum class Copy : std::uint8_t { into_caches, around_caches };
  ///@{
  /// Copies all of them into the first size() of `to`. False where one of them does not fit that type, kNoFigure among
  /// them, or `to` is too short; then nothing is written. O(size()).
  [[nodiscard]] bool copy_to(std::span<std::uint16_t> to, Copy how = Copy::into_caches) const;
  [[nodiscard]] bool copy_to(std::span<std::int32_t> to, Copy how = Copy::into_caches) const;
  [[nodiscard]] bool copy_to(std::span<std::int64_t> to, Copy how = Copy::into_caches) const;
  ///@}
  /// One of them, at a position below size().
  std::int64_t operator[](std::size_t at) const {
    return visit([at](const auto& units) { return std::int64_t{units[at]}; });
  }

 private:
  template <typename T>
  FigureUnits(Type type, std::span<const T> units) : type_(type), data_(units.data()), size_(units.size()) {}

  Type type_;
  const void* data_;
  std::size_t size_;
};

/// The points of one item, category, adjustment or the total, for the officers of a block.
struct FigureColumnView {
  std::string_view id;             ///< of the item, category or adjustment, or `total`
  PartKind kind = PartKind::item;  ///< what it is
  int decimals = 2;                ///< places of the figures
  FigureUnits units;               ///< of 10^-decimals, as printed; kNoFigure where there are no points
};

/// Officers first … first + count - 1 in one period. Valid during the call.
struct ScoreBlock {
  Period period;                          ///< of the figures
  bool provisional = false;               ///< the period is not over yet
  std::size_t first = 0;                  ///< position of the first officer
  std::size_t count = 0;                  ///< number of officers
  std::vector<FigureColumnView> columns;  ///< in file order, the total last
};

/// The ranks of one ranking in one period, of all officers. Valid during the call.
struct RankColumn {
  std::string_view ranking;              ///< its id
  Period period;                         ///< that is ranked
  int decimals = 0;                      ///< 1 for `fractional`
  std::span<const std::uint32_t> ranks;  ///< by officer; 0: no rank
};

/// What takes the results. The officers of a block are finished in all periods (finest grain first) before those of the
/// next; blocks come in the order of officers when `in_order`, else as they are finished, from several threads at once.
/// Ranks come behind all blocks, by ranking in file order and period.
class ScoreSink {
 public:
  virtual ~ScoreSink() = default;
  /// Whether blocks are wanted in the order of officers.
  virtual bool in_order() const { return true; }
  /// Whether parts of this kind are wanted; what nobody wants is not kept.
  virtual bool wants(PartKind) const { return true; }
  /// Takes a block. What it throws ends the scoring and comes out of score_into.
  virtual void block(const ScoreBlock& block) = 0;
  /// Takes the ranks of one ranking in one period.
  virtual void ranks(const RankColumn&) {}
  /// Where these ranks are wanted: memory of the sink's own, for as many as there are officers, in which they are
  /// written before `ranks` is called with it. Empty: anywhere. As many rankings as there are threads are made at once,
  /// each in memory of its own, before the first of them is handed over.
  virtual std::span<std::uint32_t> room_for_ranks(std::string_view /*ranking*/, Period /*period*/,
                                                  std::size_t /*officers*/) {
    return {};
  }
};

/// How a scoring was done.
struct ScoringReport {
  std::size_t officers = 0;    ///< that were scored
  std::size_t judged = 0;      ///< officers of whom the exact evaluator worked out figures
  std::size_t steps = 0;       ///< of the lanes' programs
  std::size_t block = 0;       ///< officers in a block
  std::size_t bytes_live = 0;  ///< of registers for each officer of a block
  /// Seconds by the clock: making the program, the passes before gathers, the pass for the figures, the ranks.
  double bind = 0;               ///< seconds by the clock: making the program
  double gather = 0;             ///< seconds: the passes before aggregates across officers
  double figures = 0;            ///< seconds: the pass for the figures
  double rank = 0;               ///< seconds: the ranks
  std::vector<RowIssue> issues;  ///< as Scores::issues
};

/// Scores into a sink: the same figures and ranks as `score`. Grades, awards, promises and explanations need `Scores`.
/// A ranking with `unit` is not handed over. Errors: those of `score`.
/// Columns run through lanes, a program for each larger class of officers who were on duty on the same days; whoever is
/// of none, or out of the ordinary, is worked out by the exact evaluator. Where lanes cannot do all that is asked for,
/// everything is kept until the end. Time: see docs/performance.md; memory: what the sink keeps, a byte an officer
/// where there are several classes, and the figures that are ranked.
Result<ScoringReport> score_into(ScoreSink& sink, const Plan& plan, const Dataset& data,
                                 const ScoreOptions& options = {});

/// The schedule of a plan on data as lanes run it: for each class of officers every step, with its lane and the range
/// that was proved, and the bytes that are live for each officer. Errors: those of `score`.
Result<std::string> describe_lanes(const Plan& plan, const Dataset& data, const ScoreOptions& options = {},
                                   Language language = Language::en);

}  // namespace cwp
