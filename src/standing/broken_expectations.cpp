#include "standing/broken_expectations.hpp"

#include <map>
#include <tuple>

namespace cwp {

std::vector<BrokenExpectation> broken_expectations(const Scorecard& card, const std::vector<OfficerResults>& results) {
  // Periods of several grains stand by their first days, longer ones behind shorter ones.
  using Key = std::tuple<Day, Period, std::size_t, std::string, std::size_t>;
  std::map<Key, const PromiseEntry*> judged;
  for (std::size_t officer = 0; officer < results.size(); ++officer) {
    for (const PromiseEntry& entry : results[officer].promises) {
      const bool of_group = !card.expectations[entry.expectation].by.empty();
      judged.try_emplace(Key{card.calendar.first_day(entry.period), entry.period, entry.expectation, entry.group,
                             of_group ? std::size_t{0} : officer},
                         &entry);
    }
  }
  std::vector<BrokenExpectation> broken;
  for (const auto& [key, entry] : judged) {
    if (entry->holds) continue;
    BrokenExpectation one;
    one.id = card.expectations[entry->expectation].written->id.value;
    one.period = entry->period;
    one.group = entry->group;
    if (card.expectations[entry->expectation].by.empty()) one.officer = std::get<4>(key);
    broken.push_back(std::move(one));
  }
  return broken;
}

}  // namespace cwp
