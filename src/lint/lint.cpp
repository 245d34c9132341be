#include "lint/lint.hpp"

#include <algorithm>

#include "lint/doubts.hpp"
#include "term/static_value.hpp"

namespace cwp {

std::string written_at(const Place& place) {
  constexpr std::size_t kMost = 60;
  const std::string_view all = place.source.text();
  if (place.span.end > all.size() || place.span.end <= place.span.begin) return {};
  std::string text(all.substr(place.span.begin, std::min<std::size_t>(place.span.end - place.span.begin, kMost)));
  if (place.span.end - place.span.begin > kMost) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
    if (!text.empty()) text.pop_back();
    text += "…";
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

bool is_written_number(const Place& place) {
  const std::string text = written_at(place);
  return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text[0] == '-');
}

std::optional<Rational> fixed_value(const Term& term, const Scorecard& card) {
  if (any_term(term, [&](const Term& part) {
        return part.kind == TermKind::parameter && card.parameters[part.index].values.size() > 1;
      }))
    return std::nullopt;
  return static_value(term, card, kLastDay);
}

void warn_of_doubts(const Scorecard& card, std::vector<Diagnostic>& diagnostics) {
  const Doubts doubts{card, diagnostics};
  doubt_bounds(doubts);
  doubt_operands(doubts);
  doubt_cases(doubts);
  doubt_percents(doubts);
  doubt_metrics(doubts);
  doubt_directions(doubts);
  doubt_first_periods(doubts);
  doubt_parameters(doubts);
  doubt_standing(doubts);
  doubt_weights(doubts);
}

}  // namespace cwp
