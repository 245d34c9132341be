#include "check/card_maker.hpp"

namespace cwp {

void CardMaker::make_assessment(ScoreAssessment& assessment) {
  if (!assessment.written) return;
  const Assessment& written = *assessment.written;
  const Grain place = assessment.grain;
  assessment.rounding = rounding_of(written.rounding, card_.rounding);
  if (written.scale) assessment.scale = Rational(written.scale->value);
  if (written.scale && assessment.scale->sign() <= 0)
    report("scale-not-positive", written.scale->place, {written.scale->value.to_text()});
  if (written.coefficient) assessment.coefficient = terms_.make_number(*written.coefficient->root, place);
  if (written.total) {
    assessment.total = terms_.make_number(*written.total->root, place);
    if (written.scale) report("replaced-by-total", written.scale->place, {"scale"});
    if (written.coefficient) report("replaced-by-total", written.coefficient->place, {"coefficient"});
  }
  if (written.no_floor) assessment.floor.reset();
  if (written.floor) assessment.floor = Rational(written.floor->value);
  if (written.cap) assessment.cap = Rational(written.cap->value);
  if (assessment.cap && assessment.floor && *assessment.cap < *assessment.floor)
    report("cap-below-floor", written.cap->place, {assessment.cap->to_text(), assessment.floor->to_text()});
  bool holds_something = written.total.has_value();
  for (const ScoreItem& item : card_.items) holds_something = holds_something || card_.holds(place, item);
  if (!holds_something) report("empty-assessment", written.grain.place, {std::string(to_text(place))});
}

}  // namespace cwp
