#include <algorithm>

#include "exact/evaluate.hpp"

namespace cwp {
namespace {

/// Builds the cell of an item in its own grain (language.md, sections 3, 6 and 10).
class ItemEvaluation {
 public:
  ItemEvaluation(const ExactContext& context, const CellLookup& cells, Instance instance)
      : context_(context),
        cells_(cells),
        node_(context.graph.nodes[instance.node]),
        item_(context.card.items[node_.index]),
        instance_node_(instance.node),
        period_(instance.period) {}

  Cell cell() {
    cell_.value = Value::missing();
    evaluate_points();
    cell_.used |= ~std::uint64_t{0} << kItemInputs;  // the vetoes
    apply_vetoes(context_, cells_, {instance_node_, period_}, item_.rounding, cell_);
    if (cell_.facts.counted) cell_.facts.reachable = cell_.facts.full;
    if (cell_.facts.reason != Reason::out_of_force)
      cell_.facts.coverage = Rational(cell_.facts.is_period && cell_.facts.counted ? 1 : 0);
    cell_.value.incomplete = cell_.value.incomplete || incomplete_;
    cell_.value.faulty = cell_.value.faulty || faulty_;
    return std::move(cell_);
  }

 private:
  void evaluate_points() {
    const Timeline& timeline = context_.timeline;
    if (timeline.begins_before_data(period_)) return absent(Absence::missing, Reason::before_data);
    if (!timeline.in_force(period_, item_.in_force)) return absent(Absence::missing, Reason::out_of_force);
    const DayRange days = context_.card.calendar.days(period_);
    const bool present = context_.days.present_days(days) > 0;
    if (item_.grain == Grain::day) {
      cell_.facts.is_period = context_.days.in_days(days.first, item_.written->days.value);
    } else {
      cell_.facts.is_period = true;
    }
    has_marks_ = take_full();
    if (!timeline.begun(period_)) return absent(Absence::missing, Reason::not_begun);
    if (!present) return absent(Absence::missing, Reason::not_present);
    if (item_.grain == Grain::day ? !cell_.facts.is_period : context_.days.duty_days(days) == 0)
      return absent(Absence::exempt, Reason::no_duty_day);
    if (!applies()) return;
    if (!has_marks_) return absent(Absence::missing, Reason::missing);
    evaluate_formula();
  }

  /// False when the full marks are absent: then the item adds nothing to them, either.
  bool take_full() {
    if (node_.inputs[kFull] == kNoNode) return true;
    const Value& full = look(kFull);
    if (!full.present()) return false;
    cell_.facts.has_full = true;
    cell_.facts.full = full.number;
    return true;
  }

  /// `exempt` is asked before `applies`; false when one of them has settled the matter.
  bool applies() {
    if (node_.inputs[kExempt] != kNoNode) {
      const Value& exempt = look(kExempt);
      if (exempt.absence == Absence::exempt || exempt.is_true()) return absent(Absence::exempt, Reason::exempt), false;
      if (!exempt.present()) return missing(), false;
    }
    if (node_.inputs[kApplies] == kNoNode) return true;
    const Value& applies = look(kApplies);
    if (applies.absence == Absence::exempt) return absent(Absence::exempt, Reason::exempt), false;
    if (!applies.present()) return missing(), false;
    if (applies.truth()) return true;
    if (!has_marks_ && item_.written->if_not_applicable != IfNotApplicable::drop)
      return absent(Absence::missing, Reason::missing), false;
    switch (item_.written->if_not_applicable) {
      case IfNotApplicable::drop:
        absent(Absence::exempt, Reason::not_applicable);
        break;
      case IfNotApplicable::full:
        count(cell_.facts.full, Reason::not_applicable);
        break;
      case IfNotApplicable::zero:
        count(Rational(0), Reason::not_applicable);
        break;
    }
    return false;
  }

  void evaluate_formula() {
    const Value& points = look(kPoints);
    if (points.absence == Absence::exempt) return absent(Absence::exempt, Reason::exempt);
    if (!points.present()) return missing();
    Rational value = points.number;
    for (const ItemInput bound : {kMin, kMax}) {
      if (node_.inputs[bound] == kNoNode) continue;
      const Value& limit = look(bound);
      if (!limit.present()) {
        cell_.facts.has_full = false;
        cell_.facts.full = Rational(0);
        return absent(Absence::missing, Reason::missing);
      }
      value = bound == kMin ? std::max(value, limit.number) : std::min(value, limit.number);
    }
    count(value, Reason::none);
  }

  void missing() {
    if (!has_marks_) return absent(Absence::missing, Reason::missing);
    switch (item_.if_missing) {
      case IfMissing::zero:
        count(Rational(0), Reason::missing_as_zero);
        break;
      case IfMissing::full:
        count(cell_.facts.full, Reason::missing_as_full);
        break;
      case IfMissing::drop:
        absent(Absence::exempt, Reason::missing_dropped);
        break;
      case IfMissing::peers: {
        if (node_.inputs[kPeers] == kNoNode) return absent(Absence::missing, Reason::missing);  // as peers see it
        const Value& mean = look(kPeers);
        if (!mean.present()) return absent(Absence::exempt, Reason::missing_dropped);
        count(mean.number, Reason::missing_as_peers);
        break;
      }
      case IfMissing::error:
        absent(Absence::missing, Reason::missing);
        cell_.value.fault = Fault::not_allowed;
        faulty_ = incomplete_ = true;
        break;
    }
  }

  void count(const Rational& points, Reason reason) {
    cell_.value = Value::of(carried(points, item_.rounding));
    cell_.facts.counted = true;
    cell_.facts.reason = reason;
  }

  void absent(Absence absence, Reason reason) {
    cell_.value = absence == Absence::exempt ? Value::exempt() : Value::missing();
    cell_.facts.reason = reason;
  }

  const Value& look(ItemInput input) {
    cell_.used |= std::uint64_t{1} << input;
    const Value& value = cells_.cell(node_.inputs[input], period_).value;
    incomplete_ = incomplete_ || value.incomplete;
    faulty_ = faulty_ || value.faulty;
    return value;
  }

  const ExactContext& context_;
  const CellLookup& cells_;
  const Node& node_;
  const ScoreItem& item_;
  NodeId instance_node_;
  Period period_;
  Cell cell_;
  bool has_marks_ = true;  // the full marks have a value, or there are none
  bool incomplete_ = false, faulty_ = false;
};

}  // namespace

Cell evaluate_item(const ExactContext& context, const CellLookup& cells, Instance instance) {
  return ItemEvaluation(context, cells, instance).cell();
}

}  // namespace cwp
