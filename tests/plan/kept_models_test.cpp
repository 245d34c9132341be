// Models are kept for the same data, schedule and classes, and for nothing else.

#include "plan/kept_models.hpp"

#include <gtest/gtest.h>

#include "check/checked_state.hpp"
#include "checked_text.hpp"
#include "graph/node.hpp"

namespace cwp {
namespace {

constexpr const char* kModelRules = R"yaml(cwp: 1
id: models
metrics: {visits: {per: month, fold: sum}}
categories:
  - id: work
    items:
      - {id: a, per: month, full: 10, award: {of: visits, each: 1, whole: exact}}
assessments: {month: {}}
)yaml";

class KeptModelsTest : public ::testing::Test {
 protected:
  KeptModelsTest()
      : rules_(checked_text(kModelRules)),
        card_(rules_.state().scorecard),
        graph_(build_graph(card_)),
        month_{Grain::month, 2026 * 12 + 2},
        timeline_{card_.calendar, card_.calendar.days(month_), kFirstDay, kLastDay} {}

  std::shared_ptr<const DatasetState> some_data() const {
    return std::make_shared<const DatasetState>(DatasetState{rules_, {}, {}, {}, {}, {}});
  }
  Instance total() const { return {graph_.totals[std::size_t(Grain::month)], month_}; }
  std::shared_ptr<const Schedule> of_month() const {
    return std::make_shared<const Schedule>(graph_, card_, timeline_, std::vector<Instance>{total()});
  }

  CheckedRulebook rules_;
  const Scorecard& card_;
  Graph graph_;
  Period month_;
  Timeline timeline_;
};

TEST_F(KeptModelsTest, AreThoseOfTheSameDataScheduleAndClasses) {
  KeptModels kept;
  const KeptModels::Of of{some_data(), of_month(), 64};
  EXPECT_EQ(kept.last(of), nullptr);
  const auto models = std::make_shared<const EvaluatedModels>();
  kept.keep(of, models);
  EXPECT_EQ(kept.last(of), models);
  EXPECT_EQ(kept.last({some_data(), of.schedule, 64}), nullptr);
  EXPECT_EQ(kept.last({of.data, of_month(), 64}), nullptr);
  EXPECT_EQ(kept.last({of.data, of.schedule, 65}), nullptr);
  EXPECT_EQ(kept.last(of), models);
}

TEST_F(KeptModelsTest, AreNotThoseOfDataThatWereChangedInPlace) {
  KeptModels kept;
  const auto data = std::make_shared<DatasetState>(DatasetState{rules_, {}, {}, {}, {}, {}});
  const KeptModels::Of of{data, of_month(), 64};
  kept.keep(of, std::make_shared<const EvaluatedModels>());
  EXPECT_NE(kept.last(of), nullptr);
  ++data->amended;
  EXPECT_EQ(kept.last(of), nullptr);
}

TEST_F(KeptModelsTest, AreNotThoseOfDataThatAreGone) {
  KeptModels kept;
  auto data = some_data();
  const std::weak_ptr<const DatasetState> watch = data;
  const auto schedule = of_month();
  kept.keep({data, schedule, 64}, std::make_shared<const EvaluatedModels>());
  data.reset();
  EXPECT_TRUE(watch.expired());  // a plan holds nobody's data
  EXPECT_EQ(kept.last({some_data(), schedule, 64}), nullptr);
  EXPECT_EQ(kept.last({nullptr, schedule, 64}), nullptr);
}

TEST_F(KeptModelsTest, TellTheirCells) {
  OfficerRecord record;
  record.presence.push_back({timeline_.span});
  const auto shared = std::make_shared<const OfficerRecord>(record);
  const auto schedule = of_month();
  std::vector<Cell> cells(schedule->slots());
  cells[schedule->slot(total().node, month_)].value = Value::of(Rational(7));
  const ModelCells model(schedule, shared, OfficerDays(*shared, *card_.rulebook, card_.calendar, schedule->days()),
                         std::move(cells));
  EXPECT_EQ(model.cell(total().node, month_).value.number, Rational(7));
  EXPECT_EQ(model.days().present_days(timeline_.span), timeline_.span.size());
}

}  // namespace
}  // namespace cwp
