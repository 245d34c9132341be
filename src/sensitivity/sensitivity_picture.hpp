#pragma once
// Pictures of a Sensitivity, as SVG: the same bytes for the same figures.

#include <string>

#include "cwp/sensitivity.hpp"

namespace cwp {

/// What people call a weight.
std::string weight_title(const WeightEffect& weight, const Scores& scores, Language language);
/// A line for each officer from his 5th to his 95th rank of a hundred, a dot at the median, a stroke at the published
/// one.
std::string ranks_picture(const Sensitivity& result, const Scores& scores, Language language);
/// A bar for each weight: how many ranks it moves.
std::string weights_picture(const Sensitivity& result, const Scores& scores, Language language);

}  // namespace cwp
