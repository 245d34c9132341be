#include "data/make_columns.hpp"

#include <algorithm>
#include <unordered_map>

#include "data/figure_cells.hpp"
#include "data/sheet_group.hpp"
#include "row/parts.hpp"
#include "row/spread_sheets.hpp"
#include "row/tidy_text.hpp"

namespace cwp {
namespace {

/// Periods further apart than this are not laid side by side: somebody wrote a wrong year.
constexpr std::int64_t kMostPeriods = 4000;

class SheetTaker {
 public:
  SheetTaker(DatasetMaking& making, ColumnStore& store, std::size_t officers)
      : making_(making), rows_(making.rows), store_(store), officers_(officers) {}

  std::vector<Diagnostic> take() {
    form_groups();
    const std::size_t others = rows_.figures.size();
    for (std::uint32_t s = 0; s < sheets_.size(); ++s)
      if (others > 0 || !own_whole_sheet(s)) own_rows(s);
    for (std::size_t i = 0; i < others; ++i) make_way(FigureInput(rows_.figures[i]));
    sort_by_place(rows_);
    std::vector<Diagnostic> duplicates = take_others();
    for (const SheetGroup& group : groups_)
      for (std::size_t p = 0; p < group.periods.size(); ++p)
        if (!group.periods[p].owners.empty() || group.periods[p].whole_sheet != Owner::kNone) lay(group, p);
    return duplicates;
  }

 private:
  void form_groups() {
    for (PlainSheet& sheet : rows_.sheets) {
      const auto range = periods_of(sheet);
      if (!range) continue;
      const std::vector<std::uint32_t> metrics = metrics_of(sheet);
      auto group =
          std::find_if(groups_.begin(), groups_.end(), [&](const auto& one) { return one.metrics == metrics; });
      if (group == groups_.end()) {
        group = groups_.insert(group, SheetGroup{metrics, sheet.grain, range->first, {}});
        for (const std::uint32_t metric : metrics) group_of_metric_[metric] = std::size_t(group - groups_.begin());
      }
      const std::int32_t first = std::min(group->first_period, range->first);
      const auto last =
          std::max<std::int64_t>(group->first_period + std::int64_t(group->periods.size()) - 1, range->second);
      group->periods.insert(group->periods.begin(), std::size_t(group->first_period - first), OwnedPeriod());
      group->first_period = first;
      group->periods.resize(std::size_t(last - first + 1));
      group_of_sheet_.push_back(std::size_t(group - groups_.begin()));
      sheets_.push_back(std::make_shared<PlainSheet>(std::move(sheet)));
    }
    rows_.sheets.clear();
  }

  OwnedPeriod& period_of(SheetGroup& group, std::int32_t ordinal) {
    OwnedPeriod& period = group.periods[std::size_t(ordinal - group.first_period)];
    if (period.owners.empty()) {
      period.owners.resize(officers_);
      period.too_late = making_.too_late(making_.calendar.first_day({group.grain, ordinal})).has_value();
    }
    return period;
  }

  void tell_one_by_one(std::uint32_t sheet, std::uint32_t row) {
    spread_row(*sheets_[sheet], row, rows_.figures);
    sheets_[sheet]->officers[row] = PlainSheet::kNoRow;
  }

  /// Where a sheet has the figures of a group for its only period, all officers and nobody else, in their order.
  bool own_whole_sheet(std::uint32_t s) {
    const PlainSheet& sheet = *sheets_[s];
    SheetGroup& group = groups_[group_of_sheet_[s]];
    if (group.periods.size() != 1 || sheet.taken != officers_ || officers_ > sheet.rows ||
        std::count(group_of_sheet_.begin(), group_of_sheet_.end(), group_of_sheet_[s]) != 1 ||
        making_.too_late(making_.calendar.first_day({group.grain, group.first_period})))
      return false;
    for (std::size_t row = 0; row < officers_; ++row)
      if (sheet.officers[row] == PlainSheet::kNoRow || making_.officer_of_key[sheet.officers[row]] != row) return false;
    group.periods[0].whole_sheet = s;
    return true;
  }

  void own_rows(std::uint32_t s) {
    PlainSheet& sheet = *sheets_[s];
    SheetGroup& group = groups_[group_of_sheet_[s]];
    for (std::uint32_t row = 0; row < sheet.rows; ++row) {
      if (sheet.officers[row] == PlainSheet::kNoRow) continue;
      const std::uint32_t officer = making_.officer_of_key[sheet.officers[row]];
      OwnedPeriod& period = period_of(group, sheet.date(row).period);
      if (officer == DatasetMaking::kNotInRoster || period.too_late) {
        tell_one_by_one(s, row);
        continue;
      }
      Owner& owner = period.owners[officer];
      if (owner.sheet == Owner::kNone) {
        owner = {s, row};
        continue;
      }
      if (owner.has_row()) tell_one_by_one(owner.sheet, owner.row);
      owner.sheet = Owner::kSpread;
      tell_one_by_one(s, row);
    }
  }

  /// Beside a figure that is told by itself, those of its officer and period are told so, too.
  void make_way(const FigureInput& figure) {
    const auto group = group_of_metric_.find(figure.metric);
    const std::uint32_t officer = making_.officer_of_key[figure.officer];
    if (group == group_of_metric_.end() || officer == DatasetMaking::kNotInRoster) return;
    SheetGroup& sheets = groups_[group->second];
    const std::int64_t at = std::int64_t{figure.period} - sheets.first_period;
    if (at < 0 || at >= std::int64_t(sheets.periods.size()) || sheets.periods[std::size_t(at)].owners.empty()) return;
    Owner& owner = sheets.periods[std::size_t(at)].owners[officer];
    if (owner.has_row()) tell_one_by_one(owner.sheet, owner.row);
    owner.sheet = Owner::kSpread;
  }

  std::vector<Diagnostic> take_others() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> of_officer;
    for (std::uint32_t i = 0; i < rows_.figures.size(); ++i)
      if (making_.counts(rows_.figures[i])) of_officer[making_.officer_of_key[rows_.figures[i].officer]].push_back(i);
    FigureCells cells(making_);
    for (auto& [officer, figures] : of_officer)
      cells.make(figures, [&, of = officer](std::uint32_t metric, MetricCell cell) {
        store_.others[of].emplace_back(metric, std::move(cell));
      });
    return cells.duplicates();
  }

  /// The columns of one period.
  void lay(const SheetGroup& group, std::size_t at) {
    const OwnedPeriod& owned = group.periods[at];
    const Period period{group.grain, group.first_period + std::int32_t(at)};
    const Owner first = officers_ > 0 ? owned.owner(0) : Owner();
    bool in_order = first.has_row();  // as the rows of one sheet
    for (std::size_t o = 0; o < officers_ && in_order && owned.whole_sheet == Owner::kNone; ++o) {
      const Owner owner = owned.owner(o);
      in_order = owner.sheet == first.sheet && owner.row == first.row + o;
    }
    StoredFigures told;  // where they were read
    std::shared_ptr<const void> origins;
    if (in_order && keeps_sheet(group)) {
      const std::shared_ptr<PlainSheet>& sheet = sheets_[first.sheet];
      told.file = sheet->file;
      told.lines = sheet->lines + first.row;
      origins = sheet;
    } else {
      auto by_officer = std::make_shared<std::vector<Origin>>(officers_);
      for (std::size_t o = 0; o < officers_; ++o) {
        const Owner owner = owned.owner(o);
        if (owner.has_row()) (*by_officer)[o] = {sheets_[owner.sheet]->file, sheets_[owner.sheet]->lines[owner.row]};
      }
      told.origins = by_officer->data();
      origins = std::move(by_officer);
    }
    bool any = false;
    std::vector<Laid> columns(group.metrics.size());
    const PlainSheet& first_sheet = *sheets_[group_sheet(group)];
    for_each_part(columns.size(), rows_.threads, [&](std::size_t c) {
      columns[c].stored = told;
      columns[c].found = first_sheet.columns[c].small != nullptr ? lay_small(owned, c, in_order, columns[c])
                                                                 : lay_large(owned, c, columns[c]);
    });
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (!columns[c].found) continue;
      any = true;
      store_.kept.push_back(std::move(columns[c].memory));
      store_.figures.emplace(std::pair(group.metrics[c], period), std::move(columns[c].stored));
    }
    if (!any) return;
    store_.kept.push_back(std::move(origins));
    making_.widen_span(period);
  }
  /// Whether columns of its sheets are left where they are.
  bool keeps_sheet(const SheetGroup& group) const {
    const auto& columns = sheets_[group_sheet(group)]->columns;
    return std::any_of(columns.begin(), columns.end(), [](const PlainColumn& one) { return one.small != nullptr; });
  }
  std::size_t group_sheet(const SheetGroup& group) const {
    const auto number = std::size_t(&group - groups_.data());
    return std::size_t(std::find(group_of_sheet_.begin(), group_of_sheet_.end(), number) - group_of_sheet_.begin());
  }

  /// The figures of one metric, and what they lie in.
  struct Laid {
    StoredFigures stored;
    std::shared_ptr<const void> memory;
    bool found = false;
  };

  /// Keeps the least and the greatest of the figures that are there, and who has none; false when nobody has one.
  template <typename Number>
  static bool find_range(Number* figures, std::size_t officers, Number none, StoredFigures& stored) {
    stored.data = figures;
    const auto measure = [&] {
      Number low = figures[0], high = figures[0];
      for (std::size_t o = 0; o < officers; ++o) {
        low = figures[o] < low ? figures[o] : low;
        high = high < figures[o] ? figures[o] : high;
      }
      stored.low = std::int64_t{low};
      stored.high = std::int64_t{high};
      return std::pair(low, high);
    };
    // Nothing is below or above all figures: mostly one look is enough.
    if (const auto range = measure(); range.first != none && range.second != none) return true;
    std::size_t absent = 0;
    for (std::size_t o = 0; o < officers; ++o) absent += figures[o] == none ? 1 : 0;
    if (absent == officers) return false;
    std::optional<std::pair<Number, Number>> range;
    if (absent > 0)
      for (std::size_t o = 0; o < officers; ++o)
        if (figures[o] != none) {
          range = {figures[o], figures[o]};
          break;
        }
    // Who has none has somebody's figure in his lane, so that all are within the range.
    for (std::size_t o = 0; absent > 0 && o < officers; ++o)
      if (figures[o] == none) {
        stored.absent.push_back(std::uint32_t(o));
        figures[o] = range->first;
      }
    measure();
    return true;
  }

  bool lay_small(const OwnedPeriod& owned, std::size_t column, bool in_order, Laid& laid_here) const {
    StoredFigures& stored = laid_here.stored;
    stored.type = FigureColumn::Type::u16;
    std::uint16_t* figures = nullptr;
    if (in_order) {
      const Owner first = owned.owner(0);
      const PlainSheet& sheet = *sheets_[first.sheet];
      const PlainColumn& read = sheet.columns[column];
      laid_here.memory = sheets_[first.sheet];
      figures = read.small + first.row;
      // Everybody's figure, and no other: they were measured when they were read.
      if (officers_ == sheet.taken && read.high != PlainColumn::kNoSmall) {
        stored.data = figures;
        stored.low = read.low;
        stored.high = read.high;
        return true;
      }
    } else {
      auto laid = std::make_shared<std::vector<std::uint16_t>>(officers_, PlainColumn::kNoSmall);
      for (std::size_t o = 0; o < officers_; ++o)
        if (const Owner owner = owned.owner(o); owner.has_row())
          (*laid)[o] = sheets_[owner.sheet]->columns[column].small[owner.row];
      figures = laid->data();
      laid_here.memory = std::move(laid);
    }
    return find_range(figures, officers_, PlainColumn::kNoSmall, stored);
  }

  /// Units of as many places as somebody's figure has.
  bool lay_large(const OwnedPeriod& owned, std::size_t column, Laid& laid_here) const {
    StoredFigures& stored = laid_here.stored;
    constexpr std::int64_t kNone = INT64_MIN;
    const auto written = [&](std::size_t officer) {
      const Owner owner = owned.owner(officer);
      return owner.has_row() ? sheets_[owner.sheet]->columns[column].large[owner.row] : PlainColumn::kNoLarge;
    };
    for (std::size_t o = 0; o < officers_; ++o)
      if (const std::int32_t figure = written(o); figure != PlainColumn::kNoLarge)
        stored.decimals = std::max(stored.decimals, int{large_figure(figure).decimals});
    auto laid = std::make_shared<std::vector<std::int64_t>>(officers_, kNone);
    for (std::size_t o = 0; o < officers_; ++o) {
      const std::int32_t figure = written(o);
      if (figure == PlainColumn::kNoLarge) continue;
      const Decimal value = large_figure(figure);
      (*laid)[o] = value.units * power_of_ten(stored.decimals - value.decimals);
    }
    if (!find_range(laid->data(), officers_, kNone, stored)) return false;
    stored.type = FigureColumn::Type::i64;
    if (INT32_MIN <= stored.low && stored.high <= INT32_MAX) {
      auto narrow = std::make_shared<std::vector<std::int32_t>>(laid->begin(), laid->end());
      stored.type = FigureColumn::Type::i32;
      stored.data = narrow->data();
      laid_here.memory = std::move(narrow);
    } else {
      laid_here.memory = std::move(laid);
    }
    return true;
  }

  DatasetMaking& making_;
  InputRows& rows_;
  ColumnStore& store_;
  std::size_t officers_;
  std::vector<SheetGroup> groups_;
  std::unordered_map<std::uint32_t, std::size_t> group_of_metric_;
  std::vector<std::shared_ptr<PlainSheet>> sheets_;
  std::vector<std::size_t> group_of_sheet_;
};

bool is_in_roster_once(const InputRows& rows) {
  const std::vector<std::uint32_t>& officers = rows.rosters[0].officers;
  bool ascending = true;  // mostly
  for (std::size_t i = 1; i < officers.size(); ++i) ascending &= officers[i - 1] < officers[i];
  if (ascending) return true;
  std::vector<bool> seen(rows.keys.size());
  for (const std::uint32_t officer : officers) {
    if (seen[officer] && !rows.keys.key(officer).empty()) return false;
    seen[officer] = true;
  }
  return true;
}

/// No two sheets have some metrics in common and others not, and none reaches over too many periods.
bool form_whole_groups(const InputRows& rows) {
  std::map<std::uint32_t, const PlainSheet*> sheet_of;
  std::map<std::vector<std::uint32_t>, std::pair<std::int64_t, std::int64_t>> reach;
  for (const PlainSheet& sheet : rows.sheets) {
    const std::vector<std::uint32_t> metrics = metrics_of(sheet);
    for (const std::uint32_t metric : metrics)
      if (metrics_of(*sheet_of.try_emplace(metric, &sheet).first->second) != metrics) return false;
    const auto range = periods_of(sheet);
    if (!range) continue;
    auto& [first, last] = reach.try_emplace(metrics, *range).first->second;
    first = std::min<std::int64_t>(first, range->first);
    last = std::max<std::int64_t>(last, range->second);
    if (last - first >= kMostPeriods) return false;
  }
  return true;
}

/// A default that cannot be taken would be an issue of everybody's row.
bool has_sound_defaults(const Rulebook& rulebook) {
  return std::all_of(rulebook.attributes.begin(), rulebook.attributes.end(), [](const Attribute& attribute) {
    Value value;
    return !attribute.default_value || tidy_text(*attribute.default_value).empty() ||
           !take_attribute(*attribute.default_value, attribute, value);
  });
}

}  // namespace

bool can_be_columns(const DatasetMaking& making) {
  const InputRows& rows = making.rows;
  std::size_t figures = 0;
  for (const PlainSheet& sheet : rows.sheets) figures += sheet.rows * sheet.columns.size();
  if (figures == 0 || figures < rows.least_in_columns) return false;
  const bool plain = rows.rosters.size() == 1 && rows.roster.empty() && rows.duty.empty() && rows.facts.empty() &&
                     rows.figures_recorded.empty();
  const auto is_about = [&](const FigureInput& figure) { return making.card.about[figure.metric].has_value(); };
  return plain && std::none_of(rows.figures.begin(), rows.figures.end(), is_about) && is_in_roster_once(rows) &&
         form_whole_groups(rows) && has_sound_defaults(making.rulebook);
}

std::vector<Diagnostic> make_columns(DatasetMaking& making) {
  auto store = std::make_shared<ColumnStore>();
  making.always_present = true;
  OfficerKeys& read = making.rows.keys;
  const bool as_read = lay_roster(making, *store);
  const std::size_t officers = as_read ? read.size() : store->keys.size();
  std::vector<Diagnostic> duplicates = SheetTaker(making, *store, officers).take();
  if (as_read) store->keys = std::move(read);  // until now issues of rows were told by them
  store->make_rows(making.state);
  making.state.columns = std::move(store);
  return duplicates;
}

}  // namespace cwp
