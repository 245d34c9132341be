#include "sample/figure_rows.hpp"

#include <algorithm>
#include <set>

namespace cwp {
namespace {

/// Of a thousand marks so many were never reported.
constexpr std::int64_t kForgotten = 10;

/// One officer's chance and side in each metric.
struct Strand {
  Random random;
  Quality side;
};

class OfficerFigures {
 public:
  OfficerFigures(const SampleWorld& world, const OfficerLife& officer)
      : world_(world),
        calendar_(world.rules.calendar()),
        officer_(officer),
        columns_(reported_metrics(world.rulebook())) {
    for (const Metric& metric : metrics())
      strands_.push_back({Random(world.seed, "figures " + metric.id.value, officer.number),
                          officer.side(metric.id.value, world.seed)});
  }

  std::vector<SampleRow> rows() {
    for (Day day = officer_.present.first; day <= officer_.present.last; day = day + 1) take_day(day);
    for (int grain = int(Grain::week); grain < kGrains; ++grain) take_grain(Grain(grain));
    return std::move(rows_);
  }

 private:
  const std::vector<Metric>& metrics() const { return world_.rulebook().metrics; }

  void take_day(Day day) {
    const std::int64_t share = share_of_day(officer_, day, calendar_, world_.seed);
    if (share > 0) add_row({Grain::day, day.number}, day, share);
  }

  void take_grain(Grain grain) {
    const auto has_grain = [&](const Metric& metric) {
      return metric.per.value == grain && !metric.about && !metric.from;
    };
    if (std::none_of(metrics().begin(), metrics().end(), has_grain)) return;
    const Period last = calendar_.containing(world_.span.last, grain);
    for (Period period = calendar_.containing(world_.span.first, grain); period <= last; period = period + 1) {
      const DayRange days = calendar_.days(period);
      if (days.first < world_.span.first || world_.span.last < days.last) continue;
      if (const std::int64_t share = working_share(days); share > 0)
        add_row(period, std::min(days.last, officer_.present.last), share);
    }
  }

  /// The part of the workdays on which he works, in thousandths.
  std::int64_t working_share(DayRange days) const {
    std::int64_t workdays = 0, working = 0;
    for (Day day = days.first; day <= days.last; day = day + 1) {
      if (!calendar_.is_workday(day)) continue;
      ++workdays;
      const LifeDuty* duty = officer_.duty_on(day);
      if (officer_.present_on(day) && (duty == nullptr || duty->works)) ++working;
    }
    return workdays == 0 ? 0 : working * 1000 / workdays;
  }

  void add_row(Period period, Day day, std::int64_t share) {
    std::vector<std::int64_t> figures(metrics().size());
    std::vector<std::string> texts(metrics().size());
    bool any = false;
    for (const std::uint32_t i : world_.profiles.order) {
      const Metric& metric = metrics()[i];
      if (metric.per.value != period.grain || metric.about || metric.from) continue;
      const Profile& profile = world_.profiles.metrics[i];
      const bool given = profile.kind == FigureKind::mark || profile.said_when_zero;
      Strand& strand = strands_[i];
      const Quality quality = officer_.quality(day, strand.side, world_.span);
      const std::int64_t whole = profile.part_of ? figures[*profile.part_of] : 0;
      const std::int64_t figure = draw_figure(profile, quality, share, whole, strand.random);
      if (given && period.grain == Grain::day && !calendar_.is_workday(day)) continue;
      if (given && metric.absent == AbsentRule::missing && strand.random.thousandths(kForgotten)) continue;
      figures[i] = figure;
      if (figure == 0 && !given) continue;
      texts[i] = figure_text(figure, profile.decimals);
      any = true;
    }
    if (!any) return;
    SampleRow row{officer_.key, calendar_.label(period), {}};
    for (const std::uint32_t column : columns_) row.cells.push_back(std::move(texts[column]));
    rows_.push_back(std::move(row));
  }

  const SampleWorld& world_;
  const Calendar& calendar_;
  const OfficerLife& officer_;
  std::vector<std::uint32_t> columns_;
  std::vector<Strand> strands_;
  std::vector<SampleRow> rows_;
};

std::set<std::string> values_of(const SampleWorld& world, const std::string& attribute) {
  const std::vector<Attribute>& attributes = world.rulebook().attributes;
  std::set<std::string> values;
  for (std::uint32_t i = 0; i < attributes.size(); ++i)
    if (attributes[i].id.value == attribute)
      for (const OfficerLife& officer : world.lives)
        for (const LifePost& post : officer.posts) values.insert(world.attributes.value(i, officer, post.station));
  values.erase("");
  return values;
}

}  // namespace

std::vector<std::uint32_t> reported_metrics(const Rulebook& rulebook) {
  std::vector<std::uint32_t> columns;
  for (std::uint32_t i = 0; i < rulebook.metrics.size(); ++i)
    if (!rulebook.metrics[i].from) columns.push_back(i);
  return columns;
}

std::vector<SampleRow> figure_rows(const SampleWorld& world, const OfficerLife& officer) {
  return OfficerFigures(world, officer).rows();
}

std::vector<SampleRow> rows_about(const SampleWorld& world) {
  const std::vector<Metric>& metrics = world.rulebook().metrics;
  const Calendar& calendar = world.rules.calendar();
  const std::vector<std::uint32_t> columns = reported_metrics(world.rulebook());
  std::vector<SampleRow> rows;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const Metric& metric = metrics[columns[column]];
    if (!metric.about) continue;
    const Profile& profile = world.profiles.metrics[columns[column]];
    for (const std::string& value : values_of(world, metric.about->text)) {
      Random random(world.seed, "about " + metric.id.value + " " + value);
      const Quality quality = random.between(50, 950);
      const Period last = calendar.containing(world.span.last, metric.per.value);
      for (Period period = calendar.containing(world.span.first, metric.per.value); period <= last;
           period = period + 1) {
        const DayRange days = calendar.days(period);
        if (days.first < world.span.first || world.span.last < days.last) continue;
        if (period.grain == Grain::day && !calendar.is_workday(days.first)) continue;
        const std::int64_t share = period.grain == Grain::day ? share_of_workday(days.first) : 1000;
        const std::int64_t figure = draw_figure(profile, quality, share, 0, random);
        if (figure == 0 && !profile.said_when_zero && profile.kind != FigureKind::mark) continue;
        SampleRow row{value, calendar.label(period), std::vector<std::string>(columns.size())};
        row.cells[column] = figure_text(figure, profile.decimals);
        rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

}  // namespace cwp
