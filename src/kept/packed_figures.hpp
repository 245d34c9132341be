#pragma once
// PackedFigures: figures as bytes, some three for each, where they are kept for long and rarely looked at.

#include <cstdint>
#include <string>
#include <vector>

#include "io/packed_bytes.hpp"
#include "row/input_rows.hpp"

namespace cwp {

void write(const Recorded& recorded, PackedWriter& to);
Recorded read_recorded(PackedReader& from, DayRange days = {kFirstDay, kLastDay});
void write(const Origin& origin, PackedWriter& to);
/// Of one of so many files, or of none, which is `least`.
Origin read_origin(PackedReader& from, std::int64_t files, std::int64_t least = -1);

/// A figure, less what it has in common with the one before: of rows of a file, which mostly are one officer's figures
/// of a day, metric by metric, two or three bytes are left.
void write_figure(const FigureInput& now, const Recorded& recorded, const FigureInput& before, PackedWriter& to);

/// Between these a figure's numbers lie.
struct FigureBounds {
  std::size_t keys = 0, metrics = 0, remarks = 0;  ///< below that
  std::int64_t files = 0, least_file = -1;         ///< below that, and not below that
  DayRange days = {kFirstDay, kLastDay};           ///< also of when it was recorded
  /// These included: more days than any calendar here has.
  std::int64_t first_period = -1'000'000, last_period = 1'000'000;
};
/// `figure` is the one before, and then the next. A metric that was not written but counted on may be any.
void read_figure(PackedReader& from, const FigureBounds& bounds, FigureInput& figure, Recorded& recorded);

/// Figures in the order in which they were added, in chunks that are read each by itself.
class PackedFigures {
 public:
  static constexpr std::size_t kPerChunk = 2048;

  void add(const FigureInput& figure, const Recorded& recorded);
  std::size_t size() const { return size_; }
  std::size_t chunks() const { return chunks_.size(); }
  /// Those of one chunk behind those in `rows`. O(kPerChunk).
  void unpack(std::size_t chunk, InputRows& rows) const;
  /// All of them behind those in `rows`.
  void unpack(InputRows& rows) const;
  /// The chunks that have figures of the officer with this number, ascending.
  const std::vector<std::uint32_t>& chunks_of(std::uint32_t officer) const;

 private:
  std::size_t size_ = 0;
  std::vector<std::string> chunks_;
  std::vector<std::vector<std::uint32_t>> chunks_of_;  ///< by officer
  FigureInput last_;                                   ///< of the last chunk
};

}  // namespace cwp
