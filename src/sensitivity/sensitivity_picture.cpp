#include "sensitivity/sensitivity_picture.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bulletin/titles.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostLines = 40;
constexpr int kLabels = 200, kWidth = 560, kLine = 18, kTop = 58;

std::string xml_text(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&')
      safe += "&amp;";
    else if (c == '<')
      safe += "&lt;";
    else if (c == '>')
      safe += "&gt;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      safe += c;
  }
  return safe;
}

std::string text_line(int x, int y, std::string_view anchor, std::string_view text) {
  return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor, xml_text(text));
}

std::string picture(std::size_t lines, const std::string& title, const std::string& note, const std::string& inside) {
  const int height = kTop + int(lines) * kLine + 12, width = kLabels + kWidth + 70;
  return fmt::format(
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
             "font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"{0}\" height=\"{1}\" fill=\"white\"/>\n",
             width, height) +
         text_line(8, 20, "start", title) + text_line(8, 38, "start", note) + inside + "</svg>\n";
}

std::string heading(const Sensitivity& result, const Scores& scores, Language language) {
  return wording(
      "sensitivity-title",
      {title_of(rules_of(scores).rulebook(), result.ranking, language), title_of(result.period, scores, language)},
      language);
}

}  // namespace

std::string ranks_picture(const Sensitivity& result, const Scores& scores, Language language) {
  const std::size_t lines = std::min(result.officers.size(), kMostLines);
  std::uint32_t worst = 1;
  for (std::size_t i = 0; i < lines; ++i) worst = std::max(worst, result.officers[i].high);
  const auto x_of = [&](double rank) {
    return kLabels + (worst > 1 ? int((rank - 1) * kWidth / double(worst - 1) + 0.5) : 0);
  };
  std::string inside;
  for (std::size_t i = 0; i < lines; ++i) {
    const RankSpread& one = result.officers[i];
    const int y = kTop + int(i) * kLine + 8, published = x_of(one.rank.to_double());
    const std::string label = one.group.empty() ? one.officer : one.group + " " + one.officer;
    inside += text_line(kLabels - 10, y + 4, "end", label);
    inside += fmt::format("<path d=\"M{} {}H{}\" stroke=\"#7a9cc6\" stroke-width=\"6\" stroke-linecap=\"round\"/>\n",
                          x_of(one.low), y, x_of(one.high));
    inside += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"4\" fill=\"#1f3f6e\"/>\n", x_of(one.median), y);
    inside += fmt::format("<path d=\"M{} {}v14\" stroke=\"#c0392b\" stroke-width=\"2\"/>\n", published, y - 7);
    inside += text_line(kLabels + kWidth + 12, y + 4, "start",
                        one.low == one.high ? std::to_string(one.low) : fmt::format("{} – {}", one.low, one.high));
  }
  return picture(lines, heading(result, scores, language), wording("picture-ranks", {}, language), inside);
}

std::string weights_picture(const Sensitivity& result, const Scores& scores, Language language) {
  const std::size_t lines = std::min(result.weights.size(), kMostLines);
  const double most = lines > 0 ? std::max(result.weights.front().shift.to_double(), 0.01) : 1;
  std::string inside;
  for (std::size_t i = 0; i < lines; ++i) {
    const WeightEffect& one = result.weights[i];
    const int y = kTop + int(i) * kLine + 8, length = int(one.shift.to_double() * kWidth / most + 0.5);
    inside += text_line(kLabels - 10, y + 4, "end", weight_title(one, scores, language));
    inside +=
        fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"12\" fill=\"#7a9cc6\"/>\n", kLabels, y - 6, length);
    inside += text_line(kLabels + length + 6, y + 4, "start", one.shift.to_text());
  }
  return picture(lines, heading(result, scores, language), wording("picture-weights", {}, language), inside);
}

}  // namespace cwp
