#pragma once
// receipt_of: a receipt of scores whose rows were written as they came.

#include <string>
#include <utility>
#include <vector>

#include "cwp/write.hpp"

namespace cwp {

/// What was published of one grain.
struct PublishedCounts {
  Grain grain = Grain::month;
  std::vector<Period> periods;  ///< with a row, ascending
  std::size_t provisional = 0;  ///< of them
  std::size_t rows = 0;
};
struct RowCounts {
  std::vector<PublishedCounts> tables;
  std::vector<std::pair<std::string, std::size_t>> rankings;  ///< rows by id
};
RowCounts row_counts(const Scores& scores);

/// What a receipt says of a file of results.
struct OutputDigest {
  std::string name, sha256;
  std::uint64_t bytes = 0;
};
/// Of files that are in memory, by up to `threads` threads.
std::vector<OutputDigest> digests_of(std::span<const OutputFile> outputs, int threads);

/// receipt_json, with these counts in place of the rows.
std::string receipt_of(const Scores& scores, const RowCounts& counts, std::span<const OutputDigest> outputs,
                       const OutputOptions& options);

}  // namespace cwp
