#pragma once
// PackedFigures: figures as bytes, some three for each, where they are kept for long and rarely looked at.

#include <cstdint>
#include <string>
#include <vector>

#include "io/packed_bytes.hpp"
#include "row/input_rows.hpp"

namespace cwp {

void write(const Recorded& recorded, PackedWriter& to);
Recorded read_recorded(PackedReader& from);
void write(const Origin& origin, PackedWriter& to);
/// Of one of so many files, or of none.
Origin read_origin(PackedReader& from, std::size_t files);

/// A figure, less what it has in common with the one before: of rows of a file, which mostly are one officer's figures
/// of a day, metric by metric, two or three bytes are left.
void write_figure(const FigureInput& now, const Recorded& recorded, const FigureInput& before, PackedWriter& to);

/// Below these are a figure's numbers.
struct FigureBounds {
  std::size_t keys = 0, metrics = 0, remarks = 0, files = 0;
};
/// `figure` is the one before, and then the next. A metric that was not written but counted on may be any. Without
/// bounds the bytes are our own, and whatever was written is read.
void read_figure(PackedReader& from, const FigureBounds* bounds, FigureInput& figure, Recorded& recorded);

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
