#include "data/figure_cells.hpp"

#include <algorithm>

namespace cwp {
namespace {

/// So many duplicates are listed; then only their number is said.
constexpr std::size_t kListed = 20;

}  // namespace

void FigureCells::make(std::vector<std::uint32_t>& figures, const std::function<void(std::uint32_t, MetricCell)>& put) {
  const auto key = [&](std::uint32_t i) {
    const FigureInput& figure = rows_.figures[i];
    return std::tuple(figure.metric, figure.period, i);
  };
  std::sort(figures.begin(), figures.end(), [&](auto a, auto b) { return key(a) < key(b); });
  for (std::size_t begin = 0, end = 0; begin < figures.size(); begin = end) {
    const FigureInput& first = rows_.figures[figures[begin]];
    while (end < figures.size() && rows_.figures[figures[end]].metric == first.metric &&
           rows_.figures[figures[end]].period == first.period)
      ++end;
    put(first.metric, cell({figures.data() + begin, end - begin}));
  }
}

/// The cell of all rows with one key, in the order in which they were given.
MetricCell FigureCells::cell(std::span<const std::uint32_t> figures) {
  const FigureInput& first = rows_.figures[figures[0]];
  const Metric& metric = rulebook_.metrics[first.metric];
  MetricCell cell;
  cell.period = first.period;
  cell.value = Rational(first.value);
  for (const std::uint32_t i : figures)
    if (rows_.refused(rows_.figures[i])) {
      const FigureRemark& remark = rows_.remarks[rows_.figures[i].remark];
      report(rows_.figures[i], remark.reason, remark.expected);
      cell.refused = true;
    }
  if (figures.size() == 1 || cell.refused || metric.on_duplicate == OnDuplicate::sum)
    for (const std::uint32_t i : figures) cell.origins.push_back(rows_.figures[i].origin);
  if (figures.size() == 1) return cell;
  if (metric.on_duplicate == OnDuplicate::error)
    for (const std::uint32_t i : figures.subspan(1)) twice_.emplace_back(figures[0], i);
  else if (!cell.refused)
    merge(cell, figures, metric);
  return cell;
}

void FigureCells::merge(MetricCell& cell, std::span<const std::uint32_t> figures, const Metric& metric) {
  if (metric.on_duplicate == OnDuplicate::sum) {
    Rational sum;
    int decimals = 0;
    for (const std::uint32_t i : figures) {
      sum += Rational(rows_.figures[i].value);
      decimals = std::max(decimals, int{rows_.figures[i].value.decimals});
    }
    if (metric.type == NumberType::boolean && Rational(1) < sum) sum = Rational(1);
    const std::optional<Decimal> value = sum.to_decimal(decimals);
    if (!value) report(rows_.figures[figures.back()], "value-too-long", "18");
    cell.refused = !value;
    cell.value = value ? sum : Rational(0);
    return;
  }
  std::uint32_t chosen = figures[0];
  for (const std::uint32_t i : figures)
    if (metric.on_duplicate == OnDuplicate::last || rows_.figures[chosen].value < rows_.figures[i].value) chosen = i;
  cell.value = Rational(rows_.figures[chosen].value);
  cell.origins = {rows_.figures[chosen].origin};
}

/// An issue of one figure.
void FigureCells::report(const FigureInput& figure, std::string_view reason, const std::string& expected) {
  RowIssue issue = rows_.issue(reason, figure.origin, rows_.keys.key(figure.officer),
                               rows_.written_date(figure, rulebook_, calendar_), expected);
  issue.metric = rulebook_.metrics[figure.metric].id.value;
  issue.value = rows_.written_value(figure);
  rows_.issues.push_back(std::move(issue));
}

std::vector<Diagnostic> FigureCells::duplicates() {
  using Where = std::tuple<std::string_view, std::uint32_t, std::uint32_t>;
  const auto place = [&](std::uint32_t i) {
    const FigureInput& figure = rows_.figures[i];
    const std::string_view file =
        figure.origin.file < 0 ? std::string_view() : rows_.files[std::size_t(figure.origin.file)];
    return Where(file, figure.origin.line, figure.metric);
  };
  std::sort(twice_.begin(), twice_.end(), [&](const auto& a, const auto& b) {
    return std::tuple(place(a.second), place(a.first)) < std::tuple(place(b.second), place(b.first));
  });
  std::vector<Diagnostic> problems;
  for (const auto& [first, again] : twice_) {
    const FigureInput& figure = rows_.figures[again];
    if (problems.size() == kListed) {
      problems.push_back({"more-figures-twice", {}, {std::to_string(twice_.size() - kListed)}});
      break;
    }
    problems.push_back(
        {"figure-twice",
         {},
         {rulebook_.metrics[figure.metric].id.value, std::string(rows_.keys.key(figure.officer)),
          calendar_.label(period(figure)), rows_.place(rows_.figures[first].origin), rows_.place(figure.origin)}});
  }
  return problems;
}

}  // namespace cwp
