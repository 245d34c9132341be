#include "bench/r36/chart.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace cwp::r36 {
namespace {

constexpr double kLeft = 64, kTop = 44, kWidth = 520, kHeight = 260, kNames = 210, kBelow = 56;
constexpr const char* kColours[] = {"#1f3f6e", "#c0392b", "#2e8b57", "#b8860b", "#6a4c93", "#555555"};

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof(text), "%.6g", value);
  return text;
}

std::string text_at(double x, double y, const char* anchor, const std::string& text) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" + text + "</text>\n";
}

std::string stroke(double x1, double y1, double x2, double y2) {
  return "<path d=\"M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2) + "\" stroke=\"#bbb\"/>\n";
}

/// 1, 2 or 5 times a power of ten, so that at most six steps reach `most`.
double step_of(double most) {
  double step = std::pow(10, std::floor(std::log10(most)) - 1);
  for (int k = 0; most / step > 6; ++k) step *= k % 3 == 1 ? 2.5 : 2;
  return step;
}

std::string count(double value) {
  if (value >= 1e6) return number(value / 1e6) + "M";
  return value >= 1e3 ? number(value / 1e3) + "k" : number(value);
}

}  // namespace

void write_svg(const Chart& chart, const std::filesystem::path& path) {
  double low = INFINITY, high = -INFINITY, least = INFINITY, most = 0;
  const auto scaled = [&](double value) { return chart.logarithmic ? std::log10(value) : value; };
  for (const Chart::Line& line : chart.lines)
    for (const auto& [x, y] : line.points) {
      low = std::min(low, scaled(x));
      high = std::max(high, scaled(x));
      least = std::min(least, y);
      most = std::max(most, y);
    }
  if (!(most > 0)) throw std::runtime_error("nothing to draw in " + path.string());
  std::vector<double> heights;
  if (chart.logarithmic)
    for (double y = std::pow(10, std::floor(std::log10(least))); heights.empty() || heights.back() < most; y *= 10)
      heights.push_back(y);
  else
    for (double y = 0; heights.empty() || heights.back() < most; y += step_of(most)) heights.push_back(y);
  const double bottom = scaled(heights.front()), top = scaled(heights.back());
  const auto x_of = [&](double x) { return kLeft + (high > low ? (scaled(x) - low) / (high - low) * kWidth : 0); };
  const auto y_of = [&](double y) { return kTop + kHeight - (scaled(y) - bottom) / (top - bottom) * kHeight; };

  const double width = kLeft + kWidth + kNames, height = kTop + kHeight + kBelow;
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + " " + number(height) +
                    "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"" + number(width) + "\" height=\"" +
                    number(height) + "\" fill=\"white\"/>\n";
  svg += text_at(8, 18, "start", chart.title) + text_at(8, 34, "start", chart.y_name);
  const double floor = kTop + kHeight;
  for (const double y : heights) {
    svg += stroke(kLeft, y_of(y), kLeft + kWidth, y_of(y));
    svg += text_at(kLeft - 6, y_of(y) + 4, "end", number(y));
  }
  for (const auto& [x, y] : chart.lines.front().points) {
    svg += stroke(x_of(x), floor, x_of(x), floor + 5);
    svg += text_at(x_of(x), floor + 20, "middle", count(x));
  }
  svg += text_at(kLeft + kWidth / 2, floor + 40, "middle", chart.x_name);
  for (std::size_t l = 0; l < chart.lines.size(); ++l) {
    const Chart::Line& line = chart.lines[l];
    const std::string colour = kColours[l % std::size(kColours)];
    std::string way, dots;
    for (const auto& [x, y] : line.points) {
      way += (way.empty() ? "M" : "L") + number(x_of(x)) + " " + number(y_of(y));
      dots +=
          "<circle cx=\"" + number(x_of(x)) + "\" cy=\"" + number(y_of(y)) + "\" r=\"3\" fill=\"" + colour + "\"/>\n";
    }
    svg += "<path d=\"" + way + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"/>\n" + dots;
    const double y = kTop + 8 + 20 * static_cast<double>(l), x = kLeft + kWidth + 14;
    svg += "<rect x=\"" + number(x) + "\" y=\"" + number(y - 9) + "\" width=\"12\" height=\"12\" fill=\"" + colour +
           "\"/>\n" + text_at(x + 18, y + 2, "start", line.name);
  }
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path);
  file << svg << "</svg>\n";
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace cwp::r36
