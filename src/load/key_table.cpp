#include "load/key_table.hpp"

#include <algorithm>

namespace cwp {
namespace {

using enum Section;
using enum KeyKind;
constexpr bool kRequired = true, kOptional = false, kNow = false, kLater = true;

constexpr KeyRow kRows[] = {
    {rulebook, "cwp", integer, kRequired, kNow, "", "The version of the language: 1."},
    {rulebook, "id", text, kRequired, kNow, "", "What receipts and reports call this rulebook."},
    {rulebook, "title", human_text, kOptional, kNow, "", "What people call it."},
    {rulebook, "effective", mapping, kOptional, kNow, "always", "From when and until when the rulebook is in force."},
    {rulebook, "calendar", mapping, kOptional, kNow, "", "Weeks, months and workdays."},
    {rulebook, "points", mapping, kOptional, kNow, "", "How points are rounded."},
    {rulebook, "parameters", mapping, kOptional, kNow, "", "Numbers with names, also by date."},
    {rulebook, "attributes", mapping, kOptional, kNow, "", "What the roster says of an officer."},
    {rulebook, "attributes_at", word, kOptional, kNow, "end", "Which day of a period attributes are taken from."},
    {rulebook, "duty", mapping, kOptional, kNow, "", "What each status of a duty record means."},
    {rulebook, "metrics", mapping, kOptional, kNow, "", "The numbers that are reported."},
    {rulebook, "events", mapping, kOptional, kNow, "", "Tables of single facts."},
    {rulebook, "values", mapping, kOptional, kNow, "", "Formulas with names, for use in others."},
    {rulebook, "categories", list, kOptional, kNow, "", "The scorecard: categories with their items."},
    {rulebook, "groups", mapping, kOptional, kNow, "", "Caps over several adjustments."},
    {rulebook, "adjustments", list, kOptional, kNow, "", "Bonuses and penalties outside the categories."},
    {rulebook, "vetoes", list, kOptional, kNow, "", "What overrides points, total or rank."},
    {rulebook, "assessments", mapping, kOptional, kNow, "one for each grain of an item",
     "What is published, by grain."},
    {rulebook, "rankings", list, kOptional, kNow, "", "Who stands where."},
    {rulebook, "grades", list, kOptional, kNow, "", "Levels such as 优秀 and 称职."},
    {rulebook, "awards", list, kOptional, kNow, "", "What follows from ranks and grades."},
    {rulebook, "expect", list, kOptional, kNow, "", "Promises about the figures of a period."},
    {rulebook, "tests", list, kOptional, kNow, "", "Small examples with the figures they must give."},
    {rulebook, "balance", mapping, kOptional, kLater, "", "Limits for the share of a category."},
    {rulebook, "extends", text, kOptional, kNow, "", "Another rulebook that this one builds on."},
    {rulebook, "remove", list, kOptional, kNow, "", "Ids of the other rulebook that are dropped."},

    {title, "zh", text, kOptional, kNow, "as en", "The Chinese text."},
    {title, "en", text, kOptional, kNow, "as zh", "The English text."},

    {effective, "from", date, kOptional, kNow, "unbounded", "The first day."},
    {effective, "to", date, kOptional, kNow, "unbounded", "The last day."},

    {calendar, "week", mapping, kOptional, kNow, "", "When weeks start."},
    {calendar, "month", mapping, kOptional, kNow, "", "When months start."},
    {calendar, "year", mapping, kOptional, kNow, "", "When years start."},
    {calendar, "weeks_in_month", word, kOptional, kNow, "majority", "The month to which a week in two months belongs."},
    {calendar, "workdays", list, kOptional, kNow, "mon to fri", "The weekdays on which people work."},
    {calendar, "holidays", list, kOptional, kNow, "", "Days and ranges off."},
    {calendar, "extra_workdays", list, kOptional, kNow, "", "Make-up days."},
    {week, "starts", word, kOptional, kNow, "monday", "The first weekday."},
    {month, "starts", integer, kOptional, kNow, "1", "The first day of a month, 1 to 28."},
    {year, "first_month", integer, kOptional, kNow, "1", "The first month of a year, 1 to 12."},

    {points, "decimals", integer, kOptional, kNow, "2", "Places behind the point, 0 to 6."},
    {points, "rounding", word, kOptional, kNow, "half_up", "How the last place is rounded."},
    {points, "carry", word, kOptional, kNow, "shown", "Whether others compute with what is printed."},

    {attribute, "title", human_text, kOptional, kNow, "", "What people call it."},
    {attribute, "type", word, kOptional, kNow, "text", "text, number, date or bool."},
    {attribute, "one_of", list, kOptional, kNow, "", "The texts that are allowed."},
    {attribute, "min", number, kOptional, kNow, "", "The least number allowed."},
    {attribute, "max", number, kOptional, kNow, "", "The greatest number allowed."},
    {attribute, "default", text, kOptional, kNow, "", "What an empty cell of the roster means."},
    {attribute, "attributes_at", word, kOptional, kNow, "end", "Which day of a period it is taken from."},

    {metric, "title", human_text, kOptional, kNow, "", "What people call it."},
    {metric, "unit", text, kOptional, kNow, "", "What is counted; '%' lets data say 92%."},
    {metric, "source", text, kOptional, kNow, "", "Where the figures come from."},
    {metric, "per", word, kOptional, kNow, "day", "The period that a figure is reported for."},
    {metric, "fold", word, kOptional, kNow, "sum", "How figures make one of a longer period."},
    {metric, "absent", word, kOptional, kNow, "zero for sum and count, else missing", "What no row means."},
    {metric, "type", word, kOptional, kNow, "f64", "The type of the figures."},
    {metric, "range", list, kOptional, kNow, "", "The least and the greatest figure allowed."},
    {metric, "min", number, kOptional, kNow, "", "The least figure allowed."},
    {metric, "max", number, kOptional, kNow, "", "The greatest figure allowed."},
    {metric, "decimals", integer, kOptional, kNow, "", "The most places behind the point of a figure."},
    {metric, "better", word, kOptional, kNow, "", "Whether more or less of it is better."},
    {metric, "on_duplicate", word, kOptional, kNow, "error", "What two rows of one day mean."},
    {metric, "carry_for", text, kOptional, kLater, "", "How long the last known value holds."},
    {metric, "about", name, kOptional, kNow, "", "The attribute whose value the rows are about."},
    {metric, "from", name, kOptional, kNow, "", "The table of facts it is counted from."},
    {metric, "count", formula, kOptional, kNow, "", "Counts the facts for which this holds."},
    {metric, "sum", formula, kOptional, kNow, "", "Sums this over the facts."},
    {metric, "days", formula, kOptional, kNow, "", "Counts the days with a fact for which this holds."},
    {metric, "officer", name, kOptional, kNow, "", "The column of the officer whom a fact is counted for."},

    {category, "id", name, kRequired, kNow, "", "Its name in formulas."},
    {category, "title", human_text, kOptional, kNow, "", "What people call it."},
    {category, "full", number, kOptional, kNow, "", "Full marks."},
    {category, "start", number, kOptional, kNow, "", "Base marks."},
    {category, "combine", word, kOptional, kNow, "sum", "How its parts make its points."},
    {category, "beyond_full", boolean, kOptional, kNow, "false",
     "Whether adjustments may lift it above its full marks, or below 0."},
    {category, "items", list, kOptional, kNow, "", "Its items."},
    {category, "categories", list, kOptional, kNow, "", "Its smaller categories."},
    {category, "decimals", integer, kOptional, kNow, "as points", "Places behind the point, 0 to 6."},
    {category, "rounding", word, kOptional, kNow, "as points", "How the last place is rounded."},
    {category, "carry", word, kOptional, kNow, "as points", "Whether others compute with what is printed."},
    {category, "basis", text, kOptional, kNow, "", "The clause of the written rules."},
    {category, "effective", mapping, kOptional, kNow, "always", "From when and until when it is in force."},

    {item, "id", name, kRequired, kNow, "", "Its name in formulas."},
    {item, "title", human_text, kOptional, kNow, "", "What people call it."},
    {item, "per", word, kRequired, kNow, "", "The period for which it earns points."},
    {item, "full", formula, kOptional, kNow, "", "Full marks."},
    {item, "min", formula, kOptional, kNow, "0", "The least points; none: no limit."},
    {item, "max", formula, kOptional, kNow, "full", "The most points; none: no limit."},
    {item, "days", word, kOptional, kNow, "duty", "The days of a daily item."},
    {item, "prorate", word, kOptional, kNow, "", "Whether targets shrink with days off."},
    {item, "applies", formula, kOptional, kNow, "", "For whom and when it applies."},
    {item, "if_not_applicable", word, kOptional, kNow, "drop", "What it earns where it does not apply."},
    {item, "exempt", formula, kOptional, kNow, "", "Who is let off."},
    {item, "if_missing", word, kOptional, kNow, "zero", "What it earns when a figure is missing."},
    {item, "roll_up", formula, kOptional, kNow, "mean with full marks, else sum",
     "How its points make those of a longer period."},
    {item, "decimals", integer, kOptional, kNow, "as points", "Places behind the point, 0 to 6."},
    {item, "rounding", word, kOptional, kNow, "as points", "How the last place is rounded."},
    {item, "carry", word, kOptional, kNow, "as points", "Whether others compute with what is printed."},
    {item, "source", text, kOptional, kNow, "", "Where the figures come from."},
    {item, "basis", text, kOptional, kNow, "", "The clause of the written rules."},
    {item, "effective", mapping, kOptional, kNow, "always", "From when and until when it is in force."},
    {item, "start", number, kOptional, kNow, "", "Where `lines` start from."},

    {form_case, "when", formula, kOptional, kNow, "", "The condition."},
    {form_case, "points", formula, kOptional, kNow, "", "The points when it holds."},
    {form_case, "otherwise", formula, kOptional, kNow, "", "The points when no case before holds."},

    {assessment, "scale", number, kOptional, kNow, "", "What all marks are scaled to."},
    {assessment, "coefficient", formula, kOptional, kNow, "1", "What the total is multiplied with."},
    {assessment, "total", formula, kOptional, kNow, "the sum of the categories", "The total, by a formula."},
    {assessment, "floor", number, kOptional, kNow, "0", "The least total; none: no limit."},
    {assessment, "cap", number, kOptional, kNow, "", "The greatest total."},
    {assessment, "decimals", integer, kOptional, kNow, "as points", "Places behind the point, 0 to 6."},
    {assessment, "rounding", word, kOptional, kNow, "as points", "How the last place is rounded."},
    {assessment, "carry", word, kOptional, kNow, "as points", "Whether others compute with what is printed."},
    {assessment, "roll_up", mapping, kOptional, kNow, "", "How shorter adjustments come into it."},

    {ranking, "id", name, kRequired, kNow, "", "Its name."},
    {ranking, "title", human_text, kOptional, kNow, "", "What people call it."},
    {ranking, "every", word, kRequired, kNow, "", "The period that is ranked."},
    {ranking, "of", formula, kRequired, kNow, "", "The figure that is ranked."},
    {ranking, "by", list, kOptional, kNow, "all", "The attributes that make groups."},
    {ranking, "order", word, kOptional, kNow, "descending", "Whether much or little ranks first."},
    {ranking, "eligible", formula, kOptional, kNow, "", "Who can have a rank."},
    {ranking, "ties", list, kOptional, kNow, "", "What decides between equals; -x: less is better."},
    {ranking, "method", word, kOptional, kNow, "competition", "How equals share ranks."},
    {ranking, "unit", name, kOptional, kNow, "", "Ranks the values of this attribute."},

    {adjustment, "id", name, kRequired, kNow, "", "Its name in formulas."},
    {adjustment, "title", human_text, kOptional, kNow, "", "What people call it."},
    {adjustment, "per", word, kRequired, kNow, "", "The period in which it acts."},
    {adjustment, "gives", formula, kOptional, kNow, "", "The marks it gives."},
    {adjustment, "takes", formula, kOptional, kNow, "", "The marks it takes."},
    {adjustment, "decimals", integer, kOptional, kNow, "as points", "Places behind the point, 0 to 6."},
    {adjustment, "rounding", word, kOptional, kNow, "as points", "How the last place is rounded."},
    {adjustment, "carry", word, kOptional, kNow, "as points", "Whether others compute with what is printed."},
    {adjustment, "source", text, kOptional, kNow, "", "Where the figures come from."},
    {adjustment, "basis", text, kOptional, kNow, "", "The clause of the written rules."},
    {adjustment, "up_to", formula, kOptional, kNow, "", "The most it gives or takes."},
    {adjustment, "on", name, kOptional, kNow, "total", "The total or the category on which it acts."},
    {adjustment, "group", name, kOptional, kNow, "", "The group whose cap it shares."},
    {adjustment, "effective", mapping, kOptional, kNow, "always", "From when and until when it is in force."},
    {group, "title", human_text, kOptional, kNow, "", "What people call it."},
    {group, "up_to", formula, kRequired, kNow, "", "The most that its adjustments give or take together."},

    {veto, "id", name, kRequired, kNow, "", "Its name."},
    {veto, "title", human_text, kOptional, kNow, "", "What people call it."},
    {veto, "basis", text, kOptional, kNow, "", "The clause of the written rules."},
    {veto, "per", word, kRequired, kNow, "", "The period in which it acts."},
    {veto, "when", formula, kRequired, kNow, "", "The condition."},
    {veto, "on", name, kOptional, kNow, "total", "The total, category or item on which it acts."},
    {veto, "set", number, kOptional, kNow, "", "The points it leaves."},
    {veto, "cap", number, kOptional, kNow, "", "The most points it leaves."},
    {veto, "factor", number, kOptional, kNow, "", "What it multiplies the points with."},
    {veto, "no_score", boolean, kOptional, kNow, "", "Leaves no score at all."},
    {veto, "grade_at_most", name, kOptional, kNow, "", "The best grade it leaves."},
    {veto, "ranking", word, kOptional, kNow, "", "Excludes from rankings, or puts last."},
    {veto, "honours", word, kOptional, kNow, "", "Bars from awards."},
    {veto, "lasts", word, kOptional, kNow, "", "Repeats it in the later months of the year."},

    {grade_set, "id", name, kRequired, kNow, "", "Its name."},
    {grade_set, "title", human_text, kOptional, kNow, "", "What people call it."},
    {grade_set, "lower_by", formula, kOptional, kNow, "0", "How many levels an officer is lowered by."},
    {grade_set, "ranking", name, kRequired, kNow, "", "The ranking whose officers are graded."},
    {grade_set, "levels", list, kRequired, kNow, "", "The levels, best first."},
    {level, "id", name, kRequired, kNow, "", "Its name."},
    {level, "title", human_text, kOptional, kNow, "", "What people call it."},
    {level, "at_least", integer, kOptional, kNow, "0", "The fewest that a share makes."},
    {level, "edge", word, kOptional, kNow, "out", "Whether those who tie at the edge are all out or all in."},
    {level, "quota_rounding", word, kOptional, kNow, "floor", "How a share of officers is rounded."},
    {level, "when", formula, kOptional, kNow, "", "The condition."},
    {level, "at_most", text, kOptional, kNow, "", "The most officers, as a number or a share."},
    {level, "by", list, kOptional, kNow, "all", "The groups whose shares are counted."},

    {award, "id", name, kRequired, kNow, "", "Its name."},
    {award, "title", human_text, kOptional, kNow, "", "What people call it."},
    {award, "basis", text, kOptional, kNow, "", "The clause of the written rules."},
    {award, "at_least", integer, kOptional, kNow, "0", "The fewest that a share makes."},
    {award, "edge", word, kOptional, kNow, "out", "Whether those who tie at the edge are all out or all in."},
    {award, "quota_rounding", word, kOptional, kNow, "floor", "How a share of officers is rounded."},
    {award, "when", formula, kOptional, kNow, "", "The condition; may use rank and grade."},
    {award, "progress", boolean, kOptional, kNow, "false",
     "From the ranking of what was gained since the period before."},
    {award, "from", name, kRequired, kNow, "", "The ranking or grade it follows from."},
    {award, "top", text, kOptional, kNow, "", "How many from the top."},
    {award, "bottom", text, kOptional, kNow, "", "How many from the bottom."},
    {award, "in_a_row", integer, kOptional, kNow, "", "How many periods in a row."},
    {award, "pays", text, kOptional, kNow, "", "What is paid."},

    {expectation, "id", name, kRequired, kNow, "", "Its name."},
    {expectation, "title", human_text, kOptional, kNow, "", "What people call it."},
    {expectation, "per", word, kRequired, kNow, "", "The period it is about."},
    {expectation, "by", list, kOptional, kNow, "all", "The groups it is about."},
    {expectation, "holds", formula, kRequired, kNow, "", "What must hold."},

    {test, "name", text, kRequired, kNow, "", "What it shows."},
    {test, "officers", mapping, kRequired, kNow, "", "The roster."},
    {test, "duty", list, kOptional, kNow, "", "Duty records."},
    {test, "metrics", list, kOptional, kNow, "", "Figures."},
    {test, "events", mapping, kOptional, kNow, "", "Facts."},
    {test, "data", mapping, kOptional, kNow, "", "The span of the data."},
    {test, "known_at", date, kOptional, kLater, "", "The day whose knowledge counts."},
    {test, "expect", list, kRequired, kNow, "", "The figures that must come out."},

    {test_duty, "officer", text, kRequired, kNow, "", "Whose record it is."},
    {test_duty, "status", text, kRequired, kNow, "", "A status of `duty`."},
    {test_duty, "from", date, kOptional, kNow, "unbounded", "The first day."},
    {test_duty, "to", date, kOptional, kNow, "unbounded", "The last day."},
    {test_duty, "date", date, kOptional, kNow, "", "The only day."},
    {test_duty, "dates", text, kOptional, kNow, "", "From the first to the last day: A..B."},
    {test_data, "from", date, kRequired, kNow, "", "The first day that the data hold."},
    {test_data, "to", date, kRequired, kNow, "", "The last day that the data hold."},
    {event_column, "type", word, kOptional, kNow, "number; text with one_of", "number, bool, text or date."},
    {event_column, "range", list, kOptional, kNow, "", "The least and the greatest number allowed."},
    {event_column, "min", number, kOptional, kNow, "", "The least number allowed."},
    {event_column, "max", number, kOptional, kNow, "", "The greatest number allowed."},
    {event_column, "one_of", list, kOptional, kNow, "", "The texts that are allowed."},
    {pool, "pool", number, kRequired, kNow, "", "What is shared."},
    {pool, "share", formula, kRequired, kNow, "", "Everybody's part of it."},

    {event, "columns", mapping, kRequired, kNow, "", "The columns with their types."},
};

}  // namespace

std::span<const KeyRow> key_rows() { return kRows; }

std::span<const KeyRow> key_rows(Section section) {
  const auto of_section = [&](const KeyRow& row) { return row.section == section; };
  const auto first = std::find_if(std::begin(kRows), std::end(kRows), of_section);
  return {first, std::find_if_not(first, std::end(kRows), of_section)};
}

std::string_view to_text(Section section) {
  switch (section) {
    case rulebook:
      return "rulebook";
    case Section::title:
      return "title";
    case effective:
      return "effective";
    case calendar:
      return "calendar";
    case week:
      return "calendar.week";
    case month:
      return "calendar.month";
    case year:
      return "calendar.year";
    case points:
      return "points";
    case attribute:
      return "attributes";
    case metric:
      return "metrics";
    case category:
      return "categories";
    case item:
      return "items";
    case form_case:
      return "cases";
    case assessment:
      return "assessments";
    case ranking:
      return "rankings";
    case adjustment:
      return "adjustments";
    case group:
      return "groups";
    case veto:
      return "vetoes";
    case grade_set:
      return "grades";
    case level:
      return "grades.levels";
    case award:
      return "awards";
    case expectation:
      return "expect";
    case test:
      return "tests";
    case event:
      return "events";
    case event_column:
      return "events.columns";
    case test_duty:
      return "tests.duty";
    case test_data:
      return "tests.data";
    case pool:
      return "awards.pays";
  }
  return {};
}

}  // namespace cwp
