#include "sample/fact_rows.hpp"

#include <algorithm>

#include "sample/names.hpp"

namespace cwp {
namespace {

/// So many earlier officers are looked at for one of the same station.
constexpr std::uint32_t kNeighbours = 60;

bool same_fact(const SampleRow& a, const SampleRow& b) { return a.date == b.date && a.cells == b.cells; }

class OfficerFacts {
 public:
  OfficerFacts(const FactPlan& plan, const SampleWorld& world, const OfficerLife& officer)
      : plan_(plan),
        table_(world.rulebook().events[plan.table]),
        world_(world),
        officer_(officer),
        random_(world.seed, "facts " + table_.id.value, officer.number) {}

  std::vector<SampleRow> rows() {
    const Quality side = officer_.side(table_.id.value, world_.seed);
    std::vector<SampleRow> rows;
    for (Day day = officer_.present.first; day <= officer_.present.last; day = day + 1) {
      const std::int64_t share = share_of_day(officer_, day, world_.rules.calendar(), world_.seed);
      const Quality quality = officer_.quality(day, side, world_.span);
      for (std::int64_t i = draw_figure(plan_.profile, quality, share, 0, random_); i > 0; i -= kOne) {
        SampleRow row{officer_.key, day.to_text(), {}};
        for (std::size_t column = 0; column < plan_.columns.size(); ++column) row.cells.push_back(cell(column, day));
        // Two facts that say the same could not be told apart.
        if (std::none_of(rows.begin(), rows.end(), [&](const SampleRow& other) { return same_fact(other, row); }))
          rows.push_back(std::move(row));
      }
    }
    return rows;
  }

 private:
  std::string cell(std::size_t number, Day day) {
    const FactPlan::Column& plan = plan_.columns[number];
    switch (table_.columns[number].type) {
      case AttributeType::text:
        if (plan.officer) return colleague(day);
        return plan.words.empty() ? text_for(table_.columns[number].id.value, random_)
                                  : uneven_word(plan.words, random_);
      case AttributeType::number: {
        const std::int64_t middle = (plan.lowest + plan.highest) / 2;
        const bool common = random_.thousandths(750);  // small figures are the common ones
        const std::int64_t low = common ? plan.lowest : middle, high = common ? middle : plan.highest;
        std::int64_t grid = kOne;
        for (int i = 0; i < plan.decimals; ++i) grid /= 10;
        const std::int64_t steps = (high - low) / grid;
        const std::int64_t figure = low + random_.between(0, std::min<std::int64_t>(steps, 1'000'000)) * grid;
        return figure_text(figure / grid * grid < plan.lowest ? figure : figure / grid * grid, plan.decimals);
      }
      case AttributeType::date:
        return (day - std::int32_t(random_.between(0, 30))).to_text();
      case AttributeType::boolean:
        return random_.thousandths(700) ? "1" : "0";
    }
    return "";
  }

  /// Somebody of the same station who is there, among those who were made earlier; else himself.
  std::string colleague(Day day) {
    std::vector<const OfficerLife*> there;
    for (std::uint32_t back = 1; back <= kNeighbours && back < officer_.number; ++back) {
      const OfficerLife& other = world_.lives[officer_.number - 1 - back];
      if (other.present_on(day) && other.station_on(day) == officer_.station_on(day)) there.push_back(&other);
    }
    const std::uint32_t drawn = random_.below(1'000'000);
    return there.empty() ? officer_.key : there[drawn % there.size()]->key;
  }

  const FactPlan& plan_;
  const EventTable& table_;
  const SampleWorld& world_;
  const OfficerLife& officer_;
  Random random_;
};

}  // namespace

std::vector<SampleRow> fact_rows(const FactPlan& plan, const SampleWorld& world, const OfficerLife& officer) {
  return OfficerFacts(plan, world, officer).rows();
}

}  // namespace cwp
