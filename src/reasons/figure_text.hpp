#pragma once
// Figures as the texts of reasons show them.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "cwp/decimal.hpp"
#include "cwp/scores.hpp"

namespace cwp {

/// `+4`, `-2.50`, `0`.
inline std::string signed_text(const Decimal& change) { return (change.units > 0 ? "+" : "") + change.to_text(); }

/// `3 → 5`; a dash where there is nothing.
inline std::string from_to(const std::optional<Decimal>& before, const std::optional<Decimal>& after) {
  const auto text = [](const std::optional<Decimal>& figure) { return figure ? figure->to_text() : std::string("–"); };
  return text(before) + " → " + text(after);
}

/// A text, digit for digit; `null` where there is none.
inline nlohmann::ordered_json json_figure(const std::optional<Decimal>& figure) {
  return figure ? nlohmann::ordered_json(figure->to_text()) : nlohmann::ordered_json();
}

/// `"provisional"` where the period is not over; else `null`.
inline nlohmann::ordered_json json_state(Period period, const Scores& scores) {
  return scores.is_provisional(period) ? nlohmann::ordered_json(to_text(State::provisional)) : nlohmann::ordered_json();
}

}  // namespace cwp
