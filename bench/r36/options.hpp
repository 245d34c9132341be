#pragma once
// What the benchmark of R36 is asked for.

#include <cstddef>
#include <filesystem>
#include <string>

namespace cwp::r36 {

struct Options {
  std::size_t officers = 1'000'000;
  std::size_t largest = 10'000'000;  ///< of the sizes from 1,000 on that the work is done at
  int rounds = 21;
  bool peers = true;
  std::string only;              ///< of those in this process, besides the first: whose names hold this
  std::filesystem::path charts;  ///< where the charts go
};
/// Throws std::runtime_error where an argument is unknown; what is meant for Google Benchmark is passed over.
Options options_of(int count, char** arguments);

}  // namespace cwp::r36
