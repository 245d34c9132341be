#include "model/said_average.hpp"

#include <algorithm>
#include <string>

namespace cwp {
namespace {

constexpr SaidAverage kSaidAverages[] = {
    {"日均", Grain::day},
    {"日平均", Grain::day},
    {"平均每日", Grain::day},
    {"平均每天", Grain::day},
    {"daily average", Grain::day},
    {"average daily", Grain::day},
    {"average per day", Grain::day},
    {"周均", Grain::week},
    {"周平均", Grain::week},
    {"平均每周", Grain::week},
    {"weekly average", Grain::week},
    {"average weekly", Grain::week},
    {"average per week", Grain::week},
    {"月均", Grain::month},
    {"月平均", Grain::month},
    {"平均每月", Grain::month},
    {"monthly average", Grain::month},
    {"average monthly", Grain::month},
    {"average per month", Grain::month},
};
/// 每日均… is of every day, and no average.
constexpr std::string_view kEvery = "每";

}  // namespace

std::optional<SaidAverage> said_average(const Title& title) {
  std::string text = title.zh + "\n" + title.en;
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return 'A' <= c && c <= 'Z' ? char(c + ('a' - 'A')) : c; });
  for (const SaidAverage& said : kSaidAverages) {
    const std::size_t at = text.find(said.words);
    if (at != std::string::npos && !std::string_view(text).substr(0, at).ends_with(kEvery)) return said;
  }
  return std::nullopt;
}

}  // namespace cwp
