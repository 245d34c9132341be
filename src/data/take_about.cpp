#include <algorithm>
#include <map>
#include <tuple>

#include "data/figure_cells.hpp"

namespace cwp {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFF;

/// The values that the roster has of one attribute, numbered.
class RosterValues {
 public:
  RosterValues(const std::vector<RosterRow>& rows, std::uint32_t attribute) {
    for (const RosterRow& row : rows) {
      const Value& value = row.attributes[attribute];
      of_row_.push_back(value.present()
                            ? numbers_.try_emplace(to_text(value), std::uint32_t(numbers_.size())).first->second
                            : kNobody);
    }
  }
  std::uint32_t of_row(std::uint32_t row) const { return of_row_[row]; }
  std::uint32_t find(const Value& value) const {
    const auto found = numbers_.find(to_text(value));
    return found == numbers_.end() ? kNobody : found->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> of_row_;
};

/// A cell about the value with this number.
struct AboutCell {
  std::uint32_t value = 0;
  MetricCell cell;
};

class AboutTaker {
 public:
  AboutTaker(DatasetMaking& making, FigureCells& cells, std::uint32_t attribute)
      : making_(making), cells_(cells), attribute_(attribute), values_(making.state.roster_rows, attribute) {}

  void take(const std::vector<std::uint32_t>& figures) {
    std::vector<std::vector<std::uint32_t>> of_value(values_.size());
    for (const std::uint32_t i : figures)
      if (making_.card.about[making_.rows.figures[i].metric] == attribute_)
        if (const std::uint32_t value = value_of(making_.rows.figures[i]); value != kNobody)
          of_value[value].push_back(i);
    std::vector<std::vector<AboutCell>> of_metric(making_.rulebook.metrics.size());
    for (std::uint32_t value = 0; value < of_value.size(); ++value)
      cells_.make(of_value[value], [&](std::uint32_t metric, MetricCell cell) {
        of_metric[metric].push_back({value, std::move(cell)});
      });
    for (std::uint32_t metric = 0; metric < of_metric.size(); ++metric) hand_out(metric, of_metric[metric]);
  }

 private:
  /// The number of the value that the row is about; kNobody, with an issue, where it does not count.
  std::uint32_t value_of(const FigureInput& figure) {
    const Attribute& attribute = making_.rulebook.attributes[attribute_];
    const Period period{making_.rulebook.metrics[figure.metric].per.value, figure.period};
    const std::string_view key = making_.rows.keys.key(figure.officer);
    const std::string& name = attribute.id.value;
    Value value;
    std::optional<Refusal> refusal = key.empty() ? Refusal{"about-empty", name} : take_attribute(key, attribute, value);
    const std::uint32_t number = refusal ? kNobody : values_.find(value);
    if (!refusal && number == kNobody) refusal = Refusal{"about-nobody", name};
    const bool of_value = refusal.has_value();
    if (!refusal) refusal = making_.too_late(making_.calendar.first_day(period));
    if (!refusal) {
      making_.widen_span(period);
      return number;
    }
    RowIssue issue =
        making_.rows.issue(refusal->reason, figure.origin, key,
                           making_.rows.written_date(figure, making_.rulebook, making_.calendar), refusal->expected);
    if (of_value) issue.metric = name;
    making_.rows.issues.push_back(std::move(issue));
    return kNobody;
  }

  /// To every officer who has the value on the last day of the cell's period.
  void hand_out(std::uint32_t metric, std::vector<AboutCell>& cells) {
    const auto key = [](const AboutCell& one) { return std::tuple(one.cell.period, one.value); };
    std::sort(cells.begin(), cells.end(), [&](const AboutCell& a, const AboutCell& b) { return key(a) < key(b); });
    const Grain grain = making_.rulebook.metrics[metric].per.value;
    for (auto begin = cells.begin(), end = begin; begin != cells.end(); begin = end) {
      while (end != cells.end() && end->cell.period == begin->cell.period) ++end;
      const Day last = making_.calendar.last_day({grain, begin->cell.period});
      for (OfficerRecord& officer : making_.state.officers) {
        const PresenceStretch* stretch = presence_on(officer, last);
        if (!stretch) continue;
        const std::uint32_t value = values_.of_row(stretch->roster_row);
        const auto seen = std::lower_bound(
            begin, end, value, [](const AboutCell& one, std::uint32_t sought) { return one.value < sought; });
        if (seen != end && seen->value == value) officer.metrics[metric].push_back(seen->cell);
      }
    }
  }

  DatasetMaking& making_;
  FigureCells& cells_;
  std::uint32_t attribute_;
  RosterValues values_;
};

}  // namespace

void take_about(DatasetMaking& making, FigureCells& cells, const std::vector<std::uint32_t>& figures) {
  if (figures.empty()) return;
  for (std::uint32_t attribute = 0; attribute < making.rulebook.attributes.size(); ++attribute)
    AboutTaker(making, cells, attribute).take(figures);
}

}  // namespace cwp
