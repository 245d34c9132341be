#pragma once
// Charts of lines, as SVG.

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace cwp::r36 {

struct Chart {
  struct Line {
    std::string name;
    std::vector<std::pair<double, double>> points;  ///< x, y; by x
  };
  std::string title, x_name, y_name;
  bool logarithmic = false;  ///< both axes; else y begins at 0
  std::vector<Line> lines;
};

/// Writes the chart to a file, with a tick for each x of the first line. Throws std::runtime_error where it cannot.
void write_svg(const Chart& chart, const std::filesystem::path& path);

}  // namespace cwp::r36
