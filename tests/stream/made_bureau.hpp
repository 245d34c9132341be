#pragma once
// Random bureaus in memory, as columns; and what a sink gets of them, so that it can be compared with Scores.

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <mutex>
#include <random>

#include "checked_text.hpp"
#include "cwp/columns.hpp"
#include "cwp/score_sink.hpp"

namespace cwp {

/// Figures of every metric in the periods of a span; tests change them before they are bound.
class MadeBureau {
 public:
  MadeBureau(std::string_view rulebook, std::size_t officers, const char* first, const char* last, std::uint64_t seed)
      : rules(checked_text(rulebook)),
        officers_(officers),
        random_(seed),
        span_{*Day::parse(first), *Day::parse(last)} {
    for (const Metric& metric : rules.rulebook().metrics) {
      const Grain grain = metric.per.value;
      const Calendar& calendar = rules.calendar();
      for (Period p = calendar.containing(span_.first, grain); calendar.last_day(p) <= span_.last; p = p + 1) {
        if (calendar.first_day(p) < span_.first) continue;
        std::vector<double>& column = figures[{metric.id.value, p}];
        const std::int64_t low = metric.min->units, high = metric.max->units;  // of whole bounds
        const std::int64_t parts = metric.type == NumberType::f64 ? 100 : 1;
        for (std::size_t i = 0; i < officers_; ++i)
          column.push_back(double(low * parts + below((high - low) * parts + 1)) / double(parts));
      }
    }
  }

  /// Numbers of `attribute`'s values, scattered or side by side.
  void set_attribute(const std::string& attribute, std::vector<std::string> values, bool side_by_side) {
    Numbered& made = attributes_.emplace_back();
    made.name = attribute;
    for (std::size_t i = 0; i < officers_; ++i)
      made.numbers.push_back(std::uint32_t(below(std::int64_t(values.size()))));
    if (side_by_side) std::sort(made.numbers.begin(), made.numbers.end());
    made.values = std::move(values);
  }
  void set_stations(std::size_t stations, bool side_by_side) {
    std::vector<std::string> names;
    for (std::size_t s = 0; s < stations; ++s) names.push_back("station" + std::to_string(s));
    set_attribute("station", names, side_by_side);
  }
  std::vector<std::uint32_t>& numbers_of(const std::string& attribute) {
    return std::find_if(attributes_.begin(), attributes_.end(),
                        [&](const Numbered& one) { return one.name == attribute; })
        ->numbers;
  }
  /// These keys, and others for the rest.
  void set_keys(std::vector<std::string> last) {
    for (std::size_t i = 0; i + last.size() < officers_; ++i) keys_.push_back("k" + std::to_string(100 + i));
    keys_.insert(keys_.end(), last.begin(), last.end());
    std::sort(keys_.begin(), keys_.end());
  }
  void set_span(DayRange span) { span_ = span; }
  void add_leave(std::size_t officer, DayRange days) { leave_.emplace_back(officer, days); }
  void add_stay(std::size_t officer, DayRange days) { stays_.emplace_back(officer, days); }
  std::int64_t below(std::int64_t end) { return std::uniform_int_distribution<std::int64_t>(0, end - 1)(random_); }
  std::vector<double>& figures_of(const std::string& metric, const char* period) {
    return figures.at({metric, *Period::parse(period, rules.calendar())});
  }

  /// Integers as the narrowest columns that hold them, everything else as doubles.
  Dataset data() {
    ColumnsBuilder builder(rules, officers_);
    give(builder);
    return builder.finish().value();
  }
  /// The same to any builder of columns.
  template <typename Builder>
  void give(Builder& builder) {
    if (!keys_.empty()) builder.set_keys(keys_);
    for (const Numbered& one : attributes_) builder.set_attribute(one.name, one.values, one.numbers);
    for (const auto& [officer, days] : leave_) builder.add_duty(officer, days, "leave");
    for (const auto& [officer, days] : stays_) builder.add_presence(officer, days);
    for (const auto& [of, column] : figures) add(builder, of.first, of.second, column);
    builder.set_span(span_);
  }
  std::size_t officers() const { return officers_; }

  CheckedRulebook rules;
  std::map<std::pair<std::string, Period>, std::vector<double>> figures;

 private:
  struct Numbered {
    std::string name;
    std::vector<std::string> values;
    std::vector<std::uint32_t> numbers;
  };

  template <typename Builder>
  void add(Builder& builder, const std::string& metric, Period period, const std::vector<double>& column) {
    const auto all = [&](double high) {
      return std::all_of(column.begin(), column.end(),
                         [&](double figure) { return figure >= 0 && figure <= high && figure == std::floor(figure); });
    };
    if (all(255)) {
      narrow_.emplace_back(column.begin(), column.end());
      builder.add_figures(metric, period, std::span<const std::uint8_t>(narrow_.back()));
    } else if (all(65535)) {
      wide_.emplace_back(column.begin(), column.end());
      builder.add_figures(metric, period, std::span<const std::uint16_t>(wide_.back()));
    } else {
      builder.add_figures(metric, period, std::span<const double>(column));
    }
  }

  std::size_t officers_;
  std::mt19937_64 random_;
  DayRange span_;
  std::deque<Numbered> attributes_;  // the data borrow them
  std::vector<std::string> keys_;
  std::vector<std::pair<std::size_t, DayRange>> leave_, stays_;
  std::deque<std::vector<std::uint8_t>> narrow_;
  std::deque<std::vector<std::uint16_t>> wide_;
};

/// Some who come in the midst of the span or with its second month, who leave, come back, are there for some days, or
/// left before it.
inline void come_and_go(MadeBureau& bureau, DayRange span) {
  const Calendar& calendar = bureau.rules.calendar();
  const Day second = calendar.first_day(calendar.containing(span.first, Grain::month) + 1);
  for (std::size_t i = 0; i < bureau.officers(); ++i) {
    const Day some = span.first + std::int32_t(bureau.below(span.size()));
    switch (bureau.below(9)) {
      case 0:
        bureau.add_stay(i, {second, kLastDay});
        break;
      case 1:
        bureau.add_stay(i, {kFirstDay, second + -1});
        break;
      case 2:
        bureau.add_stay(i, {span.first + 13, span.last});
        break;
      case 3:
        bureau.add_stay(i, {kFirstDay, some});
        bureau.add_stay(i, {some + 9, kLastDay});
        break;
      case 4:
        bureau.add_stay(i, i % 4 == 0 ? DayRange{kFirstDay, span.first + -30} : DayRange{some, some + 3});
        break;
      default:
        break;
    }
  }
}

/// Leave of a day to nine, anywhere, over the ends of months too, and of months as a whole.
inline void take_leave(MadeBureau& bureau, DayRange span) {
  const Calendar& calendar = bureau.rules.calendar();
  for (std::size_t i = 0; i < bureau.officers(); ++i)
    for (std::int64_t times = bureau.below(4); times > 0; --times) {
      const Day some = span.first + std::int32_t(bureau.below(span.size()));
      if (bureau.below(4) == 0)
        bureau.add_leave(i, calendar.days(calendar.containing(some, Grain::month)));
      else
        bureau.add_leave(i, {some, some + std::int32_t(bureau.below(9))});
    }
}

/// Everything that came out, in a form in which the two ways can be compared.
struct Published {
  using Figures = std::map<std::tuple<Period, std::string, PartKind, int>, std::vector<std::int64_t>>;
  using Ranks = std::map<std::tuple<std::string, Period, int>, std::vector<std::uint32_t>>;
  Figures figures;
  Ranks ranks;
  std::map<Period, bool> provisional;
};

/// Keeps what it gets, and notes what comes twice or out of turn.
class KeepingSink : public ScoreSink {
 public:
  KeepingSink(std::size_t officers, bool in_order) : officers_(officers), in_order_(in_order) {}

  bool in_order() const override { return in_order_; }
  void block(const ScoreBlock& block) override {
    const std::lock_guard lock(mutex_);
    if (!kept.ranks.empty() && !by_month) complaint = "a block behind ranks";
    std::size_t& next = next_[block.period];
    if (in_order_ && block.first != next) complaint = "a block out of turn";
    next = block.first + block.count;
    kept.provisional[block.period] = block.provisional;
    for (const FigureColumnView& column : block.columns) {
      auto& figures = kept.figures[{block.period, std::string(column.id), column.kind, column.decimals}];
      figures.resize(officers_, kUnwritten);
      if (column.units.size() != block.count) complaint = "a column of another length";
      for (std::size_t i = 0; i < column.units.size(); ++i) {
        if (figures[block.first + i] != kUnwritten) complaint = "an officer twice";
        figures[block.first + i] = column.units[i];
      }
    }
  }
  void ranks(const RankColumn& column) override {
    if (!kept.ranks
             .try_emplace({std::string(column.ranking), column.period, column.decimals}, column.ranks.begin(),
                          column.ranks.end())
             .second)
      complaint = "ranks twice";
  }

  Published kept;
  std::string complaint;
  bool by_month = false;  ///< blocks come behind the ranks of the month before

 private:
  static constexpr std::int64_t kUnwritten = INT64_MIN + 1;
  std::size_t officers_;
  bool in_order_;
  std::mutex mutex_;
  std::map<Period, std::size_t> next_;
};

/// What `score` publishes.
inline Published published(const Scores& scores, const CheckedRulebook& rules) {
  Published all;
  const std::size_t officers = scores.data().officer_count();
  for (const ScoreTable& table : scores.tables())
    for (std::size_t c = 0; c < table.ids.size(); ++c) {
      std::optional<int> decimals;  // two where nobody has a figure
      std::map<Period, std::vector<std::int64_t>> units;
      for (const ScoreRow& row : table.rows) {
        auto& of_period = units[row.period];
        of_period.resize(officers, kNoFigure);
        if (!row.parts[c].points) continue;
        of_period[row.officer] = row.parts[c].points->units;
        decimals = row.parts[c].points->decimals;
      }
      for (auto& [period, of_period] : units)
        all.figures[{period, table.ids[c], table.kinds[c], decimals.value_or(2)}] = std::move(of_period);
    }
  for (const RankingTable& table : scores.rankings())
    for (const RankedOfficer& row : table.rows) {
      int decimals = 0;
      for (const Ranking& written : rules.rulebook().rankings)
        if (written.id.value == table.id && written.method == RankMethod::fractional) decimals = 1;
      auto& ranks = all.ranks[{table.id, row.period, decimals}];
      ranks.resize(officers);
      if (row.rank) ranks[row.officer] = std::uint32_t(row.rank->units);
    }
  return all;
}

/// Where two differ, for a person to read.
inline std::string first_difference(const Published& got, const Published& wanted) {
  std::string text;
  for (const auto& [key, units] : wanted.figures) {
    const auto& [period, id, kind, decimals] = key;
    const auto name = "\n" + id + " of period " + std::to_string(period.ordinal) + ": ";
    const auto found = got.figures.find(key);
    if (found == got.figures.end()) return name + "not there with " + std::to_string(decimals) + " decimals";
    for (std::size_t i = 0; i < units.size(); ++i)
      if (found->second[i] != units[i])
        return name + "officer " + std::to_string(i) + " has " + std::to_string(found->second[i]) + ", not " +
               std::to_string(units[i]);
  }
  return got.figures.size() == wanted.figures.size() ? "" : "\nmore columns than wanted";
}

inline std::vector<std::string> issue_texts(const std::vector<RowIssue>& issues) {
  std::vector<std::string> texts;
  for (const RowIssue& issue : issues)
    texts.push_back(std::string(issue.reason) + " " + issue.officer + " " + issue.date + " " + issue.metric + " " +
                    issue.value + " " + issue.expected);
  return texts;
}

}  // namespace cwp
