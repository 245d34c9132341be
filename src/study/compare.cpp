#include "cwp/compare.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "bulletin/titles.hpp"
#include "check/checked_state.hpp"
#include "data/dataset_state.hpp"
#include "decimal/rational.hpp"
#include "exact/evaluate.hpp"

namespace cwp {
namespace {

/// Counts while the sum is still a fraction.
struct Counting {
  ChangeCount count;
  Rational sum;
  int decimals = 2;

  void add(const std::optional<Decimal>& before, const std::optional<Decimal>& after) {
    if (!before && !after) return;
    if (!before || !after) return void(before ? ++count.only_before : ++count.only_after);
    decimals = std::max({decimals, int(before->decimals), int(after->decimals)});
    const Rational difference = Rational(*after) - Rational(*before);
    sum += difference;
    ++(difference.sign() > 0 ? count.gained : difference.sign() < 0 ? count.lost : count.same);
  }
  bool changed() const { return count.gained + count.lost + count.only_before + count.only_after > 0; }
  ChangeCount done() const {
    ChangeCount result = count;
    result.sum = sum.to_decimal(decimals);
    return result;
  }
};

/// Both rows of one officer and period, which both publish.
struct Case {
  const ScoreRow& before;
  const ScoreRow& after;
};

class Comparer {
 public:
  Comparer(const Scores& before, const Scores& after, const CompareOptions& options)
      : before_(before), after_(after), state_(after.data().state()) {
    for (std::size_t i = 0; i < before.data().officer_count(); ++i)
      officers_before_.emplace(before.data().officer_key(i), i);
    const auto& attributes = rules_of(after).rulebook().attributes;
    for (std::uint32_t i = 0; i < attributes.size(); ++i) {
      const bool named = std::find(options.by.begin(), options.by.end(), attributes[i].id.value) != options.by.end();
      const bool groups = attributes[i].type == AttributeType::text || attributes[i].type == AttributeType::boolean;
      if (options.by.empty() ? groups : named) by_.push_back(i);
    }
  }

  Comparison all() {
    result_.rules = compare_rules(rules_of(before_), rules_of(after_));
    result_.moved = what_moved(before_, after_);
    for (const ScoreTable& table : after_.tables())
      if (const ScoreTable* old_table = before_.table(table.grain)) count(*old_table, table);
    return std::move(result_);
  }

 private:
  std::vector<Case> cases_of(const ScoreTable& before, const ScoreTable& after) const {
    std::vector<Case> cases;
    for (const ScoreRow& row : after.rows) {
      const auto officer = officers_before_.find(after_.data().officer_key(row.officer));
      if (officer == officers_before_.end()) continue;
      if (const ScoreRow* old_row = before.find(row.period, officer->second)) cases.push_back({*old_row, row});
    }
    return cases;
  }

  void count(const ScoreTable& before, const ScoreTable& after) {
    const std::vector<Case> cases = cases_of(before, after);
    const auto column_in = [](const ScoreTable& table, const std::string& id) -> std::optional<std::size_t> {
      const auto found = std::find(table.ids.begin(), table.ids.end(), id);
      if (found == table.ids.end()) return std::nullopt;
      return std::size_t(found - table.ids.begin());
    };
    const auto points = [](const ScoreRow& row, std::optional<std::size_t> column) {
      return column ? row.parts[*column].points : std::optional<Decimal>();
    };
    const auto add_part = [&](const std::string& id, PartKind kind) {
      const auto old_column = column_in(before, id), new_column = column_in(after, id);
      Counting counting;
      for (const Case& one : cases) counting.add(points(one.before, old_column), points(one.after, new_column));
      if (counting.changed()) result_.parts.push_back({after.grain, kind, id, counting.done()});
    };
    for (std::size_t i = 0; i + 1 < after.ids.size(); ++i) add_part(after.ids[i], after.kinds[i]);
    for (std::size_t i = 0; i + 1 < before.ids.size(); ++i)
      if (!column_in(after, before.ids[i])) add_part(before.ids[i], before.kinds[i]);
    add_part("total", PartKind::total);
    for (const std::uint32_t attribute : by_) count_groups(after.grain, cases, attribute);
  }

  void count_groups(Grain grain, const std::vector<Case>& cases, std::uint32_t attribute) {
    const Scorecard& card = state_.rules.state().scorecard;
    std::map<std::string, Counting> groups;
    for (const Case& one : cases) {
      const auto officer = state_.officer(one.after.officer);
      const RosterRow* row = attribute_row(card, state_, *officer, attribute, card.calendar.days(one.after.period));
      const bool known = row != nullptr && row->attributes[attribute].present();
      groups[known ? plain_text(row->attributes[attribute]) : ""].add(one.before.total().points,
                                                                      one.after.total().points);
    }
    for (const auto& [value, counting] : groups)
      result_.groups.push_back({grain, card.rulebook->attributes[attribute].id.value, value, counting.done()});
  }

  const Scores& before_;
  const Scores& after_;
  const DatasetState& state_;
  std::map<std::string_view, std::size_t> officers_before_;
  std::vector<std::uint32_t> by_;
  Comparison result_;
};

}  // namespace

Comparison compare(const Scores& before, const Scores& after, const CompareOptions& options) {
  return Comparer(before, after, options).all();
}

}  // namespace cwp
