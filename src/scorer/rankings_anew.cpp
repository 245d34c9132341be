#include "scorer/rankings_anew.hpp"

#include <algorithm>
#include <set>

namespace cwp {
namespace {

class PlacesAnew {
 public:
  PlacesAnew(const LiveStanding& live, std::vector<RankedOfficer>& was, std::vector<RankedOfficer>& now)
      : live_(live),
        card_(live.run.card()),
        ranking_(card_.rankings[live.ranking]),
        ascending_(ranking_.written->ascending),
        ties_ascending_(ties_ascending(ranking_)),
        ordinal_(ranking_.written->method == RankMethod::ordinal),
        was_(was),
        now_(now) {}

  void make(const std::vector<OfficerResults>& results, const std::vector<std::size_t>& officers) {
    take_out(results, officers);
    find_orders();
    put_in();
    find_ranks();
  }

 private:
  bool can_be_ranked(const Contestant& one) const { return one.reason == Unranked::none; }
  int compare_places(const Contestant& a, const Contestant& b) const {
    return compare(ranked_by(a, card_), ranked_by(b, card_), ascending_, ties_ascending_);
  }
  /// In the order of all who are ranked, whatever their group; of equals the first key.
  bool stands_before(const Contestant& a, const Contestant& b) const {
    const int order = compare_places(a, b);
    return order != 0 ? order < 0 : a.number < b.number;
  }
  /// Has the smaller Contestant::order.
  bool is_better(const Contestant& a, const Contestant& b) const {
    return ordinal_ ? stands_before(a, b) : compare_places(a, b) < 0;
  }
  /// In the order of PeriodStanding::contestants.
  bool is_listed_before(const Contestant& a, const Contestant& b) const {
    if (const int order = a.group.compare(b.group); order != 0) return order < 0;
    if (can_be_ranked(a) != can_be_ranked(b)) return can_be_ranked(a);
    return can_be_ranked(a) ? stands_before(a, b) : a.number < b.number;
  }

  /// Those who were not taken out, and where they stand while the hole is there.
  std::size_t others() const { return live_.standing.contestants.size() - gone_.size(); }
  std::size_t at(std::size_t other) const { return other < hole_ ? other : other + gone_.size(); }

  void move(std::size_t from, std::size_t to) {
    live_.standing.contestants[to] = std::move(live_.standing.contestants[from]);
    if (!live_.rows.empty()) live_.rows[to] = std::move(live_.rows[from]);
  }

  /// Leaves a hole as wide as those who are taken out; the others keep their order.
  void take_out(const std::vector<OfficerResults>& results, const std::vector<std::size_t>& officers) {
    std::vector<Contestant>& all = live_.standing.contestants;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (std::binary_search(officers.begin(), officers.end(), all[i].officer)) places.push_back(i);
    hole_ = places.empty() ? 0 : places.front();
    for (std::size_t n = 0; n < places.size(); ++n) {
      const std::size_t i = places[n];
      const RankingEntry& entry = *entry_of(results[all[i].officer], live_.ranking, live_.standing.at.period);
      Contestant fresh = contestant_of(all[i].officer, entry);
      fresh.number = all[i].number;
      find_reason(fresh, card_);
      fresh_.push_back(std::move(fresh));
      gone_.push_back(std::move(all[i]));
      if (!live_.rows.empty()) was_.push_back(std::move(live_.rows[i]));
      // Up to the next one they close up, so that the hole comes to lie behind them.
      const std::size_t end = n + 1 < places.size() ? places[n + 1] : i + 1;
      for (std::size_t other = i + 1; other < end; ++other) move(other, hole_++);
    }
    std::sort(fresh_.begin(), fresh_.end(),
              [&](const Contestant& a, const Contestant& b) { return is_listed_before(a, b); });
  }

  /// Contestant::order is one more than how many are better.
  void find_orders() {
    std::vector<std::uint32_t> gone;  // their orders; their entries are no more
    for (const Contestant& one : gone_)
      if (can_be_ranked(one)) gone.push_back(one.order);
    std::sort(gone.begin(), gone.end());
    std::vector<Contestant*> fresh;
    for (Contestant& one : fresh_)
      if (can_be_ranked(one)) fresh.push_back(&one);
    std::sort(fresh.begin(), fresh.end(),
              [&](const Contestant* a, const Contestant* b) { return stands_before(*a, *b); });
    std::vector<std::uint32_t> first_worse(fresh.size() + 1);  // by how many of the fresh are not worse: of the others
    const auto better = [&](const Contestant& than) {
      return std::uint32_t(
          std::partition_point(fresh.begin(), fresh.end(), [&](auto* one) { return is_better(*one, than); }) -
          fresh.begin());
    };
    for (std::size_t i = 0; i < others(); ++i) {
      Contestant& one = live_.standing.contestants[at(i)];
      if (!can_be_ranked(one)) continue;
      one.order -= std::uint32_t(std::lower_bound(gone.begin(), gone.end(), one.order) - gone.begin());
      one.order += better(one);
      const auto worse =
          std::partition_point(fresh.begin(), fresh.end(), [&](auto* other) { return !is_better(one, *other); });
      ++first_worse[std::size_t(worse - fresh.begin())];
    }
    std::uint32_t others = 0;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      others += first_worse[i];
      fresh[i]->order = 1 + others + better(*fresh[i]);
    }
  }

  void put_in() {
    for (const std::vector<Contestant>* some : {&gone_, &fresh_})
      for (const Contestant& one : *some) groups_.insert(one.group);
    std::vector<Contestant>& all = live_.standing.contestants;
    const std::size_t many = fresh_.size();
    std::vector<std::size_t> before;  // by fresh one: how many of the others are listed before him
    for (const Contestant& one : fresh_) {
      std::size_t low = before.empty() ? 0 : before.back(), high = others();
      while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (is_listed_before(one, all[at(middle)]))
          high = middle;
        else
          low = middle + 1;
      }
      before.push_back(low);
    }
    // Only those move who stand between the hole and a new place: those before it, the last first, then the others.
    std::size_t passed = many;  // so many of the fresh come before the one at hand
    for (std::size_t i = hole_; i-- > 0;) {
      while (passed > 0 && before[passed - 1] > i) --passed;
      if (passed == 0) break;
      move(i, i + passed);
    }
    passed = 0;
    for (std::size_t i = hole_; i < others(); ++i) {
      while (passed < many && before[passed] <= i) ++passed;
      if (passed == many) break;
      move(i + many, i + passed);
    }
    is_fresh_.assign(all.size(), false);
    for (std::size_t n = 0; n < many; ++n) {
      all[before[n] + n] = std::move(fresh_[n]);
      is_fresh_[before[n] + n] = true;
    }
  }

  /// Of the groups in which somebody was or is.
  void find_ranks() {
    const std::vector<Contestant>& all = live_.standing.contestants;
    for (const std::string& name : groups_) {
      const auto begin = std::partition_point(all.begin(), all.end(), [&](auto& one) { return one.group < name; });
      const auto end = std::partition_point(begin, all.end(), [&](auto& one) { return one.group == name; });
      const auto ranked = std::partition_point(begin, end, [&](auto& one) { return can_be_ranked(one); });
      rank_group(std::size_t(begin - all.begin()), std::size_t(ranked - begin));
      for (auto one = ranked; one != end; ++one) tell(std::size_t(one - all.begin()), std::nullopt);
    }
  }
  void rank_group(std::size_t begin, std::size_t size) {
    const std::vector<Contestant>& all = live_.standing.contestants;
    std::int64_t group = 0;
    for (std::size_t first = 0; first < size;) {
      std::size_t last = first;
      while (last + 1 < size && compare_places(all[begin + first], all[begin + last + 1]) == 0) ++last;
      ++group;
      for (std::size_t i = first; i <= last; ++i)
        tell(begin + i, rank_of(ranking_.written->method, i, first, last, group));
      first = last + 1;
    }
  }
  void tell(std::size_t at, const std::optional<Decimal>& rank) {
    Contestant& one = live_.standing.contestants[at];
    const bool other = one.rank != rank;
    one.rank = rank;
    if (live_.rows.empty() || (!other && !is_fresh_[at])) return;
    RankedOfficer& row = live_.rows[at];
    if (is_fresh_[at]) {
      row = listed(live_.run, live_.ranking, live_.standing, one);
    } else {
      was_.push_back(row);
      row.rank = rank;
    }
    now_.push_back(row);
  }

  LiveStanding live_;
  const Scorecard& card_;
  const ScoreRanking& ranking_;
  const bool ascending_;
  const std::vector<bool> ties_ascending_;
  const bool ordinal_;
  std::vector<RankedOfficer>&was_, &now_;
  std::vector<Contestant> gone_, fresh_;
  std::size_t hole_ = 0;  ///< where those who were taken out are missing
  std::set<std::string> groups_;
  std::vector<bool> is_fresh_;
};

}  // namespace

void rank_again(LiveStanding live, const std::vector<OfficerResults>& results, const std::vector<std::size_t>& officers,
                std::vector<RankedOfficer>& was, std::vector<RankedOfficer>& now) {
  PlacesAnew(live, was, now).make(results, officers);
}

}  // namespace cwp
